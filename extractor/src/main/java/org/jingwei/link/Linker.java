package org.jingwei.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jingwei.article.Article;
import org.jingwei.fact.Fact;
import org.jingwei.text.NameMention;

/**
 * Names to known things. A place that several things are called is decided by the other places of the article, or not
 * at all; a place is never an organisation of the same name. Thread-safe.
 */
public final class Linker {
    private final Gazetteer gazetteer;

    public Linker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A link for every name that a fact uses, persons included (never linked). */
    public Links links(Article article, List<Fact> facts) {
        Map<String, NameMention.Type> names = names(facts);
        Set<String> regions = regions(article, names);
        Map<String, Link> links = new LinkedHashMap<>();
        names.forEach((name, type) -> links.put(name, switch (type) {
            case PLACE -> place(name, regions);
            case ORG -> organisation(name);
            case PERSON -> new Link.Unlinked();
        }));
        return new Links(links);
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
        return candidates(name).isEmpty() ? NameMention.Type.ORG : NameMention.Type.PLACE;
    }

    /** Codes of the regions that the article's certain places lie in, and of its publisher's when that names one. */
    private Set<String> regions(Article article, Map<String, NameMention.Type> names) {
        Set<String> regions = new LinkedHashSet<>();
        names.forEach((name, type) -> {
            if (type == NameMention.Type.PLACE) {
                List<Gazetteer.Place> candidates = candidates(name);
                if (candidates.size() == 1) {
                    regions.addAll(candidates.get(0).inside());
                }
            } else if (type == NameMention.Type.ORG) {
                addPrefix(name, regions);
            }
        });
        article.metadata().publisher().ifPresent(p -> addPrefix(p, regions));
        return regions;
    }

    private void addPrefix(String name, Set<String> regions) {
        int end = gazetteer.prefix(name);
        if (end > 0) {
            List<Gazetteer.Place> places = preferred(gazetteer.places(name.substring(0, end)));
            if (places.size() == 1) {
                regions.addAll(places.get(0).inside());
            }
        }
    }

    private Link place(String name, Set<String> regions) {
        List<Gazetteer.Place> candidates = candidates(name);
        if (candidates.isEmpty()) {
            return new Link.Unlinked();
        }
        if (candidates.size() == 1) {
            return new Link.Linked(candidates.get(0).thing(), "the only place called " + name);
        }
        List<Gazetteer.Place> ranked = new ArrayList<>(candidates);
        ranked.sort(Comparator.comparingDouble((Gazetteer.Place p) -> -score(p, regions))
                .thenComparing(p -> p.thing().id()));
        double best = score(ranked.get(0), regions);
        if (best > score(ranked.get(1), regions)) {
            return new Link.Linked(ranked.get(0).thing(),
                    "of " + candidates.size() + " places called " + name
                            + " the one in a region that the article names");
        }
        return new Link.Ambiguous(
                ranked.stream().map(p -> new Link.Candidate(p.thing(), score(p, regions))).toList());
    }

    /** The share of the regions above a place that the article names for certain. */
    private static double score(Gazetteer.Place place, Set<String> regions) {
        long above = place.inside().stream().filter(c -> !place.thing().id().equals("region/" + c)).count();
        long named = place.inside().stream()
                .filter(c -> !place.thing().id().equals("region/" + c) && regions.contains(c)).count();
        return above == 0 ? 0 : (double) named / above;
    }

    /** What a place's name can mean: the whole name, or its last part inside the places in front of it. */
    private List<Gazetteer.Place> candidates(String name) {
        List<Gazetteer.Place> whole = preferred(gazetteer.places(bare(name)));
        if (!whole.isEmpty()) {
            return whole;
        }
        int end = gazetteer.prefix(name);
        if (end == 0) {
            return List.of();
        }
        List<Gazetteer.Place> above = preferred(gazetteer.places(name.substring(0, end)));
        List<Gazetteer.Place> last = candidates(name.substring(end));
        List<Gazetteer.Place> within = new ArrayList<>();
        for (Gazetteer.Place place : last) {
            boolean lies = above.stream().anyMatch(a -> a.level() != Gazetteer.Level.COUNTRY
                    && a.level() != Gazetteer.Level.ZONE
                    && place.inside().contains(a.thing().id().substring("region/".length())));
            boolean country = above.stream().anyMatch(a -> a.thing().id().equals("country/CN"));
            if (lies || country) {
                within.add(place);
            }
        }
        return within;
    }

    /** 贵州地区 and 贵州 are the same region; 喀什地区 is a name of its own. */
    private String bare(String name) {
        return gazetteer.places(name).isEmpty() && name.endsWith("地区") ? name.substring(0, name.length() - 2) : name;
    }

    /** A province before everything else of its name; a prefecture before its own counties and zones. */
    private static List<Gazetteer.Place> preferred(List<Gazetteer.Place> places) {
        for (Gazetteer.Place place : places) {
            if (place.level() == Gazetteer.Level.PROVINCE || place.level() == Gazetteer.Level.COUNTRY) {
                return List.of(place);
            }
        }
        List<Gazetteer.Place> kept = new ArrayList<>();
        for (Gazetteer.Place place : places) {
            boolean inOther = places.stream().anyMatch(o -> o != place && o.level() == Gazetteer.Level.PREFECTURE
                    && place.inside().contains(o.thing().id().substring("region/".length())));
            if (!inOther) {
                kept.add(place);
            }
        }
        return kept;
    }

    private Link organisation(String name) {
        return gazetteer.organisation(name)
                .map(thing -> new Link.Linked(thing, "a name of " + thing.label() + " in the gazetteer"))
                .orElseGet(() -> new Link.Linked(Gazetteer.named(name), "an organisation known by its name only"));
    }
}
