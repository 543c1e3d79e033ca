package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whether a clause tells of a happening that has been told before: of the same kind, day, region and actors. */
final class SameHappening {
    private static final Pattern BESIDE = Pattern.compile("^\\s*(?:同日|同一天)");
    private static final Pattern ITEMS = Pattern.compile("[^。\\n]*[；;][^。\\n]*");
    /** Days that news may reach back. */
    private static final int LATELY = 60;

    private SameHappening() {}

    /**
     * @param object what the clause says is signed, launched, unveiled; empty when it does not say
     * @param item   whether that is an item of an agenda: a happening of its own
     */
    static Optional<Draft.Event> of(Scene scene, Trigger trigger, EventType type, Optional<String> object, boolean item,
            List<Draft.Event> events) {
        return events.stream().filter(e -> e.type == type)
                .filter(e -> object.isEmpty() || e.object.equals(object) || e.object.isEmpty() && !item)
                .filter(e -> !another(scene, e, trigger))
                .filter(e -> date(scene, e, trigger) && region(scene, e, trigger) && actor(scene, e, trigger))
                .findFirst();
    }

    /** 同日，另一条铁路开通, and items of a list of orders: told beside what was told before. */
    private static boolean another(Scene scene, Draft.Event event, Trigger trigger) {
        Clause clause = trigger.clause();
        String between = scene.between(event.clause.span().end(), clause.span().start());
        return event.clause.sentence() != clause.sentence()
                && BESIDE.matcher(scene.of(scene.sentenceSpan(clause))).find()
                || event.type == EventType.ORDER && trigger.word().equals("中标") && ITEMS.matcher(between).matches();
    }

    /** 近日完成融资。2024年6月其曾获得融资: what is told without a day is news, and this is not. */
    private static boolean longBefore(Scene scene, Draft.Event event, Trigger trigger, Period date) {
        return event.clause.sentence() != trigger.clause().sentence()
                && scene.published().filter(day -> date.last().isBefore(day.minusDays(LATELY))).isPresent();
    }

    static boolean date(Scene scene, Draft.Event event, Trigger trigger) {
        Optional<Period> date = Setting.date(scene, trigger.clause(), trigger.span());
        if (date.isPresent() && event.date.isEmpty() && longBefore(scene, event, trigger, date.get())) {
            return false;
        }
        return date.isEmpty() || event.date.filter(d -> within(d, date.get()) || within(date.get(), d)).isPresent()
                || event.date.isEmpty() || date.get().notation().equals(event.date.get().notation())
                || event.clause.sentence() == trigger.clause().sentence()
                        && !(day(date.get()) && day(event.date.get()));
    }

    /** 12日 is in the month that is told. */
    private static boolean within(Period inner, Period outer) {
        return day(inner) && outer.precision() == Period.Precision.MONTH
                && !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    private static boolean day(Period period) {
        return period.precision() == Period.Precision.DAY || period.precision() == Period.Precision.MONTH;
    }

    /** Two paragraphs on two regions tell of two happenings. */
    private static boolean region(Scene scene, Draft.Event event, Trigger trigger) {
        if (event.clause.paragraph() == trigger.clause().paragraph() || event.places.isEmpty()
                || scene.of(scene.sentenceSpan(trigger.clause())).contains("分会场")) {
            return true;
        }
        List<String> places = Setting.places(scene, trigger.clause());
        return places.isEmpty() || places.stream().anyMatch(event.places::contains);
    }

    /** 甲重组了乙 and, a paragraph later, 丙收购了…: who acts in the clause took no part in the other happening. */
    private static boolean actor(Scene scene, Draft.Event event, Trigger trigger) {
        Clause clause = trigger.clause();
        List<String> sides = dealing(trigger)
                ? Sides.of(scene, trigger).stream().map(NameMention::full).toList()
                : List.of();
        if (!sides.isEmpty()) { // 甲与乙签署…；丙与丁签署…: who signs with one another is who was told of, or another pair
            return joined(scene, trigger) || bare(event)
                    || sides.stream().allMatch(s -> event.participants.contains(s) || event.places.contains(s));
        }
        List<String> acting = scene.names(clause.span(), Type.ORG).stream()
                .filter(n -> n.span().end() <= trigger.span().start()).map(NameMention::full)
                .filter(n -> !Setting.isSource(n)).toList();
        return joined(scene, trigger) || acting.isEmpty() || event.participants.isEmpty()
                || event.clause.paragraph() == clause.paragraph()
                        && !(trigger.type() == EventType.SIGNING && Sides.two(scene, trigger))
                || acting.stream().anyMatch(event.participants::contains);
    }

    private static boolean bare(Draft.Event event) {
        return event.participants.isEmpty() && event.places.isEmpty();
    }

    /** Agreements have sides; 签约 may also count the projects of one ceremony. */
    private static boolean dealing(Trigger trigger) {
        return (trigger.type() == EventType.SIGNING || trigger.type() == EventType.ORDER)
                && !trigger.word().equals("签约");
    }

    /** 副市长苗雨晴参加会见: who else was there. */
    static boolean joined(Scene scene, Trigger trigger) {
        return scene.left(trigger.clause(), trigger.span()).matches("(?s).*(参加|出席|陪同|参与)了?$");
    }
}
