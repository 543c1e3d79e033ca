# shape: DevelopmentZone
# report: a zone is not the district
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?x owl:sameAs <https://w3id.org/jingwei/id/region/320411> } WHERE { ?x a jw:DevelopmentZone . }
