# shape: DiscardedReading
# report: reason
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:reason ?old } WHERE {  ?x jw:reason ?old }
