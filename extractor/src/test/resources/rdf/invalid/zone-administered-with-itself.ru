# shape: DevelopmentZone
# report: administeredWith
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?x jw:administeredWith ?x } WHERE { ?x a jw:DevelopmentZone . }
