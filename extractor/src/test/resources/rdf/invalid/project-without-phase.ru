# shape: InvestmentProject
# report: phase
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:phase ?old } WHERE {  ?x jw:phase ?old }
