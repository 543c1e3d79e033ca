package org.jingwei.quantity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import org.jingwei.quantity.Period.Precision;
import org.jingwei.source.Span;

/** A stretch of the calendar with its notation: the same stretch has one notation, however it was written. */
record Stretch(String notation, LocalDate first, LocalDate last, Precision precision) {
    static Stretch day(LocalDate day) {
        return new Stretch(day.toString(), day, day, Precision.DAY);
    }

    static Stretch days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : new Stretch(first + "/" + last, first, last, Precision.RUN);
    }

    static Stretch month(YearMonth month) {
        return months(month, month);
    }

    static Stretch year(int year) {
        return years(year, year);
    }

    static Stretch years(int first, int last) {
        return new Stretch(first == last ? number(first) : number(first) + "/" + number(last),
                LocalDate.of(first, 1, 1),
                LocalDate.of(last, 12, 31), first == last ? Precision.YEAR : Precision.RUN);
    }

    static Stretch quarter(int year, int quarter) {
        return months(YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, quarter * 3));
    }

    static Stretch half(int year, int half) {
        return months(YearMonth.of(year, half * 6 - 5), YearMonth.of(year, half * 6));
    }

    /** From the first month to the last: whole quarters, halves and years by their own names. */
    static Stretch months(YearMonth first, YearMonth last) {
        int year = first.getYear();
        int from = first.getMonthValue();
        boolean same = year == last.getYear();
        int length = (last.getYear() - year) * 12 + last.getMonthValue() - from + 1;
        LocalDate begin = first.atDay(1);
        LocalDate end = last.atEndOfMonth();
        if (length == 1) {
            return new Stretch(first.toString(), begin, end, Precision.MONTH);
        }
        if (same && length == 12) {
            return year(year);
        }
        if (same && length == 3 && from % 3 == 1) {
            return new Stretch(number(year) + "-Q" + (from + 2) / 3, begin, end, Precision.QUARTER);
        }
        if (same && length == 6 && from % 6 == 1) {
            return new Stretch(number(year) + "-H" + (from + 5) / 6, begin, end, Precision.HALF);
        }
        return new Stretch(first + "/" + last, begin, end, Precision.RUN);
    }

    /** From New Year to a day: by its months, which may not be whole. */
    static Stretch toDate(LocalDate day) {
        var first = YearMonth.of(day.getYear(), 1);
        var last = YearMonth.from(day);
        return new Stretch(first.equals(last) ? first.toString() : first + "/" + last, first.atDay(1), day,
                first.equals(last) ? Precision.MONTH : Precision.RUN);
    }

    Period period(Span span, Span core, Set<Period.Part> supplied, boolean pointInTime, String rule) {
        return precision == Precision.DAY
                ? new Date(span, core, first, supplied, pointInTime, rule)
                : new Interval(span, core, notation, first, last, precision, supplied, pointInTime, rule);
    }

    private static String number(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
