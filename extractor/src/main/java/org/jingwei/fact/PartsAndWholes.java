package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Ties totals to their whole. A signing without an object that merely opens a gathering whose signings are then told
 * one by one (92个项目签约, followed by three sessions) is the gathering's own total, not a further signing. Who invests in
 * the projects of a session takes part in it.
 */
final class PartsAndWholes {
    private static final Pattern SAME = Pattern.compile("(?:该|此|这一|本)(?:项目|工程|基地|工厂|园区|大桥|铁路|公路)");

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

    /** 该项目于2月开工: where the one project lies that the sentence before names. */
    private static void ofTheSame(Scene scene, Draft.Event event, List<Draft.Project> projects) {
        boolean works = event.type == EventType.GROUNDBREAKING || event.type == EventType.COMPLETION;
        if (!works || !event.places.isEmpty() || !SAME.matcher(scene.of(event.clause)).lookingAt()) {
            return;
        }
        List<Draft.Project> before = scene.sentenceAt(event.clause.sentence() - 1).stream()
                .filter(c -> c.paragraph() == event.clause.paragraph())
                .flatMap(c -> projects.stream().filter(p -> p.mention(c).isPresent())).distinct().toList();
        if (before.size() == 1) {
            event.places.addAll(before.getFirst().places);
        }
    }

    /** 河南省某流域治理工程开工: a place in the name of what is built takes part in nothing, nor does a railway open in itself. */
    private static void withoutNames(Scene scene, Draft.Event event, List<Draft.Project> projects) {
        List<Span> names = projects.stream().flatMap(p -> p.evidence.stream()).toList();
        event.places.removeIf(place -> projects.stream().anyMatch(p -> p.name.equals(place)));
        event.participants.removeIf(who -> {
            List<NameMention> here = scene.names(event.clause.span(), Type.PLACE).stream()
                    .filter(n -> n.full().equals(who)).toList();
            return !here.isEmpty() && here.stream()
                    .allMatch(n -> names.stream().anyMatch(s -> s.contains(n.span())));
        });
    }

    static void tie(Scene scene, List<Draft.Event> events, List<Draft.Project> projects) {
        projects.forEach(p -> p.event.filter(e -> e.type == EventType.SIGNING)
                .filter(e -> e.object.isPresent() || p.clause.sentence() != e.clause.sentence())
                .ifPresent(e -> e.participants.addAll(p.investors)));
        projects.forEach(p -> p.places.remove(p.name)); // a railway lies in no railway
        events.forEach(e -> {
            withoutNames(scene, e, projects);
            ofOne(e, projects);
            ofTheSame(scene, e, projects);
        });
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
