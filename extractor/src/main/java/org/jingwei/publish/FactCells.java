package org.jingwei.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/** What a page says of one fact of one article: in words, not yet escaped. Inside a read transaction. */
final class FactCells {
    private static final Node VALUE = ArticleView.schema("value");
    private static final Node OBS_VALUE = ArticleView.iri(ArticleView.MEASURE, "obsValue");

    private static final Node UNIT_MEASURE = ArticleView.iri(ArticleView.ATTRIBUTE, "unitMeasure");
    private static final Node CURRENCY = ArticleView.schema("currency");
    private static final List<Node> UNITS = List.of(UNIT_MEASURE, CURRENCY);

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Names names;
    private final Node graph;
    private final Node fact;

    /** @param article the key of the article that states it */
    FactCells(DatasetGraph dataset, Iris iris, Names names, String article, Node fact) {
        this.dataset = dataset;
        this.iris = iris;
        this.names = names;
        this.graph = iris.facts(article);
        this.fact = fact;
    }

    /** The narrowest class of ours; empty of what is no fact but a thing that articles share. */
    Optional<Node> kind() {
        return objects(fact, RDF.type.asNode()).stream()
                .filter(type -> type.isURI() && type.getURI().startsWith(iris.namespace())).findFirst();
    }

    /** Its name, or what it is a figure of. */
    String title() {
        // The value is in terms of the transformation: 增长3.4倍 is stated as a multiple and stored as growth, 340 %.
        String kind = one(fact, iris.term("transformation"))
                .filter(code -> !code.equals(iris.code("transformation", "N"))).isPresent()
                        ? "transformation"
                        : "measure";
        List<Node> measured = Stream.of("indicator", kind, "basis").flatMap(p -> one(fact, iris.term(p)).stream())
                .toList();
        String figure = Stream.concat(one(fact, iris.term("indicator")).isPresent()
                ? Stream.empty()
                : one(fact, iris.term("statedIndicator")).map(names::of).stream(), measured.stream().map(names::of))
                .collect(Collectors.joining(" · "));
        return names.stated(fact).or(() -> figure.isEmpty() ? Optional.empty() : Optional.of(figure))
                .or(() -> one(fact, iris.term("statedText")).map(names::of)).orElseGet(() -> role());
    }

    private String role() {
        String parts = Stream.of("member", "role", "organization")
                .flatMap(p -> one(fact, ArticleView.iri(ArticleView.ORG, p)).stream()).map(names::of)
                .collect(Collectors.joining(" · "));
        return parts.isEmpty() ? names.of(fact) : parts;
    }

    /** Its own value, and those of the amounts and counts that belong to it, each with unit, bound and status. */
    List<String> values() {
        var values = new ArrayList<String>();
        value(fact).ifPresent(values::add);
        dataset.find(graph, fact, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Node part = quad.getObject();
            if (part.isURI() && part.getURI().startsWith(graph.getURI() + "/")) {
                value(part).ifPresent(value -> values.add(names.of(quad.getPredicate()) + " " + value));
            }
        });
        return values.stream().distinct().sorted().toList();
    }

    private Optional<String> value(Node node) {
        Optional<Node> number = one(node, OBS_VALUE).or(() -> one(node, VALUE));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> unit = Stream
                .of(UNIT_MEASURE, iris.term("currency"), CURRENCY, ArticleView.schema("unitText"))
                .flatMap(p -> one(node, p).stream()).findFirst();
        // A bound or a target left out would make another number of it.
        String limits = Stream.of("bound", "status", "amountRole").flatMap(p -> one(node, iris.term(p)).stream())
                .filter(code -> !code.getURI().endsWith("/EXACT") && !code.getURI().endsWith("/ACTUAL"))
                .map(names::of).collect(Collectors.joining(", "));
        String stated = one(node, iris.term("statedText")).map(text -> " “" + names.of(text) + "”").orElse("");
        // So would the whole of a share, or what it is that was counted.
        String counted = one(node, iris.term("counted")).map(what -> " " + names.of(what)).orElse("");
        String base = one(node, iris.term("statedBase")).or(() -> one(node, iris.term("base")))
                .map(of -> names.word("（相对于" + names.of(of) + "）", " (relative to " + names.of(of) + ")")).orElse("");
        return Optional.of(plain(number.get()) + unit.map(u -> " " + names.of(u)).orElse("") + counted + base
                + supplied(node) + (limits.isEmpty() ? "" : " (" + limits + ")") + stated);
    }

    /** What of a value its words do not say so. */
    private String supplied(Node node) {
        List<Node> inferred = objects(node, iris.term("inferred"));
        if (inferred.contains(OBS_VALUE) || inferred.contains(VALUE)) {
            return names.word("（换算）", " (converted)");
        }
        return UNITS.stream().anyMatch(inferred::contains)
                ? names.word("（单位由上下文补充）", " (unit supplied from context)")
                : "";
    }

    private static String plain(Node number) {
        String text = number.isLiteral() ? number.getLiteralLexicalForm() : ArticleView.text(number);
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs(value.scale()) > 40 ? text : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Period or dates; says when the context supplied something. Empty where the article does not say. */
    String when() {
        String when = Stream.of(ArticleView.iri(ArticleView.DIMENSION, "refPeriod"), ArticleView.schema("startDate"),
                ArticleView.schema("endDate")).flatMap(p -> one(fact, p).stream()).map(names::of)
                .collect(Collectors.joining(" – "));
        boolean supplied = objects(fact, iris.term("inferred")).stream().anyMatch(
                p -> p.isURI() && (p.getURI().endsWith("refPeriod") || p.getURI().endsWith("Date")));
        return when.isEmpty() || !supplied ? when : when + names.word("（由上下文补充）", " (supplied from context)");
    }

    private Optional<Node> one(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    private List<Node> objects(Node subject, Node property) {
        var found = new ArrayList<Node>();
        dataset.find(graph, subject, property, Node.ANY).forEachRemaining(quad -> found.add(quad.getObject()));
        found.sort(NodeOrder.NODES);
        return found;
    }
}
