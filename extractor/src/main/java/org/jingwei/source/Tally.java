package org.jingwei.source;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many of what was passed over, in the order in which each kind first came. */
final class Tally {
    /** Kinds told apart: what is counted is written by strangers. */
    private static final int MOST_KINDS = 12;
    private static final String OTHERS = "other";

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String kind) {
        counts.merge(counts.containsKey(kind) || counts.size() < MOST_KINDS ? kind : OTHERS, 1, Integer::sum);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** {@code 3 × revisit, 12 × image/png}. */
    @Override
    public String toString() {
        return counts.entrySet().stream().map(kind -> kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The kind of a body by its {@code Content-Type}. */
    static String ofType(Optional<String> contentType) {
        String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}") ? type : "body of an unclear type";
    }
}
