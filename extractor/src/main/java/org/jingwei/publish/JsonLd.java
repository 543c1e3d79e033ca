package org.jingwei.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * context of {@link JsonLdContext} in each document, so that nobody has to fetch it. A value is as short as its term lets
 * it be, and spelled out with its type or language where it is not what the term says. The RDF
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
        var properties = new LinkedHashMap<String, List<Node>>();
        for (Triple triple : triples) {
            boolean type = triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().isURI();
            properties.computeIfAbsent(type ? "@type" : compact(triple.getPredicate().getURI(), prefixes),
                    k -> new ArrayList<>()).add(triple.getObject());
        }
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", id(triples.getFirst().getSubject()));
        properties.forEach((key, values) -> node.put(key, values(key, values)));
        return node;
    }

    private Object values(String key, List<Node> nodes) {
        if (key.equals("@type")) {
            return one(nodes.stream().<Object>map(type -> compact(type.getURI(), prefixes)).toList());
        }
        Optional<JsonLdTerms.Kind> kind = JsonLdTerms.of(key);
        if (kind.isPresent() && kind.get() instanceof JsonLdTerms.Kind.Texts) {
            // An object alone would be taken for a map from languages.
            return nodes.stream().allMatch(node -> node.isLiteral() && !node.getLiteralLanguage().isEmpty())
                    ? byLanguage(nodes)
                    : nodes.stream().map(node -> (Object) spelledOut(node)).toList();
        }
        return one(nodes.stream().map(node -> value(kind, node)).toList());
    }

    private static Object one(List<Object> values) {
        return values.size() == 1 ? values.getFirst() : values;
    }

    private static Map<String, Object> byLanguage(List<Node> texts) {
        var lists = new TreeMap<String, List<Object>>();
        texts.forEach(text -> lists.computeIfAbsent(text.getLiteralLanguage(), l -> new ArrayList<>())
                .add(text.getLiteralLexicalForm()));
        var map = new LinkedHashMap<String, Object>();
        lists.forEach((language, values) -> map.put(language, one(values)));
        return map;
    }

    private Object value(Optional<JsonLdTerms.Kind> kind, Node node) {
        boolean brief = kind.map(k -> switch (k) {
            case JsonLdTerms.Kind.Things things -> node.isURI();
            case JsonLdTerms.Kind.Texts texts -> false;
            case JsonLdTerms.Kind.Literals literals -> node.isLiteral()
                    && compact(node.getLiteralDatatypeURI(), prefixes).equals(literals.datatype());
        }).orElseGet(() -> node.isLiteral() && node.getLiteralDatatype().equals(XSDDatatype.XSDstring));
        if (!brief) {
            return spelledOut(node);
        }
        return node.isURI() ? id(node) : node.getLiteralLexicalForm();
    }

    private Map<String, Object> spelledOut(Node node) {
        var value = new LinkedHashMap<String, Object>();
        if (!node.isLiteral()) {
            value.put("@id", id(node));
            return value;
        }
        value.put("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            value.put("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
            value.put("@type", compact(node.getLiteralDatatypeURI(), prefixes));
        }
        return value;
    }

    /** In full: an identifier is what people copy. */
    private static String id(Node node) {
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    static String compact(String iri, Map<String, String> prefixes) {
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
