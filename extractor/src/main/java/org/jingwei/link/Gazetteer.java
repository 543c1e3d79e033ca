package org.jingwei.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.source.RawPage;
import org.jingwei.text.Lexicon;
import org.jingwei.text.NameMention;

/** Places and organisations known beforehand, from the tables in {@code ontology/gazetteer}. Immutable. */
public final class Gazetteer {

    /**
     * A known place.
     *
     * @param level  PROVINCE, PREFECTURE, COUNTY, ZONE, COUNTRY
     * @param inside codes of the regions that it lies in, itself included when it has a code; empty for a country
     */
    record Place(Link.Thing thing, Level level, Set<String> inside) {}

    enum Level {
        COUNTRY, PROVINCE, PREFECTURE, COUNTY, ZONE
    }

    /** A division of GB/T 2260: code, full name, short names, level as in the table, code of the division above or "". */
    public record Division(String code, String name, List<String> shortNames, String level, String parent,
            String labelEn, String iso3166, String wikidata) {}

    /** A zone: slug, full name, short names, kind, level, code of the region that hosts it, code of a county or "". */
    public record Zone(String slug, String name, List<String> shortNames, String kind, String level, String host,
            String county) {}

    private final List<Division> divisions = new ArrayList<>();
    private final List<Zone> zones = new ArrayList<>();
    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, Link.Thing> organisations = new LinkedHashMap<>();
    private final Map<Link.Thing, Set<String>> others = new LinkedHashMap<>();
    private final Map<String, Lexicon.Entry> names = new LinkedHashMap<>();

    private Gazetteer() {}

    /** @throws IllegalStateException when a table is missing or malformed; the message names table and line */
    public static Gazetteer load() {
        Gazetteer gazetteer = new Gazetteer();
        gazetteer.readDivisions(Table.read("divisions.csv"));
        gazetteer.readZones(Table.read("zones.csv"));
        gazetteer.readCountries(Table.read("countries.csv"));
        gazetteer.readOrganisations(Table.read("organisations.csv"));
        gazetteer.readListed(Table.read("listed.csv"));
        return gazetteer;
    }

    /** Every name, short ones included, with its kind. */
    public Lexicon lexicon() {
        return new Lexicon(names);
    }

    public List<Division> divisions() {
        return List.copyOf(divisions);
    }

    public List<Zone> zones() {
        return List.copyOf(zones);
    }

    /** Countries and organisations, each with all its names. */
    public Map<Link.Thing, Set<String>> countriesAndOrganisations() {
        return Collections.unmodifiableMap(others);
    }

    List<Place> places(String name) {
        return places.getOrDefault(name, List.of());
    }

    /** The end of the longest known place that {@code name} starts with and that is not all of it; 0 if none. */
    int prefix(String name) {
        for (int end = name.length() - 1; end >= 2; end--) {
            if (places.containsKey(name.substring(0, end))) {
                return end;
            }
        }
        return 0;
    }

    Optional<Link.Thing> organisation(String name) {
        return Optional.ofNullable(organisations.get(normal(name)));
    }

    /** An organisation known by its name only: the same thing for every spelling that differs in width, white space or brackets only. */
    public static Link.Thing named(String name) {
        String normal = normal(name);
        String hash = RawPage.sha256(normal.getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 16);
        return new Link.Thing(Link.Kind.ORGANISATION, "org/" + hash, normal);
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private void readDivisions(Table table) {
        Map<String, String> parents = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            Division division = new Division(row.get("code"), row.get("name"), Table.list(row.get("short_names")),
                    row.get("level"), row.get("parent"), row.get("label_en"), row.get("iso3166_2"),
                    row.get("wikidata"));
            divisions.add(division);
            parents.put(division.code(), division.parent());
        }
        for (int i = 0; i < divisions.size(); i++) {
            Division division = divisions.get(i);
            Place place = new Place(
                    new Link.Thing(Link.Kind.REGION, "region/" + division.code(), division.name()),
                    Level.valueOf(division.level().toUpperCase(java.util.Locale.ROOT)),
                    inside(division.code(), parents));
            place(division.name(), place);
            division.shortNames().forEach(name -> place(name, place));
            List<String> common = Table.list(table.rows().get(i).get("common"));
            name(division.name(), NameMention.Type.PLACE, common.contains(division.name()));
            division.shortNames().forEach(n -> name(n, NameMention.Type.PLACE, common.contains(n)));
        }
    }

    private static Set<String> inside(String code, Map<String, String> parents) {
        Set<String> inside = new LinkedHashSet<>();
        for (String c = code; c != null && !c.isEmpty(); c = parents.get(c)) {
            inside.add(c);
        }
        return inside;
    }

    private void readZones(Table table) {
        Map<String, String> parents = new LinkedHashMap<>();
        divisions.forEach(d -> parents.put(d.code(), d.parent()));
        for (Map<String, String> row : table.rows()) {
            Zone zone = new Zone(row.get("slug"), row.get("name"), Table.list(row.get("short_names")), row.get("kind"),
                    row.get("level"), row.get("host"), row.get("county"));
            if (!parents.containsKey(zone.host())) {
                throw new IllegalStateException("[ontology/gazetteer/zones.csv] " + zone.slug()
                        + " has a host that divisions.csv does not have: " + zone.host());
            }
            zones.add(zone);
            Place place = new Place(new Link.Thing(Link.Kind.ZONE, "zone/" + zone.slug(), zone.name()), Level.ZONE,
                    inside(zone.host(), parents));
            place(zone.name(), place);
            name(zone.name(), NameMention.Type.PLACE, false);
            zone.shortNames().forEach(n -> {
                place(n, place);
                name(n, NameMention.Type.PLACE, n.length() < 3);
            });
        }
    }

    private void readCountries(Table table) {
        for (Map<String, String> row : table.rows()) {
            List<String> all = new ArrayList<>(List.of(row.get("name")));
            all.addAll(Table.list(row.get("short_names")));
            List<String> common = Table.list(row.get("common"));
            for (String name : all) {
                name(name, NameMention.Type.PLACE, common.contains(name));
                if (row.get("kind").equals("country")) {
                    Link.Thing country = new Link.Thing(Link.Kind.COUNTRY, "country/" + row.get("iso"),
                            row.get("name"));
                    place(name, new Place(country, Level.COUNTRY, Set.of()));
                    others.computeIfAbsent(country, k -> new LinkedHashSet<>()).add(name);
                }
            }
        }
    }

    private void readOrganisations(Table table) {
        for (Map<String, String> row : table.rows()) {
            Link.Thing thing = row.get("ticker").isEmpty()
                    ? named(row.get("name"))
                    : new Link.Thing(Link.Kind.ORGANISATION, "org/" + row.get("ticker"), row.get("name"));
            List<String> common = Table.list(row.get("common"));
            organisation(row.get("name"), thing, common.contains(row.get("name")));
            Table.list(row.get("short_names")).forEach(n -> organisation(n, thing, common.contains(n)));
        }
    }

    private void readListed(Table table) {
        for (Map<String, String> row : table.rows()) {
            Link.Thing thing = new Link.Thing(Link.Kind.ORGANISATION, "org/" + row.get("ticker"),
                    row.get("full_name"));
            List<String> common = Table.list(row.get("common"));
            organisation(row.get("name"), thing, common.contains(row.get("name")));
            Table.list(row.get("short_names")).forEach(n -> organisation(n, thing, common.contains(n)));
            organisation(row.get("full_name"), thing, false);
        }
    }

    private void place(String name, Place place) {
        List<Place> all = places.computeIfAbsent(name, k -> new ArrayList<>());
        if (all.stream().noneMatch(p -> p.thing().equals(place.thing()))) {
            all.add(place);
        }
    }

    private void organisation(String name, Link.Thing thing, boolean common) {
        organisations.putIfAbsent(normal(name), thing);
        others.computeIfAbsent(thing, k -> new LinkedHashSet<>()).add(name);
        name(name, NameMention.Type.ORG, common);
    }

    /** A place keeps its name against an organisation that is called after it; a common name stays common. */
    private void name(String name, NameMention.Type type, boolean common) {
        Lexicon.Entry known = names.get(name);
        if (known == null) {
            names.put(name, new Lexicon.Entry(type, common));
        } else if (known.type() == type && known.common() && !common) {
            names.put(name, new Lexicon.Entry(type, false));
        }
    }
}
