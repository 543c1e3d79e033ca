package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Clauses to events: gatherings by their name, everything else by its trigger; one event for one happening. */
final class EventReader {
    private static final Set<EventType> STRONGER = Set.of(EventType.SIGNING, EventType.GROUNDBREAKING, EventType.ORDER,
            EventType.COMPLETION);

    private final Trigger.Finder triggers = new Trigger.Finder();
    private final GatheringReader gatherings = new GatheringReader();
    private final HappeningReader happenings = new HappeningReader();

    List<Draft.Event> read(Scene scene) {
        var events = new ArrayList<Draft.Event>();
        gatherings.read(scene, events);
        List<Trigger> found = triggers.find(scene);
        for (Trigger trigger : found) {
            if (!trigger.clause().headline()) {
                happenings.read(scene, trigger, events);
            }
        }
        if (events.isEmpty()) {
            // what the body says did not happen, the headline does not make happen
            Set<EventType> denied = found.stream().filter(t -> !t.clause().headline())
                    .filter(t -> Assertion.negated(scene.left(t.clause(), t.span()))).map(Trigger::type)
                    .collect(Collectors.toSet());
            found.stream().filter(t -> t.clause().headline() && !denied.contains(t.type())).findFirst()
                    .ifPresent(t -> happenings.read(scene, t, events));
        }
        events.sort(Comparator.comparing(e -> e.trigger));
        keepStronger(events);
        events.removeIf(Background::atLast);
        Attendance.add(scene, events);
        return events.stream().flatMap(e -> Pairings.eventsOf(scene, e).stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A plan that the article also tells as signed or started is told once, as the stronger. */
    private static void keepStronger(List<Draft.Event> events) {
        events.removeIf(e -> e.type == EventType.INVESTMENT_PLAN
                && e.date.filter(d -> d.span().end() <= e.trigger.start()
                        && e.clause.span().contains(d.span())).isEmpty()
                && events.stream().anyMatch(o -> STRONGER.contains(o.type) && o.status == Status.ACTUAL
                        && Math.abs(o.clause.sentence() - e.clause.sentence()) <= 2));
    }
}
