package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code shapes/SHAPE/valid-….ttl} conforms to all shapes; {@code invalid-….ttl} breaks that one and no other. */
class ShapeExamplesTest {
    private static final Iris IRIS = Iris.standard();
    private static final Shapes SHAPES = new Shapes();
    private static final GraphCheck CHECK = new GraphCheck(IRIS);
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final List<String> TARGETS = List.of("targetClass", "targetSubjectsOf", "targetObjectsOf",
            "targetNode");

    static List<Path> valid() throws IOException {
        return files("valid-");
    }

    static List<Path> invalid() throws IOException {
        return files("invalid-");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidExampleConforms(Path file) throws IOException {
        assertEquals(List.of(), CHECK.check(read(file)));
        assertEquals(new Verdict.Conforming(), SHAPES.check(read(file)));
    }

    /** Else the shape would not have looked at it. */
    @ParameterizedTest
    @MethodSource("valid")
    void aValidExampleHasANodeThatItsShapeIsAbout(Path file) throws IOException {
        Graph shapes = OntologyFiles.read(IRIS, OntologyFiles.SHAPES);
        Node shape = Ns.iri(IRIS.base() + "shapes#", file.getParent().getFileName().toString());
        Graph data = read(file);
        OntologyFiles.read(IRIS, OntologyFiles.ONTOLOGY).find(Node.ANY, Ns.SUB_CLASS_OF, Node.ANY)
                .forEachRemaining(data::add);
        Graph alone = GraphFactory.createDefaultGraph();
        shapes.stream().filter(t -> t.getSubject().equals(shape) || !isTarget(t)).forEach(alone::add);
        assertTrue(org.apache.jena.shacl.Shapes.parse(alone).getTargetShapes().stream()
                .flatMap(s -> s.getTargets().stream()).anyMatch(t -> !t.getFocusNodes(data).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleBreaksItsShapeAndNoOther(Path file) throws IOException {
        List<Finding> findings = CHECK.check(read(file));
        assertEquals(Set.of(file.getParent().getFileName().toString()),
                findings.stream().map(Finding::rule).collect(Collectors.toSet()), findings::toString);
        assertInstanceOf(Verdict.Broken.class, SHAPES.check(read(file)));
        for (Finding finding : findings) {
            assertFalse(finding.problem().isBlank());
            assertTrue(finding.remedy().matches("[A-Z].+\\."), finding::toString);
        }
    }

    @Test
    void everyShapeHasBothKindsOfExample() throws IOException {
        Set<String> withTargets = new TreeSet<>();
        OntologyFiles.read(IRIS, OntologyFiles.SHAPES).stream().filter(ShapeExamplesTest::isTarget)
                .map(t -> t.getSubject().getURI().substring((IRIS.base() + "shapes#").length()))
                .forEach(withTargets::add);
        assertEquals(withTargets, shapesOf(valid()));
        assertEquals(withTargets, shapesOf(invalid()));
    }

    @Test
    void everyClassHasAShape() {
        Graph ontology = OntologyFiles.read(IRIS, OntologyFiles.ONTOLOGY);
        Set<Node> targeted = OntologyFiles.read(IRIS, OntologyFiles.SHAPES)
                .stream(Node.ANY, Ns.iri(SH, "targetClass"), Node.ANY).map(Triple::getObject)
                .collect(Collectors.toSet());
        List<String> without = new ArrayList<>();
        ontology.stream(Node.ANY, Ns.TYPE, Ns.iri(Ns.OWL, "Class")).map(Triple::getSubject)
                .filter(node -> node.getURI().startsWith(IRIS.namespace()))
                .filter(node -> above(ontology, node).stream().noneMatch(targeted::contains)).map(Node::getURI)
                .forEach(without::add);
        assertEquals(List.of(), without);
    }

    @Test
    void theReferenceGraphsConform() {
        assertEquals(List.of(), CHECK.check(ReferenceGraphs.vocabulary(IRIS)));
        assertEquals(List.of(), CHECK.check(ReferenceGraphs.gazetteer(IRIS)));
    }

    private static boolean isTarget(Triple triple) {
        return TARGETS.stream().anyMatch(target -> triple.getPredicate().getURI().equals(SH + target));
    }

    private static Set<Node> above(Graph ontology, Node node) {
        Set<Node> above = new java.util.HashSet<>(Set.of(node));
        List<Node> queue = new ArrayList<>(List.of(node));
        while (!queue.isEmpty()) {
            ontology.stream(queue.removeLast(), Ns.SUB_CLASS_OF, Node.ANY).map(Triple::getObject).filter(above::add)
                    .forEach(queue::add);
        }
        return above;
    }

    private static Set<String> shapesOf(List<Path> files) {
        return files.stream().map(file -> file.getParent().getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String beginning) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(ShapeExamplesTest.class.getResource("/shapes").toURI()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)).sorted().toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Graph read(Path file) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Files.readString(file), Lang.TURTLE).parse(graph);
        return graph;
    }
}
