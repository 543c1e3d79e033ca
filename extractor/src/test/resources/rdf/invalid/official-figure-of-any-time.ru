# shape: OfficialObservation
# report: refPeriod
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
DELETE { ?x sdmx-dimension:refPeriod ?old } INSERT { ?x sdmx-dimension:refPeriod <https://w3id.org/jingwei/id/period/unspecified> } WHERE { ?x a jw:OfficialObservation ; sdmx-dimension:refPeriod ?old }
