package org.jingwei.quantity;

import java.time.LocalDate;
import org.jingwei.source.Span;

/**
 * A stretch of the calendar: a day, month, quarter, half, year or a run of them.
 *
 * @param notation   {@code 2021-05-26}, {@code 2021-05}, {@code 2021-Q1}, {@code 2021-H1}, {@code 2021}, or first and
 *                   last of a run with a slash: {@code 2021-01/2021-04}, {@code 2016/2020}
 * @param first      its first day
 * @param last       its last day
 * @param precision  of the notation
 * @param inferred   whether context supplied year, month or day
 * @param pointInTime whether it is the state at the end of the period (截至6月底, 2023年末), not what happened in it
 */
public record Period(Span span, Span core, String notation, LocalDate first, LocalDate last, Precision precision,
        boolean inferred, boolean pointInTime, String rule) implements Quantity {
    public enum Precision {
        DAY, MONTH, QUARTER, HALF, YEAR, RUN
    }
}
