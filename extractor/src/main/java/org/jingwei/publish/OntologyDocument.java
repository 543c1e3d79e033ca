package org.jingwei.publish;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;

/**
 * The ontology with its code lists, as a page for people, as Turtle or as JSON-LD, with the IRIs of one base. Written
 * when first asked for; thread-safe.
 */
public final class OntologyDocument {
    /** What it can be had as; the first is what a client gets that does not care. */
    public static final List<AnswerFormat> FORMATS = List.of(AnswerFormat.TURTLE, AnswerFormat.HTML,
            AnswerFormat.JSONLD);

    private final Iris iris;
    private final Set<String> names = new HashSet<>();
    private final Map<AnswerFormat, byte[]> written = new ConcurrentHashMap<>();

    public OntologyDocument(Iris iris) {
        this.iris = iris;
        ReferenceGraphs.vocabulary(iris).stream(Node.ANY, OWL2.versionIRI.asNode(), Node.ANY).forEach(version -> {
            names.add(version.getSubject().getURI());
            names.add(version.getObject().getURI());
        });
    }

    /**
     * UTF-8.
     *
     * @throws IllegalArgumentException when {@code format} is none of {@link #FORMATS}
     */
    public byte[] as(AnswerFormat format) {
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("the ontology is not written as " + format);
        }
        return written.computeIfAbsent(format, this::write).clone();
    }

    /** The shapes that graphs are checked against, as Turtle in UTF-8. */
    public byte[] shapes() {
        return ReferenceGraphs.shapesFile(iris).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code iri} is that of the ontology or of its present version. */
    boolean isNamed(String iri) {
        return names.contains(iri);
    }

    private byte[] write(AnswerFormat format) {
        Graph graph = ReferenceGraphs.vocabulary(iris);
        if (format == AnswerFormat.HTML) {
            return new OntologyPage(graph, iris).html().getBytes(StandardCharsets.UTF_8);
        }
        List<Triple> triples = graph.stream().sorted(Exporter.TRIPLES).toList();
        return format.write(new Answer.Statements(triples), iris);
    }
}
