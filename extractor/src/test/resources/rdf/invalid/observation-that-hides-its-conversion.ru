# shape: ReportedObservation
# report: must say that it is inferred
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:inferred ?old } WHERE { ?x a jw:ReportedObservation . ?x jw:inferred ?old }
