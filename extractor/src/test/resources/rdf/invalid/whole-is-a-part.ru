# shape: WholeProject
# report: the whole is itself a part
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT { ?one jw:partOfProject ?other . ?other jw:partOfProject ?one } WHERE { ?one a jw:InvestmentProject . ?other a jw:InvestmentProject . FILTER(STR(?one) < STR(?other)) }
