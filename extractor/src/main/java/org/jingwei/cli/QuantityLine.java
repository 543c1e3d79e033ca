package org.jingwei.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Measure;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;

/** A quantity in words: its kind, value, unit and bound, and what of it the text does not state itself. */
final class QuantityLine {
    private QuantityLine() {}

    static String of(Quantity quantity) {
        return switch (quantity) {
            case Amount amount -> "amount " + bound(amount.bound()) + amount.value().toPlainString() + " "
                    + amount.currency() + (amount.currencyStated() ? "" : " (currency by convention)");
            case Count count -> "count " + numbered(count);
            case Measure measure -> "measure " + numbered(measure)
                    + measure.qudt().map(iri -> " <" + iri + ">").orElse("");
            case Duration duration -> "duration " + numbered(duration);
            case Rate rate -> words(rate.kind()) + " " + bound(rate.bound()) + rate.value().toPlainString() + " "
                    + rate.unit().sign() + change(rate);
            case Period period -> "period " + period.notation() + (period.pointInTime() ? " (its end)" : "")
                    + (period.cumulative() ? " (cumulative)" : "") + supplied(List.copyOf(period.supplied()));
            case Occasion occasion -> "occasion " + occasion.notation()
                    + occasion.day().map(day -> " (the festival is on " + day + ")").orElse("")
                    + supplied(List.copyOf(occasion.supplied()));
        };
    }

    static String bound(Bound bound) {
        return switch (bound) {
            case EXACT -> "";
            case ABOUT -> "about ";
            case OVER -> "over ";
            case UNDER -> "under ";
        };
    }

    private static String numbered(Numbered number) {
        return bound(number.bound()) + number.value().toPlainString() + " " + number.unit();
    }

    private static String words(Rate.Kind kind) {
        return switch (kind) {
            case GROWTH -> "growth";
            case SHARE -> "share";
            case AVERAGE_GROWTH -> "average growth a year";
            case MULTIPLE -> "increase in multiples";
            case RATIO -> "multiple of the base";
            case RANK -> "rank";
            case PLAIN -> "ratio";
        };
    }

    private static String change(Rate rate) {
        return Optional.of(rate).filter(r -> r.unit() == Rate.Unit.TIMES).flatMap(Rate::change)
                .map(change -> " (a change of " + change.stripTrailingZeros().toPlainString() + " %)").orElse("");
    }

    private static String supplied(List<Period.Part> parts) {
        return parts.isEmpty()
                ? ""
                : parts.stream().sorted().map(part -> part.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", " (", " from the day of publication)"));
    }
}
