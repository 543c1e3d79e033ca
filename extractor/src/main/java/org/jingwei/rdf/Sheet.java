package org.jingwei.rdf;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** One article being written: its key, its IRIs, its two graphs. */
final class Sheet {
    final Iris iris;
    final String key;
    private final Map<String, Node> terms = new HashMap<>();
    final Graph facts = GraphFactory.createDefaultGraph();
    final Graph evidence = GraphFactory.createDefaultGraph();

    Sheet(Iris iris, String key) {
        this.iris = iris;
        this.key = key;
    }

    Node term(String localName) {
        return terms.computeIfAbsent(localName, iris::term);
    }

    Node local(String kind, String id) {
        return iris.local(key, kind, id);
    }

    /** States a fact. */
    void fact(Node subject, Node predicate, Node object) {
        facts.add(Triple.create(subject, predicate, object));
    }

    /** States a fact with a property of the ontology. */
    void fact(Node subject, String property, Node object) {
        fact(subject, term(property), object);
    }

    void type(Node subject, String ontologyClass) {
        fact(subject, Ns.TYPE, term(ontologyClass));
    }

    void type(Node subject, Node anyClass) {
        fact(subject, Ns.TYPE, anyClass);
    }

    /** Records why a fact is believed. */
    void why(Node subject, Node predicate, Node object) {
        evidence.add(Triple.create(subject, predicate, object));
    }

    void why(Node subject, String property, Node object) {
        why(subject, term(property), object);
    }

    void whyType(Node subject, String ontologyClass) {
        why(subject, Ns.TYPE, term(ontologyClass));
    }

    ArticleGraph graph() {
        return new ArticleGraph(key, iris, facts, evidence);
    }
}
