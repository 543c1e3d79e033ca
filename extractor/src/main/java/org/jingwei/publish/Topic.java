package org.jingwei.publish;

import static org.jingwei.publish.ArticleView.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** What people want of a store apart from the rest: a table each. */
public enum Topic {
    PROJECTS, INDICATORS, EVENTS, ROLES;

    /** {@code projects}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facts of this topic in an article, in the natural order. */
    List<Node> facts(ArticleView view) {
        return switch (this) {
            case PROJECTS -> view.ofType(view.term("InvestmentProject"));
            case INDICATORS -> view.ofType(view.term("ReportedObservation"));
            case EVENTS -> view.subjects(view.term("eventType"), Node.ANY);
            case ROLES -> view.ofType(ArticleView.iri(ArticleView.ORG, "Membership"));
        };
    }

    /** The places, and what is somewhere, that a fact of this topic is about. */
    List<Node> places(ArticleView view, Node fact) {
        return switch (this) {
            case PROJECTS -> view.objects(fact, schema("location"));
            case INDICATORS -> view.objects(fact, ArticleView.iri(ArticleView.DIMENSION, "refArea"));
            case EVENTS -> {
                var places = new ArrayList<Node>();
                for (Node event : withSuperEvents(view, fact)) {
                    places.addAll(view.objects(event, schema("location")));
                    places.addAll(view.objects(event, view.term("participant")));
                }
                yield places;
            }
            case ROLES -> {
                var places = new ArrayList<Node>(view.objects(fact, view.term("jurisdiction")));
                for (Node organisation : view.objects(fact, ArticleView.iri(ArticleView.ORG, "organization"))) {
                    places.add(organisation);
                    places.addAll(view.objects(organisation, schema("location")));
                }
                yield places;
            }
        };
    }

    private static List<Node> withSuperEvents(ArticleView view, Node event) {
        var chain = new ArrayList<Node>(List.of(event));
        for (int i = 0; i < chain.size(); i++) {
            view.objects(chain.get(i), schema("superEvent")).stream().filter(e -> !chain.contains(e))
                    .forEach(chain::add);
        }
        return chain;
    }

    /**
     * When it is or was, as notations of periods or dates. A project has the dates of its events; a role is of the day
     * of publication. Empty where the article does not say.
     */
    List<String> times(ArticleView view, Node fact) {
        Stream<Node> times = switch (this) {
            case PROJECTS -> view.subjects(view.term("eventObject"), fact).stream()
                    .flatMap(event -> date(view, event).stream());
            case EVENTS -> date(view, fact).stream();
            case INDICATORS -> view.objects(fact, ArticleView.iri(ArticleView.DIMENSION, "refPeriod")).stream()
                    .flatMap(period -> view.objects(period, ArticleView.iri(ArticleView.SKOS, "notation")).stream());
            case ROLES -> view.objects(view.article(), schema("datePublished")).stream();
        };
        return times.map(ArticleView::text).map(time -> time.replaceFirst("T.*", "")).toList();
    }

    /** Of an event: its own, or else that of the event it is part of. */
    static Optional<Node> date(ArticleView view, Node event) {
        return withSuperEvents(view, event).stream().flatMap(e -> view.one(e, schema("startDate")).stream())
                .findFirst();
    }
}
