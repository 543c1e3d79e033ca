# shape: OfficialObservation
# report: lastPlace
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:lastPlace ?old } INSERT { ?x jw:lastPlace 0.0 } WHERE { ?x a jw:OfficialObservation ; jw:lastPlace ?old }
