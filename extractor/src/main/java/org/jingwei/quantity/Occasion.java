package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jingwei.source.Span;

/**
 * A time with a name and a year whose days the words do not give: 春节期间, 国庆黄金周, 2021财年. How many days a
 * holiday has is decided anew each year, and a company begins its fiscal year when it likes; so what happened in one is
 * in no {@link Period}.
 *
 * @param name     of the festival, holiday or year: 春节, 国庆节, 财年
 * @param year     of the festival, or the number of the fiscal year
 * @param day      the festival's own day; empty for a fiscal year
 * @param supplied whether the day of publication gave the year
 */
public record Occasion(Span span, Span core, String name, int year, Optional<LocalDate> day,
        Set<Period.Part> supplied, String rule) implements Quantity {
    public Occasion {
        supplied = Set.copyOf(supplied);
    }

    /** {@code 2021 春节}, {@code 2021 财年}. */
    public String notation() {
        return year + " " + name;
    }
}
