package org.jingwei.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");
    private static final List<Node> UNITS = List.of(UNIT_MEASURE, CURRENCY);

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Names names;
    private final Node graph;
    private final Node evidence;
    private final Node fact;

    /** @param article the key of the article that states it */
    FactCells(DatasetGraph dataset, Iris iris, Names names, String article, Node fact) {
        this.dataset = dataset;
        this.iris = iris;
        this.names = names;
        this.graph = iris.facts(article);
        this.evidence = iris.evidence(article);
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
                .reduce("", FactCells::and);
        return names.stated(fact).or(() -> figure.isEmpty() ? Optional.empty() : Optional.of(figure))
                .or(() -> one(fact, iris.term("statedText")).map(names::of)).or(this::role).or(this::cooperation)
                .or(this::quotation).orElseGet(() -> names.of(fact));
    }

    /** 同比增长率 says 同比 already. */
    private static String and(String before, String more) {
        return before.isEmpty() ? more : before.contains(more) ? before : before + " · " + more;
    }

    private Optional<String> role() {
        return joined(" · ", Stream.of(ArticleView.iri(ArticleView.ORG, "member"),
                ArticleView.iri(ArticleView.ORG, "role"), ArticleView.iri(ArticleView.ORG, "organization"),
                iris.term("jurisdiction")).flatMap(p -> one(fact, p).stream()).map(names::of));
    }

    private Optional<String> cooperation() {
        return joined(names.word("、", ", "), objects(fact, iris.term("statedParty")).stream().map(names::of))
                .map(parties -> one(fact, iris.term("cooperationObject")).map(what -> parties + " · " + names.of(what))
                        .orElse(parties));
    }

    private Optional<String> quotation() {
        return joined(" · ", Stream.of(ArticleView.schema("creator"), ArticleView.schema("text"))
                .flatMap(p -> one(fact, p).stream()).map(names::of));
    }

    private static Optional<String> joined(String separator, Stream<String> parts) {
        return Optional.of(parts.collect(Collectors.joining(separator))).filter(all -> !all.isEmpty());
    }

    /**
     * What it is called where nothing else tells of what it is: its name, or what it is of, what kind of value, the value
     * with its unit, and when.
     */
    String heading() {
        Optional<Told> value = value(fact, "bound", "status");
        if (names.stated(fact).isPresent() || value.isEmpty()) {
            return title();
        }
        Stream<String> parts = one(fact, OBS_VALUE).isPresent()
                ? Stream.of(subject(), title(), when().words(), value.get().line())
                : Stream.of(owner(), kindOfValue(), value.get().line());
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String subject() {
        return Stream.of(ArticleView.iri(ArticleView.DIMENSION, "refArea"), iris.term("refOrganisation"))
                .flatMap(p -> one(fact, p).stream()).findFirst().map(names::of).orElse("");
    }

    /** The event, project or group that an amount or a count belongs to. */
    private String owner() {
        var owners = new TreeSet<Node>(NodeOrder.NODES);
        dataset.find(graph, Node.ANY, Node.ANY, fact).forEachRemaining(quad -> owners.add(quad.getSubject()));
        return owners.stream().flatMap(owner -> names.stated(owner).stream()).findFirst().orElse("");
    }

    /** What the money is for; of what is counted its value says it. */
    private String kindOfValue() {
        return one(fact, iris.term("amountRole")).map(names::of)
                .or(() -> one(fact, iris.term("counted")).isPresent() ? Optional.empty() : kind().map(names::of))
                .orElse("");
    }

    /** Its own value, and those of the amounts and counts that belong to it, each with unit, bound and status. */
    List<Told> values() {
        var values = new ArrayList<Told>();
        value(fact).ifPresent(values::add);
        dataset.find(graph, fact, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Node part = quad.getObject();
            if (part.isURI() && part.getURI().startsWith(graph.getURI() + "/")) {
                value(part).ifPresent(value -> values.add(new Told(names.of(quad.getPredicate()) + " "
                        + value.words(), value.supplied())));
            }
        });
        return values.stream().distinct().sorted(Comparator.comparing(Told::words)).toList();
    }

    private Optional<Told> value(Node node) {
        return value(node, "bound", "status", "amountRole");
    }

    /** @param codes the properties, codes as their values, that stand behind it in brackets */
    private Optional<Told> value(Node node, String... codes) {
        Optional<Node> number = one(node, OBS_VALUE).or(() -> one(node, VALUE));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        // The code of a currency says which: its name would only be a word behind all the digits.
        Optional<Node> unit = Stream
                .of(UNIT_MEASURE, CURRENCY, iris.term("currency"), ArticleView.schema("unitText"))
                .flatMap(p -> one(node, p).stream()).findFirst();
        // A bound or a target left out would make another number of it.
        String limits = Stream.of(codes).flatMap(p -> one(node, iris.term(p)).stream())
                .filter(code -> !code.getURI().endsWith("/EXACT") && !code.getURI().endsWith("/ACTUAL"))
                .map(names::of).collect(Collectors.joining(", "));
        String stated = one(node, iris.term("statedText")).map(text -> " “" + names.of(text) + "”").orElse("");
        // So would the whole of a share, or what it is that was counted.
        String counted = one(node, iris.term("counted")).filter(what -> unit.map(names::of)
                .filter(names.of(what)::equals).isEmpty()).map(what -> " " + names.of(what)).orElse(""); // 400 人, not 400 人 人
        String base = one(node, iris.term("statedBase")).or(() -> one(node, iris.term("base")))
                .map(of -> names.word("（相对于" + names.of(of) + "）", " (relative to " + names.of(of) + ")")).orElse("");
        return Optional.of(new Told(measured(number.get(), unit) + counted + base
                + (limits.isEmpty() ? "" : " (" + limits + ")") + stated, supplied(node)));
    }

    /** A number with its unit. */
    private String measured(Node number, Optional<Node> unit) {
        String digits = plain(number);
        Optional<String> currency = unit.filter(u -> u.isLiteral() && ISO_4217.matcher(u.getLiteralLexicalForm())
                .matches()).map(Node::getLiteralLexicalForm);
        return currency.isPresent() && digits.matches("-?\\d+(?:\\.\\d+)?")
                ? names.word(LargeNumbers.money(new BigDecimal(digits), currency.get()))
                : digits + unit.map(u -> " " + names.of(u)).orElse("");
    }

    /** What of a value its words do not say so. */
    private String supplied(Node node) {
        List<Node> inferred = objects(node, iris.term("inferred"));
        if (inferred.contains(OBS_VALUE) || inferred.contains(VALUE)) {
            return names.word("推断：换算所得", "inferred: converted");
        }
        return UNITS.stream().anyMatch(inferred::contains)
                ? names.word("推断：单位由上下文补充", "inferred: unit supplied from context")
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
    Told when() {
        String when = Stream.of(ArticleView.iri(ArticleView.DIMENSION, "refPeriod"), ArticleView.schema("startDate"),
                ArticleView.schema("endDate")).flatMap(p -> one(fact, p).stream()).map(names::of)
                .collect(Collectors.joining(" – "));
        boolean supplied = objects(fact, iris.term("inferred")).stream().anyMatch(
                p -> p.isURI() && (p.getURI().endsWith("refPeriod") || p.getURI().endsWith("Date")));
        return when.isEmpty() || !supplied
                ? Told.stated(when)
                : new Told(when, names.word("推断：由上下文补充", "inferred: supplied from context"));
    }

    /** The properties of which context or convention supplied the value. */
    List<Node> inferred() {
        return objects(fact, iris.term("inferred"));
    }

    /** How sure it is that the text states it, 0 to 1, as stored; empty where the store does not say. */
    Optional<String> confidence() {
        return Words.objects(dataset, evidence, fact, iris.term("confidence")).stream().findFirst().map(names::of);
    }

    /** What speaks against the reading. */
    List<String> doubts() {
        return Words.objects(dataset, evidence, fact, iris.term("doubt")).stream().map(names::of).toList();
    }

    private Optional<Node> one(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    private List<Node> objects(Node subject, Node property) {
        return Words.objects(dataset, graph, subject, property);
    }
}
