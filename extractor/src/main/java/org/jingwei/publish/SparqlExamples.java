package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jingwei.rdf.Iris;

/**
 * The queries as RDF, each a {@code sh:SPARQLSelectExecutable} with its question, its keywords and the endpoint that
 * answers it, in the form of the <a href="https://github.com/sib-swiss/sparql-examples">SIB's examples</a>.
 */
final class SparqlExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";

    private final Iris iris;
    private final List<Triple> triples = new ArrayList<>();

    private SparqlExamples(Iris iris) {
        this.iris = iris;
    }

    /** Turtle. */
    static byte[] of(QueryLibrary library, Iris iris, String endpoint) {
        var examples = new SparqlExamples(iris);
        Node prefixes = examples.iris.queries("prefixes");
        examples.prefixes(library, prefixes);
        library.all().forEach(query -> examples.query(query, prefixes, endpoint));
        examples.triples.sort(Exporter.TRIPLES);
        return AnswerFormat.TURTLE.write(new Answer.Statements(examples.triples), iris);
    }

    private void prefixes(QueryLibrary library, Node node) {
        add(node, RDF.type.asNode(), OWL2.Ontology.asNode());
        Map<String, String> used = new TreeMap<>();
        library.all().forEach(query -> used.putAll(query.query().getPrefixMapping().getNsPrefixMap()));
        used.forEach((prefix, namespace) -> {
            Node declaration = iris.queries("prefix-" + prefix);
            add(node, sh("declare"), declaration);
            add(declaration, sh("prefix"), NodeFactory.createLiteralString(prefix));
            add(declaration, sh("namespace"), NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
        });
    }

    private void query(LibraryQuery query, Node prefixes, String endpoint) {
        Node node = iris.queries(query.name());
        add(node, RDF.type.asNode(), sh("SPARQLExecutable"));
        add(node, RDF.type.asNode(), sh("SPARQLSelectExecutable"));
        add(node, sh("prefixes"), prefixes);
        add(node, sh("select"), NodeFactory.createLiteralString(query.text()));
        add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(query.summary(), Language.EN.tag()));
        add(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(query.question().en(), Language.EN.tag()));
        add(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(query.question().zh(), Language.ZH.tag()));
        query.tags().forEach(tag -> add(node, NodeFactory.createURI(SCHEMA + "keywords"),
                NodeFactory.createLiteralString(tag)));
        add(node, NodeFactory.createURI(SCHEMA + "target"), NodeFactory.createURI(endpoint));
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    private void add(Node subject, Node predicate, Node object) {
        triples.add(Triple.create(subject, predicate, object));
    }
}
