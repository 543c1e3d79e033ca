# shape: Membership
# report: member
PREFIX schema: <https://schema.org/>
PREFIX org: <http://www.w3.org/ns/org#>
DELETE { ?x org:member ?old } INSERT { ?x org:member ?y } WHERE { ?x org:member ?old . ?y a schema:Organization }
