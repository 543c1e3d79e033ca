package org.jingwei.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
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
 * The catalog graph's rows, one for an article, a table of statistics, the vocabulary, the gazetteer, in terms of VoID,
 * Dublin Core, schema.org and SPARQL Service Description: which graphs it has, how many statements each, the hash and
 * place of what they were read from, the versions of the program and of the gazetteer that it was read with, the
 * archive that keeps the page, and whether it is stored, was rejected or is retracted. No row holds a time: loading the same page twice changes nothing.
 */
final class Ledger {
    private static final Node NAMED_GRAPH = NodeFactory
            .createURI("http://www.w3.org/ns/sparql-service-description#NamedGraph");
    private static final Node SHA256 = NodeFactory.createURI("https://schema.org/sha256");
    private static final Node SOFTWARE_VERSION = NodeFactory.createURI("https://schema.org/softwareVersion");
    private static final Node ARCHIVED_AT = NodeFactory.createURI("https://schema.org/archivedAt");

    /** Most statements of a row for each graph. */
    private static final int ROW = 8;

    private final Iris iris;
    private final Node graph;
    private final String version;

    Ledger(Iris iris) {
        this.iris = iris;
        this.graph = iris.graph("catalog");
        this.version = Edition.version();
    }

    Node graph() {
        return graph;
    }

    /** The row of an article whose origin is known, or of one that was made by hand. */
    Set<Triple> row(ArticleGraph article, Optional<Origin> origin) {
        return row(new LedgerRow(article.key(), PageState.STORED, origin.map(Origin::identity),
                origin.map(Origin::location), Optional.of(new Edition(version, "")), Optional.empty(),
                Optional.empty()), Optional.of(article));
    }

    /** @param article of a page that is stored */
    Set<Triple> row(LedgerRow row, Optional<ArticleGraph> article) {
        Node facts = iris.facts(row.key());
        Stream<Triple> page = Stream.of(
                string(facts, SHA256, row.hash()), string(facts, DC_11.source.asNode(), row.location()),
                row.edition().stream().flatMap(edition -> edition(facts, edition)),
                string(facts, ARCHIVED_AT, row.archive()), string(facts, iris.term("stateReason"), row.reason()),
                Stream.of(Triple.create(facts, iris.term("pageState"), iris.code("pageState", row.state().name()))))
                .flatMap(triples -> triples);
        return Stream.concat(page, article.stream().flatMap(this::graphs)).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Triple> graphs(ArticleGraph article) {
        Node facts = iris.facts(article.key());
        Node evidence = iris.evidence(article.key());
        return Stream.of(Triple.create(facts, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(facts, VOID.triples.asNode(), count(article.facts().size())),
                Triple.create(facts, DCTerms.hasPart.asNode(), evidence),
                Triple.create(evidence, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(evidence, VOID.triples.asNode(), count(article.evidence().size())),
                Triple.create(evidence, DCTerms.isPartOf.asNode(), facts));
    }

    private static Stream<Triple> string(Node subject, Node property, Optional<String> value) {
        return value.stream()
                .map(text -> Triple.create(subject, property, NodeFactory.createLiteralString(Acceptable.text(text))));
    }

    /** What the catalog says of an article or a page that gave none; empty when it is not known. */
    Optional<LedgerRow> row(DatasetGraph dataset, String key) {
        Map<Node, Node> said = new HashMap<>();
        dataset.find(graph(), iris.facts(key), Node.ANY, Node.ANY)
                .forEachRemaining(quad -> said.put(quad.getPredicate(), quad.getObject()));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> program = string(said, SOFTWARE_VERSION);
        return Optional.of(new LedgerRow(key, state(said.get(iris.term("pageState"))), string(said, SHA256),
                string(said, DC_11.source.asNode()),
                program.map(p -> new Edition(p, string(said, iris.term("gazetteerVersion")).orElse(""))),
                string(said, ARCHIVED_AT), string(said, iris.term("stateReason"))));
    }

    /** A store of an earlier format does not tell: what it holds is stored. */
    private PageState state(Node code) {
        return Stream.of(PageState.values())
                .filter(state -> iris.code("pageState", state.name()).equals(code)).findFirst()
                .orElse(PageState.STORED);
    }

    private static Optional<String> string(Map<Node, Node> said, Node property) {
        return Optional.ofNullable(said.get(property)).map(Node::getLiteralLexicalForm);
    }

    /** About how many statements a store holds, by what the catalog says of its graphs. */
    long statements(DatasetGraph dataset) {
        long statements = 0;
        var counts = dataset.find(graph(), Node.ANY, VOID.triples.asNode(), Node.ANY);
        while (counts.hasNext()) {
            statements += ROW + ((Number) counts.next().getObject().getLiteralValue()).longValue();
        }
        return statements;
    }

    /** Keys of all pages that have a row, whatever their state, in order. */
    SortedSet<String> keys(DatasetGraph dataset) {
        return keys(dataset, Node.ANY, Node.ANY);
    }

    /** Keys of the pages that were read at this place, in order. */
    SortedSet<String> keysAt(DatasetGraph dataset, String location) {
        return keys(dataset, DC_11.source.asNode(), NodeFactory.createLiteralString(Acceptable.text(location)));
    }

    /** The files of the archive that rows name. */
    Set<String> archives(DatasetGraph dataset) {
        var files = new TreeSet<String>();
        dataset.find(graph(), Node.ANY, ARCHIVED_AT, Node.ANY).forEachRemaining(
                quad -> files.add(quad.getObject().getLiteralLexicalForm().replaceFirst("#.*$", "")));
        return files;
    }

    private SortedSet<String> keys(DatasetGraph dataset, Node property, Node value) {
        var keys = new TreeSet<String>();
        dataset.find(graph(), Node.ANY, property, value)
                .forEachRemaining(quad -> iris.factsKey(quad.getSubject()).ifPresent(keys::add));
        return keys;
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

    /** Of the row of what all articles refer to, what it holds: how many statements, and their hash. */
    Set<Triple> row(Node name, Graph reference) {
        return Set.of(Triple.create(name, RDF.type.asNode(), NAMED_GRAPH),
                Triple.create(name, VOID.triples.asNode(), count(reference.size())),
                Triple.create(name, SHA256, NodeFactory.createLiteralString(Fingerprint.of(reference))));
    }

    /** The rest of that row: what made it. */
    Set<Triple> maker(Node name, Edition edition) {
        return edition(name, edition).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Triple> edition(Node name, Edition edition) {
        return Stream.concat(string(name, SOFTWARE_VERSION, Optional.of(edition.program())),
                string(name, iris.term("gazetteerVersion"),
                        Optional.of(edition.gazetteer()).filter(hash -> !hash.isEmpty())));
    }

    /** Whether the catalog says that this edition made the graph. */
    boolean isMadeBy(DatasetGraph dataset, Node name, Edition edition) {
        return edition(name, edition).map(this::quad).allMatch(dataset::contains);
    }

    /** Adds what it takes to make {@code row} all that the catalog says of this graph. */
    void turn(DatasetGraph now, Node graph, Set<Triple> row, Delta delta) {
        delta.turn(graph(), now.find(graph(), graph, Node.ANY, Node.ANY), row);
    }

    /** What it takes to make {@code row} the page's row. */
    Delta change(DatasetGraph now, String key, Set<Triple> row) {
        var delta = new Delta();
        delta.turn(graph(), subjects(key).stream()
                .flatMap(node -> Iter.asStream(now.find(graph(), node, Node.ANY, Node.ANY))).iterator(), row);
        return delta;
    }

    /** The subjects of an article's row. */
    List<Node> subjects(String key) {
        return List.of(iris.facts(key), iris.evidence(key));
    }

    /** Keys of the articles in the store with the number of their facts' statements, by key. */
    TreeMap<String, Integer> articles(DatasetGraph dataset) {
        var articles = new TreeMap<String, Integer>();
        dataset.find(graph(), Node.ANY, DCTerms.hasPart.asNode(), Node.ANY)
                .forEachRemaining(quad -> iris.factsKey(quad.getSubject())
                        .ifPresent(key -> articles.put(key, statements(dataset, quad.getSubject()))));
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
