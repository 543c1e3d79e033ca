# a code that is in no part of its collection
PREFIX eg: <http://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { eg:warm skos:member eg:summer }
