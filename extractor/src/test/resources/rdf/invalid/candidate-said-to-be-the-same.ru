# shape: CandidateMatch
# report: a candidate is not said to be the same
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?x jw:matchProperty owl:sameAs } WHERE { ?x a jw:CandidateMatch }
