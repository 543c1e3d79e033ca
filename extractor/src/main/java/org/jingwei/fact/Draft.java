package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;

/** Events and projects while they are being put together from several clauses; never leaves this room. */
final class Draft {
    private Draft() {}

    static final class Event {
        final EventType type;
        final String rule;
        final Clause clause;
        final Span trigger;
        String name;
        Optional<String> object = Optional.empty();
        Optional<Period> date = Optional.empty();
        Optional<Event> parent = Optional.empty();
        Status status = Status.ACTUAL;
        final Set<String> places = new LinkedHashSet<>();
        final Set<String> participants = new LinkedHashSet<>();
        final List<Span> evidence = new ArrayList<>();

        Event(EventType type, String rule, Clause clause, Span trigger, String name) {
            this.type = type;
            this.rule = rule;
            this.clause = clause;
            this.trigger = trigger;
            this.name = name;
            evidence.add(clause.span());
        }
    }

    static final class Project {
        final String name;
        final Clause clause;
        final Span span;
        final String rule;
        Optional<Event> event = Optional.empty();
        /** How far the text says that it has come; absent when only its event tells. */
        Optional<Fact.Phase> told = Optional.empty();
        final Set<String> investors = new LinkedHashSet<>();
        final Set<String> places = new LinkedHashSet<>();
        final List<Span> evidence = new ArrayList<>();

        Project(String name, Clause clause, Span span, String rule) {
            this.name = name;
            this.clause = clause;
            this.span = span;
            this.rule = rule;
            evidence.add(span);
        }

        /** Where the text names it last before {@code offset}. */
        Optional<Span> mention(int offset) {
            return evidence.stream().filter(s -> s.start() < offset).max(Comparator.naturalOrder());
        }

        /** Where this clause names it. */
        Optional<Span> mention(Clause in) {
            return evidence.stream().filter(in.span()::contains).findFirst();
        }

        /** What the text says of the project, else what the event that is told of it makes of it. */
        Fact.Phase phase() {
            return told.or(this::byEvent).orElse(Fact.Phase.PLANNED);
        }

        /** Absent without an event. */
        Optional<Fact.Phase> byEvent() {
            return event.map(e -> switch (e.type) {
                case SIGNING, ORDER -> Fact.Phase.SIGNED;
                case GROUNDBREAKING -> Fact.Phase.STARTED;
                case COMPLETION -> Fact.Phase.OPERATING;
                case CONFERENCE, INVESTMENT_PLAN, FINANCING, LISTING, ACQUISITION, ESTABLISHMENT, UNVEILING, LAUNCH,
                        POLICY, PAYOUT, MEETING ->
                    Fact.Phase.PLANNED;
            });
        }
    }
}
