package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/**
 * One value with its unit, or the two ends of a range, before a rule says what it is.
 *
 * @param start where the number begins, a written sign included
 * @param low   the value, or the lower end
 * @param high  the same as {@code low} for one value
 * @param from  the value of {@code low}, which may take its power of ten from {@code high} (10至15亿)
 */
record Stated(int start, Figure low, Figure high, BigDecimal from, BigDecimal till) {
    static Stated one(int start, Figure figure) {
        return new Stated(start, figure, figure, figure.number().value(), figure.number().value());
    }

    boolean range() {
        return low != high;
    }

    /** -1 or 1 where − or + is written, else 0. */
    int sign(Passage p) {
        return start == first().start() ? 0 : p.at(start) == '-' ? -1 : 1;
    }

    Numeral first() {
        return low.number();
    }

    Numeral last() {
        return high.number();
    }

    Unit unit() {
        return high.unit().meaning();
    }

    int end() {
        return high.end();
    }

    boolean over() {
        return last().over();
    }

    /** Whether it is a power of ten with no digit (千亿元). */
    boolean implied() {
        return first().form() == Numeral.Form.IMPLIED;
    }

    BigDecimal[] values() {
        return range() ? new BigDecimal[]{ from, till } : new BigDecimal[]{ from };
    }

    Span[] cores() {
        return range()
                ? new Span[]{ new Span(first().start(), low.end()), new Span(last().start(), high.end()) }
                : new Span[]{ new Span(first().start(), high.end()) };
    }
}
