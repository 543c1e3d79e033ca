package org.jingwei.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** Notations of periods to OWL-Time intervals with first and last day. */
public final class PeriodNodes {
    private static final Pattern PART = Pattern
            .compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(\\d{2})(?:-(\\d{2}))?))?");

    /** First and last day of a period. */
    public record Days(LocalDate first, LocalDate last) {}

    private PeriodNodes() {}

    static Node write(Sheet sheet, String notation) {
        Node period = sheet.iris.period(notation);
        sheet.type(period, Ns.time("ProperInterval"));
        sheet.fact(period, Ns.skos("notation"), Literals.string(notation));
        days(notation).ifPresent(days -> {
            sheet.fact(period, Ns.time("hasBeginning"), day(sheet, days.first));
            sheet.fact(period, Ns.time("hasEnd"), day(sheet, days.last));
        });
        return period;
    }

    /** The value of the period dimension where the text leaves the period open. Described in the vocabulary. */
    static Node unspecified(Sheet sheet) {
        return sheet.iris.period("unspecified");
    }

    private static Node day(Sheet sheet, LocalDate date) {
        Node day = sheet.iris.day(date.toString());
        sheet.type(day, Ns.time("Instant"));
        sheet.fact(day, Ns.time("inXSDDate"), Literals.date(date.toString()));
        return day;
    }

    /** Empty when it is no notation of a period: the shapes then refuse it. */
    public static Optional<Days> days(String notation) {
        String[] run = notation.split("/", -1);
        if (run.length > 2) {
            return Optional.empty();
        }
        Optional<Days> first = part(run[0]);
        Optional<Days> last = part(run[run.length - 1]);
        return first.isEmpty() || last.isEmpty() || last.get().last.isBefore(first.get().first)
                ? Optional.empty()
                : Optional.of(new Days(first.get().first, last.get().last));
    }

    private static Optional<Days> part(String notation) {
        Matcher part = PART.matcher(notation);
        if (!part.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(part.group(1));
            if (part.group(2) != null) {
                int quarter = Integer.parseInt(part.group(2));
                return Optional.of(months(year, 3 * quarter - 2, 3 * quarter));
            }
            if (part.group(3) != null) {
                int half = Integer.parseInt(part.group(3));
                return Optional.of(months(year, 6 * half - 5, 6 * half));
            }
            if (part.group(5) != null) {
                LocalDate day = LocalDate.parse(notation);
                return Optional.of(new Days(day, day));
            }
            return Optional.of(part.group(4) != null
                    ? months(year, Integer.parseInt(part.group(4)), Integer.parseInt(part.group(4)))
                    : months(year, 1, 12));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Days months(int year, int first, int last) {
        return new Days(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
    }
}
