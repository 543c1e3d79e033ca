package org.jingwei.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * What one article states and why it is believed, in memory.
 *
 * @param key      of the article
 * @param facts    its graph of facts
 * @param evidence its graph of evidence
 */
record ArticleView(String key, Iris iris, Graph facts, Graph evidence) {
    static final String SCHEMA = "https://schema.org/";
    static final String OA = "http://www.w3.org/ns/oa#";
    static final String ORG = "http://www.w3.org/ns/org#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String DIMENSION = "http://purl.org/linked-data/sdmx/2009/dimension#";
    static final String MEASURE = "http://purl.org/linked-data/sdmx/2009/measure#";
    static final String ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#";

    /** Inside a read transaction. */
    static ArticleView of(DatasetGraph dataset, String key, Iris iris) {
        return new ArticleView(key, iris, copy(dataset, iris.facts(key)), copy(dataset, iris.evidence(key)));
    }

    private static Graph copy(DatasetGraph dataset, Node name) {
        Graph graph = GraphFactory.createGraphMem();
        dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    static Node iri(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }

    static Node schema(String name) {
        return iri(SCHEMA, name);
    }

    /** A term of the ontology. */
    Node term(String name) {
        return iris.term(name);
    }

    Node article() {
        return iris.article(key);
    }

    /** In the natural order. */
    List<Node> objects(Node subject, Node property) {
        return sorted(facts.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList());
    }

    List<Node> subjects(Node property, Node object) {
        return sorted(facts.find(Node.ANY, property, object).mapWith(t -> t.getSubject()).toList());
    }

    List<Node> ofType(Node type) {
        return subjects(RDF.type.asNode(), type);
    }

    private static List<Node> sorted(List<Node> nodes) {
        return nodes.stream().distinct().sorted(NodeOrder.NODES).toList();
    }

    Optional<Node> one(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /** The texts behind a property, joined by 、; empty where there are none. */
    String texts(Node subject, Node property) {
        return objects(subject, property).stream().map(ArticleView::text).distinct().collect(Collectors.joining("、"));
    }

    static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : NodeFmtLib.strNT(node);
    }

    /** The place of an article's words. */
    record Quote(int start, int end, String words) {}

    /** The longest stretch of words behind a fact; of equals the first. Empty where none is named. */
    Optional<Quote> quote(Node fact) {
        return evidence.find(fact, term("evidence"), Node.ANY).mapWith(t -> t.getObject()).toList().stream()
                .flatMap(span -> quoteAt(span).stream())
                .min(Comparator.comparing((Quote q) -> q.start() - q.end()).thenComparing(Quote::start)
                        .thenComparing(Quote::words));
    }

    private Optional<Quote> quoteAt(Node span) {
        Optional<Node> start = stated(span, "start");
        Optional<Node> end = stated(span, "end");
        Optional<Node> words = stated(span, "exact");
        return start.isEmpty() || end.isEmpty() || words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quote(Integer.parseInt(text(start.get())), Integer.parseInt(text(end.get())),
                        text(words.get())));
    }

    private Optional<Node> stated(Node span, String property) {
        return sorted(evidence.find(span, iri(OA, property), Node.ANY).mapWith(t -> t.getObject()).toList()).stream()
                .findFirst();
    }

    Optional<Node> confidence(Node fact) {
        return sorted(evidence.find(fact, term("confidence"), Node.ANY).mapWith(t -> t.getObject()).toList()).stream()
                .findFirst();
    }
}
