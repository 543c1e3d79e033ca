# shape: CleanValue
# report: a value was read from damaged characters
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:statedText ?old } INSERT { ?x jw:statedText "〓8家"@zh-Hans } WHERE { ?x a jw:Quantity . ?x jw:statedText ?old }
