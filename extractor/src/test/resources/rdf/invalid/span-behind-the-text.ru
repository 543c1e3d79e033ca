# shape: Selection
# report: oa:exact is not as long
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:codePointCount ?old } INSERT { ?x jw:codePointCount 3 } WHERE { ?x a jw:RawText . ?x jw:codePointCount ?old }
