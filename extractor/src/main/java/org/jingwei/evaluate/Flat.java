package org.jingwei.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads fields of flat facts. A field that is absent, null, empty, zero or false is one and the same: not stated. */
final class Flat {
    private Flat() {}

    /** The items of a list of objects; none when the document has no such list. */
    static List<Map<String, Object>> items(Map<String, Object> document, String kind) {
        var items = new ArrayList<Map<String, Object>>();
        for (Object item : list(document, kind)) {
            items.add(object(item));
        }
        return items;
    }

    /** The elements of a list; none when it is absent. */
    static List<?> list(Map<String, Object> item, String field) {
        return stated(item.get(field)) && item.get(field) instanceof List<?> list ? list : List.of();
    }

    /** The value of a field, null when it is not stated. */
    static Object field(Map<String, Object> item, String field) {
        Object value = item.get(field);
        return stated(value) ? value : null;
    }

    /** Whether two items agree in these fields. */
    static boolean agree(Map<String, Object> gold, Map<String, Object> predicted, String... fields) {
        for (String field : fields) {
            if (!Objects.equals(field(gold, field), field(predicted, field))) {
                return false;
            }
        }
        return true;
    }

    static boolean stated(Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            case Boolean bool -> bool;
            case Collection<?> items -> !items.isEmpty();
            case Map<?, ?> fields -> !fields.isEmpty();
            default -> true;
        };
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Map<String, Object> object(Object item) {
        if (item instanceof Map<?, ?>) {
            return (Map<String, Object>) item;
        }
        throw new IllegalArgumentException("not a fact, an object was expected: " + item);
    }
}
