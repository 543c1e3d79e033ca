# shape: OfficialStatistics
# report: two figures of one region
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?twin ?p ?o } WHERE { ?x a jw:OfficialObservation ; jw:line 2 ; ?p ?o . BIND(IRI(CONCAT(STR(?x), "-twin")) AS ?twin) }
