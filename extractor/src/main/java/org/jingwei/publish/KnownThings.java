package org.jingwei.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.link.Entity;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Identifier;
import org.jingwei.link.Identifier.Scheme;
import org.jingwei.link.NameSearch;
import org.jingwei.rdf.Iris;

/** What names can be searched for in a store: regions, zones and organisations of the gazetteer, organisations of articles. */
public final class KnownThings {
    private static final String SCHEMA = "https://schema.org/";
    private static final Pattern TICKER = Pattern.compile("[0-9A-Z]{1,6}\\.[A-Z]{1,6}");

    private KnownThings() {}

    /**
     * A search over the gazetteer and the organisations that have the same IRI in all articles. Takes a second or two
     * and sees the store as it is now. Inside a read transaction.
     */
    public static NameSearch search(DatasetGraph dataset, Iris iris) {
        return search(dataset, iris, () -> {});
    }

    /** @param goOn run before each statement and organisation; may throw to end it */
    static NameSearch search(DatasetGraph dataset, Iris iris, Runnable goOn) {
        String prefix = iris.base() + "id/";
        Map<String, Node> organisations = new TreeMap<>();
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), NodeFactory.createURI(
                SCHEMA + "Organization")).forEachRemaining(quad -> {
                    goOn.run();
                    Node node = quad.getSubject();
                    if (node.isURI() && node.getURI().startsWith(prefix + "org/")) {
                        organisations.put(node.getURI().substring(prefix.length()), node);
                    }
                });
        List<Entity> found = new ArrayList<>();
        organisations.forEach((id, node) -> {
            goOn.run();
            Map<String, TreeSet<String>> texts = texts(dataset, node);
            List<String> names = of(texts, "name");
            if (!names.isEmpty()) {
                List<String> others = new ArrayList<>(names.subList(1, names.size()));
                others.addAll(of(texts, "alternateName"));
                found.add(Entity.organisation(id, names.getFirst(), others, identifiers(texts)));
            }
        });
        return NameSearch.of(Gazetteer.load(), found);
    }

    private static List<Identifier> identifiers(Map<String, TreeSet<String>> texts) {
        var found = new LinkedHashMap<Identifier, Boolean>();
        for (String code : of(texts, "tickerSymbol")) {
            found.put(new Identifier(Scheme.TICKER, code), true);
        }
        for (String property : List.of("identifier", "taxID", "leiCode")) {
            for (String code : of(texts, property)) {
                Scheme scheme = Identifier.isCreditCode(code)
                        ? Scheme.CREDIT_CODE
                        : TICKER.matcher(code).matches() ? Scheme.TICKER : Scheme.OTHER;
                found.put(new Identifier(scheme, code), true);
            }
        }
        return List.copyOf(found.keySet());
    }

    /** All that schema.org's properties say of a node, in one look at the store; by property, without languages. */
    private static Map<String, TreeSet<String>> texts(DatasetGraph dataset, Node node) {
        var texts = new TreeMap<String, TreeSet<String>>();
        dataset.findNG(Node.ANY, node, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            String property = quad.getPredicate().getURI();
            if (property.startsWith(SCHEMA) && quad.getObject().isLiteral()) {
                texts.computeIfAbsent(property.substring(SCHEMA.length()), p -> new TreeSet<>())
                        .add(quad.getObject().getLiteralLexicalForm());
            }
        });
        return texts;
    }

    /** Sorted; none where nothing is said. */
    private static List<String> of(Map<String, TreeSet<String>> texts, String property) {
        return List.copyOf(texts.getOrDefault(property, new TreeSet<>()));
    }
}
