package org.jingwei.cli;

import java.util.List;
import java.util.Optional;
import org.jingwei.fact.Fact;
import org.jingwei.fact.Status;

/** Facts in one line each, for people. */
final class FactLine {
    private FactLine() {}

    static String of(Fact fact) {
        return switch (fact) {
            case Fact.Name name -> name.type() + " " + name.name();
            case Fact.Event event -> event.id() + " " + event.type() + " " + event.name() + status(event.status())
                    + part(" on ", event.date()) + inferred(event.dateInferred()) + list(" in ", event.places())
                    + list(" with ", event.participants()) + part(" part of ", event.parent());
            case Fact.Project project -> project.id() + " PROJECT " + project.name() + " " + project.phase()
                    + list(" by ", project.investors()) + list(" in ", project.places())
                    + part(" told in ", project.event());
            case Fact.Money money -> money.role() + " of " + money.of() + ": " + QuantityLine.bound(money.bound())
                    + money.value().toPlainString() + " " + money.currency()
                    + (money.currencyStated() ? "" : " (currency by convention)") + status(money.status());
            case Fact.Number number -> "COUNT of " + number.of() + ": " + QuantityLine.bound(number.bound())
                    + number.value().toPlainString() + " " + number.unit() + " " + number.what()
                    + status(number.status());
            case Fact.Indicator indicator -> indicator.measure() + " " + indicator.region() + " "
                    + indicator.indicator() + ": " + QuantityLine.bound(indicator.bound())
                    + indicator.value().toPlainString() + " "
                    + indicator.unit() + part(" of ", indicator.of()) + part(" in ", indicator.period())
                    + inferred(indicator.periodInferred()) + part(" ", indicator.basis())
                    + status(indicator.status());
            case Fact.Role role -> "ROLE " + role.person() + ": " + role.title() + part(" of ", role.organisation());
            case Fact.Cooperation cooperation ->
                "COOPERATION" + list(" of ", cooperation.parties()) + part(" on ", cooperation.object());
            case Fact.Designation designation -> "DESIGNATION " + designation.designee() + ": " + designation.title()
                    + part(" by ", designation.by()) + part(" on ", designation.date())
                    + inferred(designation.dateInferred());
            case Fact.Quotation quotation -> "QUOTATION " + quotation.speaker() + ": “" + quotation.words() + "”";
            case Fact.Discarded discarded -> discarded.text() + ": " + discarded.reason();
        };
    }

    private static String status(Status status) {
        return switch (status) {
            case ACTUAL -> "";
            case PLANNED -> " (planned)";
            case TARGET -> " (target)";
        };
    }

    private static String inferred(boolean inferred) {
        return inferred ? " (partly from context)" : "";
    }

    private static String part(String word, Optional<?> value) {
        return value.map(stated -> word + stated).orElse("");
    }

    private static String list(String word, List<String> names) {
        return names.isEmpty() ? "" : word + String.join("、", names);
    }
}
