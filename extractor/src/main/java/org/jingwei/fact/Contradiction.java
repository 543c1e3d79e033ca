package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingwei.fact.Fact.AmountRole;
import org.jingwei.fact.Fact.Money;
import org.jingwei.quantity.Bound;
import org.jingwei.source.Span;

/**
 * A project has one total. Where a page gives two exact ones, at most one belongs to it and nothing says which: none is
 * asserted.
 */
final class Contradiction {
    /** Two digits are printed at least: 24.6亿元 is 25亿元. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    private Contradiction() {}

    /**
     * The same facts in the same order, with both of two exact totals of one project withdrawn.
     *
     * @param sure where amounts stand that are told of the very phase that bears them: what the other is of is not known,
     *             what they are of is
     */
    static List<Fact> withdrawn(List<Fact> facts, Set<Span> sure) {
        Set<String> projects = facts.stream().filter(Fact.Project.class::isInstance)
                .map(f -> ((Fact.Project) f).id()).collect(Collectors.toSet());
        List<Money> totals = facts.stream().filter(Money.class::isInstance).map(Money.class::cast)
                .filter(m -> isTotal(m) && projects.contains(m.of())).toList();
        return Withdrawal.applied(facts,
                fact -> fact instanceof Money money && totals.contains(money) && !sure.contains(span(money))
                        ? totals.stream().filter(other -> contradict(money, other)).findFirst()
                                .map(other -> "the page also states " + other.value().toPlainString() + " "
                                        + other.currency()
                                        + " as the total of the same project")
                        : Optional.empty());
    }

    private static Span span(Money money) {
        return money.evidence().spans().getFirst();
    }

    private static boolean isTotal(Money money) {
        return money.role() == AmountRole.TOTAL_INVESTMENT && money.bound() == Bound.EXACT;
    }

    private static boolean contradict(Money a, Money b) {
        return a.of().equals(b.of()) && a.currency().equals(b.currency())
                && a.value().subtract(b.value()).abs().compareTo(a.value().max(b.value()).multiply(ROUNDING)) > 0;
    }
}
