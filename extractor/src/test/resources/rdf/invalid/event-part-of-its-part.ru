# shape: WholeEvent
# report: the event is part of itself
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
INSERT { ?whole schema:superEvent ?part } WHERE { ?part schema:superEvent/schema:superEvent? ?whole . }
