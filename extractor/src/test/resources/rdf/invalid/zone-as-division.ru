# shape: AdministrativeDivision
# report: no development zone
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?x a jw:AdministrativeDivision } WHERE { ?x a jw:DevelopmentZone . }
