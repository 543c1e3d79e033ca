package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code rdf/valid.ttl} and {@code rdf/valid-statistics.ttl} conform; each update in {@code rdf/invalid/} spoils it in one way. Its first two lines name the
 * shape that must refuse it and words of the report.
 */
class ShapesTest {
    private static final Shapes SHAPES = new Shapes();
    /** Parts of other shapes, without targets of their own. */
    private static final Set<String> PARTS = Set.of("Damaged", "Garbled");

    @Test
    void theValidExampleConforms() throws IOException {
        assertEquals(new Verdict.Conforming(), SHAPES.check(valid()));
    }

    @Test
    void theValidExampleIsWhatTheMapperWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GraphWriter(Iris.standard()).write(Bulletin.sample().graph(), RdfFormat.TURTLE, out);
        assertEquals(text("/rdf/valid.ttl"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theValidStatisticsAreWhatTheMapperWrites() throws IOException {
        StatisticsGraph statistics = Yearbook.graph(Iris.standard());
        assertEquals(new Verdict.Conforming(), SHAPES.check(statistics));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GraphWriter(Iris.standard()).write(List.of(new NamedGraph(statistics.graphName(), statistics.graph())),
                RdfFormat.TURTLE, out);
        assertEquals(text("/rdf/valid-statistics.ttl"), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theGazetteerConforms() {
        assertEquals(new Verdict.Conforming(), SHAPES.check(ReferenceGraphs.gazetteer(Iris.standard())));
    }

    static List<String> invalid() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(ShapesTest.class.getResource("/rdf/invalid").toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidExamplesAreRefused(String file) throws IOException {
        String update = text("/rdf/invalid/" + file);
        String[] lines = update.split("\n", 3);
        DatasetGraph dataset = DatasetGraphFactory.create();
        valid().stream().forEach(dataset.getDefaultGraph()::add);
        UpdateExec.dataset(dataset).update(update).execute();
        assertFalse(dataset.getDefaultGraph().isIsomorphicWith(valid()), "changes nothing");
        Graph spoilt = GraphFactory.createDefaultGraph();
        dataset.getDefaultGraph().stream().forEach(spoilt::add);
        Verdict.Broken broken = assertInstanceOf(Verdict.Broken.class, SHAPES.check(spoilt));
        String words = lines[1].replace("# report: ", "");
        assertTrue(broken.report().stream().anyMatch(line -> line.contains(words)),
                () -> "no \"" + words + "\" in " + String.join("\n", broken.report()));
        var whole = ShaclValidator.get().validate(OntologyFiles.read(Iris.standard(), OntologyFiles.SHAPES), spoilt);
        assertEquals(SHAPES.broken(whole.getEntries()), broken);
    }

    @Test
    void everyShapeHasAnInvalidExample() throws IOException, URISyntaxException {
        Set<String> spoilt = new TreeSet<>(PARTS);
        for (String file : invalid()) {
            spoilt.add(text("/rdf/invalid/" + file).lines().findFirst().orElseThrow().replace("# shape: ", ""));
        }
        String namespace = Iris.DEFAULT_BASE + "shapes#";
        Set<String> shapes = OntologyFiles.read(Iris.standard(), OntologyFiles.SHAPES)
                .stream(Node.ANY, Ns.TYPE, Node.ANY)
                .map(Triple::getSubject).filter(node -> node.isURI() && node.getURI().startsWith(namespace))
                .map(node -> node.getURI().substring(namespace.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shapes, spoilt);
    }

    /** A base may hold what means something else in a pattern. */
    @ParameterizedTest
    @ValueSource(strings = { "http://localhost:3330/", "http://localhost:3330/c++/(old)/", "https://a.example/x.y/" })
    void graphsBelowAnyBaseAreJudgedAlike(String base) throws IOException {
        Iris iris = Iris.below(base);
        String turtle = text("/rdf/valid.ttl").replace(Iris.DEFAULT_BASE, base);
        Graph moved = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(moved);
        assertEquals(new Verdict.Conforming(), new Shapes(iris).check(moved));
        Graph spoilt = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle.replaceAll("jw:amountRole +amountRole:[A-Z_]+;", ""), Lang.TURTLE).parse(spoilt);
        assertInstanceOf(Verdict.Broken.class, new Shapes(iris).check(spoilt));
    }

    @Test
    void oneObjectServesManyThreads() {
        List<Verdict> alone = LongStream.range(0, 16).mapToObj(seed -> SHAPES.check(Samples.random(seed).graph()))
                .toList();
        List<Verdict> together = LongStream.range(0, 16).parallel()
                .mapToObj(seed -> SHAPES.check(Samples.random(seed).graph())).toList();
        assertEquals(alone, together);
    }

    private static Graph valid() throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : List.of("/rdf/valid.ttl", "/rdf/valid-statistics.ttl")) {
            RDFParser.source(new ByteArrayInputStream(text(file).getBytes(StandardCharsets.UTF_8))).lang(Lang.TURTLE)
                    .parse(graph);
        }
        return graph;
    }

    private static String text(String resource) throws IOException {
        try (var in = ShapesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
