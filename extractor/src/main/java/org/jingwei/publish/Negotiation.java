package org.jingwei.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which of several media types a client likes best (RFC 9110, section 12.5.1). */
final class Negotiation {
    private Negotiation() {}

    /**
     * @param accept  the header; null for none
     * @param offered in our order of preference
     * @return empty when the client accepts none of them
     */
    static <T> Optional<T> choose(String accept, List<T> offered, Function<T, String> mediaType) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.getFirst());
        }
        T best = null;
        double bestQuality = 0;
        for (T candidate : offered) {
            double quality = quality(accept, mediaType.apply(candidate));
            if (quality > bestQuality) {
                best = candidate;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of the most specific range that covers the type. */
    private static double quality(String accept, String type) {
        double quality = 0;
        int specific = 0;
        for (String range : accept.split(",", 64)) {
            String[] parts = range.split(";", -1);
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            int match = name.equals(type) || alias(name).equals(type)
                    ? 3
                    : name.equals(type.replaceFirst("/.*", "/*")) ? 2 : name.equals("*/*") ? 1 : 0;
            if (match > specific) {
                specific = match;
                quality = weight(parts);
            }
        }
        return quality;
    }

    private static String alias(String name) {
        return switch (name) {
            case "application/json" -> "application/sparql-results+json";
            case "application/xml" -> "application/sparql-results+xml";
            case "application/xhtml+xml" -> "text/html";
            default -> name;
        };
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.startsWith("q=") && part.substring(2).matches("[01](\\.\\d{1,3})?")) {
                return Math.min(1, Double.parseDouble(part.substring(2)));
            }
        }
        return 1;
    }
}
