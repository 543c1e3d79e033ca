# shape: InvestmentProject
# report: eventObject
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?y jw:eventObject ?x } WHERE { ?x a jw:InvestmentProject . ?y jw:eventType ?t . }
