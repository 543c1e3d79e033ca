package org.jingwei.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.Iris;

/**
 * Which statements of a store are searched for: the names of things, and the sentences that state facts. A name in the
 * text of an article (a {@code jw:Name}) is not a thing. A sentence is a stretch of the page that states something other
 * than a name and lies in no longer one; it is searched as repaired, without pronunciations and broken characters.
 */
final class SearchSource {
    private static final String SCHEMA = "https://schema.org/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    static final Node EXACT = NodeFactory.createURI(OA + "exact");
    private static final Node START = NodeFactory.createURI(OA + "start");
    private static final Node END = NodeFactory.createURI(OA + "end");
    private static final Node PUBLISHED = NodeFactory.createURI(SCHEMA + "datePublished");
    private static final int DAY = 10;
    private static final Pattern OFFSET = Pattern.compile("\\d{1,9}");

    private final Iris iris;
    private final Set<Node> names;
    private final Node evidence;
    private final Node repair;
    private final Node restored;
    private final Set<Node> ofSentences;

    SearchSource(Iris iris) {
        this.iris = iris;
        this.names = Set.of(NodeFactory.createURI(SCHEMA + "name"), NodeFactory.createURI(SCHEMA + "alternateName"),
                NodeFactory.createURI(SKOS + "prefLabel"), NodeFactory.createURI(SKOS + "altLabel"),
                iris.term("formerName"));
        this.evidence = iris.term("evidence");
        this.repair = iris.term("repair");
        this.restored = iris.term("restoredText");
        this.ofSentences = Set.of(EXACT, START, END, evidence, repair, restored);
    }

    /** The properties that name things. */
    Set<Node> names() {
        return names;
    }

    /** Whether it gives a thing a name. */
    boolean isName(Quad quad) {
        return names.contains(quad.getPredicate()) && quad.getObject().isLiteral() && quad.getSubject().isURI()
                && !isMention(quad.getSubject());
    }

    /** The key of the article whose sentences this statement has part in. */
    Optional<String> article(Quad quad) {
        Node property = quad.getPredicate();
        if (property.equals(PUBLISHED)) {
            return iris.factsKey(quad.getGraph());
        }
        return ofSentences.contains(property) && iris.factsKey(quad.getGraph()).isEmpty()
                ? iris.articleKey(quad.getGraph())
                : Optional.empty();
    }

    /** Whether the thing belongs to one article alone. */
    boolean isOfAnArticle(Node thing) {
        return iris.articleKey(thing).isPresent();
    }

    private boolean isMention(Node node) {
        return node.getURI().indexOf("/name/", iris.base().length()) > 0 && iris.articleKey(node).isPresent();
    }

    /**
     * @param span  its node
     * @param exact as the page has it
     * @param text  as repaired
     */
    record Sentence(Node span, String exact, String text) {}

    /** @param day of publication, {@code yyyy-mm-dd}, empty where the article states none */
    record Sentences(String day, List<Sentence> all) {}

    private record Stretch(Node node, int start, int end, String exact) {}

    /** Those of an article as it is, in the order of the page; none when it is not there. */
    Sentences sentences(DatasetGraph dataset, String key) {
        var starts = new HashMap<Node, Integer>();
        var ends = new HashMap<Node, Integer>();
        var texts = new HashMap<Node, String>();
        var instead = new HashMap<Node, String>();
        var repairs = new HashMap<Node, List<Node>>();
        var stating = new HashSet<Node>();
        dataset.find(iris.evidence(key), Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Node subject = quad.getSubject();
            Node property = quad.getPredicate();
            Node object = quad.getObject();
            if (property.equals(START)) {
                number(object).ifPresent(n -> starts.put(subject, n));
            } else if (property.equals(END)) {
                number(object).ifPresent(n -> ends.put(subject, n));
            } else if (property.equals(EXACT)) {
                texts.put(subject, object.getLiteralLexicalForm());
            } else if (property.equals(restored)) {
                instead.put(subject, object.getLiteralLexicalForm());
            } else if (property.equals(repair)) {
                repairs.computeIfAbsent(subject, s -> new ArrayList<>()).add(object);
            } else if (property.equals(evidence) && !isMention(subject)) {
                stating.add(object);
            }
        });
        List<Stretch> stretches = stating.stream()
                .filter(s -> starts.containsKey(s) && ends.containsKey(s) && texts.containsKey(s))
                .map(s -> new Stretch(s, starts.get(s), ends.get(s), texts.get(s)))
                .sorted(Comparator.comparingInt(Stretch::start).thenComparing(Stretch::end, Comparator.reverseOrder())
                        .thenComparing(s -> s.node.getURI()))
                .toList();
        var sentences = new ArrayList<Sentence>();
        int covered = -1;
        for (Stretch stretch : stretches) {
            if (stretch.end > covered) {
                covered = stretch.end;
                var changes = new TreeMap<Integer, Stretch>();
                repairs.getOrDefault(stretch.node, List.of()).stream()
                        .filter(r -> starts.containsKey(r) && ends.containsKey(r) && instead.containsKey(r))
                        .forEach(r -> changes.put(starts.get(r),
                                new Stretch(r, starts.get(r), ends.get(r), instead.get(r))));
                sentences.add(new Sentence(stretch.node, stretch.exact, repaired(stretch, changes)));
            }
        }
        return new Sentences(day(dataset, key), sentences);
    }

    private static String repaired(Stretch stretch, Map<Integer, Stretch> changes) {
        int[] characters = stretch.exact.codePoints().toArray();
        var text = new StringBuilder();
        int at = stretch.start;
        for (Stretch change : changes.values()) {
            if (change.start >= at && change.end <= stretch.end) {
                append(text, characters, at - stretch.start, change.start - stretch.start);
                text.append(change.exact);
                at = change.end;
            }
        }
        append(text, characters, at - stretch.start, characters.length);
        return text.toString();
    }

    private static void append(StringBuilder text, int[] characters, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, characters.length); i++) {
            text.appendCodePoint(characters[i]);
        }
    }

    private String day(DatasetGraph dataset, String key) {
        var days = dataset.find(iris.facts(key), iris.article(key), PUBLISHED, Node.ANY);
        String day = "";
        while (days.hasNext()) {
            Node stated = days.next().getObject();
            String other = stated.isLiteral() ? stated.getLiteralLexicalForm() : "";
            day = other.compareTo(day) > 0 ? other : day;
        }
        return day.substring(0, Math.min(day.length(), DAY));
    }

    private static Optional<Integer> number(Node node) {
        return node.isLiteral() && OFFSET.matcher(node.getLiteralLexicalForm()).matches()
                ? Optional.of(Integer.valueOf(node.getLiteralLexicalForm()))
                : Optional.empty();
    }

    /** The mark of a store that has none, from all its statements. */
    SearchMark count(DatasetGraph dataset) {
        return count(dataset, () -> false);
    }

    /**
     * As the other.
     *
     * @param stop asked before each statement whether to go no further
     * @throws CancellationException when that is so
     */
    SearchMark count(DatasetGraph dataset, BooleanSupplier stop) {
        var sum = new StatementSum();
        var properties = new LinkedHashSet<>(names);
        properties.addAll(ofSentences);
        properties.add(PUBLISHED);
        properties.forEach(property -> dataset.find(Node.ANY, Node.ANY, property, Node.ANY).forEachRemaining(quad -> {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            if (isName(quad) || article(quad).isPresent()) {
                sum.plus(quad);
            }
        }));
        return SearchMark.from(sum);
    }

    /** Whether a store has this name in any graph. */
    static boolean holds(DatasetGraph dataset, Triple name) {
        return dataset.contains(Node.ANY, name.getSubject(), name.getPredicate(), name.getObject());
    }
}
