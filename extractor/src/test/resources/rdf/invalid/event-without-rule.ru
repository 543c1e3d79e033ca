# shape: Evidenced
# report: rule
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:rule ?old } WHERE { ?x jw:eventType ?t . ?x jw:rule ?old }
