package org.jingwei.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Places of statistics tables, by code or by name alone: no article stands around them to decide what a name means, so
 * that what several places may be called is none of them. Immutable.
 */
public final class Regions {
    /** GB/T 2260, also as the statistical bureaus write it, with the digits of streets and villages left at zero. */
    private static final Pattern CODE = Pattern.compile("(\\d{6})(?:0{6})?");
    /** The country among the divisions: GB/T 2260 has no code for it, tables have these. */
    private static final List<String> COUNTRY_CODES = List.of("000000", "100000");
    /** What tables call it and the gazetteer, which is about names in articles, does not. */
    private static final List<String> COUNTRY_NAMES = List.of("全国", "全国总计", "全国合计");

    private final Places places;
    private final Map<String, Link.Thing> today = new HashMap<>();
    private final Map<String, Integer> since = new HashMap<>();
    private final Map<String, List<Gazetteer.Former>> former = new HashMap<>();
    private final Map<String, Link.Thing> byIso = new HashMap<>();

    public Regions(Gazetteer gazetteer) {
        this.places = gazetteer.places();
        for (Gazetteer.Division division : gazetteer.divisions()) {
            Link.Thing thing = region(division.code(), division.name());
            today.put(division.code(), thing);
            since.put(division.code(), division.since());
            if (!division.iso3166().isEmpty()) {
                byIso.put(division.iso3166(), thing);
            }
        }
        for (Gazetteer.Former ended : gazetteer.former()) {
            if (ended.id().length() >= 6) {
                former.computeIfAbsent(ended.id().substring(0, 6), code -> new ArrayList<>()).add(ended);
            }
        }
        gazetteer.otherPlaces().stream().filter(place -> place.kind().equals("country")).forEach(
                place -> byIso.putIfAbsent(place.thing().id().substring("country/".length()), place.thing()));
    }

    private static Link.Thing region(String id, String label) {
        return new Link.Thing(Link.Kind.REGION, "region/" + id, label);
    }

    /** What a table is of, where it says so. */
    public enum Level {
        PROVINCE, PREFECTURE, COUNTY, ZONE
    }

    /**
     * The place that has this whole name, full or short, alone or behind what it lies in (江苏省鼓楼区 is none, two are
     * called so there). 吉林 is a province and a city, and neither unless the level is known.
     *
     * @param level of the places of the table, where it is known; the country may stand among them
     * @param year  that the figure is of: a name of the past means what it meant then
     */
    public Link byName(String written, Optional<Level> level, int year) {
        String name = written.replaceAll("[\\s\\u3000]+", "");
        if (COUNTRY_NAMES.contains(name)) {
            return new Link.Linked(byIso.get("CN"), "what tables call the country");
        }
        PlaceNames names = new PlaceNames(places, year);
        List<Place> every = names.every(name);
        List<Place> found = (every.isEmpty() ? names.of(name).places() : every).stream()
                .filter(place -> level.isEmpty() || place.level() == place(level.get())
                        || place.level() == Place.Level.COUNTRY)
                .toList();
        List<Place> apart = found.stream().filter(place -> found.stream().noneMatch(other -> sameGround(other, place)))
                .toList();
        return switch (apart.size()) {
            case 0 -> new Link.Unlinked();
            case 1 -> new Link.Linked(apart.getFirst().thing(), "the only place of that name");
            default -> new Link.Ambiguous(apart.stream()
                    .map(place -> new Link.Candidate(place.thing(), 1.0 / apart.size())).toList());
        };
    }

    private static Place.Level place(Level level) {
        return switch (level) {
            case PROVINCE -> Place.Level.PROVINCE;
            case PREFECTURE -> Place.Level.PREFECTURE;
            case COUNTY -> Place.Level.COUNTY;
            case ZONE -> Place.Level.ZONE;
        };
    }

    /** 浦东新区 is a district and, on the same ground, a new area. */
    private static boolean sameGround(Place district, Place zone) {
        return district != zone && district.level() == Place.Level.COUNTY && zone.level() == Place.Level.ZONE
                && zone.inside().contains(district.id());
    }

    /**
     * The division that has this code of GB/T 2260: six digits, or twelve that end in zeros.
     *
     * @param year that the figure is of: a code that was given to another division later means what it meant then
     */
    public Link byCode(String written, int year) {
        var code = CODE.matcher(written.strip());
        if (!code.matches()) {
            return new Link.Unlinked();
        }
        String digits = code.group(1);
        if (COUNTRY_CODES.contains(digits)) {
            return new Link.Linked(byIso.get("CN"), "what tables give the country as code");
        }
        List<Gazetteer.Former> ended = former.getOrDefault(digits, List.of()).stream()
                .filter(f -> !f.successors().equals(List.of(f.id())))
                .filter(f -> f.since() <= year && year < f.until()).toList();
        Link.Thing now = today.get(digits);
        if (now != null && (since.get(digits) <= year || ended.isEmpty())) {
            return new Link.Linked(now, "its code");
        }
        if (now == null && ended.isEmpty()) {
            // figures of an ended division are recalculated for years in which it was no more
            ended = former.getOrDefault(digits, List.of());
        }
        return switch (ended.size()) {
            case 0 -> new Link.Unlinked();
            case 1 -> new Link.Linked(region(ended.getFirst().id(), ended.getFirst().name()), "its code in " + year);
            default -> new Link.Ambiguous(ended.stream()
                    .map(f -> new Link.Candidate(region(f.id(), f.name()), 0.5)).toList());
        };
    }

    /** The province (ISO 3166-2, CN-JS) or country (ISO 3166-1, two letters) that has this code. */
    public Link byIso(String written) {
        Link.Thing thing = byIso.get(written.strip());
        return thing == null ? new Link.Unlinked() : new Link.Linked(thing, "its ISO 3166 code");
    }
}
