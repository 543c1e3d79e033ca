package org.jingwei.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jingwei.link.Gazetteer.Division;
import org.jingwei.link.Gazetteer.Former;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.link.Gazetteer.OtherPlace;
import org.jingwei.link.Gazetteer.Zone;
import org.jingwei.link.Table.Row;

/** The tables as records. */
final class Tables {
    private Tables() {}

    static List<Division> divisions() {
        return Table.read("divisions.csv").rows().stream()
                .map(r -> new Division(r.get("code"), r.get("name"), r.list("short_names"), r.get("level"),
                        r.get("parent"), r.list("common"), r.number("since", 0), r.get("label_en"), r.get("iso3166_2"),
                        r.get("wikidata"), degrees(r, "latitude"), degrees(r, "longitude")))
                .toList();
    }

    private static OptionalDouble degrees(Row row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    static List<Former> former() {
        return Table.read("former.csv").rows().stream()
                .map(r -> new Former(r.get("id"), r.get("name"), r.list("short_names"), r.get("level"),
                        r.get("parent"), r.list("common"), r.number("since", 0), r.number("until", 0),
                        r.list("successors")))
                .toList();
    }

    static List<Zone> zones() {
        return Table.read("zones.csv").rows().stream()
                .map(r -> new Zone(r.get("slug"), r.get("name"), r.list("short_names"), r.get("kind"), r.get("level"),
                        r.get("host"), r.get("county"), r.get("administered_with"), r.get("part_of"),
                        r.list("common")))
                .toList();
    }

    static List<OtherPlace> otherPlaces() {
        return Table.read("countries.csv").rows().stream().map(r -> {
            boolean country = r.get("kind").equals("country");
            Link.Thing thing = new Link.Thing(country ? Link.Kind.COUNTRY : Link.Kind.PLACE,
                    country ? "country/" + r.get("iso") : "place/" + r.get("name"), r.get("name"));
            return new OtherPlace(thing, r.list("short_names"), r.get("kind"), r.get("country"), r.list("common"),
                    r.get("label_en"));
        }).toList();
    }

    /** Rows of several tables about one thing become one organisation. */
    static List<Organisation> organisations() {
        Map<Link.Thing, Organisation> all = new LinkedHashMap<>();
        Map<String, Link.Thing> byTicker = new LinkedHashMap<>();
        for (Row r : Table.read("organisations.csv").rows()) {
            List<String> tickers = new ArrayList<>();
            if (!r.get("ticker").isEmpty()) {
                tickers.add(r.get("ticker"));
            }
            tickers.addAll(r.list("other_tickers"));
            Link.Thing thing = r.get("ticker").isEmpty()
                    ? Organisations.thing(r.get("name"))
                    : byTicker.computeIfAbsent(r.get("ticker"),
                            t -> new Link.Thing(Link.Kind.ORGANISATION, "org/" + t, r.get("name")));
            add(all, new Organisation(thing, Gazetteer.with(r.get("name"), r.list("short_names")), r.get("kind"),
                    List.copyOf(tickers), r.list("common"), ""));
        }
        for (Row r : Table.read("universities.csv").rows()) {
            add(all, new Organisation(Organisations.thing(r.get("name")),
                    Gazetteer.with(r.get("name"), r.list("short_names")), "university", List.of(), r.list("common"),
                    r.get("code")));
        }
        for (Row r : Table.read("listed.csv").rows()) {
            Link.Thing thing = byTicker.computeIfAbsent(r.get("ticker"),
                    t -> new Link.Thing(Link.Kind.ORGANISATION, "org/" + t, r.get("full_name")));
            List<String> names = new ArrayList<>(List.of(r.get("full_name"), r.get("name")));
            names.addAll(r.list("short_names"));
            add(all, new Organisation(thing, names.stream().distinct().toList(), "listed", List.of(r.get("ticker")),
                    r.list("common"), ""));
        }
        return List.copyOf(all.values());
    }

    private static void add(Map<Link.Thing, Organisation> all, Organisation next) {
        all.merge(next.thing(), next, (a, b) -> {
            List<String> names = new ArrayList<>(a.names());
            b.names().stream().filter(n -> !names.contains(n)).forEach(names::add);
            List<String> tickers = new ArrayList<>(a.tickers());
            b.tickers().stream().filter(t -> !tickers.contains(t)).forEach(tickers::add);
            // an ordinary word in one table is one in all; a name that only one table doubts is trusted
            List<String> common = names.stream().filter(n -> (a.common().contains(n) || !a.names().contains(n))
                    && (b.common().contains(n) || !b.names().contains(n))).toList();
            return new Organisation(a.thing(), List.copyOf(names), a.kind(), List.copyOf(tickers), common,
                    a.code().isEmpty() ? b.code() : a.code());
        });
    }
}
