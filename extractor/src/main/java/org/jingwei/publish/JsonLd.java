package org.jingwei.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Json;

/**
 * Flattened <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>, one node a line, in the order given: a context
 * of prefixes only, every value spelled out with its type or language, so that no processor has to guess. The RDF
 * library's own writer holds everything in memory and keeps no order.
 */
final class JsonLd {
    private final Map<String, String> prefixes;
    private final OutputStream out;
    private boolean first = true;

    JsonLd(Iris iris, OutputStream out) throws IOException {
        this.prefixes = Prefixes.of(iris);
        this.out = out;
        write("{\"@context\":" + Json.line(prefixes) + ",\n\"@graph\":[\n");
    }

    /** The statements of one graph, sorted by subject, predicate and object. */
    void graph(Optional<Node> name, List<Triple> triples) throws IOException {
        if (triples.isEmpty()) {
            return;
        }
        if (name.isPresent()) {
            separate();
            write("{\"@id\":" + Json.line(name.get().getURI()) + ",\"@graph\":[\n");
            first = true;
        }
        for (int from = 0; from < triples.size();) {
            int to = from + 1;
            while (to < triples.size() && triples.get(to).getSubject().equals(triples.get(from).getSubject())) {
                to++;
            }
            separate();
            write(Json.line(node(triples.subList(from, to))));
            from = to;
        }
        if (name.isPresent()) {
            write("\n]}");
            first = false;
        }
    }

    void finish() throws IOException {
        write("\n]}\n");
    }

    private Map<String, Object> node(List<Triple> triples) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", id(triples.getFirst().getSubject()));
        for (Triple triple : triples) {
            boolean type = triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().isURI();
            String key = type ? "@type" : compact(triple.getPredicate().getURI());
            @SuppressWarnings("unchecked")
            var values = (List<Object>) node.computeIfAbsent(key, k -> new ArrayList<Object>());
            values.add(type ? compact(triple.getObject().getURI()) : value(triple.getObject()));
        }
        return node;
    }

    private Map<String, Object> value(Node node) {
        var value = new LinkedHashMap<String, Object>();
        if (!node.isLiteral()) {
            value.put("@id", id(node));
            return value;
        }
        value.put("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            value.put("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
            value.put("@type", compact(node.getLiteralDatatypeURI()));
        }
        return value;
    }

    /** In full: an identifier is what people copy. */
    private static String id(Node node) {
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    private String compact(String iri) {
        for (var prefix : prefixes.entrySet()) {
            String rest = iri.startsWith(prefix.getValue()) ? iri.substring(prefix.getValue().length()) : "";
            if (!rest.isEmpty() && !rest.startsWith("//")) {
                return prefix.getKey() + ":" + rest;
            }
        }
        return iri;
    }

    private void separate() throws IOException {
        if (!first) {
            write(",\n");
        }
        first = false;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
