package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Set;
import org.jingwei.source.Span;

/** A day of the calendar. */
public record Date(Span span, Span core, LocalDate day, Set<Part> supplied, boolean pointInTime, String rule)
        implements
            Period {
    public Date {
        supplied = Set.copyOf(supplied);
    }

    @Override
    public String notation() {
        return day.toString();
    }

    @Override
    public LocalDate first() {
        return day;
    }

    @Override
    public LocalDate last() {
        return day;
    }

    @Override
    public Precision precision() {
        return Precision.DAY;
    }
}
