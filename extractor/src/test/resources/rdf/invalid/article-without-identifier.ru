# shape: SourceDocument
# report: identifier
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:identifier ?old } WHERE { ?x a jw:SourceDocument . ?x schema:identifier ?old }
