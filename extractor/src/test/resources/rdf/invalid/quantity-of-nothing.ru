# shape: Quantity
# report: belongs to one event or project
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:quantity ?y } WHERE { ?x jw:quantity ?y }
