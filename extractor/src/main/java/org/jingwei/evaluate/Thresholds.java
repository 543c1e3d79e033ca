package org.jingwei.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a score has to reach. Text of lines {@code ROW = MINIMUM}, where ROW is the name of a row (its F1), the name and
 * {@code precision} or {@code recall}, or {@code wrong numbers} (then a maximum); empty lines and lines that start with
 * {@code #} say nothing.
 */
public final class Thresholds {
    /** A threshold that is not met; {@code line} for people. */
    public record Shortfall(String threshold, BigDecimal required, BigDecimal reached) {
        public String line() {
            boolean most = threshold.equals(Scorecard.WRONG_NUMBERS);
            return threshold + ": " + reached.toPlainString() + " reached, " + (most ? "at most " : "at least ")
                    + required.toPlainString() + " required";
        }
    }

    private final Map<String, BigDecimal> required;

    private Thresholds(Map<String, BigDecimal> required) {
        this.required = required;
    }

    /** @throws IllegalArgumentException on a line that is none, a row there is not, or a row given twice */
    public static Thresholds read(String text) {
        var required = new LinkedHashMap<String, BigDecimal>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.lastIndexOf('=');
            String name = line.substring(0, Math.max(equals, 0)).strip();
            String where = "line " + number + " of the thresholds: ";
            if (equals < 0 || !known(name)) {
                throw new IllegalArgumentException(
                        where + "no row of the score is called \"" + name + "\" (expected ROW = MINIMUM): " + line);
            }
            try {
                if (required.put(name, new BigDecimal(line.substring(equals + 1).strip())) != null) {
                    throw new IllegalArgumentException(where + "\"" + name + "\" is given twice");
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(where + "the minimum is not a number: " + line, e);
            }
        }
        return new Thresholds(required);
    }

    /** The thresholds that a score does not meet, in the order of the file. */
    public List<Shortfall> check(Scorecard score) {
        var shortfalls = new ArrayList<Shortfall>();
        required.forEach((name, value) -> {
            BigDecimal reached = reached(score, name);
            boolean most = name.equals(Scorecard.WRONG_NUMBERS);
            if (most ? reached.compareTo(value) > 0 : reached.compareTo(value) < 0) {
                shortfalls.add(new Shortfall(name, value, reached));
            }
        });
        return shortfalls;
    }

    private static BigDecimal reached(Scorecard score, String name) {
        if (name.equals(Scorecard.WRONG_NUMBERS)) {
            return BigDecimal.valueOf(score.wrongNumbers());
        }
        Row row = score.row(rowName(name)).orElseThrow();
        return BigDecimal.valueOf(name.endsWith(" precision")
                ? row.precision()
                : name.endsWith(" recall") ? row.recall() : row.f1());
    }

    private static boolean known(String name) {
        return name.equals(Scorecard.WRONG_NUMBERS) || name.equals(Scorecard.FACTS)
                || rowName(name).equals(Scorecard.FACTS)
                || RowRules.all().stream().anyMatch(rule -> rule.name().equals(rowName(name)));
    }

    private static String rowName(String name) {
        return name.replaceFirst(" (precision|recall)$", "");
    }
}
