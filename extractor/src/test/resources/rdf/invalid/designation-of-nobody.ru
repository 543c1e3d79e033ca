# shape: Designation
# report: designee
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:designee ?old } WHERE { ?x jw:designee ?old }
