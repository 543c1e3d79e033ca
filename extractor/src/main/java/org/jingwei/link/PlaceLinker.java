package org.jingwei.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.link.Link.Ambiguous;
import org.jingwei.link.Link.Candidate;
import org.jingwei.link.Link.Linked;
import org.jingwei.link.Link.Unlinked;
import org.jingwei.link.Link.Within;
import org.jingwei.link.Place.Level;

/**
 * The places of one article. Names that only one thing carries come first; where these lie decides the others, and
 * what is decided helps to decide the rest, until nothing changes.
 */
final class PlaceLinker {
    /** What a zone is called inside its city, and the kind of zone that it means. */
    private static final Map<String, String> ZONE_WORDS = Map.ofEntries(Map.entry("高新区", "high-tech"),
            Map.entry("高新", "high-tech"), Map.entry("经开", "economic"), Map.entry("国家高新区", "high-tech"),
            Map.entry("高新技术开发区", "high-tech"),
            Map.entry("高新技术产业开发区", "high-tech"), Map.entry("经开区", "economic"),
            Map.entry("国家级经开区", "economic"), Map.entry("经济开发区", "economic"), Map.entry("经济技术开发区", "economic"),
            Map.entry("国家级经济技术开发区", "economic"), Map.entry("开发区", "economic"), Map.entry("综合保税区", "bonded"),
            Map.entry("综保区", "bonded"), Map.entry("自贸区", "free-trade"), Map.entry("自贸试验区", "free-trade"),
            Map.entry("自由贸易试验区", "free-trade"), Map.entry("新区", "new-area"));
    private static final int LONGEST_WORD = ZONE_WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();
    /** A region this many characters in front of a name belongs to it rather than one more than twice as far. */
    private static final int NEAR = 60;

    private final Places places;
    private final PlaceNames names;
    private final Context context;
    private final Map<String, List<Integer>> mentions;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Place> linked = new LinkedHashMap<>();

    /**
     * @param mentions names of places with the offsets of their mentions
     * @param hints    names of organisations, and the publisher's
     * @param year     of the article
     */
    PlaceLinker(Places places, Map<String, List<Integer>> mentions, List<String> hints, int year) {
        this.places = places;
        this.names = new PlaceNames(places, year);
        this.context = new Context(places);
        this.mentions = mentions;
        hints.forEach(this::hint);
        link();
    }

    Map<String, Link> links() {
        return links;
    }

    Context context() {
        return context;
    }

    private void hint(String name) {
        for (int end : names.prefixes(name)) {
            List<Place> front = names.of(name.substring(0, end)).places();
            if (!front.isEmpty()) {
                if (front.size() == 1 && !isWeak(front.get(0), name.substring(0, end))) {
                    context.hint(front.get(0));
                }
                return;
            }
        }
    }

    private void link() {
        Set<String> open = new LinkedHashSet<>(mentions.keySet());
        for (String name : mentions.keySet()) {
            PlaceNames.Candidates c = names.of(name);
            if (c.places().size() == 1 && (c.chain() || !isWeak(c.places().get(0), name))) {
                settle(name, c.places().get(0), c.chain()
                        ? "the place so called in the one named in front of it"
                        : "the only place called " + name);
                open.remove(name);
            }
        }
        boolean changed = true;
        while (changed) {
            Map<String, Choice> chosen = new LinkedHashMap<>();
            for (String name : open) {
                choose(name).ifPresent(choice -> chosen.put(name, choice));
            }
            chosen.forEach((name, choice) -> settle(name, choice.place(), choice.why()));
            open.removeAll(chosen.keySet());
            changed = !chosen.isEmpty();
        }
        open.forEach(name -> links.put(name, undecided(name)));
    }

    private void settle(String name, Place place, String why) {
        links.put(name,
                new Linked(place.thing(), place.until() == Place.TODAY ? why : why + ", until " + place.until()));
        linked.put(name, place);
        context.name(place, mentions.get(name));
    }

    private record Choice(Place place, String why) {}

    private Optional<Choice> choose(String name) {
        List<Place> candidates = names.of(name).places();
        if (candidates.isEmpty()) {
            List<Place> zones = zones(name);
            return zones.size() == 1
                    ? Optional.of(new Choice(zones.get(0), "the zone of its kind in the city that the article names"))
                    : Optional.empty();
        }
        List<Place> ranked = ranked(candidates);
        double best = context.score(ranked.get(0));
        if (best == 0) {
            return Optional.empty();
        }
        if (ranked.size() == 1) {
            return Optional.of(new Choice(ranked.get(0), "called " + name + ", in a region that the article names"));
        }
        if (best > context.score(ranked.get(1))) {
            return Optional.of(new Choice(ranked.get(0), "of " + candidates.size() + " places called " + name
                    + " the one in a region that the article names"));
        }
        return nearest(name, ranked.stream().filter(p -> context.score(p) == best).toList());
    }

    /** The one whose region stands closest in front of every mention. */
    private Optional<Choice> nearest(String name, List<Place> tied) {
        Place winner = null;
        for (int at : mentions.get(name)) {
            List<Place> byDistance = tied.stream()
                    .sorted(Comparator.comparingInt((Place p) -> context.distance(p, tied, at))
                            .thenComparing(Place::id))
                    .toList();
            int first = context.distance(byDistance.get(0), tied, at);
            int second = context.distance(byDistance.get(1), tied, at);
            if (first > NEAR || second / 2 <= first || winner != null && winner != byDistance.get(0)) {
                return Optional.empty();
            }
            winner = byDistance.get(0);
        }
        return Optional.ofNullable(winner).map(p -> new Choice(p, "of " + tied.size() + " places called " + name
                + " the one in the region named in front of it"));
    }

    private Link undecided(String name) {
        List<Place> candidates = names.of(name).places();
        if (candidates.isEmpty()) {
            candidates = zones(name);
        }
        if (candidates.isEmpty()) {
            return names.around(name).<Link>map(p -> new Within(p.thing(), "its name begins with what it lies in"))
                    .orElseGet(Unlinked::new);
        }
        boolean ordinaryWord = candidates.size() == 1 && isWeak(candidates.get(0), name);
        return ordinaryWord
                ? new Unlinked()
                : new Ambiguous(ranked(candidates).stream().map(p -> new Candidate(p.thing(), context.score(p)))
                        .toList());
    }

    private List<Place> ranked(List<Place> candidates) {
        return candidates.stream().sorted(Comparator.comparingDouble((Place p) -> -context.score(p))
                .thenComparing(Place::id)).toList();
    }

    /** An ordinary word that a county, a zone or a foreign city is called by, too. A 沛县 in full is none. */
    private static boolean isWeak(Place place, String name) {
        return switch (place.level()) {
            case COUNTY -> place.weak().contains(name) && !name.endsWith("县") && !name.endsWith("市");
            case ZONE, CITY -> place.weak().contains(name);
            case COUNTRY, PROVINCE, PREFECTURE, MACRO_REGION -> false;
        };
    }

    /** 苏州市高新区, and a bare 高新区 in an article about one city. */
    private List<Place> zones(String name) {
        for (int length = Math.min(LONGEST_WORD, name.length()); length >= 2; length--) {
            String kind = ZONE_WORDS.get(name.substring(name.length() - length));
            if (kind != null) {
                String front = name.substring(0, name.length() - length);
                return front.isEmpty() ? bareZones(kind) : zonesOf(kind, names.of(front).places());
            }
        }
        return List.of();
    }

    private List<Place> zonesOf(String kind, List<Place> regions) {
        List<Place> found = new ArrayList<>();
        regions.stream().filter(Place::isRegion).forEach(r -> found.addAll(places.zones(kind, r)));
        return found;
    }

    private List<Place> bareZones(String kind) {
        if (kind.equals("free-trade")) {
            return context.province().map(p -> places.zones(kind, p)).orElse(List.of());
        }
        Optional<Place> city = context.city();
        if (city.isEmpty()) {
            return List.of();
        }
        Set<Place> found = new LinkedHashSet<>(places.zones(kind, city.get()));
        context.counties().forEach(c -> found.addAll(places.zones(kind, c)));
        return List.copyOf(found);
    }

    /** The region that the front of an organisation's name means in this article. */
    Optional<Place> region(String name) {
        PlaceNames.Candidates c = names.of(name);
        List<Place> regions = c.places().stream().filter(Place::isRegion).toList();
        if (regions.size() == 1) {
            return Optional.of(regions.get(0));
        }
        List<Place> ranked = ranked(regions);
        return ranked.isEmpty() || context.score(ranked.get(0)) <= context.score(ranked.get(1))
                ? Optional.empty()
                : Optional.of(ranked.get(0));
    }

    List<Integer> prefixes(String name) {
        return names.prefixes(name);
    }
}
