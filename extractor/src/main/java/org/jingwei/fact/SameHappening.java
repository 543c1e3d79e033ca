package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jingwei.quantity.Period;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whether a clause tells of a happening that has been told before: of the same kind, day, region and actors. */
final class SameHappening {
    private static final Pattern WITH = Pattern.compile("[^，]{0,6}(?:与|和|同|跟|携手|、)[^，]{0,6}$");

    private SameHappening() {}

    /**
     * @param object what the clause says is signed, launched, unveiled; empty when it does not say
     * @param item   whether that is an item of an agenda: a happening of its own
     */
    static Optional<Draft.Event> of(Scene scene, Trigger trigger, EventType type, Optional<String> object, boolean item,
            List<Draft.Event> events) {
        return events.stream().filter(e -> e.type == type)
                .filter(e -> object.isEmpty() || e.object.equals(object) || e.object.isEmpty() && !item)
                .filter(e -> date(scene, e, trigger) && region(scene, e, trigger) && actor(scene, e, trigger))
                .findFirst();
    }

    static boolean date(Scene scene, Draft.Event event, Trigger trigger) {
        Optional<Period> date = Setting.date(scene, trigger.clause(), trigger.span());
        return date.isEmpty() || event.date.isEmpty() || date.get().notation().equals(event.date.get().notation())
                || event.clause.sentence() == trigger.clause().sentence()
                        && !(day(date.get()) && day(event.date.get()));
    }

    private static boolean day(Period period) {
        return period.precision() == Period.Precision.DAY || period.precision() == Period.Precision.MONTH;
    }

    /** Two paragraphs on two regions tell of two happenings. */
    private static boolean region(Scene scene, Draft.Event event, Trigger trigger) {
        if (event.clause.paragraph() == trigger.clause().paragraph() || event.places.isEmpty()) {
            return true;
        }
        List<String> places = Setting.places(scene, trigger.clause());
        return places.isEmpty() || places.stream().anyMatch(event.places::contains);
    }

    /** 甲重组了乙 and, a paragraph later, 丙收购了…: who acts in the clause took no part in the other happening. */
    private static boolean actor(Scene scene, Draft.Event event, Trigger trigger) {
        Clause clause = trigger.clause();
        List<String> acting = scene.names(clause.span(), Type.ORG).stream()
                .filter(n -> n.span().end() <= trigger.span().start()).map(NameMention::full)
                .filter(n -> !Setting.isSource(n)).toList();
        return joined(scene, trigger) || acting.isEmpty() || event.participants.isEmpty()
                || event.clause.paragraph() == clause.paragraph() && !pair(scene, trigger)
                || acting.stream().anyMatch(event.participants::contains);
    }

    /** 甲与乙签署…；丙与丁签署…: two who sign with one another. */
    private static boolean pair(Scene scene, Trigger trigger) {
        List<NameMention> sides = scene.names(trigger.clause().span()).stream()
                .filter(n -> n.type() != Type.PERSON && n.span().end() <= trigger.span().start()).toList();
        return trigger.type() == EventType.SIGNING && IntStream.range(1, sides.size())
                .anyMatch(i -> WITH.matcher(scene.between(sides.get(i - 1).span().end(), sides.get(i).span().start()))
                        .lookingAt());
    }

    /** 副市长苗雨晴参加会见: who else was there. */
    static boolean joined(Scene scene, Trigger trigger) {
        return scene.left(trigger.clause(), trigger.span()).matches("(?s).*(参加|出席|陪同|参与)了?$");
    }
}
