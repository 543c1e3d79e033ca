package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Count;
import org.jingwei.source.Span;

/** The projects that a sentence counts without naming them: 22个项目, 建设项目48项. */
final class CountedProjects {
    /** 22个项目集中签约. */
    private static final Pattern BEHIND = Pattern.compile("[^，。；]{0,8}(?:项目|工程)(?!一期|二期)");
    /** 共列建设项目48项. */
    private static final Pattern BEFORE = Pattern.compile("(?:项目|工程)(?:共有?|有|达到?)?$");
    /** 全县共列, 今年计划实施: what a region has in a year, not what happened on a day. */
    private static final Pattern OF_A_YEAR = Pattern
            .compile("(?:今年|全年|年内|本年度)[^，。；]{0,12}(?:共列|安排|[拟计规]划|实施|推进|谋划|招引|列入)[^，。；]*$");

    private CountedProjects() {}

    /** How many the sentence counts before this place of it; absent when it counts none or one. */
    static Optional<Count> before(Scene scene, Clause clause, int end) {
        Span sentence = scene.sentenceSpan(clause);
        return scene.quantities(sentence, Count.class).stream().filter(n -> n.span().end() <= end)
                .filter(n -> n.value().compareTo(BigDecimal.ONE) > 0)
                .filter(n -> BEHIND.matcher(scene.text().substring(n.span().end())).lookingAt()
                        || BEFORE.matcher(scene.between(sentence.start(), n.span().start())).find())
                .max(Comparator.comparing(Count::span));
    }

    /** 28个项目开工。今年全县共列项目63项，总投资…: not of those that the event is of. */
    static boolean others(Scene scene, Clause clause, int end, Draft.Event event) {
        int start = scene.sentenceSpan(clause).start();
        return before(scene, clause, end).filter(group -> event.clause.sentence() == clause.sentence()
                ? event.type != EventType.INVESTMENT_PLAN && event.trigger.start() > end
                        && OF_A_YEAR.matcher(scene.between(start, group.span().start())).find()
                : another(scene, event, group)).isPresent();
    }

    private static boolean another(Scene scene, Draft.Event event, Count group) {
        List<Count> counts = scene.quantities(scene.sentenceSpan(event.clause), Count.class).stream()
                .filter(n -> n.unit().matches("[个项]")).toList();
        return !counts.isEmpty() && counts.stream().noneMatch(n -> n.value().compareTo(group.value()) == 0);
    }
}
