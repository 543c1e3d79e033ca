# shape: Indicator
# report: inScheme
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX dct: <http://purl.org/dc/terms/>
INSERT DATA { <https://w3id.org/jingwei/id/indicator/亩均税收> a jw:Indicator , skos:Concept ; skos:prefLabel "亩均税收"@zh-Hans }
