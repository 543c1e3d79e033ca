package org.jingwei.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jingwei.link.Entity.Name;
import org.jingwei.link.Entity.NameKind;
import org.jingwei.link.Gazetteer.Division;
import org.jingwei.link.Gazetteer.Former;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.link.Gazetteer.Zone;
import org.jingwei.link.Identifier.Scheme;

/** The gazetteer's regions, zones and organisations as what can be searched. */
final class Entities {
    private final Gazetteer gazetteer;
    private final Places places;
    private final Map<String, Division> divisions = new LinkedHashMap<>();
    private final List<Entity> all = new ArrayList<>();

    private Entities(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = gazetteer.places();
        gazetteer.divisions().forEach(d -> divisions.put(d.code(), d));
    }

    /** Regions of today, ended ones, zones, organisations, each in the order of its table. */
    static List<Entity> of(Gazetteer gazetteer) {
        Entities entities = new Entities(gazetteer);
        entities.regions();
        gazetteer.zones().forEach(entities::zone);
        gazetteer.organisations().forEach(entities::organisation);
        return List.copyOf(entities.all);
    }

    private void regions() {
        Map<String, List<Former>> former = new LinkedHashMap<>();
        gazetteer.former().forEach(f -> former.computeIfAbsent(f.id(), k -> new ArrayList<>()).add(f));
        for (Division d : gazetteer.divisions()) {
            List<Name> names = new ArrayList<>();
            add(names, d.name(), NameKind.FULL, false);
            d.shortNames().forEach(n -> add(names, n, NameKind.SHORT, d.common().contains(n)));
            former.getOrDefault(d.code(), List.of()).forEach(f -> former(names, f));
            List<Identifier> codes = new ArrayList<>(List.of(new Identifier(Scheme.GBT2260, d.code())));
            if (!d.iso3166().isEmpty()) {
                codes.add(new Identifier(Scheme.ISO3166_2, d.iso3166()));
            }
            // name and distance confirm the items of prefectures, but prove nothing
            if (!d.wikidata().isEmpty() && d.level().equals("province")) {
                codes.add(new Identifier(Scheme.WIKIDATA, d.wikidata()));
            }
            if (!d.labelEn().isEmpty()) {
                add(names, d.labelEn(), NameKind.SHORT, false);
            }
            region(d.code(), d.name(), d.level(), d.parent(), names, codes, 0);
        }
        former.forEach((id, rows) -> {
            if (!divisions.containsKey(id)) {
                ended(id, rows);
            }
        });
    }

    private void ended(String id, List<Former> rows) {
        Former last = rows.stream().max(Comparator.comparingInt(Former::until)).orElseThrow();
        List<Name> names = new ArrayList<>();
        former(names, last);
        rows.forEach(f -> former(names, f));
        // the code of what ended was given to another later when the year stands behind it
        List<Identifier> codes = id.length() == 6
                ? List.of(new Identifier(Scheme.GBT2260, id))
                : List.<Identifier>of();
        region(id, last.name(), last.level(), last.parent(), names, codes, last.until());
    }

    private static void former(List<Name> names, Former f) {
        add(names, f.name(), NameKind.FORMER, f.common().contains(f.name()));
        f.shortNames().forEach(n -> add(names, n, NameKind.FORMER, true));
    }

    private void region(String code, String name, String level, String parent, List<Name> names,
            List<Identifier> codes, int until) {
        String id = "region/" + code;
        all.add(new Entity(new Link.Thing(Link.Kind.REGION, id, name), level,
                parent.isEmpty() ? "" : "region/" + parent, places.above(id), names, codes, until,
                until == 0 ? List.of() : places.heirs(id)));
    }

    private void zone(Zone z) {
        Set<String> inside = new LinkedHashSet<>(List.of("zone/" + z.slug()));
        if (!z.partOf().isEmpty()) {
            inside.add("zone/" + z.partOf());
        }
        inside.addAll(places.above("region/" + z.host()));
        List<Name> names = new ArrayList<>();
        add(names, z.name(), NameKind.FULL, false);
        z.shortNames().forEach(n -> add(names, n, NameKind.SHORT, z.common().contains(n)));
        for (Name name : List.copyOf(names)) {
            if (z.kind().equals("economic") && name.text().endsWith("经开区")) {
                add(names, name.text().replaceFirst("(国家级)?经开区$", "开发区"), NameKind.SHORT, false);
            }
        }
        for (Name name : List.copyOf(names)) {
            withRegionInFull(name.text(), inside).forEach(n -> add(names, n, NameKind.SHORT, false));
        }
        all.add(new Entity(new Link.Thing(Link.Kind.ZONE, "zone/" + z.slug(), z.name()), z.kind(),
                "region/" + z.host(), inside, names, List.of(), 0, List.of()));
    }

    /** 苏州高新区 is 苏州市高新区, too. */
    private List<String> withRegionInFull(String name, Set<String> inside) {
        List<String> found = new ArrayList<>();
        for (String id : inside) {
            Division d = id.startsWith("region/") ? divisions.get(id.substring("region/".length())) : null;
            if (d != null && !name.startsWith(d.name())) {
                d.shortNames().stream().filter(s -> s.length() > 1 && name.startsWith(s) && name.length() > s.length())
                        .forEach(s -> found.add(d.name() + name.substring(s.length())));
            }
        }
        return found;
    }

    private void organisation(Organisation o) {
        List<Name> names = new ArrayList<>();
        add(names, o.thing().label(), NameKind.FULL, false);
        o.names().forEach(n -> add(names, n, NameKind.SHORT, o.common().contains(n)));
        List<Identifier> codes = new ArrayList<>();
        o.tickers().forEach(t -> codes.add(new Identifier(Scheme.TICKER, t)));
        if (!o.code().isEmpty()) {
            codes.add(new Identifier(Scheme.UNIVERSITY, o.code()));
        }
        all.add(new Entity(o.thing(), o.kind(), "", Set.of(), names, codes, 0, List.of()));
    }

    private static void add(List<Name> names, String text, NameKind kind, boolean weak) {
        if (names.stream().noneMatch(n -> n.text().equals(text))) {
            names.add(new Name(text, kind, weak));
        }
    }
}
