package org.jingwei.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.link.Place.Level;

/**
 * Where an article is: the regions and countries that its places lie in, and what its publisher and its organisations
 * are called after. What the article names itself counts twice what it only shows by such a name.
 */
final class Context {
    private static final double NAMED = 1.0;
    private static final double HINTED = 0.5;

    private final Places places;
    private final Map<String, Double> support = new HashMap<>();
    private final Map<String, List<Integer>> mentions = new HashMap<>();

    Context(Places places) {
        this.places = places;
    }

    /** @param at where the article mentions the place */
    void name(Place place, List<Integer> at) {
        for (String id : place.inside()) {
            if (!id.equals(Place.CHINA) || place.level() == Level.COUNTRY) {
                add(id, NAMED);
                mentions.computeIfAbsent(id, k -> new ArrayList<>()).addAll(at);
            }
        }
        for (String heir : places.heirs(place.id())) {
            places.region(heir).inside().stream().filter(id -> !id.equals(Place.CHINA)).forEach(id -> add(id, NAMED));
        }
    }

    void hint(Place place) {
        place.inside().stream().filter(id -> !id.equals(Place.CHINA)).forEach(id -> add(id, HINTED));
    }

    private void add(String id, double weight) {
        support.merge(id, weight, Math::max);
    }

    /** How much the article speaks for a region, 0 to 1; for an ended one also by those that took it over. */
    private double support(String id) {
        double best = support.getOrDefault(id, 0.0);
        for (String heir : places.heirs(id)) {
            best = Math.max(best, support.getOrDefault(heir, 0.0));
        }
        return best;
    }

    /** The share of what lies above a place that the article names, 0 to 1. */
    double score(Place place) {
        double sum = 0;
        int above = 0;
        for (String id : place.inside()) {
            if (!id.equals(place.id()) && !id.equals(Place.CHINA)) {
                above++;
                sum += support(id);
            }
        }
        return above == 0 ? support(place.id()) : sum / above;
    }

    boolean names(String id) {
        return support.getOrDefault(id, 0.0) >= NAMED;
    }

    /** The only prefecture or municipality that the article names; empty when there are several or none. */
    Optional<Place> city() {
        return only(p -> p.level() == Level.PREFECTURE
                || Bureaus.MUNICIPALITIES.contains(p.id()));
    }

    /** The only province that the article names. */
    Optional<Place> province() {
        return only(p -> p.level() == Level.PROVINCE);
    }

    /** The only county that the article names. */
    Optional<Place> county() {
        return only(p -> p.level() == Level.COUNTY);
    }

    List<Place> counties() {
        return named(p -> p.level() == Level.COUNTY);
    }

    private Optional<Place> only(java.util.function.Predicate<Place> which) {
        List<Place> named = named(which);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private List<Place> named(java.util.function.Predicate<Place> which) {
        return support.entrySet().stream().filter(e -> e.getValue() >= NAMED).map(Map.Entry::getKey).sorted()
                .map(places::region).filter(p -> p != null && p.until() == Place.TODAY && which.test(p)).toList();
    }

    /**
     * How far in front of {@code at} the article last names a region that {@code place} lies in and none of
     * {@code rivals} does; {@link Integer#MAX_VALUE} when it names none in front.
     */
    int distance(Place place, List<Place> rivals, int at) {
        int best = Integer.MAX_VALUE;
        for (String id : place.inside()) {
            boolean shared = rivals.stream().anyMatch(r -> r != place && r.inside().contains(id));
            if (!shared && !id.equals(place.id())) {
                for (int mention : mentions.getOrDefault(id, List.of())) {
                    if (mention < at) {
                        best = Math.min(best, at - mention);
                    }
                }
            }
        }
        return best;
    }
}
