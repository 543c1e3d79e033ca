package org.jingwei.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingwei.article.Article;
import org.jingwei.fact.Fact;
import org.jingwei.text.NameMention;

/**
 * Names to known things. What several places are called is decided by the other places of the article, or not at all;
 * a place is never an organisation of the same name. A name of the past means what it meant in the article's year.
 * A pure function of article and facts. Thread-safe.
 */
public final class Linker {
    private final Gazetteer gazetteer;

    public Linker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A link for every name that a fact uses, persons included (never linked). */
    public Links links(Article article, List<Fact> facts) {
        Map<String, NameMention.Type> names = names(facts);
        Map<String, List<Integer>> mentions = mentions(facts);
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        List<String> hints = new ArrayList<>();
        names.forEach((name, type) -> {
            switch (type) {
                case PLACE -> places.put(name, mentions.getOrDefault(name, List.of()));
                case ORG -> hints.add(name);
                case PERSON -> {
                }
            }
        });
        article.metadata().publisher().ifPresent(hints::add);
        int year = article.metadata().published().map(d -> d.getYear()).orElse(Place.TODAY);
        PlaceLinker placeLinker = new PlaceLinker(gazetteer.places(), places, hints, year);
        OrganisationLinker organisations = new OrganisationLinker(gazetteer, placeLinker, article.text());
        Map<String, Link> links = new LinkedHashMap<>();
        names.forEach((name, type) -> links.put(name, switch (type) {
            case PLACE -> placeLinker.links().get(name);
            case ORG -> organisations.link(name);
            case PERSON -> new Link.Unlinked();
        }));
        return new Links(links);
    }

    private static Map<String, List<Integer>> mentions(List<Fact> facts) {
        Map<String, List<Integer>> mentions = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Name name) {
                mentions.computeIfAbsent(name.name(), k -> new ArrayList<>())
                        .addAll(name.evidence().spans().stream().map(s -> s.start()).toList());
            }
        }
        return mentions;
    }

    /** Names in order of the facts; what no name fact types is a place when the gazetteer has such a place. */
    private Map<String, NameMention.Type> names(List<Fact> facts) {
        Map<String, NameMention.Type> names = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Name name) {
                names.putIfAbsent(name.name(), name.type());
            }
        }
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Name name -> names.putIfAbsent(name.name(), name.type());
                case Fact.Event event -> {
                    event.places().forEach(n -> names.putIfAbsent(n, NameMention.Type.PLACE));
                    event.participants().forEach(n -> names.putIfAbsent(n, untyped(n)));
                }
                case Fact.Project project -> {
                    project.places().forEach(n -> names.putIfAbsent(n, NameMention.Type.PLACE));
                    project.investors().forEach(n -> names.putIfAbsent(n, untyped(n)));
                }
                case Fact.Indicator indicator -> names.putIfAbsent(indicator.region(), untyped(indicator.region()));
                case Fact.Role role -> {
                    names.putIfAbsent(role.person(), NameMention.Type.PERSON);
                    role.organisation().ifPresent(n -> names.putIfAbsent(n, untyped(n)));
                }
                case Fact.Cooperation cooperation -> cooperation.parties()
                        .forEach(n -> names.putIfAbsent(n, untyped(n)));
                case Fact.Designation designation -> {
                    names.putIfAbsent(designation.designee(), untyped(designation.designee()));
                    designation.by().ifPresent(n -> names.putIfAbsent(n, untyped(n)));
                }
                case Fact.Quotation quotation -> names.putIfAbsent(quotation.speaker(), untyped(quotation.speaker()));
                case Fact.Money money -> {
                }
                case Fact.Number number -> {
                }
                case Fact.Discarded discarded -> {
                }
            }
        }
        return names;
    }

    private NameMention.Type untyped(String name) {
        return isPlace(name) ? NameMention.Type.PLACE : NameMention.Type.ORG;
    }

    private boolean isPlace(String name) {
        return !new PlaceNames(gazetteer.places(), Place.TODAY).of(name).places().isEmpty();
    }
}
