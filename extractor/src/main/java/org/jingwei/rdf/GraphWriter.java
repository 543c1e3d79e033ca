package org.jingwei.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.source.Json;

/**
 * Writes graphs: UTF-8, subjects in their natural order (e2 before e10), types first. Equal graphs give equal bytes.
 * Turtle has no names for graphs: it is the union of them.
 */
public final class GraphWriter {
    private final Iris iris;

    public GraphWriter(Iris iris) {
        this.iris = iris;
    }

    /** Both graphs of an article. Does not close {@code out}. */
    public void write(ArticleGraph article, RdfFormat format, OutputStream out) throws IOException {
        Map<String, String> prefixes = Prefixes.common(iris);
        prefixes.putAll(Prefixes.of(iris, article.key()));
        write(List.of(new NamedGraph(article.factsName(), article.facts()),
                new NamedGraph(article.evidenceName(), article.evidence())), prefixes, format, out);
    }

    /** Any graphs, in the order given. Does not close {@code out}. */
    public void write(List<NamedGraph> graphs, RdfFormat format, OutputStream out) throws IOException {
        write(graphs, Prefixes.common(iris), format, out);
    }

    private static void write(List<NamedGraph> graphs, Map<String, String> prefixes, RdfFormat format,
            OutputStream out) throws IOException {
        Map<String, String> used = Prefixes.used(prefixes, graphs);
        switch (format) {
            case TRIG -> stream(graphs, used, RDFFormat.TRIG_BLOCKS, out);
            case NQUADS -> stream(graphs, Map.of(), RDFFormat.NQUADS_UTF8, out);
            case TURTLE -> {
                StreamRDF writer = start(used, RDFFormat.TURTLE_BLOCKS, out);
                NodeOrder.sorted(graphs.stream().flatMap(GraphWriter::triples).distinct()).forEach(writer::triple);
                writer.finish();
            }
            case JSONLD -> out.write(Json.pretty(JsonLd.document(graphs, used)).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void stream(List<NamedGraph> graphs, Map<String, String> prefixes, RDFFormat format,
            OutputStream out) {
        StreamRDF writer = start(prefixes, format, out);
        for (NamedGraph named : graphs) {
            sorted(named).forEach(triple -> writer.quad(Quad.create(named.name(), triple)));
        }
        writer.finish();
    }

    private static StreamRDF start(Map<String, String> prefixes, RDFFormat format, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        prefixes.forEach(writer::prefix);
        return writer;
    }

    private static Stream<Triple> triples(NamedGraph named) {
        return named.graph().stream();
    }

    static List<Triple> sorted(NamedGraph named) {
        return NodeOrder.sorted(triples(named));
    }

    /** JSON-LD 1.1 as plain maps. */
    private static final class JsonLd {
        private final Map<String, String> prefixes;

        private JsonLd(Map<String, String> prefixes) {
            this.prefixes = prefixes;
        }

        static Map<String, Object> document(List<NamedGraph> graphs, Map<String, String> prefixes) {
            JsonLd json = new JsonLd(Prefixes.inverse(prefixes));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("@context", new LinkedHashMap<>(prefixes));
            List<Object> all = new ArrayList<>();
            for (NamedGraph named : graphs) {
                Map<String, Object> graph = new LinkedHashMap<>();
                graph.put("@id", named.name().getURI());
                graph.put("@graph", json.nodes(named));
                all.add(graph);
            }
            document.put("@graph", all);
            return document;
        }

        private List<Object> nodes(NamedGraph named) {
            Map<Node, Map<String, Object>> nodes = new LinkedHashMap<>();
            for (Triple triple : sorted(named)) {
                Map<String, Object> node = nodes.computeIfAbsent(triple.getSubject(), subject -> {
                    Map<String, Object> fresh = new LinkedHashMap<>();
                    fresh.put("@id", id(subject));
                    return fresh;
                });
                boolean type = triple.getPredicate().equals(Ns.TYPE);
                add(node, type ? "@type" : compact(triple.getPredicate().getURI()),
                        type ? compact(triple.getObject().getURI()) : value(triple.getObject()));
            }
            return new ArrayList<>(nodes.values());
        }

        @SuppressWarnings("unchecked")
        private static void add(Map<String, Object> node, String key, Object value) {
            Object before = node.putIfAbsent(key, value);
            if (before instanceof List<?> list) {
                ((List<Object>) list).add(value);
            } else if (before != null) {
                node.put(key, new ArrayList<>(List.of(before, value)));
            }
        }

        private Object value(Node object) {
            Map<String, Object> value = new LinkedHashMap<>();
            if (!object.isLiteral()) {
                value.put("@id", id(object));
                return value;
            }
            String text = object.getLiteralLexicalForm();
            if (!object.getLiteralLanguage().isEmpty()) {
                value.put("@value", text);
                value.put("@language", object.getLiteralLanguage());
                return value;
            }
            if (object.getLiteralDatatypeURI().equals(Ns.XSD + "string")) {
                return text;
            }
            value.put("@value", text);
            value.put("@type", compact(object.getLiteralDatatypeURI()));
            return value;
        }

        private String id(Node node) {
            return node.isBlank() ? "_:" + node.getBlankNodeLabel() : compact(node.getURI());
        }

        private String compact(String iri) {
            return Prefixes.compact(prefixes, iri);
        }
    }
}
