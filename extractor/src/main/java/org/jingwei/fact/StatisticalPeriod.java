package org.jingwei.fact;

import java.util.Optional;
import org.jingwei.quantity.Period;

/** Periods that statistics are of, apart from the days of datelines and what a change is held against. */
final class StatisticalPeriod {
    private StatisticalPeriod() {}

    static Optional<Period> first(Scene scene) {
        return scene.quantities().stream().filter(Period.class::isInstance).map(Period.class::cast)
                .filter(p -> is(scene, p)).findFirst();
    }

    static boolean is(Scene scene, Period period) {
        if (Setting.comparison(scene, period) || Setting.dateline(scene, period)) {
            return false;
        }
        boolean days = period.precision() == Period.Precision.RUN
                && period.last().isBefore(period.first().plusDays(27));
        return !days && period.precision() != Period.Precision.DAY || period.pointInTime();
    }

    static void follow(Scene scene, Clause clause, IndicatorContext context) {
        scene.quantities(clause.span(), Period.class).stream().filter(p -> is(scene, p))
                .forEach(p -> context.at(scene, p));
    }

    /** 十三五期间: the run of years that a mean growth is over, where the sentence states one. */
    static Optional<Period> run(Scene scene, Clause clause) {
        return scene.quantities(scene.sentenceSpan(clause), Period.class).stream()
                .filter(p -> p.precision() == Period.Precision.RUN && !p.cumulative()).findFirst();
    }

    /** The state at a day counts for its month. */
    static String notation(Period period) {
        return period.precision() == Period.Precision.DAY ? period.notation().substring(0, 7) : period.notation();
    }
}
