package org.jingwei.fact;

import java.util.List;
import java.util.stream.Stream;

/** Facts as one line each, for corpora. Names are left out: the names corpus has them. */
final class FactNotation {
    private FactNotation() {}

    static List<String> of(List<Fact> facts) {
        return facts.stream().flatMap(FactNotation::line).sorted().toList();
    }

    private static Stream<String> line(Fact fact) {
        return switch (fact) {
            case Fact.Name name -> Stream.empty();
            case Fact.Event e -> Stream.of(words("event", e.type(), e.date().orElse("-"), list(e.places()),
                    list(e.participants()), e.status() == Status.ACTUAL ? "" : e.status()));
            case Fact.Project p ->
                Stream.of(words("project", p.name(), list(p.investors()), list(p.places()), p.phase()));
            case Fact.Money m -> Stream.of(words("amount", m.role(), m.value().toPlainString(), m.currency(), m.bound(),
                    "of", m.of().charAt(0)));
            case Fact.Number n -> Stream.of(words("count", n.value().toPlainString(), n.unit(), n.bound(), "of",
                    n.of().charAt(0)));
            case Fact.Indicator i -> Stream.of(words("indicator", i.region(), i.indicator(), i.measure(),
                    i.value().toPlainString(), i.unit(), i.period().orElse("-"),
                    i.bound() == org.jingwei.quantity.Bound.EXACT ? "" : i.bound()));
            case Fact.Role r -> Stream.of(words("role", r.person(), r.title(), r.organisation().orElse("-")));
            case Fact.Cooperation c -> Stream.of(words("cooperation", list(c.parties())));
            case Fact.Designation d -> Stream.of(words("designation", d.designee(), d.title(), d.by().orElse("-"),
                    d.date().orElse("-")));
            case Fact.Quotation q -> Stream.of(words("quotation", q.speaker(), q.words()));
            case Fact.Discarded d -> Stream.of("discarded");
        };
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "-" : String.join("+", names);
    }

    private static String words(Object... words) {
        return Stream.of(words).map(Object::toString).filter(w -> !w.isEmpty())
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
