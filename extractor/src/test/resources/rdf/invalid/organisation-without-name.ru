# shape: Entity
# report: name
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:name ?old } WHERE { ?x a schema:Organization . ?x schema:name ?old }
