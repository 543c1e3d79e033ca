# shape: Instant
# report: inXSDDate
PREFIX time: <http://www.w3.org/2006/time#>
DELETE { ?x time:inXSDDate ?old } WHERE {  ?x time:inXSDDate ?old }
