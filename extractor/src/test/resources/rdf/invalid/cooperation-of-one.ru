# shape: Cooperation
# report: statedParty
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:statedParty ?old } INSERT { ?x jw:statedParty "蓝湾科技"@zh-Hans } WHERE { ?x jw:statedParty ?old }
