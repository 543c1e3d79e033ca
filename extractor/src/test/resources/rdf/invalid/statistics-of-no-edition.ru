# shape: OfficialStatistics
# report: says which edition it is
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:edition ?old } WHERE { ?x a jw:OfficialStatistics ; jw:edition ?old }
