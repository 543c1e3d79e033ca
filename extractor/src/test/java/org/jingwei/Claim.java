package org.jingwei;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A line of {@code must.txt}: a fact that flat facts have to hold.
 *
 * @param line as written
 * @param kind the list in which the fact is looked for
 * @param test whether an item of that list is it
 */
record Claim(String line, String kind, Predicate<Object> test) {

    static Claim read(String line) {
        String[] words = line.strip().split(" +");
        return switch (words[0]) {
            case "amount" -> claim(line, "amounts", item -> number(item, words[1]) && text(item, "currency", words[2]));
            case "count" -> claim(line, "counts", item -> number(item, words[1]));
            case "event" -> claim(line, "events",
                    item -> text(item, "type", words[1]) && text(item, "date", words[2].equals("-") ? null : words[2]));
            case "indicator" -> claim(line, "indicators",
                    item -> String.valueOf(item.get("indicator")).contains(words[1]) && text(item, "measure", words[2])
                            && number(item, words[3]) && text(item, "period", words[4].equals("-") ? null : words[4]));
            case "project" -> claim(line, "projects", item -> text(item, "name", words[1]));
            case "role" -> claim(line, "roles", item -> text(item, "person", words[1]) && text(item, "title", words[2])
                    && text(item, "org", words[3]));
            case "name" -> new Claim(line, "entities", item -> item.equals(List.of(words[1], words[2])));
            default -> throw new IllegalArgumentException("not a line of must.txt: " + line);
        };
    }

    boolean in(Map<String, Object> facts) {
        return facts.get(kind) instanceof List<?> items && items.stream().anyMatch(test);
    }

    /** Whether some number of the facts has this value. */
    static boolean holds(Map<String, Object> facts, String value) {
        return List.of("amounts", "counts", "indicators").stream().anyMatch(kind -> facts.get(kind) instanceof List<?> l
                && l.stream().anyMatch(item -> number((Map<?, ?>) item, value)));
    }

    private static Claim claim(String line, String kind, Predicate<Map<?, ?>> test) {
        return new Claim(line, kind, item -> item instanceof Map<?, ?> fields && test.test(fields));
    }

    private static boolean number(Map<?, ?> item, String value) {
        return item.get("value") instanceof Number number
                && new BigDecimal(number.toString()).compareTo(new BigDecimal(value)) == 0;
    }

    private static boolean text(Map<?, ?> item, String field, String value) {
        return Objects.equals(item.get(field), value);
    }

    @Override
    public String toString() {
        return line;
    }
}
