package org.jingwei.publish;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;

/**
 * What the values of a property are, as far as the ontology and its shapes say one thing only: IRIs, texts in several
 * languages, or literals of one datatype. In a JSON-LD context such a property is a typed term. A value of another kind
 * is no mistake: it is written out in full.
 */
final class JsonLdTerms {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    /** Made once of the files of the program; by short name, so the same under any base. */
    private static final Map<String, Kind> TERMS = read();

    private JsonLdTerms() {}

    /** What the values of a property are. */
    sealed interface Kind {
        /** Things by their IRIs. */
        record Things() implements Kind {}

        /** Texts, one or more in a language. */
        record Texts() implements Kind {}

        /** @param datatype its short name: {@code xsd:date} */
        record Literals(String datatype) implements Kind {}

        /** The term in a context. */
        default Map<String, Object> definition(String id) {
            return switch (this) {
                case Things things -> ordered(id, "@type", "@id");
                case Texts texts -> ordered(id, "@container", "@language");
                case Literals literals -> ordered(id, "@type", literals.datatype());
            };
        }

        private static Map<String, Object> ordered(String id, String key, String value) {
            var term = new LinkedHashMap<String, Object>();
            term.put("@id", id);
            term.put(key, value);
            return term;
        }
    }

    /** Sorted by short name: {@code jw:amount}. */
    static Map<String, Kind> all() {
        return TERMS;
    }

    /** @param term the short name of a property */
    static Optional<Kind> of(String term) {
        return Optional.ofNullable(TERMS.get(term));
    }

    private static Map<String, Kind> read() {
        Iris iris = Iris.standard();
        var ranges = new TreeMap<String, Set<Kind>>();
        Map<String, String> prefixes = Prefixes.readable(iris);
        Graph vocabulary = ReferenceGraphs.vocabulary(iris);
        vocabulary.stream(Node.ANY, NodeFactory.createURI("https://schema.org/rangeIncludes"), Node.ANY)
                .forEach(t -> add(ranges, prefixes, t.getSubject(), kind(t.getObject(), prefixes)));
        Graph shapes = ReferenceGraphs.shapes(iris);
        shapes.stream(Node.ANY, sh("path"), Node.ANY).filter(t -> t.getObject().isURI()).forEach(t -> {
            shapes.stream(t.getSubject(), sh("datatype"), Node.ANY)
                    .forEach(d -> add(ranges, prefixes, t.getObject(), kind(d.getObject(), prefixes)));
            for (String of : List.of("languageIn", "uniqueLang")) {
                if (shapes.contains(t.getSubject(), sh(of), Node.ANY)) {
                    add(ranges, prefixes, t.getObject(), new Kind.Texts());
                }
            }
            if (shapes.contains(t.getSubject(), sh("class"), Node.ANY)
                    || shapes.contains(t.getSubject(), sh("nodeKind"), sh("IRI"))) {
                add(ranges, prefixes, t.getObject(), new Kind.Things());
            }
        });
        // Of the vocabularies that name and tie things together.
        for (Node property : List.of(RDFS.label.asNode(), skos("prefLabel"), skos("altLabel"), skos("definition"),
                skos("example"))) {
            add(ranges, prefixes, property, new Kind.Texts());
        }
        for (Node property : List.of(RDFS.seeAlso.asNode(), RDFS.subClassOf.asNode(), OWL.sameAs.asNode(),
                skos("inScheme"), skos("topConceptOf"), skos("broader"), skos("exactMatch"), skos("closeMatch"),
                skos("broadMatch"), skos("relatedMatch"))) {
            add(ranges, prefixes, property, new Kind.Things());
        }
        var terms = new TreeMap<String, Kind>();
        ranges.forEach((term, kinds) -> {
            if (kinds.size() == 1 && !kinds.contains(new Kind.Literals("xsd:string"))) {
                terms.put(term, kinds.iterator().next());
            }
        });
        return Collections.unmodifiableMap(terms);
    }

    private static void add(Map<String, Set<Kind>> ranges, Map<String, String> prefixes, Node property, Kind kind) {
        String term = JsonLd.compact(property.getURI(), prefixes);
        // Only what has a short name is a term; a type is written with a keyword of its own.
        if (!term.equals(property.getURI()) && !property.equals(RDF.type.asNode())) {
            ranges.computeIfAbsent(term, t -> new HashSet<>()).add(kind);
        }
    }

    private static Kind kind(Node range, Map<String, String> prefixes) {
        if (range.equals(RDF.langString.asNode())) {
            return new Kind.Texts();
        }
        boolean datatype = range.getURI().startsWith(XSD.NS);
        return datatype ? new Kind.Literals(JsonLd.compact(range.getURI(), prefixes)) : new Kind.Things();
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    private static Node skos(String name) {
        return ArticleView.iri(ArticleView.SKOS, name);
    }
}
