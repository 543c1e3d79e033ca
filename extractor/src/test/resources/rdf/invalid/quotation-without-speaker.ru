# shape: Quotation
# report: creator
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:creator ?old } WHERE { ?x a schema:Quotation ; schema:creator ?old }
