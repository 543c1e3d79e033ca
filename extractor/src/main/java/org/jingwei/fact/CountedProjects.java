package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Numbered;
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
    /** 这93个项目: what opens a clause that goes on about projects counted before. */
    private static final Pattern SUBJECT = Pattern.compile("(?:这|上述|以上|前述|上面|该批|此|共计?|总共|合计|两[项类批次]|[其的])*");
    private static final Pattern POINTED = Pattern.compile("(?:这|上述|以上|前述|上面)[^，。；]{0,4}$");

    private CountedProjects() {}

    /** How many the sentence counts before this place of it; absent when it counts none or one. */
    static Optional<Count> before(Scene scene, Clause clause, int end) {
        return counts(scene, scene.sentenceSpan(clause)).stream().filter(n -> n.span().end() <= end)
                .max(Comparator.comparing(Count::span));
    }

    /** All groups of more than one that are counted in a stretch of one sentence. */
    private static List<Count> counts(Scene scene, Span stretch) {
        return scene.quantities(stretch, Count.class).stream()
                .filter(n -> n.value().compareTo(BigDecimal.ONE) > 0)
                .filter(n -> BEHIND.matcher(scene.text().substring(n.span().end())).lookingAt()
                        || BEFORE.matcher(scene.between(stretch.start(), n.span().start())).find())
                .toList();
    }

    /**
     * Whether the sentence counts, before an amount, projects other than those that the event is of: 28个项目开工。今年全县共列项目
     * 63项，总投资…; 签约项目58个，开工项目35个，这93个项目总投资….
     */
    static boolean others(Scene scene, Clause clause, Amount amount, Draft.Event event) {
        int at = amount.span().start();
        return before(scene, clause, at).filter(group -> event.clause.sentence() == clause.sentence()
                ? ofAYear(scene, clause, at, group, event)
                        || isSubject(scene, group) && !ofEvent(scene, event, group)
                : another(scene, event, group)).isPresent();
    }

    /**
     * 签约项目58个，开工项目35个，总投资…: whether the amount stands in a clause of its own behind groups of two happenings, so that
     * it may be of the last or of both.
     */
    static boolean severalGroups(Scene scene, Clause clause, Amount amount, List<Draft.Event> events) {
        List<Amount> amounts = scene.quantities(scene.sentenceSpan(clause), Amount.class);
        int at = amounts.indexOf(amount);
        int from = at > 0 ? amounts.get(at - 1).span().end() : scene.sentenceSpan(clause).start();
        return counts(scene, scene.sentenceSpan(clause)).stream()
                .filter(n -> n.span().start() >= from && n.span().end() <= clause.span().start())
                .flatMap(n -> events.stream().filter(e -> e.trigger.start() >= from && scene.clauseOf(n.span())
                        .filter(c -> c.span().contains(e.trigger)).isPresent()))
                .distinct().count() > 1;
    }

    /** As {@link #others(Scene, Clause, Amount, Draft.Event)} for a number of projects: of more than the event is of, or of others that another sentence counts. */
    static boolean others(Scene scene, Clause clause, Numbered count, Draft.Event event) {
        int end = count.span().end();
        return before(scene, clause, end).filter(group -> event.clause.sentence() == clause.sentence()
                ? ofAYear(scene, clause, end, group, event)
                        || group == count && isSubject(scene, group) && !ofEvent(scene, event, group)
                                && (POINTED.matcher(scene.justBefore(group.span(), 6)).find()
                                        || isSum(scene, clause, group))
                : another(scene, event, group)).isPresent();
    }

    private static boolean ofAYear(Scene scene, Clause clause, int end, Count group, Draft.Event event) {
        return event.type != EventType.INVESTMENT_PLAN && event.trigger.start() > end
                && OF_A_YEAR.matcher(scene.between(scene.sentenceSpan(clause).start(), group.span().start())).find();
    }

    private static boolean isSubject(Scene scene, Count group) {
        return scene.clauseOf(group.span()).filter(c -> SUBJECT.matcher(scene.left(c, group.span())).matches())
                .isPresent();
    }

    /** Whether a clause before the group that tells of the event counts as many, or none does any. */
    private static boolean ofEvent(Scene scene, Draft.Event event, Count group) {
        Span before = new Span(scene.sentenceSpan(event.clause).start(), group.span().start());
        List<Count> own = event.evidence.stream().filter(before::contains)
                .flatMap(s -> counts(scene, s).stream()).toList();
        return own.isEmpty() || own.stream().anyMatch(n -> same(n, group));
    }

    /** 58个, 35个: 93个. */
    private static boolean isSum(Scene scene, Clause clause, Count group) {
        List<Count> earlier = counts(scene, scene.sentenceSpan(clause)).stream()
                .filter(n -> n.span().end() <= group.span().start()).toList();
        return earlier.size() > 1 && earlier.stream().map(Count::value).reduce(BigDecimal.ZERO, BigDecimal::add)
                .compareTo(group.value()) == 0;
    }

    private static boolean another(Scene scene, Draft.Event event, Count group) {
        List<Count> counts = scene.quantities(scene.sentenceSpan(event.clause), Count.class).stream()
                .filter(n -> n.unit().matches("[个项]")).toList();
        return !counts.isEmpty() && counts.stream().noneMatch(n -> same(n, group));
    }

    private static boolean same(Count a, Count b) {
        return a.value().compareTo(b.value()) == 0;
    }
}
