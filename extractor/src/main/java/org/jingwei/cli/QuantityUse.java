package org.jingwei.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.fact.Fact;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.source.Span;

/** Which quantities of a page are in a fact, and why the others are in none. */
final class QuantityUse {
    static final String ELSEWHERE = "the page states it elsewhere, and there it is read";
    static final String NO_TIME_OF_A_FACT = "no fact is of this time";
    static final String NOTHING_SAID = "no rule says what this number is of";

    private final List<Quantity> quantities;
    private final List<Fact.Discarded> discarded;
    private final List<Span> values;
    private final List<Span> told;

    QuantityUse(Outcome.Extracted page) {
        this.quantities = page.quantities();
        this.discarded = page.facts().stream().filter(Fact.Discarded.class::isInstance)
                .map(Fact.Discarded.class::cast).toList();
        this.values = page.facts().stream().flatMap(QuantityUse::values).toList();
        this.told = page.facts().stream().filter(fact -> !(fact instanceof Fact.Discarded))
                .flatMap(fact -> fact.evidence().spans().stream()).toList();
    }

    /** Why it is in no fact, a short sentence; absent when it is in one. */
    Optional<String> reasonAgainst(Quantity quantity) {
        if (inFact(quantity)) {
            return Optional.empty();
        }
        return Optional.of(discarded.stream()
                .filter(fact -> fact.evidence().spans().stream().anyMatch(quantity.core()::overlaps))
                .map(Fact.Discarded::reason).findFirst().orElseGet(() -> switch (quantity) {
                    case Period time -> NO_TIME_OF_A_FACT;
                    case Occasion time -> NO_TIME_OF_A_FACT;
                    case Duration time -> NO_TIME_OF_A_FACT;
                    case Amount amount -> ofNumber(amount);
                    case Numbered count -> ofNumber(count);
                    case Rate rate -> ofNumber(rate);
                }));
    }

    private String ofNumber(Quantity number) {
        return quantities.stream().anyMatch(other -> other != number && same(other, number) && inFact(other))
                ? ELSEWHERE
                : NOTHING_SAID;
    }

    private boolean inFact(Quantity quantity) {
        return switch (quantity) {
            case Period time -> told.stream().anyMatch(time.core()::overlaps);
            case Occasion time -> told.stream().anyMatch(time.core()::overlaps);
            case Amount number -> values.stream().anyMatch(number.core()::overlaps);
            case Numbered number -> values.stream().anyMatch(number.core()::overlaps);
            case Rate number -> values.stream().anyMatch(number.core()::overlaps);
        };
    }

    /** Where a fact has a number for its value, or in its name. A clause that tells of an event may hold numbers that nobody reads. */
    private static Stream<Span> values(Fact fact) {
        return switch (fact) {
            case Fact.Money f -> f.evidence().spans().stream().limit(1);
            case Fact.Number f -> f.evidence().spans().stream().limit(1);
            case Fact.Indicator f -> f.evidence().spans().stream().limit(1);
            case Fact.Name f -> f.evidence().spans().stream();
            case Fact.Project f -> f.evidence().spans().stream();
            case Fact.Designation f -> f.evidence().spans().stream();
            case Fact.Event f -> Stream.empty();
            case Fact.Role f -> Stream.empty();
            case Fact.Cooperation f -> Stream.empty();
            case Fact.Quotation f -> Stream.empty();
            case Fact.Discarded f -> Stream.empty();
        };
    }

    private static boolean same(Quantity a, Quantity b) {
        return unit(a).equals(unit(b)) && value(a).flatMap(x -> value(b).map(y -> x.compareTo(y) == 0)).orElse(false);
    }

    private static Optional<BigDecimal> value(Quantity quantity) {
        return switch (quantity) {
            case Amount amount -> Optional.of(amount.value());
            case Numbered count -> Optional.of(count.value());
            case Rate rate -> Optional.of(rate.value());
            case Period time -> Optional.empty();
            case Occasion time -> Optional.empty();
        };
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case Amount amount -> amount.currency();
            case Numbered count -> count.unit();
            case Rate rate -> rate.kind() + rate.unit().sign();
            case Period time -> "";
            case Occasion time -> "";
        };
    }
}
