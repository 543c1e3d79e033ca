package org.jingwei.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jingwei.link.Place.Level;

/** What a place's name can mean in a year, whatever the article: whole names, and chains from the larger to the smaller. */
final class PlaceNames {
    private final Places places;
    private final int year;

    /** @param year of the article; {@link Place#TODAY} when it has no date */
    PlaceNames(Places places, int year) {
        this.places = places;
        this.year = year;
    }

    /** @param chain whether places in front of it already said where it lies */
    record Candidates(List<Place> places, boolean chain) {}

    Candidates of(String written) {
        String name = Organisations.normal(written);
        List<Place> whole = meant(bare(name));
        if (!whole.isEmpty()) {
            return new Candidates(whole, false);
        }
        for (int end = name.length() - 1; end >= 2; end--) {
            List<Place> front = meant(name.substring(0, end));
            if (!front.isEmpty()) {
                List<Place> within = within(of(name.substring(end)).places(), front);
                if (!within.isEmpty()) {
                    return new Candidates(within, true);
                }
            }
        }
        return new Candidates(List.of(), false);
    }

    /** Every place that may carry the whole name in the year, none before another. */
    List<Place> every(String written) {
        String name = bare(Organisations.normal(written));
        return valid(name, places.named(name));
    }

    private List<Place> meant(String name) {
        return preferred(name, valid(name, places.named(name)));
    }

    /** The ends of the places that {@code name} starts with, the longest first; not all of it. */
    List<Integer> prefixes(String name) {
        List<Integer> ends = new ArrayList<>();
        for (int end = name.length() - 1; end >= 2; end--) {
            if (!places.named(name.substring(0, end)).isEmpty()) {
                ends.add(end);
            }
        }
        return ends;
    }

    private List<Place> within(List<Place> last, Collection<Place> front) {
        Set<String> ids = new LinkedHashSet<>();
        for (Place place : front) {
            if (place.level() != Level.ZONE && place.level() != Level.MACRO_REGION) {
                ids.add(place.id());
                ids.addAll(places.heirs(place.id()));
            }
        }
        boolean country = front.stream().anyMatch(p -> p.level() == Level.COUNTRY);
        return last.stream().filter(p -> country && p.level() == Level.MACRO_REGION
                || p.inside().stream().anyMatch(i -> ids.contains(i) && !i.equals(p.id()))).toList();
    }

    /** Those that carried the name in the year; all when none did: an ended name is still used of what ended. */
    private List<Place> valid(String name, List<Place> named) {
        List<Place> valid = named.stream().filter(p -> p.existsIn(year)).toList();
        if (valid.isEmpty()) {
            List<Place> today = named.stream().filter(p -> p.until() == Place.TODAY).toList();
            List<Place> rest = today.isEmpty() ? latest(name, named) : today;
            return distinct(rest);
        }
        // in the year of a change the new one counts
        return distinct(valid.stream().filter(p -> valid.stream().noneMatch(o -> o != p
                && places.heirs(p.id()).contains(o.id()))).toList());
    }

    /** Of what has ended, one that another of them took over is not meant; a former 郊区 is not what a 郊区 is now. */
    private List<Place> latest(String name, List<Place> ended) {
        return ended.stream().filter(p -> !(p.weak().contains(name) && name.endsWith("区")))
                .filter(p -> ended.stream().noneMatch(o -> o != p && places.heirs(p.id()).contains(o.id()))).toList();
    }

    private static List<Place> distinct(List<Place> all) {
        List<Place> kept = new ArrayList<>();
        all.stream().filter(p -> kept.stream().noneMatch(k -> k.thing().equals(p.thing()))).forEach(kept::add);
        return kept;
    }

    /** 贵州地区 and 贵州 are the same region; 喀什地区 is a name of its own. */
    private String bare(String name) {
        return places.named(name).isEmpty() && name.endsWith("地区") ? name.substring(0, name.length() - 2) : name;
    }

    /**
     * A country or province before everything else of its name, unless that is as well known (黑山, a county and a
     * country); a prefecture before its own counties and zones; a district before the new area of the same name, which
     * is the same ground (浦东新区, 滨海新区). 西安 is the city and not one of the districts that are called 西安区, 湘西 the
     * prefecture and not the larger region, unless the city's short name is doubtful itself (朝阳).
     */
    private static List<Place> preferred(String name, List<Place> all) {
        for (Place place : all) {
            if (place.level() == Level.PROVINCE || place.level() == Level.COUNTRY && !place.weak().contains(name)) {
                return List.of(place);
            }
        }
        boolean city = all.stream().anyMatch(p -> p.level() == Level.PREFECTURE && !p.weak().contains(name));
        return all.stream().filter(p -> !(city && yields(p, name)))
                .filter(p -> all.stream().noneMatch(o -> o != p && covers(o, p))).toList();
    }

    private static boolean yields(Place place, String name) {
        return switch (place.level()) {
            case COUNTY -> place.weak().contains(name);
            case CITY, MACRO_REGION -> true;
            case COUNTRY, PROVINCE, PREFECTURE, ZONE -> false;
        };
    }

    private static boolean covers(Place larger, Place smaller) {
        boolean inside = smaller.inside().contains(larger.id());
        return inside && (larger.level() == Level.PREFECTURE
                || larger.level() == Level.COUNTY && smaller.level() == Level.ZONE);
    }
}
