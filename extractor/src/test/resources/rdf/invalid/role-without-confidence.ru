# shape: Evidenced
# report: confidence
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
DELETE { ?x jw:confidence ?old } WHERE { ?x a org:Membership . ?x jw:confidence ?old }
