# shape: OfficialStatistics
# report: publisher
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX dct: <http://purl.org/dc/terms/>
DELETE { ?x dct:publisher ?old } WHERE { ?x a jw:OfficialStatistics ; dct:publisher ?old }
