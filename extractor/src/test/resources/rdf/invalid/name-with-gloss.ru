# shape: CleanText
# report: damaged characters
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
DELETE { ?x schema:name ?old } INSERT { ?x schema:name "蓝湾(wān)科技项目"@zh-Hans } WHERE { ?x a jw:InvestmentProject . ?x schema:name ?old }
