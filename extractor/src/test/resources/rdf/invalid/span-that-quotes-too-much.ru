# shape: Selection
# report: oa:exact is not as long
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
DELETE { ?x oa:exact ?old } INSERT { ?x oa:exact ?new } WHERE { ?x a jw:TextSpan ; oa:exact ?old BIND(CONCAT(?old, "多") AS ?new) }
