package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.text.Cue;

/**
 * Statistics of regions and companies. A release states region and period once and then lists; so both stay in force
 * until another one is stated, and a rate without a name of its own belongs to the statistic before it.
 */
final class IndicatorReader {
    /** 固定资产投资稳步回升: how a statistic goes, without a number. */
    private static final Cue MOVES = Cue.of(
            "(?:投资|出口|进口|外贸|外资|消费|零售|工业|农业|服务业|制造业|餐饮|住宿|建筑业|房地产|金融|旅游|市场|收入|税收|财政|存款|贷款|产业|行业|业)[^，]{0,4}(?:稳|回升|回落|好转|下滑|向好|恢复|加快|放缓|转正|转负|提速|较快|领先|活跃|强劲|攀升|走低|走高|改善|平稳|增势|保持|持续|快速)");

    /** What is of the day that is named, and of no longer time. */
    private static final Cue MARKET = Cue.of("收于|收报|收盘|市值|股价|当日|单日");

    private final StatisticNames names = new StatisticNames();
    private final IndicatorValues values = new IndicatorValues(names);
    private final SubjectReader subjects = new SubjectReader(names);

    /**
     * @param taken    quantities that amounts and counts have been read from
     * @param projects what they name is no region that reports
     */
    List<Indicator> read(Scene scene, Set<Quantity> taken, List<Draft.Project> projects) {
        var found = new ArrayList<Indicator>();
        for (boolean headline : new boolean[]{ false, true }) {
            var context = new IndicatorContext(projects.stream().flatMap(p -> p.evidence.stream()).toList());
            if (headline) {
                scene.clauses().stream().filter(c -> !c.headline())
                        .forEach(c -> StatisticalPeriod.follow(scene, c, context));
                context.within(StatisticalPeriod.first(scene));
            }
            for (Clause clause : scene.clauses()) {
                if (clause.headline() == headline) {
                    var here = new ArrayList<Indicator>();
                    clause(scene, clause, taken, context, here);
                    here.removeIf(i -> headline && found.stream().anyMatch(f -> restates(f, i) || rounded(f, i)));
                    found.addAll(here);
                }
            }
        }
        found.removeIf(i -> i.bound() == Bound.OVER && i.measure() == Measure.LEVEL
                && found.stream().anyMatch(f -> f != i && f.bound() == Bound.EXACT && restates(f, i)));
        found.sort(Comparator.comparing(i -> i.evidence().spans().getFirst()));
        return found;
    }

    /** The same value, or a round number that the exact one lies a little above: 首次超5000亿元 for 5203.6亿元. */
    private static boolean restates(Indicator exact, Indicator round) {
        if (exact.measure() != round.measure() || !exact.unit().equals(round.unit())) {
            return false;
        }
        BigDecimal over = exact.value().subtract(round.value());
        return over.signum() == 0 || round.bound() != Bound.EXACT && over.signum() >= 0
                && over.compareTo(exact.value().abs().multiply(new BigDecimal("0.15"))) <= 0;
    }

    /** 新增1386亿元 in a headline for 1386.2亿元. */
    private static boolean rounded(Indicator exact, Indicator round) {
        return exact.measure() == round.measure() && exact.unit().equals(round.unit())
                && exact.measure() != Measure.GROWTH && exact.measure() != Measure.RANK
                && round.value().precision() < exact.value().stripTrailingZeros().precision()
                && exact.value().subtract(round.value()).abs()
                        .compareTo(exact.value().abs().multiply(new BigDecimal("0.005"))) <= 0;
    }

    private void clause(Scene scene, Clause clause, Set<Quantity> taken, IndicatorContext context,
            List<Indicator> found) {
        context.enter(scene, clause);
        int from = clause.span().start();
        for (Subject subject : SubjectReader.of(scene, clause, context.projects)) {
            context.about(scene, clause, subject);
            from = switch (subject) {
                case Subject.Named it -> it.name().span().end();
                case Subject.Meant it -> it.end();
                case Subject.Office o -> from;
                case Subject.Level l -> from;
                case Subject.Whole w -> from;
                case Subject.Unplaced u -> from;
                case Subject.Speakers s -> from;
            };
        }
        if (scene.of(clause).contains(Distribution.WORD)) {
            distributed(scene, clause, taken, context, found);
            return;
        }
        if (Distribution.unnamed(scene, clause)) {
            context.forget();
            return;
        }
        if (saysNothing(scene, clause)) {
            context.forget();
        }
        Optional<String> told = context.region;
        boolean aside = false;
        for (Quantity quantity : scene.quantities(clause.span())) {
            if (!(quantity instanceof Period) && Bases.is(scene, clause, quantity)) {
                base(scene, clause, quantity, from, context);
                from = quantity.span().end();
                continue;
            }
            Optional<Subject.Named> owner = subjects.owner(scene, clause, quantity, from, context);
            if (owner.isPresent()) {
                context.about(scene, clause, owner.get());
                from = owner.get().name().span().end();
                aside |= Phrases.before(scene.between(from, quantity.span().start())).isEmpty();
            }
            switch (quantity) {
                case Period period -> {
                    if (Origin.dates(scene, clause, period)) {
                        from = Math.max(from, period.span().end());
                    } else if (StatisticalPeriod.closes(scene, clause, period)) {
                        context.within(Optional.empty());
                        context.now = true;
                        from = Math.max(from, period.span().end());
                    } else if (StatisticalPeriod.opens(scene, clause, period)) {
                        context.now = true;
                        from = Math.max(from, period.span().end());
                    } else if (StatisticalPeriod.is(scene, period)) {
                        context.openAt(scene, StatisticalPeriod.toDate(context.period,
                                StatisticalPeriod.endOfPlan(scene, period)));
                        from = Math.max(from, period.span().end());
                    } else if (period.precision() == Period.Precision.DAY && MARKET.in(scene.of(clause))) {
                        context.onDay(clause);
                    }
                }
                case Occasion occasion -> {
                    context.within(Optional.empty()); // what follows is of days that nobody can name
                    from = Math.max(from, occasion.span().end());
                }
                case Duration duration -> from = duration.span().end();
                case Amount value -> from = read(scene, clause, value, from, taken, context, found);
                case Numbered value -> from = read(scene, clause, value, from, taken, context, found);
                case Rate value -> from = read(scene, clause, value, from, taken, context, found);
            }
        }
        if (aside) {
            context.turnTo(told); // 而佛山产区为38元: for this clause only
        }
    }

    /** One value to what the words since {@code from} say of it; returns where the words of the next one begin. */
    private int read(Scene scene, Clause clause, Quantity value, int from, Set<Quantity> taken,
            IndicatorContext context, List<Indicator> found) {
        if (!taken.contains(value)) {
            values.read(scene, clause, value, from, context).ifPresent(found::add);
        }
        return value.span().end();
    }

    /** 利用率由60%提高到…: what the number was before tells of which statistic the next one is. */
    private void base(Scene scene, Clause clause, Quantity before, int from, IndicatorContext context) {
        String phrase = Phrases.before(scene.between(from, before.span().start())
                .replaceFirst("[由从][^由从]*$", ""));
        if (names.isStatistic(phrase)) {
            context.remember(phrase, clause);
        }
    }

    /** Values of 分别: each to its own, or none when the two lists do not match. */
    private void distributed(Scene scene, Clause clause, Set<Quantity> taken, IndicatorContext context,
            List<Indicator> found) {
        StatisticalPeriod.follow(scene, clause, context);
        List<Quantity> stated = Distribution.values(scene, clause);
        Optional<Distribution> to = context.distribution(names, scene, clause, stated.size());
        if (to.isEmpty()) {
            context.forget(); // 产销分别完成…，均增长2倍: of what nobody can tell
            return;
        }
        Optional<String> before = context.region;
        for (int i = 0; i < stated.size(); i++) {
            Quantity value = stated.get(i);
            if (!taken.contains(value)) {
                List<String> regions = to.get().regions();
                context.turnTo(regions.isEmpty() ? before : Optional.of(regions.get(i)));
                Optional<Period> held = context.period;
                if (!to.get().years().isEmpty()) {
                    context.within(Optional.of(to.get().years().get(i)));
                }
                context.remember(to.get().phrases().get(i), clause);
                Optional<String> whole = Distribution.whole(scene, clause);
                if (whole.isPresent() && value instanceof Rate rate) {
                    Shares.of(scene, clause, rate, context.phrase, whole, context).ifPresent(found::add);
                } else {
                    read(scene, clause, value, value.span().start(), taken, context, found);
                }
                context.within(held);
            }
        }
        context.turnTo(before);
        context.endList();
    }

    /** 固定资产投资稳步回升，增长0.8%: what follows is of this clause's noun, which no number names. */
    private static boolean saysNothing(Scene scene, Clause clause) {
        return scene.quantities(clause.span()).isEmpty() && MOVES.in(scene.of(clause));
    }
}
