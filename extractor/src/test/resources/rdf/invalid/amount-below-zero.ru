# shape: MonetaryAmount
# report: value
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:value ?old } INSERT { ?x schema:value -1.0 } WHERE { ?x a jw:MonetaryAmount . ?x schema:value ?old }
