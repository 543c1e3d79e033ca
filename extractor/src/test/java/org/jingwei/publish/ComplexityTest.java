package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What planning takes its time for is counted, wherever it stands. */
class ComplexityTest {
    private static final Syntax SPARQL_12 = Syntax.syntaxSPARQL_12;

    private static void check(String query, int times) {
        int repeated = query.indexOf('«');
        String text = query.substring(0, repeated)
                + query.substring(repeated + 1, query.indexOf('»')).repeat(times) + query.substring(
                        query.indexOf('»') + 1);
        Complexity.check(QueryFactory.create(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT * { ?s <a:a>«/<a:a>» ?o }", "SELECT * { ?s <a:a>«|<a:a>»/<a:b> ?o }",
            "SELECT * { ?s (<a:a>«/<a:a>»)* ?o }", "SELECT * { ?s !(<a:a>«|<a:a>») ?o }",
            "SELECT * { ?s ?p ?o FILTER(?s = <a:a>« || ?s = <a:a>») }", "SELECT * { ?s ?p ?o«; ?p ?o» }" })
    void partsAreCounted(String query) {
        assertDoesNotThrow(() -> check(query, 500));
        assertThrows(ActionErrorException.class, () -> check(query, 1600));
    }

    @Test
    void aListOfValuesMayBeLong() {
        assertDoesNotThrow(() -> check("SELECT * { ?s ?p ?o FILTER(?o IN (1«, 2»)) }", 5000));
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT (TRIPLE(?s, ?p, ?o) AS ?t) { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o BIND(<<( ?s ?p ?o )>> AS ?t) }", "SELECT * { ?s ?p ?o } ORDER BY TRIPLE(?s, ?p, ?o)",
            "SELECT (COUNT(TRIPLE(?s, ?p, ?o)) AS ?n) { ?s ?p ?o }",
            "SELECT * { FILTER EXISTS { FILTER(isTRIPLE(TRIPLE(<a:a>, <a:b>, 1))) } }",
            "SELECT * { ?s ?p <<( <a:a> <a:b> <<( <a:a> <a:b> 1 )>> )>> }",
            "SELECT * {} VALUES ?t { <<( <a:a> <a:b> <<( <a:a> <a:b> 1 )>> )>> }",
            "CONSTRUCT { ?s ?p <<( <a:a> <a:b> <<( <a:a> <a:b> ?o )>> )>> } { ?s ?p ?o }" })
    void tripleTermsAreNotMadeAndHoldNone(String query) {
        assertThrows(ActionErrorException.class, () -> Complexity.check(QueryFactory.create(query, SPARQL_12)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT * { ?s ?p <<( ?a ?b ?c )>> FILTER(!isTRIPLE(?s)) }",
            "SELECT (OBJECT(?t) AS ?o) { VALUES ?t { <<( <a:a> <a:b> 1 )>> } }",
            "SELECT * { << ?s ?p ?o ~ ?r >> ?q ?v }" })
    void tripleTermsMayBeWritten(String query) {
        assertDoesNotThrow(() -> Complexity.check(QueryFactory.create(query, SPARQL_12)));
    }
}
