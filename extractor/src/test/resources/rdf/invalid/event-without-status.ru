# shape: EconomicEvent
# report: status
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:status ?old } WHERE { ?x jw:eventType ?t . ?x jw:status ?old }
