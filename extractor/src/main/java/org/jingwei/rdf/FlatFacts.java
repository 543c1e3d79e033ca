package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The facts of an article as plain maps, read off its graph alone: {@code id, title, published, entities, events,
 * projects, amounts, counts, indicators, roles, cooperations}, keys in that order. Facts come in the order of their
 * numbers; names in a list come in the order in which the article's entities do, others behind, by their characters.
 * {@code status} of an event and {@code of} of an indicator are left out when there is nothing to say (actual; none);
 * everything else that is absent is {@code null}. Numbers are {@code BigInteger} where whole, else {@code BigDecimal}.
 */
public final class FlatFacts {
    private final Iris iris;
    private final ArticleGraph article;
    private final Map<String, Integer> nameOrder = new HashMap<>();

    private FlatFacts(ArticleGraph article) {
        this.article = article;
        this.iris = article.iris();
    }

    public static Map<String, Object> of(ArticleGraph article) {
        return new FlatFacts(article).read();
    }

    private Map<String, Object> read() {
        Node page = iris.article(article.key());
        Map<String, Object> flat = new LinkedHashMap<>();
        List<Object> entities = new ArrayList<>();
        for (Node name : instances(article.evidence(), iris.term("Name"))) {
            String written = text(article.evidence(), name, Ns.schema("name")).orElseThrow();
            nameOrder.putIfAbsent(written, nameOrder.size());
            entities.add(List.of(code(article.evidence(), name, "entityType").orElseThrow(), written));
        }
        flat.put("id", text(page, Ns.schema("identifier")).orElse(null));
        flat.put("title", headline(page));
        flat.put("published",
                text(page, Ns.schema("datePublished")).map(moment -> moment.substring(0, 10)).orElse(null));
        flat.put("entities", entities);
        flat.put("events", list(subjects(iris.term("eventType")), this::event));
        flat.put("projects", list(instances(article.facts(), iris.term("InvestmentProject")), this::project));
        flat.put("amounts", list(instances(article.facts(), iris.term("MonetaryAmount")), this::amount));
        flat.put("counts", list(instances(article.facts(), iris.term("Quantity")), this::count));
        flat.put("indicators", list(instances(article.facts(), iris.term("ReportedObservation")), this::indicator));
        flat.put("roles", list(instances(article.facts(), Ns.org("Membership")), this::role));
        flat.put("cooperations", list(instances(article.facts(), iris.term("Cooperation")), this::cooperation));
        return flat;
    }

    private void event(Node event, Map<String, Object> flat) {
        flat.put("id", local(event));
        flat.put("type", code(event, "eventType"));
        flat.put("trigger", stated(event, "trigger"));
        flat.put("name", text(event, Ns.schema("name")).orElse(null));
        flat.put("date", text(event, Ns.schema("startDate")).orElse(null));
        flat.put("place", names(event, "statedPlace"));
        flat.put("participants", names(event, "statedParticipant"));
        flat.put("parent", object(event, Ns.schema("superEvent")).map(FlatFacts::local).orElse(null));
        if (!"actual".equals(status(event))) {
            flat.put("status", status(event));
        }
    }

    private void project(Node project, Map<String, Object> flat) {
        flat.put("id", local(project));
        flat.put("name", text(project, Ns.schema("name")).orElse(null));
        flat.put("investors", names(project, "statedInvestor"));
        flat.put("place", names(project, "statedPlace"));
        flat.put("phase", code(project, "phase"));
        flat.put("event", subject(iris.term("eventObject"), project).map(FlatFacts::local).orElse(null));
    }

    private void amount(Node amount, Map<String, Object> flat) {
        flat.put("of", subject(iris.term("amount"), amount).map(FlatFacts::local).orElse(null));
        flat.put("role", code(amount, "amountRole"));
        flat.put("value", number(amount, Ns.schema("value")));
        flat.put("currency", text(amount, Ns.schema("currency")).orElse(null));
        flat.put("bound", code(amount, "bound"));
        flat.put("status", status(amount));
        flat.put("text", stated(amount, "statedText"));
    }

    private void count(Node count, Map<String, Object> flat) {
        flat.put("of", subject(iris.term("quantity"), count).map(FlatFacts::local).orElse(null));
        flat.put("what", stated(count, "counted"));
        flat.put("value", number(count, Ns.schema("value")));
        flat.put("bound", code(count, "bound"));
        flat.put("text", stated(count, "statedText"));
    }

    private void indicator(Node observation, Map<String, Object> flat) {
        flat.put("region", stated(observation, "statedSubject"));
        flat.put("indicator", stated(observation, "statedIndicator"));
        flat.put("measure", code(observation, "measure"));
        flat.put("value", number(observation, iris.term("statedValue")));
        flat.put("unit", stated(observation, "statedUnit"));
        flat.put("period", object(observation, Ns.dimension("refPeriod"))
                .flatMap(period -> text(period, Ns.skos("notation"))).orElse(null));
        flat.put("basis", code(observation, "basis"));
        flat.put("bound", code(observation, "bound"));
        flat.put("status", status(observation));
        flat.put("text", stated(observation, "statedText"));
        text(observation, iris.term("statedBase")).ifPresent(base -> flat.put("of", base));
    }

    private void role(Node membership, Map<String, Object> flat) {
        flat.put("person", stated(membership, "statedPerson"));
        flat.put("title", stated(membership, "statedTitle"));
        flat.put("org", stated(membership, "statedOrganisation"));
    }

    private void cooperation(Node cooperation, Map<String, Object> flat) {
        flat.put("parties", names(cooperation, "statedParty"));
        flat.put("object", stated(cooperation, "cooperationObject"));
    }

    private static List<Object> list(List<Node> nodes, BiConsumer<Node, Map<String, Object>> reader) {
        List<Object> list = new ArrayList<>();
        for (Node node : nodes) {
            Map<String, Object> flat = new LinkedHashMap<>();
            reader.accept(node, flat);
            list.add(flat);
        }
        return list;
    }

    private Object headline(Node page) {
        return article.facts().stream(page, Ns.schema("headline"), Node.ANY).map(Triple::getObject)
                .filter(title -> title.getLiteralLanguage().equals(Literals.SIMPLIFIED))
                .map(Node::getLiteralLexicalForm).findFirst().orElse(null);
    }

    private List<Node> instances(Graph graph, Node type) {
        return graph.stream(Node.ANY, Ns.TYPE, type).map(Triple::getSubject).distinct().sorted(NodeOrder.NODES)
                .toList();
    }

    private List<Node> subjects(Node property) {
        return article.facts().stream(Node.ANY, property, Node.ANY).map(Triple::getSubject).distinct()
                .sorted(NodeOrder.NODES).toList();
    }

    private List<String> names(Node subject, String property) {
        return article.facts().stream(subject, iris.term(property), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted(Comparator.<String>comparingInt(name -> nameOrder.getOrDefault(name, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private String stated(Node subject, String property) {
        return text(subject, iris.term(property)).orElse(null);
    }

    private Optional<String> text(Node subject, Node property) {
        return text(article.facts(), subject, property);
    }

    private static Optional<String> text(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private Optional<Node> object(Node subject, Node property) {
        return article.facts().stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    private Optional<Node> subject(Node property, Node object) {
        return article.facts().stream(Node.ANY, property, object).map(Triple::getSubject).findFirst();
    }

    private String code(Node subject, String property) {
        return code(article.facts(), subject, property).orElse(null);
    }

    private Optional<String> code(Graph graph, Node subject, String property) {
        return graph.stream(subject, iris.term(property), Node.ANY).map(triple -> local(triple.getObject()))
                .findFirst();
    }

    private String status(Node subject) {
        String status = code(subject, "status");
        return status == null ? null : status.toLowerCase(Locale.ROOT);
    }

    private Number number(Node subject, Node property) {
        return text(subject, property).map(BigDecimal::new).map(FlatFacts::plain).orElse(null);
    }

    private static Number plain(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toBigInteger() : plain;
    }

    private static String local(Node node) {
        String iri = node.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
