package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which article an IRI is of. */
class IrisTest {
    private static final String KEY = "0123456789abcdef";

    /** The second has in its base what begins the names of articles. */
    @ParameterizedTest
    @ValueSource(strings = { Iris.DEFAULT_BASE, "http://example.org/doc/fedcba9876543210/name/" })
    void whatIsOfAnArticleTellsItsKey(String base) {
        Iris iris = Iris.below(base);
        for (Node node : List.of(iris.facts(KEY), iris.evidence(KEY), iris.article(KEY), iris.raw(KEY),
                iris.local(KEY, "name", "n1"), iris.span(KEY, 3, 5), iris.namedIn(KEY, "place", "石湖"))) {
            assertEquals(Optional.of(KEY), iris.articleKey(node), node::toString);
            assertEquals(node.equals(iris.facts(KEY)), iris.factsKey(node).isPresent(), node::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "doc/", "doc/0123456789abcde", "doc/0123456789abcdef0", "doc/0123456789ABCDEF",
            "doc/0123456789abcdeg/event/e1", "id/region/320500", "id/doc/0123456789abcdef", "graph/catalog", "" })
    void whatIsOfNoneTellsNone(String path) {
        Iris iris = Iris.standard();
        assertEquals(Optional.empty(), iris.articleKey(NodeFactory.createURI(iris.base() + path)));
        assertEquals(Optional.empty(), iris.factsKey(NodeFactory.createURI(iris.base() + path)));
    }

    @Test
    void otherBasesAndOtherNodesAreOfNone() {
        Iris iris = Iris.standard();
        assertEquals(Optional.empty(), iris.articleKey(Iris.below("http://example.org/").facts(KEY)));
        assertEquals(Optional.empty(), iris.articleKey(NodeFactory.createLiteralString(iris.facts(KEY).getURI())));
        assertEquals(Optional.empty(), iris.articleKey(NodeFactory.createBlankNode()));
    }
}
