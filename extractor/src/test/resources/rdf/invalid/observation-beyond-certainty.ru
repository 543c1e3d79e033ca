# shape: Evidenced
# report: confidence
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:confidence ?old } INSERT { ?x jw:confidence 1.2 } WHERE { ?x a jw:ReportedObservation . ?x jw:confidence ?old }
