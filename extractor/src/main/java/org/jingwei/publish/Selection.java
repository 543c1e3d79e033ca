package org.jingwei.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
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
     * @throws RefusedValue when it is none
     */
    public static PeriodNodes.Days period(String notation) {
        return PeriodNodes.days(notation).orElseThrow(() -> new RefusedValue("\"" + notation
                + "\" is no period.",
                "Write a year 2021, a half 2021-H1, a quarter 2021-Q1, a month 2021-05, a day 2021-05-26, or a run "
                        + "2021-01/2021-04."));
    }

    /**
     * A region and all that lies in it. Inside a read transaction.
     *
     * @param wanted an IRI, a code (320500) or a name, short or full
     * @throws RefusedValue when there is none, or more than one of that name
     */
    public static Set<Node> region(String wanted, DatasetGraph dataset, Iris iris) {
        Node region = new Places(dataset, iris).one(wanted);
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
}
