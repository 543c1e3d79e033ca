package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Set;

/** A place in the calendar: a day, or a stretch of days. */
public sealed interface Period extends Quantity permits Date, Interval {
    enum Precision {
        DAY, MONTH, QUARTER, HALF, YEAR, RUN
    }

    /** What a reader may take from the day of publication where the text is silent. */
    enum Part {
        YEAR, MONTH, DAY
    }

    /**
     * {@code 2021-05-26}, {@code 2021-05}, {@code 2021-Q1}, {@code 2021-H1}, {@code 2021}, or first and last of a run
     * with a slash: {@code 2021-01/2021-04}, {@code 2016/2020}. 9月 and 1—9月 never have the same notation.
     */
    String notation();

    LocalDate first();

    LocalDate last();

    /** Of the notation. */
    Precision precision();

    /** The parts that the day of publication gave; empty when the text states all. */
    Set<Part> supplied();

    /** Whether it is the state at the end of the period (截至6月底, 2023年末), not what happened in it. */
    boolean pointInTime();

    /** Whether anything was supplied. */
    default boolean inferred() {
        return !supplied().isEmpty();
    }

    /**
     * Whether what is counted in it is counted from New Year on: 1—9月, 前三季度, 上半年, 今年以来. A first month or
     * first quarter is both cumulative and single, and not told here.
     */
    default boolean cumulative() {
        boolean months = precision() == Precision.RUN || precision() == Precision.HALF;
        return months && first().getDayOfYear() == 1 && first().getYear() == last().getYear();
    }
}
