package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jingwei.article.Article;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;

/** Facts as plain maps without any graph between: what {@link FlatFacts} must give back. */
final class DirectFacts {
    private DirectFacts() {}

    static Map<String, Object> of(Article article, List<Fact> facts) {
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (String kind : List.of("entities", "events", "projects", "amounts", "counts", "indicators", "roles",
                "cooperations")) {
            lists.put(kind, new ArrayList<>());
        }
        List<String> order = facts.stream().filter(Fact.Name.class::isInstance).map(f -> ((Fact.Name) f).name())
                .toList();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Name f -> lists.get("entities").add(List.of(f.type().name(), f.name()));
                case Fact.Event f -> {
                    Map<String, Object> map = map("id", f.id(), "type", f.type().name(), "trigger", f.trigger(), "name",
                            f.name(), "date", f.date().orElse(null), "place", sorted(order, f.places()), "participants",
                            sorted(order, f.participants()), "parent", f.parent().orElse(null));
                    if (f.status() != Status.ACTUAL) {
                        map.put("status", lower(f.status()));
                    }
                    lists.get("events").add(map);
                }
                case Fact.Project f -> lists.get("projects")
                        .add(map("id", f.id(), "name", f.name(), "investors", sorted(order, f.investors()), "place",
                                sorted(order, f.places()), "phase", f.phase().name(), "event", f.event().orElse(null)));
                case Fact.Money f -> lists.get("amounts")
                        .add(map("of", f.of(), "role", f.role().name(), "value", plain(f.value()), "currency",
                                f.currency(),
                                "bound", f.bound().name(), "status", lower(f.status()), "text", f.text()));
                case Fact.Number f ->
                    lists.get("counts").add(map("of", f.of(), "what", f.what(), "value", plain(f.value()),
                            "bound", f.bound().name(), "text", f.text()));
                case Fact.Indicator f -> {
                    Map<String, Object> map = map("region", f.region(), "indicator", f.indicator(), "measure",
                            f.measure().name(), "value", plain(f.value()), "unit", f.unit(), "period",
                            f.period().orElse(null), "basis", f.basis().map(Enum::name).orElse(null), "bound",
                            f.bound().name(), "status", lower(f.status()), "text", f.text());
                    f.of().ifPresent(of -> map.put("of", of));
                    lists.get("indicators").add(map);
                }
                case Fact.Role f -> lists.get("roles").add(
                        map("person", f.person(), "title", f.title(), "org", f.organisation().orElse(null)));
                case Fact.Cooperation f -> lists.get("cooperations")
                        .add(map("parties", sorted(order, f.parties()), "object", f.object().orElse(null)));
                case Fact.Designation f -> Objects.requireNonNull(f);
                case Fact.Quotation f -> Objects.requireNonNull(f);
                case Fact.Discarded f -> Objects.requireNonNull(f);
            }
        }
        Map<String, Object> all = map("id", article.raw().name(), "title", article.metadata().title().orElse(null),
                "published", article.metadata().published().map(Object::toString).orElse(null));
        all.putAll(lists);
        return all;
    }

    private static List<String> sorted(List<String> order, List<String> names) {
        return names.stream().distinct()
                .sorted(Comparator
                        .<String>comparingInt(n -> order.contains(n) ? order.indexOf(n) : Integer.MAX_VALUE)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Number plain(BigDecimal value) {
        try {
            return value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            return value.stripTrailingZeros();
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
