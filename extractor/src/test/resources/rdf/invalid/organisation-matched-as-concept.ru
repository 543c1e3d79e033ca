# shape: NoExactMatchOnEntities
# report: are for concepts
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT { ?x skos:exactMatch <http://www.wikidata.org/entity/Q1> } WHERE { ?x a schema:Organization . }
