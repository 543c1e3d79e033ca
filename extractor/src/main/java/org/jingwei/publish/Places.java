package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * Which place of a store somebody means who writes an IRI, the end of one (region/320500), a code (320500, CN-32, DE) or
 * a name. Made for one read transaction.
 */
final class Places {
    private static final List<String> CODES = List.of("GBT2260", "ISO3166-2", "ISO3166-1");
    private static final List<String> LANGUAGES = List.of("zh-Hans", "en");

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Node gazetteer;

    Places(DatasetGraph dataset, Iris iris) {
        this.dataset = dataset;
        this.iris = iris;
        this.gazetteer = iris.graph("gazetteer");
    }

    /** @throws RefusedValue when there is none, or more than one of that name */
    Node one(String wanted) {
        return known(wanted).orElseThrow(() -> unknown(wanted));
    }

    /**
     * What stands for a place in a question: its IRI; a name that only articles use stays a name.
     *
     * @throws RefusedValue when there is none, or more than one of that name
     */
    Node asked(String wanted) {
        return known(wanted).orElseGet(() -> {
            Node name = NodeFactory.createLiteralLang(wanted, "zh-Hans");
            if (dataset.contains(Node.ANY, Node.ANY, ArticleView.schema("name"), name)
                    || dataset.contains(Node.ANY, Node.ANY, iris.term("statedSubject"), name)) {
                return NodeFactory.createLiteralString(wanted);
            }
            throw unknown(wanted);
        });
    }

    private static RefusedValue unknown(String wanted) {
        return new RefusedValue("The store knows no place \"" + wanted + "\".",
                "Give a region's code (320500), or its name in full (苏州市).");
    }

    private Optional<Node> known(String wanted) {
        for (String iri : List.of(wanted, iris.base() + "id/" + wanted)) {
            Node node = NodeFactory.createURI(iri);
            if (iri.startsWith(iris.base()) && dataset.contains(Node.ANY, node, Node.ANY, Node.ANY)) {
                return Optional.of(node);
            }
        }
        Set<Node> found = named(wanted);
        if (found.size() > 1) {
            throw new RefusedValue("\"" + wanted + "\" names " + found.size() + " places: "
                    + found.stream().map(this::described).collect(Collectors.joining(", ")) + ".",
                    "Give the code of one of them, such as " + code(found.iterator().next()) + ".");
        }
        return found.stream().findFirst();
    }

    /** Full names before short ones, and these before former ones: 鼓楼区 may also be a short name of something else. */
    private Set<Node> named(String wanted) {
        List<Node> codes = CODES.stream().map(type -> NodeFactory.createLiteralDT(wanted,
                NodeFactory.getType(iris.term(type).getURI()))).toList();
        List<Node> names = LANGUAGES.stream().map(tag -> NodeFactory.createLiteralLang(wanted, tag)).toList();
        Set<Node> found = places(ArticleView.iri(ArticleView.SKOS, "notation"), codes);
        for (Node property : List.of(ArticleView.schema("name"), ArticleView.schema("alternateName"),
                iris.term("formerName"))) {
            found = found.isEmpty() ? places(property, names) : found;
        }
        return found;
    }

    /** A division that was abolished gives way to one of today with the same name. */
    private Set<Node> places(Node property, List<Node> values) {
        var found = new TreeSet<>(NodeOrder.NODES);
        values.forEach(value -> dataset.find(gazetteer, Node.ANY, property, value).forEachRemaining(quad -> {
            if (isPlace(quad.getSubject())) {
                found.add(quad.getSubject());
            }
        }));
        var today = new TreeSet<>(found);
        today.removeIf(node -> dataset.contains(gazetteer, node, iris.term("until"), Node.ANY));
        return today.isEmpty() ? found : today;
    }

    private boolean isPlace(Node node) {
        String path = node.getURI().substring(Math.min(iris.base().length(), node.getURI().length()));
        return path.startsWith("id/region/") || path.startsWith("id/zone/") || path.startsWith("id/country/")
                || path.startsWith("id/place/");
    }

    /** {@code 320106 鼓楼区 (南京市)} */
    private String described(Node place) {
        String within = objects(place, ArticleView.schema("containedInPlace")).stream().flatMap(p -> name(p).stream())
                .collect(Collectors.joining(", "));
        return code(place) + name(place).map(name -> " " + name).orElse("")
                + (within.isEmpty() ? "" : " (" + within + ")");
    }

    private Optional<String> name(Node place) {
        return objects(place, ArticleView.schema("name")).stream().findFirst().map(Node::getLiteralLexicalForm);
    }

    /** As it can be given: a code of GB/T 2260, or the end of the IRI where there is none. */
    private String code(Node place) {
        String path = place.getURI().substring(iris.base().length()).replaceFirst("^id/", "");
        return path.matches("region/\\d{6}") ? path.substring("region/".length()) : path;
    }

    private List<Node> objects(Node place, Node property) {
        var found = new ArrayList<Node>();
        dataset.find(gazetteer, place, property, Node.ANY).forEachRemaining(quad -> found.add(quad.getObject()));
        found.sort(NodeOrder.NODES);
        return found;
    }
}
