package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Clauses to events: gatherings by their name, everything else by its trigger; one event for one happening. */
final class EventReader {
    private final Trigger.Finder triggers = new Trigger.Finder();
    private final GatheringReader gatherings = new GatheringReader();
    private final HappeningReader happenings = new HappeningReader();

    List<Draft.Event> read(Scene scene) {
        var events = new ArrayList<Draft.Event>();
        gatherings.read(scene, events);
        for (Trigger trigger : triggers.find(scene)) {
            if (!trigger.clause().headline()) {
                happenings.read(scene, trigger, events);
            }
        }
        if (events.isEmpty()) {
            // what the body says did not happen, the headline does not make happen
            Set<EventType> denied = triggers.find(scene).stream().filter(t -> !t.clause().headline())
                    .filter(t -> Assertion.negated(scene.left(t.clause(), t.span()))).map(Trigger::type)
                    .collect(Collectors.toSet());
            triggers.find(scene).stream().filter(t -> t.clause().headline() && !denied.contains(t.type())).findFirst()
                    .ifPresent(t -> happenings.read(scene, t, events));
        }
        events.sort(Comparator.comparing(e -> e.trigger));
        keepStronger(events);
        events.removeIf(EventReader::background);
        return events;
    }

    /** Undated, and nobody and nothing is named: how things go, not a happening. */
    private static boolean background(Draft.Event event) {
        return switch (event.type) {
            case LAUNCH, ESTABLISHMENT, PAYOUT, POLICY, LISTING, MEETING, SIGNING, FINANCING, ACQUISITION, ORDER ->
                event.date.isEmpty() && event.parent.isEmpty() && event.participants.isEmpty()
                        && event.places.isEmpty() && event.object.isEmpty();
            case CONFERENCE, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, UNVEILING -> false;
        };
    }

    /** A plan that the article also tells as signed or started is told once, as the stronger. */
    private static void keepStronger(List<Draft.Event> events) {
        boolean stronger = events.stream().filter(e -> e.status == Status.ACTUAL)
                .anyMatch(e -> e.type == EventType.SIGNING
                        || e.type == EventType.GROUNDBREAKING || e.type == EventType.ORDER
                        || e.type == EventType.COMPLETION);
        if (stronger) {
            events.removeIf(e -> e.type == EventType.INVESTMENT_PLAN
                    && e.date.filter(d -> d.span().end() <= e.trigger.start()
                            && e.clause.span().contains(d.span())).isEmpty()
                    && events.stream().anyMatch(o -> o.type != EventType.INVESTMENT_PLAN && o.status == Status.ACTUAL
                            && (o.type == EventType.SIGNING || o.type == EventType.GROUNDBREAKING
                                    || o.type == EventType.ORDER || o.type == EventType.COMPLETION)
                            && Math.abs(o.clause.sentence() - e.clause.sentence()) <= 2));
        }
    }
}
