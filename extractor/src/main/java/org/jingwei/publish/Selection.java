package org.jingwei.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;
import org.jingwei.rdf.PeriodNodes;

/**
 * Which part of a store is wanted. Conditions hold together: a topic in a region in a period.
 *
 * @param article key of the only article
 * @param within  the places looked for: a region and all that lies in it
 * @param period  first and last day: what lies in it as a whole counts, what reaches beyond it does not
 * @param topics  empty for all
 */
public record Selection(Optional<String> article, Optional<Set<Node>> within, Optional<PeriodNodes.Days> period,
        Set<Topic> topics) {
    /** Everything. */
    public static final Selection WHOLE = new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public Selection {
        topics = topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
    }

    /** One article, whole. */
    public static Selection article(String key) {
        return new Selection(Optional.of(key), Optional.empty(), Optional.empty(), Set.of());
    }

    /** Whether nothing is left out of an article. */
    boolean takesWholeArticles() {
        return within.isEmpty() && period.isEmpty() && topics.isEmpty();
    }

    /** Whether nothing is left out at all. */
    public boolean isWhole() {
        return article.isEmpty() && takesWholeArticles();
    }

    /** The facts of one topic that are wanted of an article. */
    List<Node> facts(Topic topic, ArticleView view) {
        if (!topics.isEmpty() && !topics.contains(topic)) {
            return List.of();
        }
        return topic.facts(view).stream().filter(fact -> here(topic, fact, view) && then(topic, fact, view)).toList();
    }

    private boolean here(Topic topic, Node fact, ArticleView view) {
        return within.isEmpty() || topic.places(view, fact).stream().anyMatch(within.get()::contains);
    }

    private boolean then(Topic topic, Node fact, ArticleView view) {
        return period.isEmpty() || topic.times(view, fact).stream().flatMap(t -> PeriodNodes.days(t).stream())
                .anyMatch(days -> !days.first().isBefore(period.get().first())
                        && !days.last().isAfter(period.get().last()));
    }

    /** All wanted facts of an article. */
    Set<Node> facts(ArticleView view) {
        var facts = new TreeSet<>(NodeOrder.NODES);
        for (Topic topic : Topic.values()) {
            facts.addAll(facts(topic, view));
        }
        return facts;
    }

    /**
     * A period by its notation: {@code 2021}, {@code 2021-Q1}, {@code 2021-H1}, {@code 2021-05}, {@code 2021-05-26}, a
     * run {@code 2021-01/2021-04}.
     *
     * @throws PublishException when it is none
     */
    public static PeriodNodes.Days period(String notation) {
        return PeriodNodes.days(notation).orElseThrow(() -> new PublishException("\"" + notation
                + "\" is no period.",
                "Write a year 2021, a half 2021-H1, a quarter 2021-Q1, a month 2021-05, a day 2021-05-26, or a run "
                        + "2021-01/2021-04."));
    }

    /**
     * A region and all that lies in it. Inside a read transaction.
     *
     * @param wanted an IRI, a code (320500) or a name, short or full
     * @throws PublishException when there is none, or more than one of that name
     */
    public static Set<Node> region(String wanted, DatasetGraph dataset, Iris iris) {
        var found = new TreeSet<>(NodeOrder.NODES);
        if (wanted.startsWith(iris.base())) {
            found.add(NodeFactory.createURI(wanted));
        } else {
            found.addAll(named(wanted, dataset, iris));
        }
        if (found.size() > 1) {
            var candidates = new ArrayList<String>();
            found.forEach(node -> candidates.add(node.getURI().substring(iris.base().length())));
            throw new PublishException("\"" + wanted + "\" names " + found.size() + " places: "
                    + String.join(", ", candidates) + ".",
                    "Give the code of one of them, or its IRI: " + iris.base() + candidates.getFirst() + ".");
        }
        Node region = found.stream().findFirst()
                .filter(node -> dataset.contains(Node.ANY, node, Node.ANY, Node.ANY))
                .orElseThrow(() -> new PublishException("The store knows no place \"" + wanted + "\".",
                        "Give a region's code (320500), or its name in full (苏州市)."));
        var within = new HashSet<Node>(Set.of(region));
        Deque<Node> open = new ArrayDeque<>(within);
        while (!open.isEmpty()) {
            dataset.find(Node.ANY, Node.ANY, ArticleView.schema("containedInPlace"), open.pop())
                    .forEachRemaining(quad -> {
                        if (within.add(quad.getSubject())) {
                            open.push(quad.getSubject());
                        }
                    });
        }
        return Set.copyOf(within);
    }

    /** Full names first: 鼓楼区 may also be a short name of something else. */
    private static Set<Node> named(String wanted, DatasetGraph dataset, Iris iris) {
        var byProperty = new TreeMap<Integer, Set<Node>>();
        Node gazetteer = iris.graph("gazetteer");
        List<Node> properties = List.of(ArticleView.iri(ArticleView.SKOS, "notation"), ArticleView.schema("name"),
                ArticleView.schema("alternateName"));
        dataset.find(gazetteer, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            int rank = properties.indexOf(quad.getPredicate());
            if (rank >= 0 && quad.getObject().isLiteral() && isPlace(quad.getSubject(), iris)
                    && quad.getObject().getLiteralLexicalForm().equals(wanted)) {
                byProperty.computeIfAbsent(rank, r -> new HashSet<>()).add(quad.getSubject());
            }
        });
        if (byProperty.isEmpty()) {
            return Set.of();
        }
        Set<Node> found = byProperty.firstEntry().getValue();
        // A division that was abolished gives way to one of today with the same name.
        var today = new HashSet<>(found);
        today.removeIf(node -> dataset.contains(gazetteer, node, iris.term("until"), Node.ANY));
        return today.isEmpty() ? found : today;
    }

    private static boolean isPlace(Node node, Iris iris) {
        String path = node.getURI().substring(Math.min(iris.base().length(), node.getURI().length()));
        return path.startsWith("id/region/") || path.startsWith("id/zone/") || path.startsWith("id/country/");
    }
}
