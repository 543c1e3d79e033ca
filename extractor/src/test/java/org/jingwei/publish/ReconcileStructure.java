package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the Reconciliation Service API 0.2 asks of responses: the fields that must be there and the types of all. */
final class ReconcileStructure {
    private ReconcileStructure() {}

    static void manifest(Object json) {
        Map<?, ?> manifest = object(json);
        assertTrue(list(manifest.get("versions")).contains("0.2"));
        List.of("name", "identifierSpace", "schemaSpace").forEach(field -> text(manifest.get(field), field));
        List<?> types = list(manifest.get("defaultTypes"));
        types.forEach(ReconcileStructure::type);
        assertEquals(types.size(), new HashSet<Object>(types).size());
        template(object(manifest.get("view")).get("url"));
        Map<?, ?> preview = object(manifest.get("preview"));
        template(preview.get("url"));
        whole(preview.get("width"));
        whole(preview.get("height"));
        whole(manifest.get("batchSize"));
        Map<?, ?> suggest = object(manifest.get("suggest"));
        assertEquals(Set.of("entity", "type", "property"), suggest.keySet());
        suggest.values().forEach(service -> {
            text(object(service).get("service_url"), "service_url");
            text(object(service).get("service_path"), "service_path");
        });
    }

    static void results(Object json, Set<String> keys) {
        Map<?, ?> batch = object(json);
        assertEquals(keys, batch.keySet());
        batch.values().forEach(result -> {
            assertEquals(Set.of("result"), object(result).keySet());
            BigDecimal before = null;
            int matches = 0;
            for (Object candidate : list(object(result).get("result"))) {
                Map<?, ?> fields = object(candidate);
                text(fields.get("id"), "id");
                text(fields.get("name"), "name");
                text(fields.get("description"), "description");
                BigDecimal score = number(fields.get("score"));
                assertTrue(before == null || before.compareTo(score) >= 0, "by decreasing score");
                before = score;
                assertTrue(fields.get("match") instanceof Boolean, "match");
                matches += (Boolean) fields.get("match") ? 1 : 0;
                list(fields.get("type")).forEach(ReconcileStructure::type);
                list(fields.get("features")).forEach(feature -> {
                    text(object(feature).get("id"), "id of a feature");
                    assertTrue(object(feature).get("value") instanceof Boolean, "value of a feature");
                });
            }
            assertTrue(matches <= 1, "one match at most");
        });
    }

    static void suggestions(Object json) {
        assertEquals(Set.of("result"), object(json).keySet());
        list(object(json).get("result")).forEach(one -> {
            text(object(one).get("id"), "id");
            text(object(one).get("name"), "name");
            text(object(one).get("description"), "description");
            if (object(one).containsKey("notable")) {
                list(object(one).get("notable")).forEach(ReconcileStructure::type);
            }
        });
    }

    private static void type(Object json) {
        text(object(json).get("id"), "id of a type");
        text(object(json).get("name"), "name of a type");
    }

    private static void template(Object value) {
        assertTrue(value instanceof String url && url.contains("{{id}}") && url.startsWith("http"), "" + value);
    }

    private static void text(Object value, String what) {
        assertTrue(value instanceof String text && !text.isEmpty(), what + ": " + value);
    }

    private static void whole(Object value) {
        assertTrue(value instanceof BigInteger, "" + value);
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigInteger integer ? new BigDecimal(integer) : (BigDecimal) value;
    }

    static Map<?, ?> object(Object json) {
        assertTrue(json instanceof Map, "an object: " + json);
        return (Map<?, ?>) json;
    }

    static List<?> list(Object json) {
        assertTrue(json instanceof List, "an array: " + json);
        return (List<?>) json;
    }
}
