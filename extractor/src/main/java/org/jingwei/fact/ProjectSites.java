package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Where a project is built, by what its clause, its list and its event say. */
final class ProjectSites {
    /** 项目均落户某区: said of all that have been signed. */
    private static final Pattern ALL_SETTLE = Pattern.compile("项目(?:均|都|全部)(?:已|将)?(?:落户|落地|位于|布局)在?$");
    /** 某区2025年重大项目开工仪式在某湾举行: what the ceremony is called after, not where it is held. */
    private static final Pattern HELD_ELSEWHERE = Pattern.compile("^[^，]{0,16}(?:仪式|典礼|推介会|招商会|恳谈会|洽谈会)在");
    private static final Pattern HOST = Pattern.compile("^在[^，]{2,16}(?:举行|举办|召开)[^，]{0,12}(?:招商|推介|恳谈|洽谈)");
    private static final Pattern HELD = Pattern.compile("举行|举办|召开|仪式|论坛|会上");
    private static final Pattern SETTLES = Pattern.compile("(?:拟|将|已|正式)?(?:落户|落地|位于|选址|落子|布局|坐落|地处)(?:在|于)?|放[到在]了?");
    /** 佛山某家居的: whence a firm is of which no name is found. */
    private static final Pattern FIRM = Pattern.compile("^[一-龥]{2,8}?(?:的$|投资[^、，]{1,14}的$)");

    private ProjectSites() {}

    static List<String> of(Scene scene, Draft.Project project, ProjectNames names) {
        List<NameMention> located = scene.names(project.clause.span(), Type.PLACE).stream()
                .filter(n -> Setting.located(scene, n) && n.span().end() <= project.span.start())
                .filter(n -> !HELD.matcher(scene.between(n.span().end(), project.span.start())).find()).toList();
        if (!located.isEmpty()) {
            return List.of(located.getLast().full());
        }
        Optional<String> behind = scene.names(project.clause.span(), Type.PLACE).stream()
                .filter(n -> SETTLES.matcher(scene.between(project.span.end(), n.span().start())).matches())
                .map(NameMention::full).findFirst();
        if (behind.isPresent()) {
            return List.of(behind.get());
        }
        List<Span> named = scene.sentence(project.clause).stream().flatMap(c -> names.in(scene, c).stream()).toList();
        Optional<String> oneOfTwo = oneOfTwo(scene, project, named);
        if (oneOfTwo.isPresent()) {
            return List.of(oneOfTwo.get());
        }
        List<String> settled = ofAll(scene, project);
        if (!settled.isEmpty()) {
            return settled;
        }
        boolean both = BothSides.in(scene.of(project.clause));
        List<String> told = Setting.places(scene, project.clause).stream()
                .filter(p -> !scene.of(project.clause).matches("(?s).*(包括|项目有|、)" + Pattern.quote(p) + "[、等，].*"))
                .filter(p -> scene.names(scene.sentenceSpan(project.clause), Type.PLACE).stream()
                        .filter(n -> n.full().equals(p)).anyMatch(n -> !partOfAnother(scene, n, named)))
                .toList();
        if (!told.isEmpty() && !both) {
            return told;
        }
        Optional<NameMention> inside = scene.names(project.span, Type.PLACE).stream()
                .filter(n -> !n.span().equals(project.span)).findFirst();
        List<String> ofEvent = project.event.map(e -> List.copyOf(e.places)).orElse(List.of());
        boolean together = project.event.filter(e -> e.clause.sentence() == project.clause.sentence()).isPresent();
        if (both) {
            return inside.stream().map(NameMention::full).toList(); // where they agreed is not where they build
        }
        return inside.isPresent() && (!together || ofEvent.isEmpty()) ? List.of(inside.get().full()) : ofEvent;
    }

    /** What is said of all projects of the gathering or the ceremony that the project is told of. */
    private static List<String> ofAll(Scene scene, Draft.Project project) {
        if (project.event.isEmpty()) {
            return List.of();
        }
        Draft.Event event = project.event.get();
        Optional<NameMention> all = scene.clauses().stream()
                .filter(c -> c.paragraph() == event.clause.paragraph() && !c.headline())
                .flatMap(c -> scene.names(c.span(), Type.PLACE).stream()
                        .filter(n -> ALL_SETTLE.matcher(scene.left(c, n.span())).find()))
                .findFirst();
        return all.map(n -> List.of(n.full())).or(() -> event.parent.map(e -> Setting.promoted(scene, e))
                .filter(p -> !p.isEmpty())).or(() -> host(scene, event).map(List::of)).orElse(List.of());
    }

    /** Where the text says, of a project named again, that it lies. */
    static Optional<String> behind(Scene scene, Clause clause, Span span) {
        return scene.names(clause.span(), Type.PLACE).stream().filter(n -> n.span().start() >= span.end())
                .filter(n -> SETTLES.matcher(scene.between(span.end(), n.span().start())).matches())
                .map(NameMention::full).findFirst();
    }

    /** 甲项目、乙项目…，前者选址某区，后者落户某县. */
    private static Optional<String> oneOfTwo(Scene scene, Draft.Project project, List<Span> named) {
        List<Clause> sentence = scene.sentence(project.clause);
        Optional<Clause> former = sentence.stream().filter(c -> scene.of(c).strip().startsWith("前者"))
                .filter(c -> c.span().start() >= project.span.end()).findFirst();
        if (former.isEmpty()) {
            return Optional.empty();
        }
        List<Span> two = named.stream().filter(s -> s.end() <= former.get().span().start())
                .filter(s -> scene.between(s.end(), former.get().span().start()).indexOf('；') < 0).toList();
        int at = two.indexOf(named.stream().filter(s -> s.contains(project.span)).findFirst().orElse(project.span));
        if (two.size() != 2 || at < 0) {
            return Optional.empty();
        }
        String which = at == 0 ? "前者" : "后者";
        return sentence.stream().filter(c -> c.index() >= former.get().index())
                .filter(c -> scene.of(c).strip().startsWith(which)).findFirst()
                .flatMap(c -> scene.names(c.span(), Type.PLACE).stream().findFirst()).map(NameMention::full);
    }

    /** Whose ceremony or fair it is that is held somewhere else. */
    private static Optional<String> host(Scene scene, Draft.Event event) {
        Clause clause = event.parent.map(e -> e.clause).orElse(event.clause);
        return scene.sentence(clause).stream().flatMap(c -> scene.names(c.span(), Type.PLACE).stream()
                .filter(n -> !Setting.located(scene, n))
                .filter(n -> HELD_ELSEWHERE.matcher(scene.right(c, n.span())).find()
                        || HOST.matcher(scene.right(c, n.span())).find()))
                .map(NameMention::full).findFirst();
    }

    /** A place in the name of a project, or in that of a firm that no name is found for. */
    private static boolean partOfAnother(Scene scene, NameMention place, List<Span> projects) {
        if (projects.stream().anyMatch(p -> p.contains(place.span()))) {
            return true;
        }
        boolean opens = scene.justBefore(place.span(), 1).matches("[、；：]")
                || scene.justBefore(place.span(), 2).matches("以及|包括|企业");
        return opens && projects.stream().filter(p -> p.start() > place.span().end()).findFirst()
                .filter(p -> FIRM.matcher(scene.between(place.span().end(), p.start())).find()).isPresent();
    }
}
