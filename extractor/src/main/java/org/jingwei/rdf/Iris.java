package org.jingwei.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Stand-in with the signature of the room's own. */
public record Iris(String base) {
    public static final String DEFAULT_BASE = "https://w3id.org/jingwei/";

    public static Iris standard() {
        return new Iris(DEFAULT_BASE);
    }

    public static Iris below(String base) {
        return new Iris(base);
    }

    public String namespace() {
        return base + "ns#";
    }

    public Node facts(String key) {
        return NodeFactory.createURI(base + "doc/" + key);
    }

    public Node evidence(String key) {
        return NodeFactory.createURI(base + "doc/" + key + "/evidence");
    }

    public Node graph(String name) {
        return NodeFactory.createURI(base + "graph/" + name);
    }
}
