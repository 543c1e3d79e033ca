package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;

/** Clauses that say that a fair, a forum or a conference is held, by the name of the gathering. */
final class GatheringReader {
    private static final Pattern HOLDS = Pattern.compile("举行|举办|召开|开幕|闭幕|启幕|开馆");

    private final Pattern gathering = Pattern
            .compile("(" + String.join("|", Words.lines("conferences.txt")) + ")(?!上)");

    void read(Scene scene, List<Draft.Event> events) {
        for (Clause clause : scene.clauses()) {
            Matcher m = gathering.matcher(scene.of(clause));
            if (clause.headline() || !HOLDS.matcher(scene.of(clause)).find() || !m.find()
                    || Assertion.calledOff(scene.of(clause))) {
                continue;
            }
            Span word = new Span(m.start(1), m.end(1)).shift(clause.span().start());
            String name = gatheringName(scene, clause, word);
            if (name.length() <= m.group(1).length() || name.indexOf(Article.LOST) >= 0
                    || events.stream().anyMatch(e -> e.name.equals(name))
                    || Modality.of(scene, clause, word) != Status.ACTUAL) {
                continue;
            }
            var event = new Draft.Event(EventType.CONFERENCE, "gathering", clause, word, name);
            event.object = Optional.of(name);
            EventSetting.place(scene, event,
                    new Trigger(event.type, m.group(1), word, clause, scene.sentence(clause)));
            event.participants.addAll(Setting.promoted(scene, event));
            events.add(event);
        }
    }

    /** From the start of the clause, or behind dates and 在 PLACE 举行, to the word that ends it. */
    private static String gatheringName(Scene scene, Clause clause, Span word) {
        String left = scene.left(clause, word);
        int from = 0;
        for (String stop : List.of("举行的", "召开的", "举办的", "举行", "举办", "召开", "的", "在", "从", "出席", "参加")) {
            int at = left.lastIndexOf(stop);
            if (at >= 0 && at + stop.length() > from) {
                from = at + stop.length();
            }
        }
        int base = clause.span().start();
        for (Period period : scene.quantities(clause.span(), Period.class)) {
            if (period.span().end() <= word.start()) {
                from = Math.max(from, period.span().end() - base);
            }
        }
        return left.substring(Math.min(from, left.length())).replaceFirst("^[上下]午", "").strip() + scene.of(word);
    }
}
