package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Named or described projects, each tied to the event that the article tells of it. */
final class ProjectReader {
    private static final Set<EventType> OF_PROJECTS = Set.of(EventType.SIGNING, EventType.GROUNDBREAKING,
            EventType.COMPLETION, EventType.INVESTMENT_PLAN, EventType.ORDER);

    /** 甲公司投资10亿元的电池项目: the item of a list names its own investor, and nobody else's. */
    private static final Pattern INVESTED_IN = Pattern.compile("([^、，；]{2,24})投资[^、，；]{1,15}的$");
    /** (下称“某钢”), (600000.SH): about a company inside the name, no part of it. */
    private static final Pattern ASIDE = Pattern
            .compile("[（(](?:以?下简?称|简称)[^）)]{1,20}[）)]|[（(][0-9A-Z]{4,6}(?:\\.[A-Z]{2})?[）)]");
    private static final Pattern BARE_PHASE = Pattern.compile("第?[一二三四五首]期(?:工程|项目)?");
    private static final Pattern PHASE_AT_END = Pattern.compile("[一二三四五首]期(?:工程|项目)?$");
    private static final Pattern PHASE = Pattern
            .compile(
                    "^(?:其中)?(?:，)?(?:项目|工程)?(第?[一二三四首]期)(?:工程|项目)?(?:总|计划|预计|拟|将|则|已)*(?:投资|投入|增加|新建|新增|建设|建成|用地|占地|年产)");

    private static final Pattern BUILT_BY = Pattern.compile("(?:[该本]?(?:项目|工程))?由");
    private static final Pattern BUILDER = Pattern.compile("[^，、；。]{0,4}(?:投资|出资|斥资|投建|建设|实施|兴建|开发)");
    private static final Pattern MANY = Pattern
            .compile(
                    "集中(?:签约|开工|动工|竣工|投产|落户)|[签开竣投][约工产][^，]{0,6}项目(?:共有?)?\\d+[个项]|\\d+[个项][^，]{0,8}项目[^，]{0,6}(?:签约|开工|动工|竣工|投产)");
    private static final Pattern LINE = Pattern.compile("(?:产线|装置|车间|厂房)$");
    private static final Pattern BUILDS = Pattern.compile("^(?:主要|将|拟|计划)*(?:建设|新建|建有|购置|布局)");
    private static final Pattern FUNDS = Pattern
            .compile("(?:投资|出资|投入|斥资)[^，]{0,4}\\d[^，]{1,12}元[^，]{0,14}(?:建设|新建|兴建|扩建|打造|的)[^，]{0,6}$");

    private final ProjectNames names = new ProjectNames();

    List<Draft.Project> read(Scene scene, List<Draft.Event> events) {
        var projects = new ArrayList<Draft.Project>();
        for (Clause clause : scene.bodyFirst()) {
            for (Span span : names.in(scene, clause)) {
                if (!Assertion.negated(scene.left(clause, span))) {
                    add(scene, projects, clause, span, events);
                }
            }
            phase(scene, projects, clause);
        }
        projects.sort(Comparator.comparing(p -> p.span));
        ProjectPhases.tell(scene, projects);
        return projects;
    }

    private void add(Scene scene, List<Draft.Project> projects, Clause clause, Span named,
            List<Draft.Event> events) {
        Optional<NameMention> owner = ProjectNames.owner(scene, named);
        Span span = owner.map(n -> new Span(n.span().end(), named.end())).orElse(named);
        String name = ASIDE.matcher(scene.of(span)).replaceAll("").replaceAll("[“”\\s]", "");
        if (BARE_PHASE.matcher(name).matches()) {
            phase(scene, projects, clause, span, name.substring(0, name.indexOf('期') + 1), events);
            return;
        }
        Optional<Draft.Project> same = projects.stream().filter(p -> same(p.name, name)).findFirst();
        if (same.isPresent()) {
            same.get().evidence.add(span);
            return;
        }
        if (clause.headline()
                && (!projects.isEmpty() || events.stream().noneMatch(e -> OF_PROJECTS.contains(e.type)))) {
            return;
        }
        Optional<Draft.Project> whole = contents(scene, projects, clause, span, name);
        if (whole.isPresent()) {
            whole.get().evidence.add(span);
            return;
        }
        var project = new Draft.Project(name, clause, span, "project name");
        project.event = eventOf(scene, clause, span, events);
        boolean elsewhere = project.event.filter(e -> e.clause.sentence() == clause.sentence()).isEmpty();
        if (elsewhere && !ProjectNames.introduced(scene.left(clause, span)) && !funded(scene, clause, span)
                && !ProjectNames.costs(scene, clause, span.end())
                && !ProjectNames.underway(scene.left(clause, span), scene.right(clause, span))
                && !ProjectNames.paired(scene.right(clause, span))
                && !name.matches(".*(项目|工程)([一二三四五]期|[^项目工程]{1,4}段)?$")) {
            return; // a base or a park that is only spoken of
        }
        Optional<String> builder = builder(scene, clause, span);
        Matcher item = INVESTED_IN.matcher(scene.left(clause, span));
        if (builder.isPresent()) {
            project.investors.add(builder.get());
        } else if (item.find()) {
            Span investor = new Span(item.start(1), item.end(1)).shift(clause.span().start());
            scene.names(investor, Type.ORG).stream().map(NameMention::full).forEach(project.investors::add);
        } else {
            owner.map(NameMention::full).or(() -> ProjectNames.leadingOrganisation(scene, span)).ifPresentOrElse(
                    project.investors::add,
                    () -> project.investors.addAll(investors(scene, clause, span)));
        }
        project.places.addAll(places(scene, project));
        projects.add(project);
    }

    /** 一期项目总投资13亿元，建设年产5万吨产线: what a project told in the same sentence consists of. */
    private static Optional<Draft.Project> contents(Scene scene, List<Draft.Project> projects, Clause clause, Span span,
            String name) {
        if (!LINE.matcher(name).find() || !BUILDS.matcher(scene.left(clause, span)).find()) {
            return Optional.empty();
        }
        Span sentence = scene.sentenceSpan(clause);
        return projects.stream().filter(p -> p.mention(span.start()).filter(sentence::contains)
                .filter(s -> s.end() <= clause.span().start()).isPresent())
                .max(Comparator.comparing(p -> p.mention(span.start()).get()));
    }

    /** 项目由某公司投资3.7亿元建设: who is said behind the name to build it, in its clause or the next one that goes on. */
    private static Optional<String> builder(Scene scene, Clause clause, Span span) {
        return Stream.concat(Stream.of(clause), scene.clauses().stream().filter(c -> c.index() > clause.index())
                .filter(c -> c.paragraph() == clause.paragraph()).limit(1))
                .flatMap(c -> scene.names(c.span(), Type.ORG).stream()
                        .filter(n -> n.span().start() >= span.end())
                        .filter(n -> BUILT_BY.matcher(scene.between(Math.max(span.end(), c.span().start()),
                                n.span().start())).matches()
                                && BUILDER.matcher(scene.right(c, n.span())).lookingAt()))
                .map(NameMention::full).findFirst();
    }

    /** 投资2亿元建设…, 总投资10亿元的…: more than a place that is spoken of. */
    private static boolean funded(Scene scene, Clause clause, Span span) {
        return FUNDS.matcher(scene.left(clause, span)).find();
    }

    /** 一期投资21亿元: a phase with figures of its own is a project of its own, named after the one before. */
    private static void phase(Scene scene, List<Draft.Project> projects, Clause clause) {
        Matcher m = PHASE.matcher(scene.of(clause));
        if (projects.isEmpty() || !m.find()
                || scene.quantities(clause.span()).stream().allMatch(q -> q instanceof Period)) {
            return;
        }
        Span span = new Span(m.start(1), m.end(1)).shift(clause.span().start());
        phase(scene, projects, clause, span, m.group(1), List.of());
    }

    /**
     * A phase of the project named last, called by that project's name; known phases are told again.
     *
     * @param events what may tell of a phase whose whole is told by an event of another phase
     */
    private static void phase(Scene scene, List<Draft.Project> projects, Clause clause, Span span, String phase,
            List<Draft.Event> events) {
        Optional<Draft.Project> last = projects.stream().filter(p -> p.clause.index() <= clause.index())
                .filter(p -> projects.size() == 1 || p.evidence.stream().map(scene::clauseOf).flatMap(Optional::stream)
                        .anyMatch(c -> c.paragraph() == clause.paragraph() || c.paragraph() == clause.paragraph() - 1)
                        && !scene.of(clause).startsWith("【"))
                .max(Comparator.comparing(p -> p.span));
        if (last.isEmpty()) {
            return;
        }
        Draft.Project whole = last.get();
        if (whole.name.contains(phase)) {
            whole.evidence.add(span);
            return;
        }
        boolean ofPhase = PHASE_AT_END.matcher(whole.name).find();
        String name = PHASE_AT_END.matcher(whole.name).replaceFirst("") + phase.replace("第", "");
        Optional<Draft.Project> known = projects.stream()
                .filter(p -> p.name.replaceFirst("(项目|工程)$", "").endsWith(name)).findFirst();
        if (known.isPresent()) {
            known.get().evidence.add(span);
            return;
        }
        var part = new Draft.Project(name, clause, span, "project phase");
        part.evidence.add(whole.span);
        part.event = ofPhase
                ? events.stream().filter(e -> OF_PROJECTS.contains(e.type) && e.clause.sentence() == clause.sentence())
                        .findFirst()
                : whole.event;
        part.investors.addAll(whole.investors);
        part.places.addAll(whole.places);
        projects.add(part);
    }

    static boolean same(String a, String b) {
        return a.equals(b) || a.endsWith(b) || b.endsWith(a) || a.length() >= 5 && b.contains(a)
                || b.length() >= 5 && a.contains(b)
                || dice(a, b) >= 0.75;
    }

    private static double dice(String a, String b) {
        var left = new ArrayList<>(bigrams(a));
        int all = left.size() + bigrams(b).size();
        int shared = 0;
        for (String gram : bigrams(b)) {
            if (left.remove(gram)) {
                shared++;
            }
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static List<String> bigrams(String s) {
        var grams = new ArrayList<String>();
        for (int i = 0; i + 2 <= s.length(); i++) {
            grams.add(s.substring(i, i + 2));
        }
        return grams;
    }

    private static Optional<Draft.Event> eventOf(Scene scene, Clause clause, Span span, List<Draft.Event> events) {
        List<Draft.Event> told = events.stream().filter(e -> OF_PROJECTS.contains(e.type)).toList();
        return told.stream().filter(e -> e.clause.sentence() == clause.sentence())
                .min(Comparator.comparingInt(e -> Math.abs(e.clause.index() - clause.index())))
                .or(() -> told.stream()
                        .filter(e -> e.clause.sentence() < clause.sentence()
                                && clause.sentence() - e.clause.sentence() <= 1)
                        .max(Comparator.comparingInt(e -> e.clause.index())))
                .or(() -> told.stream().filter(e -> e.clause.sentence() < clause.sentence() && !clause.headline())
                        .max(Comparator.comparingInt(e -> e.clause.index()))
                        .filter(e -> clause.paragraph() - e.clause.paragraph() <= 1 && ofMany(scene, e)))
                .or(() -> told.size() == 1
                        && (clause.headline() || told.getFirst().clause.sentence() <= clause.sentence())
                                ? Optional.of(told.getFirst())
                                : Optional.empty());
    }

    /** 14个项目集中签约: what is told next, one by one, are the projects that it is of. */
    private static boolean ofMany(Scene scene, Draft.Event event) {
        return (event.type == EventType.SIGNING || event.type == EventType.GROUNDBREAKING
                || event.type == EventType.COMPLETION)
                && MANY.matcher(scene.of(scene.sentenceSpan(event.clause))).find();
    }

    /** The organisations that act in the sentence before the name; else the company of the article. */
    private List<String> investors(Scene scene, Clause clause, Span span) {
        List<Span> names = scene.sentence(clause).stream().flatMap(c -> this.names.in(scene, c).stream()).toList();
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
                .filter(n -> !Setting.isSource(n) && !n.matches(".*(管理委员会|管委会|政府|委员会|局|厅)$")).toList();
        String before = scene.text().substring(scene.sentenceSpan(clause).start(), span.start());
        if (acting.size() > 1 && scene.company().isPresent() && before.contains("子公司")) {
            return acting.stream().filter(n -> !n.equals(scene.company().get())).toList();
        }
        if (acting.isEmpty() && scene.company().isPresent()) {
            return before.contains("公司") ? scene.company().stream().toList() : acting;
        }
        if (acting.isEmpty() && Topic.called(before)) {
            return Topic.of(scene, clause).stream().toList();
        }
        return acting;
    }

    private static List<String> places(Scene scene, Draft.Project project) {
        Optional<NameMention> inside = scene.names(project.span, Type.PLACE).stream()
                .filter(n -> !n.span().equals(project.span)).findFirst();
        List<String> promoted = project.event.flatMap(e -> e.parent).map(e -> Setting.promoted(scene, e))
                .orElse(List.of());
        if (!promoted.isEmpty()) {
            return promoted;
        }
        List<String> told = Setting.places(scene, project.clause).stream()
                .filter(p -> !scene.of(project.clause).matches("(?s).*(包括|项目有|、)" + Pattern.quote(p) + "[、等，].*"))
                .toList();
        if (!told.isEmpty()) {
            return told;
        }
        return inside.map(n -> List.of(n.full()))
                .orElseGet(() -> project.event.map(e -> List.copyOf(e.places)).orElse(List.of()));
    }
}
