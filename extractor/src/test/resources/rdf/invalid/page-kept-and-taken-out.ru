# shape: PageRow
# report: a page that is stored has its graphs and no reason
PREFIX jw: <https://w3id.org/jingwei/ns#>
INSERT DATA { <https://w3id.org/jingwei/doc/0123456789abcdef> jw:pageState <https://w3id.org/jingwei/code/pageState/STORED> ; jw:stateReason "wrong figures" }
