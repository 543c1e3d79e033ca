# shape: DiscardedReading
# report: a discarded reading asserts nothing
PREFIX jw: <https://w3id.org/jingwei/ns#>
PREFIX schema: <https://schema.org/>
INSERT { ?x schema:value 2.0 } WHERE { ?x a jw:DiscardedReading . }
