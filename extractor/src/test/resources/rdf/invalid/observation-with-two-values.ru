# shape: ReportedObservation
# report: obsValue
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
INSERT { ?x sdmx-measure:obsValue 1.0 } WHERE { ?x a jw:ReportedObservation . }
