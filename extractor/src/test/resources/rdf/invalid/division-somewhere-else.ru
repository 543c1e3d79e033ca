# shape: AdministrativeDivision
# report: latitude
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
INSERT { ?x schema:latitude 120.6 } WHERE { ?x a jw:AdministrativeDivision . }
