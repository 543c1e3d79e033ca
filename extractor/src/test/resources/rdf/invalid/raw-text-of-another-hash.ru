# shape: RawText
# report: the IRI does not hold the first 16 digits of the hash
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:sha256 ?old } INSERT { ?x schema:sha256 "0000000000000000000000000000000000000000000000000000000000000000" } WHERE {  ?x schema:sha256 ?old }
