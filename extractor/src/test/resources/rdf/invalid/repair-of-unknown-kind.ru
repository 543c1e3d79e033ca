# shape: Repair
# report: repairKind
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:repairKind ?old } INSERT { ?x jw:repairKind jw:GUESS } WHERE {  ?x jw:repairKind ?old }
