# shape: ReportedObservation
# report: the same characters are read as two values
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?b jw:statedAt ?old } INSERT { ?b jw:statedAt ?at } WHERE { ?a jw:statedText "增长6.2%"@zh-Hans ; jw:statedAt ?at . ?b jw:statedText "增长6.4%"@zh-Hans ; jw:statedAt ?old }
