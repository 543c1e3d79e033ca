# shape: OfficialTable
# report: wasDerivedFrom
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
DELETE { ?t schema:sha256 ?old } WHERE { ?x a jw:OfficialStatistics ; prov:wasDerivedFrom ?t . ?t schema:sha256 ?old }
