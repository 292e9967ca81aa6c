def there = new File(basedir, 'src/main/resources/sop/limapuluhkota/konsultasi')
there.mkdirs()
['sop.yaml', 'rute.drl', 'uji.yaml'].each { name ->
  new File(there, name).bytes = new File("${bundles}/limapuluhkota/konsultasi/${name}").bytes
}
def rules = new File(there, 'rute.drl')
rules.setText(rules.getText('UTF-8').replace('"TIDAK"', '"TIDAKK"'), 'UTF-8')
return true
