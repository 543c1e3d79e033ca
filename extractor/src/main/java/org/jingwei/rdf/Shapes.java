package org.jingwei.rdf;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.validation.ValidationProc;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Checks the graphs of articles and of official statistics against {@code ontology/shapes.ttl}. Reads shapes and class tree once; thread-safe.
 */
public final class Shapes {
    private final org.apache.jena.shacl.Shapes shapes;
    private final List<Triple> classTree;
    private final Iris iris;

    public Shapes() {
        this(Iris.standard());
    }

    /** @param iris those of the graphs to check */
    public Shapes(Iris iris) {
        this.iris = iris;
        this.shapes = org.apache.jena.shacl.Shapes.parse(OntologyFiles.read(iris, OntologyFiles.SHAPES));
        try (Stream<Triple> tree = OntologyFiles.read(iris, OntologyFiles.ONTOLOGY).stream(Node.ANY, Ns.SUB_CLASS_OF,
                Node.ANY)) {
            this.classTree = tree.sorted(NodeOrder.TRIPLES).toList();
        }
    }

    public Verdict check(ArticleGraph article) {
        Graph data = GraphFactory.createDefaultGraph();
        article.facts().stream().forEach(data::add);
        article.evidence().stream().forEach(data::add);
        return check(data);
    }

    public Verdict check(StatisticsGraph statistics) {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(data, statistics.graph());
        return check(data);
    }

    Verdict check(Graph data) {
        classTree.forEach(data::add);
        ValidationContext run = ValidationContext.create(shapes, data);
        for (Shape shape : shapes.getTargetShapes()) {
            for (Node focus : VLib.focusNodes(data, shape)) {
                ValidationProc.execValidateShape(run, data, shape, focus);
            }
        }
        // A report is a graph of its own: it is made where there is something to report.
        return run.hasViolation()
                ? broken(run.generateReport().getEntries())
                : new Verdict.Conforming();
    }

    Verdict.Broken broken(Collection<ReportEntry> entries) {
        return new Verdict.Broken(entries.stream().map(this::line).sorted().distinct().toList());
    }

    private String line(ReportEntry entry) {
        StringBuilder line = new StringBuilder(show(entry.focusNode()));
        if (entry.resultPath() != null) {
            line.append(' ').append(entry.resultPath().toString().replace(iris.base(), ""));
        }
        if (entry.value() != null) {
            line.append(" = ").append(show(entry.value()));
        }
        return line.append(": ").append(entry.message()).toString();
    }

    private String show(Node node) {
        return node.toString().replace(iris.base(), "");
    }
}
