# shape: EconomicEvent
# report: startDate
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:startDate ?old } INSERT { ?x schema:startDate "5月18日" } WHERE { ?x jw:eventType ?t . ?x schema:startDate ?old }
