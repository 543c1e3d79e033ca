# shape: MonetaryAmount
# report: currency
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:currency ?old } INSERT { ?x schema:currency "元" } WHERE { ?x a jw:MonetaryAmount . ?x schema:currency ?old }
