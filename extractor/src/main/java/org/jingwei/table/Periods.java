package org.jingwei.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.QuantityReader;
import org.jingwei.quantity.ReadingContext;

/** Reads the period of a figure: as tables write it (2019, 2019Q1, 2019-07) or as sentences do (2019年1—9月). */
final class Periods {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern PART = Pattern.compile("((?:19|20)\\d{2})[-/]?(Q[1-4]|H[12])");
    /** A dot is no separator: 2019.1 may be what is left of 2019.10. */
    private static final Pattern MONTH = Pattern
            .compile("((?:19|20)\\d{2})(?:[-/](?=\\d{1,2}$)0?|(?=\\d{2}$)0?)([1-9]|1[0-2])");

    private final QuantityReader reader = new QuantityReader();

    /** Its notation, as {@code quantity.Period} has it; empty where it is no period, or not stated in full. */
    Optional<String> notation(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        if (YEAR.matcher(text).matches()) {
            return Optional.of(text);
        }
        var part = PART.matcher(text.toUpperCase(Locale.ROOT));
        if (part.matches()) {
            return Optional.of(part.group(1) + "-" + part.group(2));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return Optional.of(month.group(1) + (month.group(2).length() == 1 ? "-0" : "-") + month.group(2));
        }
        var read = reader.read(text, ReadingContext.NONE);
        return read.size() == 1 && read.getFirst() instanceof Period period && !period.inferred()
                && period.span().start() == 0 && period.span().end() == text.length()
                        ? Optional.of(period.notation())
                        : Optional.empty();
    }

    /** The year in which a period with this notation ends. */
    static int year(String notation) {
        String last = notation.substring(notation.indexOf('/') + 1);
        return Integer.parseInt(last.substring(0, 4));
    }
}
