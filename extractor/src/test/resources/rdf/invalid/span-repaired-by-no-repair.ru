# shape: TextSpan
# report: repair
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?x jw:repair ?x } WHERE { ?x a jw:TextSpan . }
