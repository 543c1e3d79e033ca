package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Basis;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;

/** Puts a value, what it measures and what is in force together; absent when a part is missing or would be guessed. */
final class Observation {
    private static final Pattern MONTH_ON_MONTH = Pattern.compile("环比|比上月|较上月");
    /** What is left of a clause when its noun is missing. */
    private static final Pattern NOT_A_NAME = Pattern
            .compile(
                    "^[较比与从由按每超过再还仅若]|^用于|^补充|^偿还|力保|力争|^降幅|^增幅|^增速|^回落|^增加|^减少|^提高|^其中|本应|有望|回落$|年初|^（|^\\(|^两年$|只有$|达产|投产后|建成后|意向|^投资$|^总金额$|^年(?:产值|税收|销售收入|营收|纳税)$|〓|要$|成本里");

    private Observation() {}

    static Optional<Indicator> of(Scene scene, Clause clause, Quantity quantity, String phrase, Measure measure,
            BigDecimal value, String unit, boolean currencyStated, Optional<String> of, Bound bound,
            IndicatorContext context) {
        Optional<String> region = context.whole.or(() -> context.region).or(scene::company)
                .or(() -> Regions.main(scene));
        if (region.isEmpty() || context.unplaced) {
            return Optional.empty();
        }
        String name = ownName(phrase, region.get());
        Optional<Period> period = context.now || unnamedRun(scene, clause, quantity)
                ? Optional.empty()
                : context.period;
        if (NOT_A_NAME.matcher(name).find()) {
            return Optional.empty();
        }
        if (measure == Measure.AVG_GROWTH) {
            period = StatisticalPeriod.run(scene, clause)
                    .or(() -> context.period.filter(
                            p -> p.precision() == Period.Precision.RUN && !p.cumulative() || ahead(scene, p)));
        }
        Status said = Modality.of(scene, clause, quantity.core());
        if (said != Status.ACTUAL && period.filter(p -> !scene.sentenceSpan(clause).contains(p.span())).isPresent()
                && !context.period.filter(p -> ahead(scene, p)).isPresent()) {
            period = Optional.empty(); // 未来5年翻一番: not in the year told before
        }
        boolean change = measure == Measure.GROWTH || measure == Measure.MULTIPLE;
        Optional<Basis> basis = !change
                ? Optional.empty()
                : MONTH_ON_MONTH.matcher(scene.of(clause)).find()
                        ? Optional.of(Basis.MOM)
                        : context.yearOnYear || period.isPresent() ? Optional.of(Basis.YOY) : Optional.empty();
        // what a period not yet over will bring is not a fact
        boolean ahead = period.filter(p -> ahead(scene, p)).isPresent();
        boolean closed = period.isPresent() && scene.published()
                .filter(day -> context.period.filter(p -> p.last().isBefore(day)).isPresent()).isPresent();
        Status status = said == Status.ACTUAL && ahead
                ? Status.TARGET
                : said == Status.TARGET && closed ? Status.ACTUAL : said;
        boolean over = period.isPresent() && status == Status.PLANNED
                && scene.of(clause).contains("预计") && !scene.of(clause).contains("将");
        var evidence = new ArrayList<Span>(List.of(quantity.span(), clause.span()));
        period.map(Period::span).filter(s -> !clause.span().contains(s)).ifPresent(evidence::add);
        return Optional.of(new Indicator(region.get(), name, measure, value, unit, currencyStated,
                period.map(StatisticalPeriod::notation), period.map(Period::inferred).orElse(false),
                basis, of, bound, over ? Status.ACTUAL : status, scene.of(quantity.span()),
                new Evidence(evidence, "indicator " + measure.name().toLowerCase(Locale.ROOT),
                        grounds(scene, clause, context, period))));
    }

    /** 整个桂东南地区的产能: without the region that it is reported of. */
    private static String ownName(String phrase, String region) {
        String rest = phrase.startsWith("整个") ? phrase.substring(2) : phrase;
        rest = rest.startsWith(region)
                ? rest.substring(region.length()).replaceFirst("^(?:地区|全[省市县区]|境内)?的?", "")
                : rest;
        return rest.length() >= 2 ? rest : phrase;
    }

    /** Whether a period ends well after the day of publication. */
    static boolean ahead(Scene scene, Period period) {
        return scene.published().filter(day -> period.last().isAfter(day.plusDays(31))).isPresent();
    }

    /** 文化节期间接待游客: a time of its own, which the calendar does not know. */
    private static boolean unnamedRun(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        return left.contains("期间") && scene.quantities(clause.span(), Period.class).isEmpty();
    }

    private static Grounds grounds(Scene scene, Clause clause, IndicatorContext context, Optional<Period> period) {
        if (context.whole.isEmpty() && context.region.isEmpty()) {
            return Grounds.INDICATOR_REGION_SUPPLIED;
        }
        boolean region = context.regionSentence == clause.sentence() || context.whole.isPresent();
        boolean stated = period.filter(p -> !scene.sentenceSpan(clause).contains(p.span())).isEmpty();
        return region
                ? stated ? Grounds.INDICATOR_STATED : Grounds.INDICATOR_PERIOD_INHERITED
                : stated ? Grounds.INDICATOR_REGION_INHERITED : Grounds.INDICATOR_INHERITED;
    }
}
