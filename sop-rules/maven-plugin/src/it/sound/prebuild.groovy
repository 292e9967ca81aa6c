def there = new File(basedir, 'src/main/resources/sop/limapuluhkota/konsultasi')
there.mkdirs()
['sop.yaml', 'rute.drl', 'uji.yaml'].each { name ->
  new File(there, name).bytes = new File("${bundles}/limapuluhkota/konsultasi/${name}").bytes
}
return true
