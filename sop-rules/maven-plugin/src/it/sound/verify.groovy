// The table that is packed is the one that the library ships for these sources, whichever version
// of the library wrote that.
def table = { file -> file.getText('UTF-8').replaceFirst(/"library":"[^"]*"/, '') }
def packed = new File(basedir, 'target/classes/sop/limapuluhkota/konsultasi/tabel.json')
def shipped = new File("${bundles}/limapuluhkota/konsultasi/tabel.json")
assert table(packed) == table(shipped)
