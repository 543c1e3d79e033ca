# shape: EconomicEvent
# report: location
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
INSERT { ?x schema:location ?y } WHERE { ?x jw:eventType ?t . ?y a schema:Person . }
