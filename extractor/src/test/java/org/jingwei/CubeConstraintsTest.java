package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The integrity constraints IC-1 to IC-21 of the <a href="https://www.w3.org/TR/vocab-data-cube/#wf-rules">RDF Data Cube
 * vocabulary</a>, each as one query in {@code cube/}, over what is published. Each is shown to catch something.
 */
class CubeConstraintsTest {
    private static final int CONSTRAINTS = 21;
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final Node OBSERVATION = NodeFactory.createURI(QB + "Observation");
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    /** The property from parent to child of each hierarchical list; and that from child to parent. */
    private static final String DOWN = "SELECT ?p WHERE { ?list a qb:HierarchicalCodeList ; qb:parentChildProperty ?p . FILTER(isIRI(?p)) }";
    private static final String UP = "SELECT ?p WHERE { ?list a qb:HierarchicalCodeList ; qb:parentChildProperty [ owl:inverseOf ?p ] . FILTER(isIRI(?p)) }";

    @Test
    void theDemoIsAWellFormedCube() throws IOException {
        Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        Graph graph = ReferenceGraphs.vocabulary(Iris.standard());
        for (String file : resource("/demo/index.txt").lines().filter(line -> !line.isBlank()).toList()) {
            byte[] content = resource("/demo/" + file).getBytes(StandardCharsets.UTF_8);
            add(pipeline, new RawPage(file, file, file.endsWith(".html") ? RawPage.Kind.HTML : RawPage.Kind.TEXT,
                    content, RawPage.sha256(content), RawPage.Stated.NOTHING), graph);
        }
        assertTrue(observations(graph) > 5, () -> "only " + observations(graph) + " observations");
        assertEquals(Set.of(), violated(graph));
    }

    /** Ranges, ranks, shares, multiples, companies, indicators and units that no list holds. */
    @Test
    void bulletinsAreAWellFormedCube() throws IOException {
        Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        Graph graph = ReferenceGraphs.vocabulary(Iris.standard());
        for (Case each : Case.all()) {
            if (each.name().matches(".*(quarter|year|range|trade|economy|statistics|results|table).*")) {
                add(pipeline, each.page(), graph);
            }
        }
        assertTrue(observations(graph) > 150, () -> "only " + observations(graph) + " observations");
        assertEquals(Set.of(), violated(graph));
    }

    @Test
    void theExampleIsWellFormed() throws IOException {
        assertEquals(Set.of(), violated(example()));
    }

    static List<String> broken() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(CubeConstraintsTest.class.getResource("/cube/broken").toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The name of the file is that of the constraint that must find it. */
    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenIsFound(String file) throws IOException {
        Graph graph = example();
        update(graph, resource("/cube/broken/" + file));
        assertFalse(graph.isIsomorphicWith(example()), "changes nothing");
        Set<Integer> violated = violated(graph);
        assertTrue(violated.contains(Integer.valueOf(file.substring(3, 5))), violated::toString);
    }

    @Test
    void everyConstraintIsShownToFindSomething() throws IOException, URISyntaxException {
        Set<Integer> shown = new TreeSet<>();
        broken().forEach(file -> shown.add(Integer.valueOf(file.substring(3, 5))));
        assertEquals(new TreeSet<>(IntStream.rangeClosed(1, CONSTRAINTS).boxed().toList()), shown);
    }

    private static void add(Pipeline pipeline, RawPage page, Graph into) {
        var extracted = assertInstanceOf(Outcome.Extracted.class, pipeline.run(page), page::name);
        GraphUtil.addInto(into, extracted.graph().facts());
        GraphUtil.addInto(into, extracted.graph().evidence());
    }

    private static long observations(Graph graph) {
        return graph.stream(Node.ANY, TYPE, OBSERVATION).count();
    }

    /** Which of the constraints 1 to 21 {@code data} violates once it is normalised. */
    private static Set<Integer> violated(Graph data) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, data);
        update(graph, resource("/cube/normalise.ru"));
        Set<Integer> violated = new TreeSet<>();
        for (int number = 1; number <= CONSTRAINTS; number++) {
            String query = resource(String.format(java.util.Locale.ROOT, "/cube/ic-%02d.rq", number));
            for (String each : instances(graph, number, query)) {
                if (ask(graph, each)) {
                    violated.add(number);
                }
            }
        }
        return violated;
    }

    /** The last two constraints are patterns, to be asked for each hierarchy. */
    private static List<String> instances(Graph graph, int number, String query) {
        if (!query.contains("<$p>")) {
            return List.of(query);
        }
        List<String> instances = new ArrayList<>();
        String prefixes = "PREFIX qb: <" + QB + "> PREFIX owl: <http://www.w3.org/2002/07/owl#> ";
        try (QueryExec execution = QueryExec.graph(graph).query(prefixes + (number == CONSTRAINTS ? UP : DOWN))
                .build()) {
            execution.select().forEachRemaining(row -> instances.add(query.replace("$p", row.get("p").getURI())));
        }
        return instances;
    }

    private static boolean ask(Graph graph, String text) {
        Query query = QueryFactory.create(text);
        try (QueryExec execution = QueryExec.graph(graph).query(query).build()) {
            return execution.ask();
        }
    }

    private static void update(Graph graph, String update) {
        UpdateExec.dataset(DatasetGraphFactory.wrap(graph)).update(update).execute();
    }

    private static Graph example() throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(resource("/cube/well-formed.ttl"), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = CubeConstraintsTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
