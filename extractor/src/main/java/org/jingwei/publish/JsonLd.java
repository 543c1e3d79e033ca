package org.jingwei.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Json;

/**
 * Flattened <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>, one node a line, in the order given: the
 * context of {@link JsonLdContext} in each document, so that nobody has to fetch it, and every value spelled out with
 * its type or language, so that no processor has to guess. The RDF
 * library's own writer holds everything in memory and keeps no order.
 */
final class JsonLd {
    private final Map<String, String> prefixes;
    private final OutputStream out;
    private boolean first = true;

    JsonLd(Iris iris, OutputStream out) {
        this.prefixes = Prefixes.readable(iris);
        this.out = out;
        write("{\"@context\":" + Json.line(JsonLdContext.of(iris)) + ",\n\"@graph\":[\n");
    }

    /** Hands over statements sorted by subject, one at a time. */
    @FunctionalInterface
    interface Source {
        void forEach(Consumer<Triple> action);
    }

    /** The statements of one named graph. Memory holds those of one subject. */
    void graph(Node name, Source triples) {
        separate();
        write("{\"@id\":" + Json.line(name.getURI()) + ",\"@graph\":[\n");
        first = true;
        statements(triples);
        write("\n]}");
        first = false;
    }

    /** Statements in no named graph, or of the one that is open. */
    void statements(Source triples) {
        var node = new ArrayList<Triple>();
        triples.forEach(triple -> {
            if (!node.isEmpty() && !node.getFirst().getSubject().equals(triple.getSubject())) {
                write(node);
            }
            node.add(triple);
        });
        if (!node.isEmpty()) {
            write(node);
        }
    }

    private void write(List<Triple> node) {
        separate();
        write(Json.line(node(node)));
        node.clear();
    }

    void finish() {
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

    private void separate() {
        if (!first) {
            write(",\n");
        }
        first = false;
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }
}
