package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Whose money builds a project, by the words around its name; nobody, rather than somebody else, where no name is found. */
final class Investors {
    /** 甲公司投资10亿元的电池项目: the item of a list names its own investor, and nobody else's. */
    private static final Pattern INVESTED_IN = Pattern.compile("([^、，；]{2,24})投资[^、，；]{1,15}的$");
    private static final Pattern BUILT_BY = Pattern.compile("(?:[该本]?(?:项目|工程))?由(?:公司)?(?:全资|控股)?(?:子公司|孙公司)?");
    private static final Pattern BUILDER = Pattern.compile("[^，、；。]{0,4}(?:投资|出资|斥资|投建|建设|实施|兴建|开发)");
    private static final Pattern AND = Pattern.compile("[、和与及]");
    /** 某家居的沙发项目, 某医疗投资2亿元建设…: what stands where the investor of this item does. */
    private static final Pattern OWN_SUBJECT = Pattern
            .compile(
                    "(?:^|[、；：，]|和|以及|包括)([一-龥A-Za-z]{3,14}?)(?:(?:拟|将|计划)?(?:投资|斥资|出资)[^、，；]{0,4}\\d[^、，；]{0,20}|的)$");
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?:^|[子本该我家])(?:公司|集团|企业)|双方|其中|总|项目|合计|计划|一期|二期|三期|首期|正式|目前|今年|明年|去年|包括|开工|签约|重点|建设|位于|月|日|当天|同时|分别|我|该|此");

    /** 全资子公司, 参股公司: whose company another one is. */
    private static final Cue AFFILIATE = Cue.of("子公司|孙公司|参股公司|合营公司|联营公司");
    /** 公司拟设立子公司投建, 以子公司为实施主体: the parent builds, by means of another. */
    private static final Cue PARENT_ACTS = Cue
            .of("公司(?:拟|计划|将|决定)[^，。]{0,24}?(?:设立|成立|通过|以)[^，。]{0,12}[子孙]公司");

    private static final String OFFICE = ".*(管理委员会|管委会|政府|委员会|局|厅)$";

    private Investors() {}

    /** @param owner who stands in front of the project's name without being part of it; empty when nobody does */
    static List<String> of(Scene scene, Draft.Project project, Optional<NameMention> owner, ProjectNames names) {
        Clause clause = project.clause;
        Span span = project.span;
        List<String> builders = builders(scene, clause, span);
        if (!builders.isEmpty()) {
            return builders;
        }
        Optional<String> leading = owner.map(NameMention::full)
                .or(() -> ProjectNames.leadingOrganisation(scene, span));
        if (leading.isPresent()) {
            return leading.stream().toList();
        }
        if (project.event.filter(e -> e.type == EventType.ORDER).isPresent()) {
            return List.of(); // who wins the works pays for nothing
        }
        String left = scene.left(clause, span);
        Matcher item = INVESTED_IN.matcher(left);
        if (item.find()) {
            Span investor = new Span(item.start(1), item.end(1)).shift(clause.span().start());
            List<String> named = scene.names(investor, Type.ORG).stream().map(NameMention::full).toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        if (scene.sentence(clause).stream().filter(c -> c.index() <= clause.index())
                .anyMatch(c -> BothSides.in(scene.of(c)))) {
            return sides(scene, clause);
        }
        return unnamed(scene, clause, left) ? List.of() : acting(scene, clause, span, names);
    }

    /** 项目由甲和乙投资3.7亿元建设: who is said behind the name to build it, in its clause or the next one that goes on. */
    static List<String> builders(Scene scene, Clause clause, Span span) {
        return Stream.concat(Stream.of(clause), scene.clauses().stream().filter(c -> c.index() > clause.index())
                .filter(c -> c.paragraph() == clause.paragraph()).limit(3))
                .map(c -> builders(scene, c, Math.max(span.end(), c.span().start()))).filter(b -> !b.isEmpty())
                .findFirst().orElse(List.of());
    }

    private static List<String> builders(Scene scene, Clause clause, int from) {
        List<NameMention> names = scene.names(clause.span(), Type.ORG).stream().filter(n -> n.span().start() >= from)
                .toList();
        if (names.isEmpty() || !BUILT_BY.matcher(scene.between(from, names.getFirst().span().start())).matches()) {
            return List.of();
        }
        int last = 0;
        while (last + 1 < names.size() && AND.matcher(
                scene.between(names.get(last).span().end(), names.get(last + 1).span().start())).matches()) {
            last++;
        }
        return BUILDER.matcher(scene.right(clause, names.get(last).span())).lookingAt()
                ? names.subList(0, last + 1).stream().map(NameMention::full).toList()
                : List.of();
    }

    /** Who the nearest earlier clause of the sentence says has agreed: 甲与乙签署协议，双方将…. */
    private static List<String> sides(Scene scene, Clause clause) {
        return scene.sentence(clause).reversed().stream().filter(c -> c.index() < clause.index())
                .map(c -> scene.names(c.span(), Type.ORG).stream().map(NameMention::full)
                        .filter(n -> !Setting.isSource(n)).distinct().toList())
                .filter(names -> !names.isEmpty()).findFirst().filter(names -> names.size() > 1)
                .filter(names -> !names.stream().allMatch(n -> n.matches(OFFICE))).orElse(List.of());
    }

    /** Whether somebody stands where the investor does, of whom no name is found. */
    private static boolean unnamed(Scene scene, Clause clause, String left) {
        Matcher own = OWN_SUBJECT.matcher(left);
        if (!own.find() || SOMEBODY.matcher(own.group(1)).find()) {
            return false;
        }
        Span words = new Span(own.start(1), own.end(1)).shift(clause.span().start());
        List<NameMention> inside = scene.names(words);
        return inside.stream().noneMatch(n -> n.type() == Type.ORG)
                && inside.stream().noneMatch(n -> n.span().equals(words));
    }

    /** 甲、乙分别建设A项目、B项目: of as many investors as projects the one in the same place; else all. */
    private static List<String> eachItsOwn(Scene scene, Clause clause, Span span, List<Span> projects,
            List<String> investors) {
        int respectively = scene.left(clause, span).lastIndexOf("分别");
        if (respectively < 0) {
            return investors;
        }
        List<Span> listed = projects.stream().filter(clause.span()::contains)
                .filter(p -> p.start() > clause.span().start() + respectively).sorted().toList();
        int at = listed.indexOf(listed.stream().filter(p -> p.overlaps(span)).findFirst().orElse(span));
        return at >= 0 && listed.size() == investors.size() ? List.of(investors.get(at)) : investors;
    }

    /** The organisations that act in the sentence before the name; else the company of the article. */
    private static List<String> acting(Scene scene, Clause clause, Span span, ProjectNames projects) {
        List<Span> names = scene.sentence(clause).stream().flatMap(c -> projects.in(scene, c).stream()).toList();
        int item = names.stream().filter(n -> n.end() <= span.start()).mapToInt(Span::end).max().orElse(0);
        List<String> own = scene.names(new Span(Math.min(item, span.start()), span.start()), Type.ORG).stream()
                .filter(n -> !Setting.signs(scene, n)).map(NameMention::full).distinct()
                .filter(n -> !Setting.isSource(n)).toList();
        if (item > 0 && !own.isEmpty()) {
            return own; // the item of a list names its own investor
        }
        List<String> acting = scene.names(scene.sentenceSpan(clause), Type.ORG).stream()
                .filter(n -> n.span().start() < span.start() && names.stream().noneMatch(p -> p.contains(n.span())))
                .filter(n -> !Setting.signs(scene, n)).map(NameMention::full).distinct()
                .filter(n -> !Setting.isSource(n) && !n.matches(OFFICE)).toList();
        String before = scene.text().substring(scene.sentenceSpan(clause).start(), span.start());
        if (acting.size() > 1 && scene.company().isPresent() && AFFILIATE.in(before) && !PARENT_ACTS.in(before)) {
            return eachItsOwn(scene, clause, span, names,
                    acting.stream().filter(n -> !n.equals(scene.company().get())).toList());
        }
        if (acting.isEmpty() && scene.company().isPresent()) {
            return before.contains("公司") ? scene.company().stream().toList() : acting;
        }
        if (acting.isEmpty() && Topic.called(before)) {
            return Topic.of(scene, clause).stream().toList();
        }
        return acting;
    }
}
