# shape: Interval
# report: hasEnd
PREFIX time: <http://www.w3.org/2006/time#>
DELETE { ?x time:hasEnd ?old } WHERE {  ?x time:hasEnd ?old }
