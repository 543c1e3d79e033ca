# a key with a property that is no component
PREFIX eg: <http://example.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { eg:by-region qb:componentProperty eg:colour . eg:northern eg:colour eg:red }
