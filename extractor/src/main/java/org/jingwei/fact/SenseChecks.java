package org.jingwei.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.fact.Fact.Money;
import org.jingwei.quantity.Bound;

/**
 * Arithmetic that the numbers of one article must obey. Those that do not are believed half as much, with the reason;
 * the article may still have stated them.
 */
final class SenseChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Figures are rounded where they are printed. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private final List<Fact> facts;
    private final Map<Fact, String> doubts = new IdentityHashMap<>();

    private SenseChecks(List<Fact> facts) {
        this.facts = facts;
    }

    /** The same facts in the same order, doubted where the numbers disagree. */
    static List<Fact> applied(List<Fact> facts) {
        var checks = new SenseChecks(facts);
        checks.shares();
        checks.parts();
        checks.trade();
        checks.growth();
        return facts.stream().map(checks::doubted).toList();
    }

    private Fact doubted(Fact fact) {
        String doubt = doubts.get(fact);
        return doubt == null
                ? fact
                : switch (fact) {
                    case Money money -> money.doubted(doubt);
                    case Indicator indicator -> indicator.doubted(doubt);
                    case Fact.Name f -> f;
                    case Fact.Event f -> f;
                    case Fact.Project f -> f;
                    case Fact.Number f -> f;
                    case Fact.Role f -> f;
                    case Fact.Cooperation f -> f;
                    case Fact.Designation f -> f;
                    case Fact.Quotation f -> f;
                    case Fact.Discarded f -> f;
                };
    }

    private <T extends Fact> List<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void shares() {
        for (Indicator share : all(Indicator.class)) {
            boolean ofPlan = share.of().filter(w -> w.matches(".*(计划|目标|任务|预算).*")).isPresent();
            if (share.measure() == Measure.SHARE && share.unit().equals("%") && share.value().compareTo(HUNDRED) > 0
                    && !ofPlan) {
                doubts.put(share, "a share of more than 100 %");
            }
        }
    }

    /** What the projects of an event cost together is not more than what they are said to cost together. */
    private void parts() {
        for (Money total : all(Money.class)) {
            if (total.role() != Fact.AmountRole.TOTAL_INVESTMENT || total.bound() == Bound.OVER) {
                continue;
            }
            List<Money> parts = all(Money.class).stream()
                    .filter(m -> m.role() == total.role() && m.currency().equals(total.currency()))
                    .filter(m -> m.bound() != Bound.UNDER)
                    .filter(m -> event(m.of()).filter(total.of()::equals).isPresent()).toList();
            BigDecimal sum = parts.stream().map(Money::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (exceeds(sum, total.value())) {
                String doubt = "the projects told of add up to " + sum.toPlainString() + " " + total.currency()
                        + ", more than the " + total.value().toPlainString() + " of them all";
                doubts.put(total, doubt);
                parts.forEach(part -> doubts.put(part, doubt));
            }
        }
    }

    private Optional<String> event(String project) {
        return all(Fact.Project.class).stream().filter(p -> p.id().equals(project)).findFirst()
                .flatMap(Fact.Project::event);
    }

    private static boolean exceeds(BigDecimal sum, BigDecimal total) {
        return sum.compareTo(total.multiply(BigDecimal.ONE.add(ROUNDING))) > 0;
    }

    /** Exports and imports make up foreign trade. */
    private void trade() {
        for (Indicator both : all(Indicator.class)) {
            if (level(both) && both.indicator().matches(".*进出口(总[值额]|额|值)?")) {
                Optional<Indicator> out = flow(both, "出口");
                Optional<Indicator> in = flow(both, "进口");
                if (out.isPresent() && in.isPresent()) {
                    BigDecimal sum = out.get().value().add(in.get().value());
                    if (exceeds(sum, both.value()) || exceeds(both.value(), sum)) {
                        String doubt = "exports and imports make " + sum.toPlainString() + " " + both.unit() + ", not "
                                + both.value().toPlainString();
                        List.of(both, out.get(), in.get()).forEach(i -> doubts.put(i, doubt));
                    }
                }
            }
        }
    }

    private Optional<Indicator> flow(Indicator both, String name) {
        List<Indicator> flows = all(Indicator.class).stream().filter(i -> level(i) && i.indicator().equals(name))
                .filter(i -> sameSeries(i, both) && i.period().equals(both.period())).toList();
        return flows.size() == 1 ? Optional.of(flows.getFirst()) : Optional.empty();
    }

    private static boolean level(Indicator indicator) {
        return indicator.measure() == Measure.LEVEL && indicator.bound() == Bound.EXACT
                && indicator.status() == Status.ACTUAL;
    }

    private static boolean sameSeries(Indicator a, Indicator b) {
        return a.region().equals(b.region()) && a.unit().equals(b.unit());
    }

    /** Two levels a year apart give the growth that is stated. */
    private void growth() {
        for (Indicator growth : all(Indicator.class)) {
            if (growth.measure() != Measure.GROWTH || growth.bound() != Bound.EXACT
                    || !growth.basis().equals(Optional.of(Fact.Basis.YOY))) {
                continue;
            }
            var now = new ArrayList<Indicator>();
            var before = new ArrayList<Indicator>();
            for (Indicator level : all(Indicator.class)) {
                if (level(level) && level.region().equals(growth.region())
                        && level.indicator().equals(growth.indicator())) {
                    if (level.period().equals(growth.period())) {
                        now.add(level);
                    } else if (level.period().isPresent() && level.period().equals(growth.period().flatMap(
                            SenseChecks::yearBefore))) {
                        before.add(level);
                    }
                }
            }
            if (now.size() == 1 && before.size() == 1 && before.getFirst().value().signum() > 0
                    && now.getFirst().unit().equals(before.getFirst().unit())) {
                BigDecimal given = now.getFirst().value().divide(before.getFirst().value(), 6, RoundingMode.HALF_EVEN)
                        .subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN);
                BigDecimal most = BigDecimal.ONE.add(growth.value().abs().multiply(new BigDecimal("0.05")));
                if (given.subtract(growth.value()).abs().compareTo(most) > 0) {
                    doubts.put(growth, "the levels stated give " + given.toPlainString() + " %, not "
                            + growth.value().toPlainString() + " %");
                }
            }
        }
    }

    /** Of a notation that begins with one year: 2022-H1 for 2023-H1; absent for runs over years. */
    private static Optional<String> yearBefore(String period) {
        String year = period.substring(0, 4);
        String last = String.valueOf(Integer.parseInt(year) - 1);
        return period.indexOf(year, 4) > 0 || period.indexOf('/') < 0
                ? Optional.of(period.replace(year, last))
                : Optional.empty();
    }
}
