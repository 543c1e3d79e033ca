package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jingwei.rdf.NodeOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTest {
    private static final List<Node> OBJECTS = List.of(NodeFactory.createURI("https://a.example/企业"),
            NodeFactory.createLiteralString("换\n行\r\"引\\号\""), NodeFactory.createLiteralLang("名", "zh-Hans"),
            NodeFactory.createLiteralLang("名", "zh-Hant"), NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralDT("58.0", XSDDatatype.XSDdecimal), NodeFactory.createBlankNode("b1"),
            NodeFactory.createLiteralDT("58", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralString("长".repeat(40_000)), NodeFactory.createLiteralString("𠮷"));

    /** In memory, and through files: the same as a set in memory. */
    @ParameterizedTest
    @ValueSource(ints = { 1_000_000, 100, 7 })
    void whatGoesInComesOutInOrderAndOnce(int inMemory) {
        var triples = new ArrayList<Triple>();
        for (int i = 0; i < 150; i++) {
            Triple triple = Triple.create(NodeFactory.createURI("https://a.example/e" + i % 40),
                    NodeFactory.createURI("https://a.example/p" + i % 3), OBJECTS.get(i % OBJECTS.size()));
            triples.add(triple);
            triples.add(triple);
        }
        Collections.shuffle(triples, new Random(7));
        var expected = new TreeSet<>(NodeOrder.TRIPLES);
        expected.addAll(triples);
        var found = new ArrayList<Triple>();
        try (var sorted = Sorted.triples(inMemory)) {
            triples.forEach(sorted::add);
            sorted.forEach(found::add);
        }
        assertEquals(new ArrayList<>(expected), found);
    }
}
