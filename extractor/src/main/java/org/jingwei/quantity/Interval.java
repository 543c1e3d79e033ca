package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Set;
import org.jingwei.source.Span;

/**
 * More than one day of the calendar: a month, quarter, half, year or a run of them.
 *
 * @param precision never {@link Precision#DAY}
 */
public record Interval(Span span, Span core, String notation, LocalDate first, LocalDate last, Precision precision,
        Set<Part> supplied, boolean pointInTime, String rule) implements Period {
    public Interval {
        supplied = Set.copyOf(supplied);
    }
}
