# shape: OfficialObservation
# report: line
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:line ?old } WHERE { ?x a jw:OfficialObservation ; jw:line ?old }
