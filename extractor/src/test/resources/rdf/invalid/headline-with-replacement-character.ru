# shape: CleanText
# report: damaged characters
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:headline ?old } INSERT { ?x schema:headline "总投资\uFFFD亿元"@zh-Hans } WHERE { ?x a jw:SourceDocument . ?x schema:headline ?old }
