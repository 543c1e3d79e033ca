package org.jingwei.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.StatisticsGraph;

/**
 * The catalog graph's rows, one for an article, a table of statistics, the vocabulary, the gazetteer, in terms of VoID, Dublin Core, schema.org and SPARQL Service Description:
 * which graphs it has, how many statements each, the hash and place of what they were read from, and the version of
 * the program that read it. No row holds a time: loading the same page twice changes nothing.
 */
final class Ledger {
    private static final Node NAMED_GRAPH = NodeFactory
            .createURI("http://www.w3.org/ns/sparql-service-description#NamedGraph");
    private static final Node SHA256 = NodeFactory.createURI("https://schema.org/sha256");
    private static final Node SOFTWARE_VERSION = NodeFactory.createURI("https://schema.org/softwareVersion");

    private final Iris iris;
    private final String version;

    Ledger(Iris iris) {
        this.iris = iris;
        this.version = Optional.ofNullable(Ledger.class.getPackage().getImplementationVersion()).orElse("development");
    }

    Node graph() {
        return iris.graph("catalog");
    }

    /** The row of an article whose origin is known, or of one that was made by hand. */
    Set<Triple> row(ArticleGraph article, Optional<Origin> origin) {
        Node facts = iris.facts(article.key());
        Node evidence = iris.evidence(article.key());
        Stream<Triple> always = Stream.of(Triple.create(facts, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(facts, VOID.triples.asNode(), count(article.facts().size())),
                Triple.create(facts, SOFTWARE_VERSION, NodeFactory.createLiteralString(version)),
                Triple.create(facts, DCTerms.hasPart.asNode(), evidence),
                Triple.create(evidence, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(evidence, VOID.triples.asNode(), count(article.evidence().size())),
                Triple.create(evidence, DCTerms.isPartOf.asNode(), facts));
        Stream<Triple> known = origin.stream().flatMap(o -> Stream.of(
                Triple.create(facts, SHA256, NodeFactory.createLiteralString(o.identity())),
                Triple.create(facts, DC_11.source.asNode(), NodeFactory.createLiteralString(o.location()))));
        return Stream.concat(always, known).collect(Collectors.toUnmodifiableSet());
    }

    /** The row of a table of official statistics. */
    Set<Triple> row(StatisticsGraph statistics) {
        Node graph = statistics.graphName();
        return Set.of(Triple.create(graph, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(graph, VOID.triples.asNode(), count(statistics.graph().size())),
                Triple.create(graph, SOFTWARE_VERSION, NodeFactory.createLiteralString(version)),
                Triple.create(graph, SHA256, NodeFactory.createLiteralString(statistics.sha256())),
                Triple.create(graph, DC_11.source.asNode(), NodeFactory.createLiteralString(statistics.file())));
    }

    /** The row of what all articles refer to: how many statements, and their hash. */
    Set<Triple> row(Node name, Graph reference) {
        return Set.of(Triple.create(name, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(name, VOID.triples.asNode(), count(reference.size())),
                Triple.create(name, SHA256, NodeFactory.createLiteralString(Fingerprint.of(reference))));
    }

    /** The subjects of an article's row. */
    List<Node> subjects(String key) {
        return List.of(iris.facts(key), iris.evidence(key));
    }

    /** Keys of the articles in the store with the number of their facts' statements, by key. */
    TreeMap<String, Integer> articles(DatasetGraph dataset) {
        var articles = new TreeMap<String, Integer>();
        String prefix = iris.base() + "doc/";
        dataset.find(graph(), Node.ANY, DCTerms.hasPart.asNode(), Node.ANY).forEachRemaining(quad -> {
            Node facts = quad.getSubject();
            if (facts.isURI() && facts.getURI().startsWith(prefix)) {
                articles.put(facts.getURI().substring(prefix.length()), statements(dataset, facts));
            }
        });
        return articles;
    }

    private int statements(DatasetGraph dataset, Node graph) {
        var counts = dataset.find(graph(), graph, VOID.triples.asNode(), Node.ANY);
        return counts.hasNext() ? ((Number) counts.next().getObject().getLiteralValue()).intValue() : 0;
    }

    Quad quad(Triple triple) {
        return Quad.create(graph(), triple);
    }

    private static Node count(int n) {
        return NodeFactory.createLiteralDT(Integer.toString(n), XSDDatatype.XSDinteger);
    }
}
