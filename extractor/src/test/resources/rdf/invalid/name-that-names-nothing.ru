# shape: Name
# report: names
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:names ?old } WHERE {  ?x jw:names ?old }
