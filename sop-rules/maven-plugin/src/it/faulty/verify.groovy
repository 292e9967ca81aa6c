def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('rute.drl:49:43: SOP-2')
assert log.contains('1 SOP diperiksa: 1 kesalahan, ')
assert !new File(basedir, 'target/classes').exists()
