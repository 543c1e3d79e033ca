package org.jingwei.publish;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingwei.link.Entity;
import org.jingwei.link.Link;
import org.jingwei.link.NameMatch;
import org.jingwei.link.NameQuestion;
import org.jingwei.link.NameSearch;
import org.jingwei.source.Json;

/** A batch of queries of the Reconciliation Service API 0.2 to its batch of results, as plain JSON values. */
final class ReconcileQueries {
    static final int MOST_QUERIES = 100;
    private static final int USUAL_CANDIDATES = 10;
    private static final int MOST_CANDIDATES = 50;
    private static final int MOST_VALUES = 20;

    private final NameSearch search;
    private final ReconcileTypes types;
    private final String idSpace;

    /** @param idSpace what stands in front of ids in IRIs; values that are IRIs may have it */
    ReconcileQueries(NameSearch search, ReconcileTypes types, String idSpace) {
        this.search = search;
        this.types = types;
        this.idSpace = idSpace;
    }

    /** A request that cannot be answered. The message says which query, what is wrong with it and what would be right. */
    static class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Of HTTP. */
        int status() {
            return status;
        }
    }

    /** What a cell holds can be no name or value: nothing is found for it, and the rest of the batch is answered. */
    private static final class EmptyHanded extends Refused {
        private static final long serialVersionUID = 1L;

        EmptyHanded(String message) {
            super(400, message);
        }
    }

    /**
     * A query whose cell is blank or too long has an empty result. What is set once for a column, and so is the same in
     * every query, is refused with the whole batch where it cannot be answered: an unknown type or property, a limit
     * that is none. Version 0.2 has no errors of single queries, and clients show those of the batch.
     *
     * @param json of {@code queries}
     */
    Map<String, Object> answer(String json) throws Refused {
        Object batch;
        try {
            batch = Json.read(json);
        } catch (Json.Malformed e) {
            throw new Refused(400, "queries is no JSON: " + e.getMessage());
        }
        if (!(batch instanceof Map<?, ?> queries)) {
            throw new Refused(400, "queries must be a JSON object with a query under each key.");
        }
        if (queries.size() > MOST_QUERIES) {
            throw new Refused(413, "The batch has " + queries.size() + " queries; send at most " + MOST_QUERIES
                    + " at a time.");
        }
        var answers = new LinkedHashMap<String, Object>();
        for (Map.Entry<?, ?> query : queries.entrySet()) {
            String key = (String) query.getKey();
            if (!(query.getValue() instanceof Map<?, ?> fields)) {
                throw new Refused(400, "Query " + shown(key) + " must be a JSON object.");
            }
            answers.put(key, Map.of("result", found(shown(key), fields)));
        }
        return answers;
    }

    /** Keys come back in messages, and may be anything. */
    private static String shown(String key) {
        return '"' + (key.length() > 40 ? key.substring(0, 40) + "…" : key) + '"';
    }

    private List<Object> found(String key, Map<?, ?> query) throws Refused {
        try {
            return result(key, query);
        } catch (EmptyHanded e) {
            return List.of();
        }
    }

    private List<Object> result(String key, Map<?, ?> query) throws Refused {
        List<String> within = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<String> kind = new ArrayList<>();
        conditions(key, query, within, codes, kind);
        int limit = limit(key, query);
        Object type = query.get("type");
        List<String> wanted = type == null ? List.of() : strings(key, "type", type);
        Set<Link.Kind> kinds = types.kinds(wanted);
        if (!wanted.isEmpty() && kinds.isEmpty()) {
            throw new Refused(400, "There is no type " + shown(String.join(", ", wanted)) + " (query " + key
                    + "); there are " + types.all().stream().map(ReconcileTypes.Type::id)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        String name = name(key, query, codes);
        var question = new NameQuestion(name, kinds, within, kind.isEmpty() ? "" : kind.getFirst(), codes);
        var candidates = new ArrayList<Object>();
        search.find(question, limit).forEach(match -> candidates.add(candidate(match)));
        return candidates;
    }

    private String name(String key, Map<?, ?> query, List<String> codes) throws Refused {
        Object name = query.get("query");
        if (name == null && !codes.isEmpty()) {
            return "";
        }
        String text = switch (name) {
            case String string -> string;
            case BigInteger number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case null, default -> "";
        };
        if (text.isBlank()) {
            throw new EmptyHanded("Query " + key + " has no name in \"query\" and no code among its properties.");
        }
        if (text.length() > NameSearch.LONGEST) {
            throw new EmptyHanded("The name in query " + key + " has " + text.length() + " characters; the most is "
                    + NameSearch.LONGEST + ".");
        }
        return local(text.strip());
    }

    /** The id of an IRI of ours; anything else as it is. */
    private String local(String text) {
        return text.startsWith(idSpace) ? text.substring(idSpace.length()) : text;
    }

    private static int limit(String key, Map<?, ?> query) throws Refused {
        Object limit = query.get("limit");
        if (limit == null) {
            return USUAL_CANDIDATES;
        }
        BigDecimal number = limit instanceof BigInteger whole
                ? new BigDecimal(whole)
                : limit instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
        if (number.signum() <= 0 || number.stripTrailingZeros().scale() > 0) {
            throw new Refused(400, "The limit of query " + key + " must be a whole number from 1.");
        }
        return number.min(BigDecimal.valueOf(MOST_CANDIDATES)).intValue();
    }

    private void conditions(String key, Map<?, ?> query, List<String> within, List<String> codes, List<String> kind)
            throws Refused {
        Object properties = query.get("properties");
        if (properties == null) {
            return;
        }
        if (!(properties instanceof List<?> list)) {
            throw new Refused(400, "The properties of query " + key + " must be a JSON array.");
        }
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> property) || !(property.get("pid") instanceof String pid)
                    || !property.containsKey("v")) {
                throw new Refused(400, "A property of query " + key + " must have a pid and a value v.");
            }
            Object cell = property.get("v");
            List<String> values = cell == null ? List.of() : strings(key, "v of " + shown(pid), cell);
            switch (ReconcileTypes.Property.named(pid).orElseThrow(() -> new Refused(400, "There is no property "
                    + shown(pid) + " (query " + key + "); there are "
                    + String.join(", ", ReconcileTypes.Property.ids()) + "."))) {
                case WITHIN -> within.addAll(values);
                case CODE -> codes.addAll(values);
                case KIND -> kind.addAll(values);
            }
        }
    }

    /** A value or an array of values; of an entity its id. */
    private List<String> strings(String key, String what, Object value) throws Refused {
        List<?> values = value instanceof List<?> list ? list : Collections.singletonList(value);
        if (values.size() > MOST_VALUES) {
            throw new Refused(400,
                    "The " + what + " in query " + key + " has " + values.size() + " values; the most is "
                            + MOST_VALUES + ".");
        }
        var strings = new ArrayList<String>();
        for (Object each : values) {
            String text = switch (each) {
                case String string -> string;
                case BigDecimal number -> number.toPlainString();
                case BigInteger number -> number.toString();
                case Boolean truth -> truth.toString();
                case Map<?, ?> entity when entity.get("id") instanceof String id -> id;
                case null, default -> throw new Refused(400, "The " + what + " in query " + key
                        + " must be a string, a number or an object with an id, or an array of these.");
            };
            if (text.length() > NameSearch.LONGEST) {
                throw new EmptyHanded("The " + what + " in query " + key + " has " + text.length()
                        + " characters; the most is " + NameSearch.LONGEST + ".");
            }
            strings.add(local(text.strip()));
        }
        return strings;
    }

    private Map<String, Object> candidate(NameMatch match) {
        Entity entity = match.entity();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", entity.id());
        json.put("name", entity.label());
        json.put("description", ReconcileTexts.description(entity, search) + " · " + match.reason().words());
        json.put("type", List.of(types.of(entity.thing().kind()).json()));
        json.put("score", match.score());
        json.put("match", match.certain());
        var features = new ArrayList<Object>();
        features.add(feature("exact_name_or_code", match.reason().exact()));
        match.within().ifPresent(within -> features.add(feature("lies_in", within)));
        match.identifier().ifPresent(code -> features.add(feature("code", code)));
        json.put("features", features);
        return json;
    }

    private static Map<String, Object> feature(String id, boolean value) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("value", value);
        return json;
    }
}
