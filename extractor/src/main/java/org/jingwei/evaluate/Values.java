package org.jingwei.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** When two numbers are the same, and when a number is plainly wrong. */
final class Values {
    private static final List<String> NUMBERS = List.of("amounts", "counts", "indicators");
    private static final List<String> COMMON_UNITS = List.of("%", "倍", "CNY", "USD");

    private Values() {}

    /** Equal to one part in a million of the gold value, or to 0.000001 where that is more. Not a number: not equal. */
    static boolean same(Object gold, Object predicted) {
        Double g = number(gold);
        Double p = number(predicted);
        return g != null && p != null && Math.abs(g - p) <= 1e-6 * Math.max(1.0, Math.abs(g));
    }

    /** Same value and same measure; units agree, or one of them is not stated. */
    static boolean sameIndicator(Map<String, Object> gold, Map<String, Object> predicted) {
        if (!same(gold.get("value"), predicted.get("value"))
                || !Objects.equals(gold.get("measure"), predicted.get("measure"))) {
            return false;
        }
        String g = unit(gold);
        String p = unit(predicted);
        return g.isEmpty() || p.isEmpty() || Names.normal(g).equals(Names.normal(p));
    }

    /** Every number of a document with its unit, whether it was taken for an amount, a count or an indicator. */
    static List<Map<String, Object>> all(Map<String, Object> document) {
        var all = new ArrayList<Map<String, Object>>();
        Flat.items(document, "amounts").forEach(a -> all.add(number(a, a.get("currency"))));
        Flat.items(document, "counts").forEach(c -> all.add(number(c, null)));
        Flat.items(document, "indicators")
                .forEach(i -> all.add(
                        number(i, i.get("unit") instanceof String unit && COMMON_UNITS.contains(unit) ? unit : null)));
        return all;
    }

    /**
     * Predicted numbers whose text is the text of a gold number while no gold number of that text has the value: the
     * worst error that a statistician can meet.
     */
    static List<Map<String, Object>> wrong(Pair pair) {
        var values = new LinkedHashMap<String, List<Object>>();
        for (String kind : NUMBERS) {
            for (var item : Flat.items(pair.gold(), kind)) {
                values.computeIfAbsent(Names.normal(item.get("text")), text -> new ArrayList<>())
                        .add(item.get("value"));
            }
        }
        var wrong = new ArrayList<Map<String, Object>>();
        for (String kind : NUMBERS) {
            for (var item : Flat.items(pair.predicted(), kind)) {
                List<Object> stated = values.get(Names.normal(item.get("text")));
                if (stated != null && stated.stream().noneMatch(value -> same(value, item.get("value")))) {
                    var error = new LinkedHashMap<String, Object>();
                    error.put("kind", kind);
                    error.put("text", item.get("text"));
                    error.put("value", item.get("value"));
                    error.put("gold", stated);
                    wrong.add(error);
                }
            }
        }
        return wrong;
    }

    private static Map<String, Object> number(Map<String, Object> item, Object unit) {
        var number = new LinkedHashMap<String, Object>();
        number.put("value", item.get("value"));
        number.put("unit", unit);
        return number;
    }

    private static String unit(Map<String, Object> item) {
        Object unit = Flat.field(item, "unit");
        return unit == null ? "" : unit.toString().toUpperCase(Locale.ROOT);
    }

    private static Double number(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case String text -> {
                try {
                    yield new BigDecimal(text.strip()).doubleValue();
                } catch (NumberFormatException e) {
                    yield null;
                }
            }
            case null, default -> null;
        };
    }
}
