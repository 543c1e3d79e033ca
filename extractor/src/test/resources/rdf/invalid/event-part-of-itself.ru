# shape: EconomicEvent
# report: the event is part of itself
PREFIX schema: <https://schema.org/>
INSERT { ?y schema:superEvent ?x } WHERE { ?x schema:superEvent ?y . }
