# shape: ReportedObservation
# report: Xone
PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
DELETE { ?x sdmx-dimension:refArea ?y } WHERE { ?x sdmx-dimension:refArea ?y }
