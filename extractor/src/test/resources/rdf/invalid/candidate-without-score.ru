# shape: CandidateMatch
# report: matchScore
PREFIX jw: <https://w3id.org/jingwei/ns#>
DELETE { ?x jw:matchScore ?old } WHERE {  ?x jw:matchScore ?old }
