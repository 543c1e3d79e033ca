# shape: ProvenMatch
# report: what a code proves is a region or an organisation
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX schema: <https://schema.org/>
BASE <https://w3id.org/jingwei/id/>
INSERT DATA { <https://example.org/z> a schema:Thing .
    <linkset/x/match/1> a jw:ProvenMatch ; jw:matchOf <https://example.org/z> ; jw:matchWith <zone/suzhou-high-tech> ;
        jw:matchProperty owl:sameAs ; jw:matchScore 1.0 ; jw:matchReason "its code"@en ; jw:provedBy "1" }
