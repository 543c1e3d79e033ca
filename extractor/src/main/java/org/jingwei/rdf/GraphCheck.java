package org.jingwei.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Checks graphs of any origin against {@code ontology/shapes.ttl} and says of each violation which node, which shape
 * and what to do. The two graphs of an article are checked together, every other graph by itself. Where only the
 * verdict matters, {@link org.jingwei.rdf.Shapes} is the one to ask.
 */
public final class GraphCheck {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::node).thenComparing(Finding::rule)
            .thenComparing(finding -> finding.path().orElse("")).thenComparing(finding -> finding.value().orElse(""))
            .thenComparing(Finding::problem);

    private final Iris iris;
    private final Graph shapesGraph;
    private final Shapes shapes;
    private final Remedies remedies;
    private final List<Triple> classTree;
    private final Map<String, String> prefixes;

    /** @param iris those of the graphs to check */
    public GraphCheck(Iris iris) {
        this.iris = iris;
        this.shapesGraph = OntologyFiles.read(iris, OntologyFiles.SHAPES);
        this.shapes = Shapes.parse(shapesGraph);
        this.prefixes = Prefixes.inverse(Prefixes.common(iris));
        this.remedies = new Remedies(shapesGraph, iris, prefixes);
        this.classTree = OntologyFiles.read(iris, OntologyFiles.ONTOLOGY)
                .find(Node.ANY, Ns.SUB_CLASS_OF, Node.ANY).toList();
    }

    /**
     * What was found in one article or one other graph.
     *
     * @param name     the article's graph of facts or the graph, without the base; "default graph" for that
     * @param article  whether it is an article
     * @param nodes    how many nodes some shape is about
     * @param ours     whether it speaks of anything below the base: most shapes are silent about a graph that does not
     * @param findings in order of their nodes; empty when the graph conforms
     */
    public record Part(String name, boolean article, int nodes, boolean ours, List<Finding> findings) {
        public Part {
            findings = List.copyOf(findings);
        }
    }

    /** Every article and every other graph of {@code dataset}, in order of their names; empty graphs are left out. */
    public List<Part> check(DatasetGraph dataset) {
        Map<String, Set<Node>> parts = new TreeMap<>();
        dataset.listGraphNodes().forEachRemaining(
                graph -> parts.computeIfAbsent(articleOf(graph), name -> new LinkedHashSet<>()).add(graph));
        List<Part> checked = new ArrayList<>();
        Graph nameless = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(nameless, dataset.getDefaultGraph());
        if (!nameless.isEmpty()) {
            checked.add(part("default graph", false, nameless));
        }
        parts.forEach((name, graphs) -> {
            Graph data = GraphFactory.createDefaultGraph();
            graphs.forEach(graph -> dataset.find(graph, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining((Quad quad) -> data.add(quad.asTriple())));
            checked.add(part(shown(name), name.startsWith(iris.base() + "doc/"), data));
        });
        return checked;
    }

    /** {@code graph} is not changed. */
    public List<Finding> check(Graph graph) {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(data, graph);
        return part("", false, data).findings();
    }

    /** @param data is filled up with the class tree */
    private Part part(String name, boolean article, Graph data) {
        boolean ours = data.stream().anyMatch(t -> isOurs(t.getPredicate()) || isOurs(t.getObject()));
        classTree.forEach(data::add);
        List<Finding> findings = ShaclValidator.get().validate(shapes, data).getEntries().stream().map(this::finding)
                .distinct().sorted(ORDER).toList();
        return new Part(name, article, nodes(data), ours, findings);
    }

    private boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(iris.base());
    }

    private int nodes(Graph data) {
        Set<Node> nodes = new HashSet<>();
        shapes.getTargetShapes().forEach(
                shape -> shape.getTargets().forEach(target -> nodes.addAll(target.getFocusNodes(data))));
        return nodes.size();
    }

    private Finding finding(ReportEntry entry) {
        return new Finding(show(entry.focusNode()), rule(entry.source()),
                Optional.ofNullable(entry.resultPath()).map(path -> shown(path.toString())),
                Optional.ofNullable(entry.value()).map(this::show), problem(entry), remedies.of(entry));
    }

    private String problem(ReportEntry entry) {
        return entry.resultPath() == null
                ? entry.message()
                : CountWords.of(entry.message(), shown(entry.resultPath().toString()));
    }

    /** The named shape that {@code source}, a shape without a name, is a part of. */
    private String rule(Node source) {
        Set<Node> seen = new HashSet<>();
        Node at = source;
        while (at != null && !at.isURI() && seen.add(at)) {
            Node part = at;
            at = shapesGraph.stream(Node.ANY, Node.ANY, part).map(Triple::getSubject).findFirst().orElse(null);
        }
        return at == null || !at.isURI() ? "unnamed" : at.getURI().substring(at.getURI().indexOf('#') + 1);
    }

    /** The graph of facts that belongs to a graph of evidence; any other graph itself. */
    private String articleOf(Node graph) {
        String name = graph.isURI() ? graph.getURI() : graph.toString();
        String end = "/evidence";
        boolean evidence = name.startsWith(iris.base() + "doc/") && name.endsWith(end);
        return evidence ? name.substring(0, name.length() - end.length()) : name;
    }

    private String show(Node node) {
        return node.isLiteral()
                ? "\"" + node.getLiteralLexicalForm() + "\""
                        + (node.getLiteralLanguage().isEmpty() ? "" : "@" + node.getLiteralLanguage())
                : shown(node.toString());
    }

    /** IRIs by their short names: those of a vocabulary with its prefix, those below the base without it. */
    private String shown(String text) {
        return ShortNames.in(text, prefixes).replace(iris.base(), "");
    }
}
