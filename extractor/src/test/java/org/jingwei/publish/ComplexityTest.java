package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What planning takes its time for is counted, wherever it stands. */
class ComplexityTest {
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
}
