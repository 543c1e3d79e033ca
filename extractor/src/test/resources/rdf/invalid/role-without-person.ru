# shape: Membership
# report: member
PREFIX org: <http://www.w3.org/ns/org#>
DELETE { ?x org:member ?old } WHERE {  ?x org:member ?old }
