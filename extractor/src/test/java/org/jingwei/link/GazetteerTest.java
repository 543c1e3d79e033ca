package org.jingwei.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.link.Gazetteer.Division;
import org.jingwei.link.Gazetteer.Former;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.link.Gazetteer.Zone;
import org.jingwei.text.HanlpScript;
import org.jingwei.text.NameMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the gazetteer agree with themselves and with what everybody can count. */
class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Map<String, Division> DIVISIONS = GAZETTEER.divisions().stream()
            .collect(Collectors.toMap(Division::code, d -> d));

    @Test
    void thereAreAsManyDivisionsAsThereShouldBe() {
        Map<String, Long> levels = GAZETTEER.divisions().stream()
                .collect(Collectors.groupingBy(Division::level, TreeMap::new, Collectors.counting()));
        assertEquals(34, levels.get("province"), "31 provinces and Hong Kong, Macau, Taiwan");
        assertEquals(333, levels.get("prefecture"));
        assertTrue(Math.abs(levels.get("county") - 2844) <= 5, "counties: " + levels.get("county"));
        assertEquals(19, GAZETTEER.zones().stream().filter(z -> z.kind().equals("new-area"))
                .filter(z -> z.level().equals("national")).count());
        assertEquals(22, GAZETTEER.zones().stream()
                .filter(z -> z.kind().equals("free-trade") && z.name().matches("中国\\(..{1,2}\\)自由贸易试验区|海南自由贸易港"))
                .count());
    }

    @Test
    void divisionsFormATreeThatTheirCodesAgreeWith() {
        assertEquals(GAZETTEER.divisions().size(), DIVISIONS.size());
        for (Division d : GAZETTEER.divisions()) {
            assertTrue(d.code().matches("\\d{6}"), d.code());
            if (d.level().equals("province")) {
                assertEquals("", d.parent());
                assertTrue(d.iso3166().matches("CN-[A-Z]{2}") && d.wikidata().matches("Q\\d+")
                        && !d.labelEn().isEmpty(), d.name());
            } else {
                Division parent = DIVISIONS.get(d.parent());
                assertTrue(parent != null && d.code().startsWith(parent.code().replaceAll("(00)+$", "")),
                        d.code() + " " + d.name() + " in " + d.parent());
            }
        }
        unique("Wikidata", GAZETTEER.divisions().stream().map(Division::wikidata).filter(w -> !w.isEmpty()));
        unique("ISO", GAZETTEER.divisions().stream().map(Division::iso3166).filter(w -> !w.isEmpty()));
    }

    private static void unique(String what, Stream<String> all) {
        Set<String> seen = new HashSet<>();
        all.forEach(a -> assertTrue(seen.add(a), what + " twice: " + a));
    }

    @Test
    void whatHasEndedIsFollowedByWhatIs() {
        Map<String, List<Former>> byId = GAZETTEER.former().stream().collect(Collectors.groupingBy(Former::id));
        for (Former f : GAZETTEER.former()) {
            assertTrue(f.since() >= 1981 && f.since() <= f.until() && f.until() <= 2026, f.id() + " " + f.name());
            assertTrue(!f.successors().isEmpty(), f.id() + " " + f.name() + " has no successor");
            assertTrue(DIVISIONS.containsKey(f.parent()) || byId.containsKey(f.parent()),
                    f.id() + " " + f.name() + " in " + f.parent());
            assertTrue(leadsToToday(f.id(), f.successors(), byId, new HashSet<>()), f.id() + " " + f.name());
        }
    }

    private static boolean leadsToToday(String id, List<String> successors, Map<String, List<Former>> byId,
            Set<String> seen) {
        if (!seen.add(id)) {
            return false;
        }
        return successors.stream().allMatch(s -> DIVISIONS.containsKey(s) || s.equals(id) && byId.get(s).size() > 1
                || byId.containsKey(s) && leadsToToday(s, byId.get(s).getLast().successors(), byId,
                        new HashSet<>(seen)));
    }

    /** West, south, east, north of each province, in degrees. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = { "13 113.4 36.0 119.9 42.7", "14 110.2 34.5 114.6 40.8",
            "15 97.1 37.4 126.1 53.4", "21 118.8 38.7 125.8 43.5", "22 121.6 40.8 131.4 46.4",
            "23 121.1 43.4 135.2 53.6", "32 116.3 30.7 122.0 35.2", "33 118.0 27.0 123.0 31.2",
            "34 114.8 29.3 119.7 34.7", "35 115.8 23.5 120.8 28.4", "36 113.5 24.4 118.5 30.1",
            "37 114.7 34.3 122.8 38.5", "41 110.3 31.3 116.7 36.4", "42 108.3 29.0 116.2 33.3",
            "43 108.7 24.6 114.3 30.2", "44 109.6 20.2 117.4 25.6", "45 104.4 20.9 112.1 26.4",
            "46 108.3 3.8 117.9 20.2", "51 97.3 26.0 108.6 34.4", "52 103.5 24.6 109.6 29.3",
            "53 97.5 21.1 106.2 29.3", "54 78.3 26.8 99.2 36.6", "61 105.4 31.7 111.3 39.6",
            "62 92.3 32.5 108.8 42.9", "63 89.4 31.6 103.1 39.3", "64 104.2 35.2 107.7 39.4",
            "65 73.4 34.3 96.5 49.2" })
    void seatsLieInTheirProvince(String province, double west, double south, double east, double north) {
        int seats = 0;
        for (Division d : GAZETTEER.divisions()) {
            if (d.code().startsWith(province) && d.level().equals("prefecture")) {
                double latitude = d.latitude().orElseThrow();
                double longitude = d.longitude().orElseThrow();
                assertTrue(south <= latitude && latitude <= north && west <= longitude && longitude <= east,
                        d.name() + " at " + latitude + ", " + longitude);
                seats++;
            }
        }
        assertTrue(seats >= 4, province + " has " + seats);
    }

    @Test
    void everyZoneHasItsOwnAsciiSlugAndAHostThatItIsNot() {
        Map<String, Zone> slugs = new HashMap<>();
        for (Zone zone : GAZETTEER.zones()) {
            assertTrue(zone.slug().matches("[a-z0-9]+(-[a-z0-9]+)*"), zone.slug());
            assertEquals(null, slugs.put(zone.slug(), zone), zone.slug());
            assertTrue(DIVISIONS.containsKey(zone.host()), zone.name());
            assertTrue(zone.county().isEmpty() || DIVISIONS.containsKey(zone.county()), zone.name());
            assertTrue(zone.administeredWith().isEmpty() || DIVISIONS.containsKey(zone.administeredWith()),
                    zone.name());
            assertTrue(List.of("national", "local").contains(zone.level()), zone.name());
        }
        for (Zone zone : GAZETTEER.zones()) {
            Zone whole = slugs.get(zone.partOf());
            assertTrue(zone.partOf().isEmpty() || whole != null && whole.partOf().isEmpty(), zone.name());
        }
        assertEquals("320505", slugs.get("suzhou-high-tech").administeredWith());
    }

    @Test
    void namesAreSimplifiedAndNormal() {
        HanlpScript script = new HanlpScript();
        List<String> wrong = new ArrayList<>();
        names().forEach((name, where) -> {
            boolean normal = Normalizer.isNormalized(name, Normalizer.Form.NFC) && name.strip().equals(name)
                    && !name.isEmpty();
            // 乾 and 昇 stay as they are in names
            String rest = name.replaceAll("[乾昇]", "");
            if (!normal || !script.toSimplified(rest).equals(rest)) {
                wrong.add(where + ": " + name);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** Where two things have one name, one of them says so by a full name of its own or both doubt it. */
    @Test
    void noTwoThingsOfAKindHaveTheSameFullName() {
        unique("zone", GAZETTEER.zones().stream().map(Zone::name));
        unique("organisation", GAZETTEER.organisations().stream().map(o -> o.names().get(0)));
        unique("country or city", GAZETTEER.otherPlaces().stream().map(o -> o.thing().label()));
        GAZETTEER.divisions().stream().collect(Collectors.groupingBy(d -> d.name() + d.parent()))
                .forEach((name, all) -> assertEquals(1, all.size(), name));
    }

    @Test
    void shortNamesAreUniqueOrDoubted() {
        Map<String, Set<String>> zones = new TreeMap<>();
        GAZETTEER.zones().forEach(z -> Stream.concat(Stream.of(z.name()), z.shortNames().stream())
                .filter(n -> !z.common().contains(n))
                .forEach(n -> zones.computeIfAbsent(n, k -> new HashSet<>()).add(z.slug())));
        zones.forEach((name, all) -> assertEquals(1, all.size(), name + " " + all));
        Map<String, List<Division>> short1 = GAZETTEER.divisions().stream()
                .filter(d -> d.level().equals("county"))
                .flatMap(d -> d.shortNames().stream().filter(n -> !d.common().contains(n)).map(n -> Map.entry(n, d)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        short1.forEach((name, all) -> assertEquals(1, all.size(), name + " " + all));
        Map<String, Set<Link.Thing>> organisations = new TreeMap<>();
        GAZETTEER.organisations().forEach(o -> o.names().stream().filter(n -> !o.common().contains(n))
                .forEach(n -> organisations.computeIfAbsent(n, k -> new HashSet<>()).add(o.thing())));
        organisations.forEach((name, all) -> assertEquals(1, all.size(), name + " " + all));
    }

    @Test
    void organisationsAreManyAndTheirTickersTheirOwn() {
        Map<String, Long> kinds = GAZETTEER.organisations().stream()
                .collect(Collectors.groupingBy(Organisation::kind, TreeMap::new, Collectors.counting()));
        assertTrue(kinds.get("central-enterprise") >= 97 && kinds.get("media") >= 120
                && kinds.get("university") >= 147 && kinds.get("foreign-enterprise") >= 250
                && kinds.get("enterprise") + kinds.get("listed") >= 1500, kinds.toString());
        unique("ticker", GAZETTEER.organisations().stream().flatMap(o -> o.tickers().stream()));
        unique("thing", GAZETTEER.organisations().stream().map(o -> o.thing().id()));
    }

    @Test
    void countriesAndCitiesAreKnown() {
        Map<String, Long> kinds = GAZETTEER.otherPlaces().stream()
                .collect(Collectors.groupingBy(Gazetteer.OtherPlace::kind, TreeMap::new, Collectors.counting()));
        assertTrue(kinds.get("country") >= 190 && kinds.get("city") >= 300, kinds.toString());
    }

    @Test
    void theTaggerKnowsNamesOfAllKinds() {
        var names = GAZETTEER.lexicon().names();
        assertEquals(NameMention.Type.PLACE, names.get("苏州高新区").type());
        assertEquals(NameMention.Type.PLACE, names.get("吴江市").type());
        assertEquals(null, names.get("佛山地区"), "佛山地区生产总值 is a statistic of 佛山");
        assertEquals(NameMention.Type.ORG, names.get("江苏省商务厅").type());
        assertEquals(NameMention.Type.ORG, names.get("北京工业大学").type());
        assertEquals(NameMention.Type.PLACE, names.get("连云港").type(), "the city, not the company");
        assertTrue(names.get("朝阳").common() && names.get("农产品").common() && names.get("人大").common());
        assertTrue(names.get("京").common() && !names.get("苏州").common());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        GAZETTEER.divisions().forEach(d -> Gazetteer.with(d.name(), d.shortNames()).forEach(n -> names.put(n,
                d.code())));
        GAZETTEER.former().forEach(f -> Gazetteer.with(f.name(), f.shortNames()).forEach(n -> names.put(n, f.id())));
        GAZETTEER.zones().forEach(z -> Gazetteer.with(z.name(), z.shortNames()).forEach(n -> names.put(n, z.slug())));
        GAZETTEER.otherPlaces().forEach(o -> Gazetteer.with(o.thing().label(), o.shortNames())
                .forEach(n -> names.put(n, "countries")));
        GAZETTEER.organisations().forEach(o -> o.names().forEach(n -> names.put(n, o.thing().id())));
        return names;
    }
}
