package org.jingwei.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.link.Gazetteer.Division;

/**
 * The bodies that provinces, prefectures and counties have, by rule: 江苏省 with 商务厅 is 江苏省商务厅, and 江苏商务厅 is
 * the same. In the table {@code *} stands for the region's full name and {@code ~} for its short one.
 */
final class Bureaus {

    /** @param forms what is said of it, the full form first; {@code levels} the levels of regions that may have it */
    private record Body(List<String> forms, List<String> levels) {
        String of(String name, String shortName) {
            return forms.get(0).replace("*", name).replace("~", shortName);
        }
    }

    static final Set<String> MUNICIPALITIES = Set.of("region/110000", "region/120000", "region/310000",
            "region/500000");

    private final List<Body> bodies = new ArrayList<>();
    private final Map<String, List<Body>> behindRegion = new HashMap<>();

    private Bureaus(Table table) {
        for (Table.Row row : table.rows()) {
            List<String> forms = new ArrayList<>();
            for (String form : Gazetteer.with(row.get("name"), row.list("short_names"))) {
                forms.add(form.contains("*") || form.contains("~") ? form : "*" + form);
            }
            Body body = new Body(List.copyOf(forms), row.list("levels"));
            bodies.add(body);
            for (String form : forms) {
                behindRegion.computeIfAbsent(key(form), k -> new ArrayList<>()).add(body);
            }
        }
    }

    /** What stands behind the region; with what stands in front of it, too, when anything does. */
    private static String key(String form) {
        int at = Math.max(form.indexOf('*'), form.indexOf('~'));
        return at == 0 ? form.substring(1) : form.substring(0, at) + '*' + form.substring(at + 1);
    }

    static Bureaus read() {
        return new Bureaus(Table.read("bureaus.csv"));
    }

    /** Whether some region may have a body that is called so behind the region's name. */
    boolean isBody(String rest) {
        return behindRegion.containsKey(rest);
    }

    /** The full name of the body that is called {@code rest} behind the name of {@code region}. */
    Optional<String> fullName(Place region, String shortName, String rest) {
        return behindRegion.getOrDefault(rest, List.of()).stream().filter(b -> has(region.id(), level(region), b))
                .findFirst().map(b -> b.of(region.thing().label(), shortName));
    }

    /** A name with its region inside or at the end: the region, and what it is called without, * for the region. */
    record Inside(String region, String rest) {}

    /** 国家税务总局苏州市税务局 has 苏州市 inside. */
    Optional<Inside> inside(String name) {
        for (Body body : bodies) {
            for (String form : body.forms()) {
                int at = Math.max(form.indexOf('*'), form.indexOf('~'));
                String front = form.substring(0, at);
                String rest = form.substring(at + 1);
                if (at > 0 && name.startsWith(front) && name.endsWith(rest)
                        && name.length() >= front.length() + rest.length() + 2) {
                    return Optional.of(
                            new Inside(name.substring(at, name.length() - rest.length()), front + '*' + rest));
                }
            }
        }
        return Optional.empty();
    }

    private static String level(Place region) {
        return region.level().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A municipality has no 厅. */
    private static boolean has(String id, String level, Body body) {
        String full = body.forms().get(0);
        return body.levels().contains(level)
                && !(full.endsWith("厅") && !full.endsWith("办公厅") && MUNICIPALITIES.contains(id));
    }

    /** Names of the bodies of all provinces in every form; the tagger knows them by their looks below that. */
    Set<String> names(List<Division> divisions) {
        Set<String> names = new LinkedHashSet<>();
        for (Division division : divisions) {
            if (!division.level().equals("province") || division.code().startsWith("71")
                    || division.code().startsWith("8")) {
                continue;
            }
            String shortName = division.shortNames().isEmpty() ? division.name() : division.shortNames().get(0);
            for (Body body : bodies) {
                if (has("region/" + division.code(), "province", body)) {
                    for (String form : body.forms()) {
                        names.add(form.replace("*", division.name()).replace("~", shortName));
                        if (form.length() > 2) {
                            names.add(form.replace("*", shortName).replace("~", shortName));
                        }
                    }
                }
            }
        }
        return names;
    }
}
