# shape: Value
# report: bound
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:bound ?old } WHERE { ?x a jw:MonetaryAmount . ?x jw:bound ?old }
