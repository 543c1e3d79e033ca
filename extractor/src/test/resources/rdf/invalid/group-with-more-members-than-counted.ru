# shape: ProjectGroup
# report: more projects are listed than counted
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:value ?old } INSERT { ?x schema:value 1.0 } WHERE { ?g jw:size ?x . ?x schema:value ?old }
