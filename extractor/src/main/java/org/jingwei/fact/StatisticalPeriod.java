package org.jingwei.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Interval;
import org.jingwei.quantity.Period;
import org.jingwei.text.Cue;

/** Periods that statistics are of, apart from the days of datelines and what a change is held against. */
final class StatisticalPeriod {
    private static final Pattern SINCE = Pattern.compile("[^，、]{0,8}以来|开始|起(?=[，、 ])");

    private static final Pattern FOUNDED_IN = Pattern.compile("(?:成立|设立|创办|创立|创建|始建|组建|注册|诞生)(?:于|在)$");
    private static final Pattern FOUNDED = Pattern.compile("(?:正式)?(?:成立|设立|创办|创立|始建)(?:于|以来|的|，|。|、)");

    private static final Cue FROM_THEN = Cue
            .of("[从自][^，。；]{0,10}(?:之初|之时|之日起?|以来|初期?|开始|起步|起)[，,]?(?:截?[至到]|截止)$");

    private static final Pattern END = Pattern.compile("[”\"]?(?:规划)?期?末");

    private StatisticalPeriod() {}

    static Optional<Period> first(Scene scene) {
        return scene.quantities().stream().filter(Period.class::isInstance).map(Period.class::cast)
                .filter(p -> is(scene, p)).findFirst();
    }

    static boolean is(Scene scene, Period period) {
        if (Setting.comparison(scene, period) || Setting.dateline(scene, period) || founded(scene, period)) {
            return false;
        }
        boolean days = period.precision() == Period.Precision.RUN
                && period.last().isBefore(period.first().plusDays(27));
        return !days && period.precision() != Period.Precision.DAY || period.pointInTime();
    }

    /** 设立于2022年, 2014年成立: since when somebody exists, and nothing that a statistic is of. */
    private static boolean founded(Scene scene, Period period) {
        return FOUNDED_IN.matcher(scene.justBefore(period.span(), 4)).find()
                || FOUNDED.matcher(scene.justBehind(period.span(), 6)).lookingAt();
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

    /** The state at a day, or at the end of a year or quarter, counts for its month. */
    static String notation(Period period) {
        return period.precision() == Period.Precision.DAY
                || period.pointInTime() && period.precision() != Period.Precision.RUN
                        ? period.last().toString().substring(0, 7)
                        : period.notation();
    }

    /**
     * What the article as a whole is of: the period of its headline, else of the first clause of its body unless that is a
     * mere year; absent when it is not over.
     */
    static Optional<Period> ofArticle(Scene scene) {
        var opening = new ArrayList<>(scene.clauses().stream().filter(Clause::headline).toList());
        scene.clauses().stream().filter(c -> !c.headline()).findFirst().ifPresent(opening::add);
        return opening.stream()
                .flatMap(c -> scene.quantities(c.span(), Period.class).stream()
                        .filter(p -> c.headline() || p.precision() != Period.Precision.YEAR))
                .filter(p -> is(scene, p) && !p.pointInTime()).findFirst()
                .filter(p -> !Observation.ahead(scene, p));
    }

    /** 截至9月底，今年…: from New Year to the day that has been named; else the period as it stands. */
    static Period toDate(Optional<Period> inForce, Period stated) {
        return inForce
                .filter(p -> p.pointInTime() && stated.precision() == Period.Precision.YEAR && !stated.pointInTime())
                .filter(p -> p.last().getYear() == stated.first().getYear() && p.last().getMonthValue() > 1
                        && p.last().getDayOfMonth() == p.last().lengthOfMonth()
                        && p.span().end() <= stated.span().start() && stated.span().start() - p.span().end() <= 12)
                .map(p -> sinceNewYear(stated, p.last())).orElse(stated);
    }

    /** The months of a year up to this day; a quarter, half or whole year is called so. */
    private static Period sinceNewYear(Period year, LocalDate last) {
        String first = year.first().toString().substring(0, 4);
        return switch (last.getMonthValue()) {
            case 3 -> upTo(year, last, first + "-Q1", Period.Precision.QUARTER);
            case 6 -> upTo(year, last, first + "-H1", Period.Precision.HALF);
            case 12 -> year;
            case 2, 4, 5, 7, 8, 9, 10, 11 -> upTo(year, last, first + "-01/" + last.toString().substring(0, 7),
                    Period.Precision.RUN);
            default -> throw new IllegalStateException("no such month: " + last);
        };
    }

    private static Period upTo(Period year, LocalDate last, String notation, Period.Precision precision) {
        return new Interval(year.span(), year.core(), notation, year.first(), last, precision, year.supplied(), false,
                "year-to-date");
    }

    /** 到“十四五”末: the last year of a plan; else the period as it stands. */
    static Period endOfPlan(Scene scene, Period stated) {
        return stated.precision() == Period.Precision.RUN
                && stated.last().getYear() - stated.first().getYear() == 4
                && (scene.of(stated.span()).endsWith("末")
                        || END.matcher(scene.justBehind(stated.span(), 4)).lookingAt())
                                ? year(stated, stated.last().getYear())
                                : stated;
    }

    /** 全年有望突破80亿元: the year of the period in force. */
    static Period wholeYear(Period inForce) {
        return year(inForce, inForce.first().getYear());
    }

    /** A year that these words tell of. */
    static Period year(Period inForce, int year) {
        return new Interval(inForce.span(), inForce.core(), String.valueOf(year), LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31), Period.Precision.YEAR, inForce.supplied(), false, "whole-year");
    }

    /** Whether all days of the one are days of the other, which has more. */
    static boolean within(Period part, Period whole) {
        return !part.first().isBefore(whole.first()) && !part.last().isAfter(whole.last())
                && (!part.first().equals(whole.first()) || !part.last().equals(whole.last()) || part.pointInTime());
    }

    /** 从结对之初到今年10月底: from a day that the words do not name. */
    static boolean closes(Scene scene, Clause clause, Period period) {
        return FROM_THEN.in(scene.left(clause, period.span()));
    }

    /** 2019年以来, 2017年建厂以来: from then on, and nobody says until when; 今年以来 is a period. */
    static boolean opens(Scene scene, Clause clause, Period period) {
        return SINCE.matcher(scene.right(clause, period.span())).lookingAt()
                && scene.published().filter(day -> day.getYear() == period.first().getYear()).isEmpty();
    }
}
