package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Who of many deals with whom: 甲与乙、丙与丁分别签订. */
final class Pairings {
    private static final Pattern WITH = Pattern.compile("(?:管委会|方面)?(?:与|和|同|跟)");
    private static final Pattern NEXT = Pattern.compile("(?:管委会|方面)?(?:[、，；]|[、，]?以及)");
    private static final Pattern EACH = Pattern.compile("[^，。；]{0,8}(?:分别|各自|两两|依次|先后)[^，。；]{0,30}");

    private Pairings() {}

    /** The pairs that a stretch of a clause lists and ends with, in order; empty when it lists fewer than two. */
    static List<List<NameMention>> of(Scene scene, Span stretch) {
        List<NameMention> names = scene.names(stretch).stream().filter(n -> n.type() != Type.PERSON).toList();
        if (names.size() < 4
                || !EACH.matcher(scene.between(names.getLast().span().end(), stretch.end())).matches()) {
            return List.of();
        }
        var pairs = new ArrayList<List<NameMention>>();
        for (int i = names.size() - 1; i > 0 && between(scene, names, i, WITH); i -= 2) {
            pairs.addFirst(List.of(names.get(i - 1), names.get(i)));
            if (i < 2 || !between(scene, names, i - 1, NEXT)) {
                break;
            }
        }
        return pairs.size() < 2 ? List.of() : List.copyOf(pairs);
    }

    private static boolean between(Scene scene, List<NameMention> names, int second, Pattern words) {
        return words.matcher(scene.between(names.get(second - 1).span().end(), names.get(second).span().start()))
                .matches();
    }

    /** One event for each pair of a signing that several pairs hold; the event alone when it is of one pair. */
    static List<Draft.Event> eventsOf(Scene scene, Draft.Event event) {
        int from = event.clause.span().start();
        List<List<NameMention>> pairs = event.type == EventType.SIGNING
                ? of(scene, new Span(from, event.trigger.start()))
                : List.of();
        return pairs.isEmpty() ? List.of(event) : pairs.stream().map(pair -> eventOf(scene, event, pair)).toList();
    }

    private static Draft.Event eventOf(Scene scene, Draft.Event all, List<NameMention> pair) {
        Span sides = pair.getFirst().span().cover(pair.getLast().span());
        String agreement = scene.between(all.trigger.start(), all.clause.span().end()).strip();
        var event = new Draft.Event(all.type, all.rule, all.clause, all.trigger, scene.of(sides) + agreement);
        event.object = all.object;
        event.date = all.date;
        event.parent = all.parent;
        event.status = all.status;
        List<String> located = Setting.located(scene, all.clause);
        event.places.addAll(all.parent.isPresent() ? all.places : located);
        pair.forEach(side -> event.participants.add(side.full()));
        return event;
    }
}
