package org.jingwei.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes facts back: they assert nothing and are listed for review, and so does what belongs to them alone. */
final class Withdrawal {
    private Withdrawal() {}

    /** @param why the reason to withdraw a fact, a short sentence; absent to keep it */
    static List<Fact> applied(List<Fact> facts, Function<Fact, Optional<String>> why) {
        Set<String> gone = new HashSet<>();
        for (Fact fact : facts) {
            if (why.apply(fact).isPresent()) {
                switch (fact) {
                    case Fact.Event event -> gone.add(event.id());
                    case Fact.Project project -> gone.add(project.id());
                    case Fact.Name f -> {
                    }
                    case Fact.Money f -> {
                    }
                    case Fact.Number f -> {
                    }
                    case Fact.Indicator f -> {
                    }
                    case Fact.Role f -> {
                    }
                    case Fact.Cooperation f -> {
                    }
                    case Fact.Designation f -> {
                    }
                    case Fact.Quotation f -> {
                    }
                    case Fact.Discarded f -> {
                    }
                }
            }
        }
        var kept = new ArrayList<Fact>();
        for (Fact fact : facts) {
            kept.add(why.apply(fact).map(reason -> discarded(fact, reason)).orElseGet(() -> without(fact, gone)));
        }
        return List.copyOf(kept);
    }

    private static Fact discarded(Fact fact, String reason) {
        return switch (fact) {
            case Fact.Name n -> new Fact.Discarded(n.name(), reason, n.evidence());
            case Fact.Event e -> new Fact.Discarded(e.name(), reason, e.evidence());
            case Fact.Project p -> new Fact.Discarded(p.name(), reason, p.evidence());
            case Fact.Money m -> new Fact.Discarded(m.text(), reason, m.evidence());
            case Fact.Number n -> new Fact.Discarded(n.text(), reason, n.evidence());
            case Fact.Indicator i -> new Fact.Discarded(i.text(), reason, i.evidence());
            case Fact.Role r -> new Fact.Discarded(r.title() + r.person(), reason, r.evidence());
            case Fact.Cooperation c -> new Fact.Discarded(String.join("、", c.parties()), reason, c.evidence());
            case Fact.Designation d -> new Fact.Discarded(d.designee() + "：" + d.title(), reason, d.evidence());
            case Fact.Quotation q -> new Fact.Discarded(q.words(), reason, q.evidence());
            case Fact.Discarded d -> d;
        };
    }

    /** The fact without ties to what is gone; what belongs to it alone goes too. */
    private static Fact without(Fact fact, Set<String> gone) {
        String reason = "what it belongs to is not believed";
        return switch (fact) {
            case Fact.Event e when e.parent().filter(gone::contains).isPresent() ->
                new Fact.Event(e.id(), e.type(), e.trigger(), e.name(), e.date(), e.dateInferred(), e.places(),
                        e.participants(), Optional.empty(), e.status(), e.evidence());
            case Fact.Project p when p.event().filter(gone::contains).isPresent() ->
                new Fact.Project(p.id(), p.name(), p.investors(), p.places(), p.phase(), Optional.empty(),
                        p.evidence());
            case Fact.Money m when gone.contains(m.of()) -> new Fact.Discarded(m.text(), reason, m.evidence());
            case Fact.Number n when gone.contains(n.of()) -> new Fact.Discarded(n.text(), reason, n.evidence());
            case Fact.Event e -> e;
            case Fact.Project p -> p;
            case Fact.Money m -> m;
            case Fact.Number n -> n;
            case Fact.Name f -> f;
            case Fact.Indicator f -> f;
            case Fact.Role f -> f;
            case Fact.Cooperation f -> f;
            case Fact.Designation f -> f;
            case Fact.Quotation f -> f;
            case Fact.Discarded f -> f;
        };
    }
}
