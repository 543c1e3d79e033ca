package org.jingwei.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jingwei.link.Gazetteer.Division;
import org.jingwei.link.Gazetteer.Former;
import org.jingwei.link.Gazetteer.OtherPlace;
import org.jingwei.link.Gazetteer.Zone;
import org.jingwei.link.Place.Level;

/** Known places by name, and how they lie in each other. Immutable once made. */
final class Places {
    private static final Map<String, String> SPECIAL_REGIONS = Map.of("CN-HK", "region/810000", "CN-MO",
            "region/820000", "CN-TW", "region/710000");

    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, Place> regions = new HashMap<>();
    private final Map<String, List<String>> heirs = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, List<Zone>> zonesByKind = new LinkedHashMap<>();
    private final Map<String, Place> zones = new HashMap<>();
    private final Map<String, List<String>> shortNames = new HashMap<>();

    Places(List<Division> divisions, List<Former> former, List<Zone> zones, List<OtherPlace> others) {
        divisions.forEach(d -> parents.put("region/" + d.code(),
                d.parent().isEmpty() ? Place.CHINA : "region/" + d.parent()));
        former.forEach(f -> parents.putIfAbsent("region/" + f.id(), "region/" + f.parent()));
        divisions.forEach(this::add);
        former.forEach(this::add);
        zones.forEach(this::add);
        others.forEach(this::add);
    }

    private void add(Division d) {
        Place place = new Place(new Link.Thing(Link.Kind.REGION, "region/" + d.code(), d.name()), level(d.level()),
                above("region/" + d.code()), d.since(), Place.TODAY, Set.copyOf(d.common()));
        regions.put(place.id(), place);
        shortNames.put(place.id(), d.shortNames());
        put(d.name(), place);
        d.shortNames().forEach(n -> put(n, place));
    }

    /** A former name of a code that is still in use is another name of the same place. */
    private void add(Former f) {
        String id = "region/" + f.id();
        Place now = regions.get(id);
        boolean sameThing = now != null && now.until() == Place.TODAY;
        Link.Thing thing = sameThing ? now.thing() : new Link.Thing(Link.Kind.REGION, id, f.name());
        Place place = new Place(thing, level(f.level()), sameThing ? now.inside() : above(id), f.since(), f.until(),
                Set.copyOf(f.common()));
        if (!sameThing) {
            if (now == null || now.until() < f.until()) {
                regions.put(id, place);
            }
            heirs.put(id, f.successors().stream().map(s -> "region/" + s).filter(s -> !s.equals(id)).toList());
        }
        put(f.name(), place);
        f.shortNames().forEach(n -> put(n, place));
    }

    private void add(Zone z) {
        Place place = new Place(new Link.Thing(Link.Kind.ZONE, "zone/" + z.slug(), z.name()), Level.ZONE,
                above("region/" + z.host()), 0, Place.TODAY, Set.copyOf(z.common()));
        zones.put(z.slug(), place);
        zonesByKind.computeIfAbsent(z.kind(), k -> new ArrayList<>()).add(z);
        put(z.name(), place);
        z.shortNames().forEach(n -> put(n, place));
    }

    private void add(OtherPlace o) {
        Set<String> inside = new LinkedHashSet<>(List.of(o.thing().id()));
        String region = SPECIAL_REGIONS.get(o.country());
        if (region != null) {
            inside.addAll(above(region));
        } else if (!o.country().isEmpty()) {
            inside.add("country/" + o.country());
        }
        Place place = new Place(o.thing(), switch (o.kind()) {
            case "country" -> Level.COUNTRY;
            case "city" -> Level.CITY;
            case "macro-region" -> Level.MACRO_REGION;
            default -> throw new IllegalStateException("[ontology/gazetteer/countries.csv] " + o.thing().label()
                    + " is of the unknown kind " + o.kind() + "; known are country, city and macro-region.");
        }, inside, 0, Place.TODAY, Set.copyOf(o.common()));
        put(o.thing().label(), place);
        o.shortNames().forEach(n -> put(n, place));
    }

    private static Level level(String level) {
        return Level.valueOf(level.toUpperCase(java.util.Locale.ROOT));
    }

    Set<String> above(String id) {
        Set<String> inside = new LinkedHashSet<>();
        for (String i = id; i != null && inside.add(i);) {
            i = parents.get(i);
        }
        return inside;
    }

    private void put(String name, Place place) {
        List<Place> all = byName.computeIfAbsent(name, k -> new ArrayList<>(1));
        if (all.stream().noneMatch(p -> p.thing().equals(place.thing()) && p.until() >= place.until())) {
            all.add(place);
        }
    }

    /** What the whole of {@code name} may be called, whenever it was. */
    List<Place> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The regions that took an ended one over, and those that took them over; empty for one of today. */
    List<String> heirs(String id) {
        List<String> all = new ArrayList<>();
        collect(id, all);
        return all;
    }

    private void collect(String id, List<String> into) {
        for (String heir : heirs.getOrDefault(id, List.of())) {
            if (!into.contains(heir)) {
                into.add(heir);
                collect(heir, into);
            }
        }
    }

    Place region(String id) {
        return regions.get(id);
    }

    /** The short names of a division of today, the usual one first. */
    List<String> shortNames(String id) {
        return shortNames.getOrDefault(id, List.of());
    }

    /**
     * The national zones of a kind that are called after {@code region}: 苏州 has 苏州高新技术产业开发区 but not
     * 昆山高新技术产业开发区, which is called after the county, nor 苏州相城经济技术开发区.
     */
    List<Place> zones(String kind, Place region) {
        List<Place> found = new ArrayList<>();
        for (Zone zone : zonesByKind.getOrDefault(kind, List.of())) {
            Place place = zones.get(zone.slug());
            boolean named = Gazetteer.with(zone.name(), zone.shortNames()).stream()
                    .anyMatch(n -> n.startsWith(region.thing().label()) || shortNames(region.id()).stream()
                            .anyMatch(s -> s.length() > 1 && n.startsWith(s)));
            boolean ownedByCounty = !zone.county().isEmpty() && !region.id().equals("region/" + zone.county());
            if (named && !ownedByCounty && zone.level().equals("national") && zone.partOf().isEmpty()
                    && place.inside().contains(region.id())) {
                found.add(place);
            }
        }
        return found;
    }
}
