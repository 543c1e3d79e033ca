package org.jingwei.fact;

import java.util.List;
import java.util.Optional;

/**
 * Ties totals to their whole. A signing without an object that merely opens a gathering whose signings are then told
 * one by one (92个项目签约, followed by three sessions) is the gathering's own total, not a further signing. Who invests in
 * the projects of a session takes part in it.
 */
final class PartsAndWholes {
    private PartsAndWholes() {}

    /** What begins or ends with one project alone happens where that is built, and those who build it take part. */
    private static void ofOne(Draft.Event event, List<Draft.Project> projects) {
        List<Draft.Project> there = projects.stream().filter(p -> p.mention(event.clause).isPresent()).toList();
        List<Draft.Project> own = there.size() == 1
                ? there
                : projects.stream().filter(p -> p.event.filter(event::equals).isPresent())
                        .filter(p -> p.clause.sentence() == event.clause.sentence()).toList();
        boolean works = switch (event.type) {
            case GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN -> true;
            case CONFERENCE, SIGNING, FINANCING, LISTING, ACQUISITION, ESTABLISHMENT, UNVEILING, LAUNCH, POLICY, ORDER,
                    PAYOUT, MEETING ->
                false;
        };
        if (!works || own.size() != 1) {
            return;
        }
        if (event.places.isEmpty()) {
            event.places.addAll(own.getFirst().places);
        }
        if (event.participants.isEmpty()) {
            event.participants.addAll(own.getFirst().investors);
        }
    }

    static void tie(List<Draft.Event> events, List<Draft.Project> projects) {
        projects.forEach(p -> p.event.filter(e -> e.type == EventType.SIGNING)
                .filter(e -> e.object.isPresent() || p.clause.sentence() != e.clause.sentence())
                .ifPresent(e -> e.participants.addAll(p.investors)));
        events.forEach(e -> ofOne(e, projects));
        Optional<Draft.Event> gathering = events.stream().filter(e -> e.type == EventType.CONFERENCE).findFirst();
        if (gathering.isEmpty()) {
            return;
        }
        Draft.Event whole = gathering.get();
        boolean sessions = events.stream().filter(e -> e.type == EventType.SIGNING && e.object.isPresent())
                .count() >= 2;
        if (sessions) {
            List<Draft.Event> totals = events.stream()
                    .filter(e -> e.type == EventType.SIGNING && e.object.isEmpty()).toList();
            totals.forEach(total -> whole.evidence.addAll(total.evidence));
            events.removeAll(totals);
            projects.stream().filter(p -> p.event.filter(totals::contains).isPresent())
                    .forEach(p -> p.event = Optional.empty());
        }
    }
}
