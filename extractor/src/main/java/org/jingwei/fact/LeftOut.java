package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;

/** Numbers that a rule can read but that belong to nothing it can tell, with the reasons; never leaves this room. */
final class LeftOut {
    static final String RULE = "owner unknown";

    static final String OTHER_GROUP = "the page counts other projects here than those that the happening is of";
    static final String SEVERAL_GROUPS = "groups of projects of several happenings stand before it, and nothing says of which it is";
    static final String PART = "it is told of a part of the projects that are counted before";
    static final String NOT_SHARED = "several numbers are shared out among things that are not as many";
    static final String OTHER_PHASE = "it is told of a phase beside the project";
    static final String OTHER_TIME = "it is told of another time than what happened";
    static final String NO_OWNER = "no project and no happening is told of that it could belong to";

    private static final Set<String> OF_PROJECTS = Set.of(OTHER_GROUP, SEVERAL_GROUPS, PART, NOT_SHARED, OTHER_PHASE);

    private record Unowned(Quantity quantity, Span clause, String reason) {}

    private final List<Unowned> numbers = new ArrayList<>();

    /** @return absent, always: nothing is made of the number here */
    <T> Optional<T> without(Quantity quantity, Clause clause, String reason) {
        numbers.add(new Unowned(quantity, clause.span(), reason));
        return Optional.empty();
    }

    /** Those of projects that are counted: whatever they are, they are no statistic of a region. */
    Set<Quantity> ofProjects() {
        return numbers.stream().filter(n -> OF_PROJECTS.contains(n.reason())).map(Unowned::quantity)
                .collect(Collectors.toSet());
    }

    /** Those that no fact states after all, here or where the page repeats them, in order of the text. */
    List<Fact> listed(Scene scene, List<Fact> facts) {
        List<Span> stated = facts.stream().map(LeftOut::value).flatMap(Optional::stream).toList();
        return numbers.stream().filter(n -> places(scene, n.quantity()).stream().noneMatch(stated::contains))
                .map(n -> (Fact) new Fact.Discarded(scene.of(n.quantity().span()), n.reason(),
                        new Evidence(List.of(n.quantity().span(), n.clause()).stream().distinct().toList(), RULE,
                                Grounds.DISCARDED)))
                .distinct().sorted(Comparator.comparing(f -> f.evidence().spans().getFirst())).toList();
    }

    private static List<Span> places(Scene scene, Quantity quantity) {
        return quantity instanceof Amount amount
                ? scene.restated(amount).stream().map(Amount::span).toList()
                : List.of(quantity.span());
    }

    /** Where the value of a number stands; absent for what is no number. */
    private static Optional<Span> value(Fact fact) {
        return switch (fact) {
            case Fact.Money f -> Optional.of(f.evidence().spans().getFirst());
            case Fact.Number f -> Optional.of(f.evidence().spans().getFirst());
            case Fact.Indicator f -> Optional.of(f.evidence().spans().getFirst());
            case Fact.Discarded f -> Optional.of(f.evidence().spans().getFirst());
            case Fact.Name f -> Optional.empty();
            case Fact.Event f -> Optional.empty();
            case Fact.Project f -> Optional.empty();
            case Fact.Role f -> Optional.empty();
            case Fact.Cooperation f -> Optional.empty();
            case Fact.Designation f -> Optional.empty();
            case Fact.Quotation f -> Optional.empty();
        };
    }
}
