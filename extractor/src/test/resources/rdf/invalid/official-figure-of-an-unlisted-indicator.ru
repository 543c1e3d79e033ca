# shape: OfficialObservation
# report: indicator
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:indicator ?old } INSERT { ?x jw:indicator <https://w3id.org/jingwei/id/indicator/幸福指数> } WHERE { ?x a jw:OfficialObservation ; jw:indicator ?old }
