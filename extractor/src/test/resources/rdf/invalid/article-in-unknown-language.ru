# shape: SourceDocument
# report: inLanguage
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:inLanguage ?old } INSERT { ?x schema:inLanguage "zh" } WHERE { ?x a jw:SourceDocument . ?x schema:inLanguage ?old }
