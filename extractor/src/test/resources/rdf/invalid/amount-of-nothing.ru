# shape: MonetaryAmount
# report: belongs to one event or project
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:amount ?y } WHERE { ?x jw:amount ?y }
