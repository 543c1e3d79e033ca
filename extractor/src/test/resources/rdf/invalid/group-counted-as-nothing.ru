# shape: ListedGroup
# report: more projects are listed than counted
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:value ?old } INSERT { ?x schema:value 0.0 } WHERE { ?project jw:inGroup/jw:size ?x . ?x schema:value ?old }
