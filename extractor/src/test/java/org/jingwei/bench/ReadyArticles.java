package org.jingwei.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Origin;

/**
 * Graphs of articles without end, at the price of reading some: the same number gives the same article. A few hundred
 * generated pages are read; each further article is one of them under another key, with other texts of its own things.
 * Things that articles share keep their names.
 */
final class ReadyArticles {
    private static final String SHA256 = "https://schema.org/sha256";
    private static final String SOURCE = "http://purl.org/dc/elements/1.1/source";

    private final Iris iris = Iris.standard();
    private final long seed;
    private final List<Pattern> patterns;

    /** @param row what the catalog says of it, as the store writes it */
    private record Pattern(RawPage page, ArticleGraph graph, List<Triple> row) {}

    /**
     * @param page  one whose key is the article's
     * @param row   what the catalog says of the article when it is stored with the page as its origin
     * @param quads all statements, in the order in which the graphs give them, the row behind them: made beforehand, so
     *              that no side is timed making them
     */
    record Ready(RawPage page, ArticleGraph graph, List<Triple> row, List<Quad> quads) {
        static Ready of(RawPage page, ArticleGraph graph, List<Triple> row) {
            var quads = new ArrayList<Quad>();
            graph.facts().find().forEachRemaining(t -> quads.add(Quad.create(graph.factsName(), t)));
            graph.evidence().find().forEachRemaining(t -> quads.add(Quad.create(graph.evidenceName(), t)));
            row.forEach(t -> quads.add(Quad.create(graph.iris().graph("catalog"), t)));
            return new Ready(page, graph, row, quads);
        }

        Origin origin() {
            return Origin.of(page);
        }
    }

    /** Reads pages of this seed until so many have given an article. */
    ReadyArticles(long seed, int patterns) throws IOException {
        this.seed = seed;
        var pipeline = new Pipeline(Gazetteer.load(), iris);
        var pages = new GeneratedArticles(seed);
        List<Pattern> bare = IntStream.range(0, patterns * 2).parallel().mapToObj(pages::page)
                .flatMap(page -> pipeline.run(page) instanceof Outcome.Extracted extracted
                        ? java.util.stream.Stream.of(new Pattern(page, extracted.graph(), List.of()))
                        : java.util.stream.Stream.empty())
                .limit(patterns).toList();
        this.patterns = withRows(bare);
    }

    private List<Pattern> withRows(List<Pattern> bare) throws IOException {
        Path scratch = Files.createTempDirectory("jingwei-ready-");
        try (var store = KnowledgeStore.open(scratch, iris)) {
            var origins = new java.util.HashMap<String, Origin>();
            bare.forEach(p -> origins.put(p.graph.key(), Origin.of(p.page)));
            store.put(bare.stream().map(Pattern::graph).toList(), g -> Optional.of(origins.get(g.key())));
            return store.read(now -> bare.stream().map(p -> new Pattern(p.page, p.graph,
                    java.util.stream.Stream.of(p.graph.factsName(), p.graph.evidenceName())
                            .flatMap(name -> Iter.asStream(now.find(iris.graph("catalog"), name, Node.ANY, Node.ANY)))
                            .map(Quad::asTriple).toList()))
                    .toList());
        } finally {
            Disk.delete(scratch);
        }
    }

    /** @param number from 0; those below the number of patterns differ from each other in what they say */
    Ready article(int number) {
        Pattern pattern = patterns.get(number % patterns.size());
        int round = number / patterns.size();
        byte[] mark = ("\n<!-- " + seed + " " + number + " -->").getBytes(StandardCharsets.UTF_8);
        byte[] content = java.util.Arrays.copyOf(pattern.page.content(), pattern.page.content().length + mark.length);
        System.arraycopy(mark, 0, content, pattern.page.content().length, mark.length);
        String name = "ready-" + seed + "-" + number;
        var page = new RawPage(name, name, pattern.page.kind(), content, RawPage.sha256(content),
                RawPage.Stated.NOTHING);
        var anew = new Rewriting(iris, pattern.page, page, round);
        var graph = new ArticleGraph(page.key(), iris, anew.of(pattern.graph.facts()),
                anew.of(pattern.graph.evidence()));
        return Ready.of(page, graph, pattern.row.stream().map(anew::of).toList());
    }

    /** An article as another page's. */
    private record Rewriting(Iris iris, RawPage from, RawPage to, int round) {
        private static final int SHORT = 2;

        Graph of(Graph graph) {
            Graph copy = GraphFactory.createDefaultGraph();
            graph.find().forEachRemaining(triple -> copy.add(of(triple)));
            return copy;
        }

        Triple of(Triple triple) {
            boolean own = triple.getSubject().getURI().startsWith(iris.facts(from.key()).getURI());
            return Triple.create(iri(triple.getSubject()), triple.getPredicate(),
                    triple.getObject().isURI()
                            ? iri(triple.getObject())
                            : own ? text(triple.getPredicate(), triple.getObject()) : triple.getObject());
        }

        private Node iri(Node node) {
            String before = iris.facts(from.key()).getURI();
            return node.getURI().startsWith(before)
                    ? NodeFactory.createURI(iris.facts(to.key()).getURI() + node.getURI().substring(before.length()))
                    : node;
        }

        private Node text(Node property, Node text) {
            String form = text.getLiteralLexicalForm();
            if (form.equals(from.identity())) {
                return NodeFactory.createLiteralString(to.identity());
            }
            if (property.getURI().equals(SOURCE)) {
                return NodeFactory.createLiteralString(to.location());
            }
            boolean words = !text.getLiteralLanguage().isEmpty()
                    || XSDDatatype.XSDstring.getURI().equals(text.getLiteralDatatypeURI());
            if (!words || round == 0 || form.length() <= SHORT || property.getURI().equals(SHA256)
                    || property.getURI().endsWith("Version")) {
                return text;
            }
            return text.getLiteralLanguage().isEmpty()
                    ? NodeFactory.createLiteralString(form + round)
                    : NodeFactory.createLiteralLang(form + round, text.getLiteralLanguage());
        }
    }

    /**
     * The same article with another literal in one statement of its facts and in one of its evidence: in each article
     * of another property, so that all have their turn.
     */
    static Ready revised(Ready ready, int number) {
        return Ready.of(ready.page, new ArticleGraph(ready.graph.key(), ready.graph.iris(),
                revised(ready.graph.facts(), number), revised(ready.graph.evidence(), number)), ready.row);
    }

    private static Graph revised(Graph graph, int number) {
        List<Triple> all = org.jingwei.rdf.NodeOrder.sorted(graph.stream());
        List<Triple> open = all.stream().filter(t -> !other(t).equals(t)).toList();
        Triple chosen = open.get(Math.floorMod(number * 31, open.size()));
        Graph copy = GraphFactory.createDefaultGraph();
        all.forEach(triple -> copy.add(triple.equals(chosen) ? other(triple) : triple));
        return copy;
    }

    private static Triple other(Triple triple) {
        Node object = triple.getObject();
        if (!object.isLiteral()) {
            return triple;
        }
        String form = object.getLiteralLexicalForm();
        Node changed = !object.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralLang(form + "改", object.getLiteralLanguage())
                : XSDDatatype.XSDstring.getURI().equals(object.getLiteralDatatypeURI())
                        ? NodeFactory.createLiteralString(form + "改")
                        : form.matches("\\d+(\\.\\d+)?")
                                ? NodeFactory.createLiteralDT("1" + form, object.getLiteralDatatype())
                                : object;
        return Triple.create(triple.getSubject(), triple.getPredicate(), changed);
    }
}
