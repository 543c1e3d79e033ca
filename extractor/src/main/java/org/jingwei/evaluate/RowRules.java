package org.jingwei.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of the score, in the order in which they are printed. Every field in brackets has to agree. */
final class RowRules {
    private RowRules() {}

    static List<RowRule> all() {
        var rules = new ArrayList<RowRule>();
        for (Names.Kind kind : Names.Kind.values()) {
            rules.add(new RowRule("entity " + kind, true, document -> entities(document, kind),
                    (g, p, pair) -> Names.same(kind, g.get("n"), p.get("n"))));
        }
        rules.add(new RowRule("event [type]", false, kind("events"),
                (g, p, pair) -> Objects.equals(g.get("type"), p.get("type"))));
        rules.add(new RowRule("event [type,date]", true, kind("events"),
                (g, p, pair) -> Flat.agree(g, p, "type", "date")));
        rules.add(new RowRule("event/project arguments", true, RowRules::arguments,
                (g, p, pair) -> Objects.equals(g.get("type"), p.get("type"))
                        && Objects.equals(g.get("arg"), p.get("arg")) && Names.alike(g.get("name"), p.get("name"))));
        rules.add(new RowRule("project [name]", true, kind("projects"), (g, p, pair) -> sameProject(g, p)));
        rules.add(new RowRule("project [name,phase]", false, kind("projects"),
                (g, p, pair) -> sameProject(g, p) && Flat.agree(g, p, "phase")));
        rules.add(new RowRule("amount [value,currency]", false, kind("amounts"),
                (g, p, pair) -> sameValue(g, p) && Flat.agree(g, p, "currency")));
        rules.add(new RowRule("amount [+bound,role,owner]", true, kind("amounts"),
                (g, p, pair) -> sameValue(g, p) && Flat.agree(g, p, "currency", "bound", "role")
                        && Owners.same(pair.gold(), g.get("of"), pair.predicted(), p.get("of"))));
        rules.add(new RowRule("count [value,bound]", true, kind("counts"),
                (g, p, pair) -> sameValue(g, p) && Flat.agree(g, p, "bound")));
        rules.add(new RowRule("indicator [measure,value,unit]", false, kind("indicators"),
                (g, p, pair) -> Values.sameIndicator(g, p)));
        rules.add(new RowRule("indicator [+what,region,period]", true, kind("indicators"),
                (g, p, pair) -> Values.sameIndicator(g, p) && sameStatistic(g, p)));
        rules.add(new RowRule("number [value,unit]", false, Values::all,
                (g, p, pair) -> sameValue(g, p) && Objects.equals(g.get("unit"), p.get("unit"))));
        rules.add(new RowRule("role [person,title,org]", true, kind("roles"),
                (g, p, pair) -> Names.normal(g.get("person")).equals(Names.normal(p.get("person")))
                        && Names.dice(g.get("title"), p.get("title")) >= 0.5
                        && Names.alike(g.get("org"), p.get("org"))));
        rules.add(new RowRule("cooperation [two parties]", true, kind("cooperations"),
                (g, p, pair) -> sharedParties(g, p) >= 2));
        return List.copyOf(rules);
    }

    private static RowRule.Items kind(String kind) {
        return document -> Flat.items(document, kind);
    }

    /** Entities are written as pairs of kind and name. */
    private static List<Map<String, Object>> entities(Map<String, Object> document, Names.Kind kind) {
        var entities = new ArrayList<Map<String, Object>>();
        for (Object entity : Flat.list(document, "entities")) {
            if (!(entity instanceof List<?> pair) || pair.size() != 2) {
                throw new IllegalArgumentException("not an entity, [\"KIND\", \"name\"] was expected: " + entity);
            }
            if (kind.name().equals(pair.get(0))) {
                var named = new LinkedHashMap<String, Object>();
                named.put("n", pair.get(1));
                entities.add(named);
            }
        }
        return entities;
    }

    /** Participants and places of events by type of event, investors and places of projects. */
    private static List<Map<String, Object>> arguments(Map<String, Object> document) {
        var arguments = new ArrayList<Map<String, Object>>();
        for (var event : Flat.items(document, "events")) {
            arguments(arguments, event.get("type"), "participant", Flat.list(event, "participants"));
            arguments(arguments, event.get("type"), "place", Flat.list(event, "place"));
        }
        for (var project : Flat.items(document, "projects")) {
            arguments(arguments, "PROJECT", "investor", Flat.list(project, "investors"));
            arguments(arguments, "PROJECT", "place", Flat.list(project, "place"));
        }
        return arguments;
    }

    private static void arguments(List<Map<String, Object>> to, Object type, String argument, List<?> names) {
        for (Object name : names) {
            var item = new LinkedHashMap<String, Object>();
            item.put("type", type);
            item.put("arg", argument);
            item.put("name", name);
            to.add(item);
        }
    }

    private static boolean sameValue(Map<String, Object> gold, Map<String, Object> predicted) {
        return Values.same(gold.get("value"), predicted.get("value"));
    }

    /** Six tenths of the character pairs of their names. */
    private static boolean sameProject(Map<String, Object> gold, Map<String, Object> predicted) {
        return Names.dice(gold.get("name"), predicted.get("name")) >= 0.6;
    }

    /**
     * Indicators by half of their character pairs or one containing the other, regions alike where gold has one, the
     * same period.
     */
    private static boolean sameStatistic(Map<String, Object> gold, Map<String, Object> predicted) {
        String g = Names.normal(gold.get("indicator"));
        String p = Names.normal(predicted.get("indicator"));
        boolean named = Names.dice(g, p) >= 0.5 || Names.length(p) >= 2 && g.contains(p)
                || Names.length(g) >= 2 && p.contains(g);
        Object region = Flat.field(gold, "region");
        return named && (region == null || Names.alike(region, predicted.get("region")))
                && Flat.agree(gold, predicted, "period");
    }

    private static long sharedParties(Map<String, Object> gold, Map<String, Object> predicted) {
        List<?> parties = Flat.list(predicted, "parties");
        return Flat.list(gold, "parties").stream().filter(a -> parties.stream().anyMatch(b -> Names.alike(a, b)))
                .count();
    }
}
