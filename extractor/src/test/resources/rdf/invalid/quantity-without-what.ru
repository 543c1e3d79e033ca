# shape: Quantity
# report: counted
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:counted ?old } WHERE {  ?x jw:counted ?old }
