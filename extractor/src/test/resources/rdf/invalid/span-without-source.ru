# shape: Selection
# report: hasSource
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
DELETE { ?x oa:hasSource ?old } WHERE { ?x a jw:TextSpan . ?x oa:hasSource ?old }
