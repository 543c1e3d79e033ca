package org.jingwei.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingwei.link.Place.Level;

/** What a place's name can mean in a year, whatever the article: whole names, and chains from the larger to the smaller. */
final class PlaceNames {
    /** 上海合作组织, 海宁分区, 深圳（河源）产业园: called after a region that it need not lie in. */
    private static final Pattern ELSEWHERE = Pattern
            .compile("合作组织|分[区园]|飞地|转移|[·・—\\-~～（）()、/]|(?:铁路|高铁|高速|公路|航线|[专干支沿]线|运河)$");
    /** What goes on with the front rather than naming something in it: 成都至重庆, 上海等地, 海南区域. */
    private static final Pattern GOES_ON = Pattern
            .compile("至|到|与|和|及|等|以[东南西北外内]|[周附]近?边?$|附近|方向|方面|籍|域|别|划|[东南西北中]?[一二三四]?[路街巷弄](?!道)");
    /** Behind a short name: long enough to be a name of its own, and none of a street or a house. */
    private static final Pattern LONG_REST = Pattern.compile(".{3,}(?<!路|路街道|街|大道|巷|弄|桥|大厦|大楼|酒店|饭店|广场|公寓|线)");

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

    /**
     * What an unknown place lies in, as its name begins with that: 深圳市龙华区观湖街道, 北京未来科学城. Absent where the beginning
     * may mean several things, is an ordinary word, or names whence something comes rather than where it lies: 南京路,
     * 上海合作组织示范区, 苏州宿迁工业园区.
     */
    Optional<Place> around(String written) {
        String name = Organisations.normal(written);
        if (ELSEWHERE.matcher(name).find()) {
            return Optional.empty();
        }
        for (int end = name.length() - 1; end >= 2; end--) {
            String front = name.substring(0, end);
            Candidates meant = of(front);
            if (meant.places().size() == 1) {
                Place place = meant.places().getFirst();
                boolean inFull = meant.chain() || place.thing().label().equals(front);
                String rest = name.substring(end);
                return Optional.of(place).filter(p -> p.isRegion() || p.level() == Level.ZONE)
                        .filter(p -> inFull || !p.weak().contains(front) && LONG_REST.matcher(rest).matches())
                        .filter(p -> !GOES_ON.matcher(rest).lookingAt() && !namesAnother(rest, p));
            }
            if (!meant.places().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** 苏州宿迁工业园区: whether what follows the front names a region that does not lie in it. */
    private boolean namesAnother(String rest, Place front) {
        for (int start = 0; start < rest.length(); start++) {
            for (int end = start + 2; end <= rest.length(); end++) {
                String name = rest.substring(start, end);
                List<Place> named = places.named(name).stream()
                        .filter(p -> p.isRegion() && p.existsIn(year) && !p.weak().contains(name)).toList();
                if (!named.isEmpty() && named.stream().noneMatch(p -> p.inside().contains(front.id())
                        || front.inside().contains(p.id()))) {
                    return true;
                }
            }
        }
        return false;
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
