# shape: AdministrativeDivision
# report: until
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?x jw:until "2012年" } WHERE { ?x a jw:AdministrativeDivision . }
