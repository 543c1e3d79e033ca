# shape: MonetaryAmount
# report: belongs to one event or project
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:amount ?y } INSERT { <https://w3id.org/jingwei/doc/0000000000000000/event/e99> jw:amount ?y } WHERE { ?x jw:amount ?y }
