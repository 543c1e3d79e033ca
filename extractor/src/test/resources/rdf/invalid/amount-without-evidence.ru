# shape: Evidenced
# report: evidence
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:evidence ?old } WHERE { ?x a jw:MonetaryAmount . ?x jw:evidence ?old }
