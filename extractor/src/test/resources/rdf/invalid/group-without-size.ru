# shape: ProjectGroup
# report: size
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:size ?old } WHERE {  ?x jw:size ?old }
