package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;

/** Named or described projects, each tied to the event that the article tells of it. */
final class ProjectReader {
    private static final Set<EventType> OF_PROJECTS = Set.of(EventType.SIGNING, EventType.GROUNDBREAKING,
            EventType.COMPLETION, EventType.INVESTMENT_PLAN, EventType.ORDER);

    /** (下称“某钢”), (600000.SH): about a company inside the name, no part of it. */
    private static final Pattern ASIDE = Pattern
            .compile("[（(](?:以?下简?称|简称)[^）)]{1,20}[）)]|[（(][0-9A-Z]{4,6}(?:\\.[A-Z]{2})?[）)]");
    private static final Pattern BARE_PHASE = Pattern
            .compile("(?:产业园|园区|基地|工厂|项目)?(第?[一二三四五首]期)(?:工程|项目)?");
    private static final Pattern PHASE_AT_END = Pattern.compile("[一二三四五首]期(?:工程|项目)?$");
    private static final Pattern PHASE = Pattern
            .compile(
                    "^(?:[^，。；：]{0,10}分[两二三四]期[^，。；：]{0,6}：)?(?:其中)?(?:，)?(?:[^，。；：]{1,14}(?:动工|开工|投产|建成|启动)的)?(?:项目|工程)?(第?[一二三四首]期)(?:工程|项目)?(?:总|计划|预计|拟|将|则|已)*(?:产能|投资|投入|增加|新建|新增|建设|建成|用地|占地|年产|\\d[\\d.]*[万亿千百]*(?:吨|锭|台|套|条|平方米|兆瓦|[MG]W|千瓦))");

    /** 二期已于今年7月破土，投资21.5亿元. */
    private static final Pattern PHASE_BEGUN = Pattern.compile(
            "(?:产业园|园区|基地|工厂|项目)?(第?[二三四]期)(?:工程|项目)?(?:目前|现|也|则|已经?|计划|预计|拟|将|正)*(?:于[^，]{2,12}?|在[^，]{2,12}?|今年[^，]{0,6}?|去年[^，]{0,6}?|明年[^，]{0,6}?)?(?:破土|开工|动工|投产|启动建设|开建|奠基|竣工|建成)");
    private static final Pattern OWN_MONEY = Pattern.compile("(?:总|计划|预计|概算)*投资(?:额|约|达|为|超过?|近)*\\d");

    private static final Cue MANY = Cue.of(
            "集中(?:签约|开工|动工|竣工|投产|落户)|[签开竣投][约工产][^，]{0,6}项目(?:共有?)?\\d+[个项]|\\d+[个项][^，]{0,8}项目[^，]{0,6}(?:签约|开工|动工|竣工|投产)");
    private static final Cue LINE = Cue.of("(?:产线|装置|车间|厂房)$");
    private static final Pattern BUILDS = Pattern.compile("^(?:主要|将|拟|计划)*(?:建设|新建|建有|购置|布局)");
    private static final Cue FUNDS = Cue
            .of("(?:投资|出资|投入|斥资)[^，]{0,4}\\d[^，]{1,12}元[^，]{0,14}(?:建设|新建|兴建|扩建|打造|建成|开建|的)[^，]{0,6}$");

    private final ProjectNames names = new ProjectNames();

    List<Draft.Project> read(Scene scene, List<Draft.Event> events) {
        var projects = new ArrayList<Draft.Project>();
        for (Clause clause : scene.bodyFirst()) {
            for (Span span : names.in(scene, clause)) {
                if (!Assertion.negated(scene.left(clause, span))) {
                    add(scene, projects, clause, span, events);
                }
            }
            phase(scene, projects, clause, events);
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
        Matcher bare = BARE_PHASE.matcher(name);
        if (bare.matches()) {
            phase(scene, projects, clause, span, bare.group(1), events);
            return;
        }
        Optional<Draft.Project> same = projects.stream().filter(p -> same(p.name, name)).findFirst()
                .or(() -> calledByPlace(projects, name)).or(() -> calledByInvestor(projects, name));
        if (same.isPresent()) {
            again(scene, same.get(), clause, span);
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
        project.event = eventOf(scene, clause, events);
        project.investors.addAll(Investors.of(scene, project, owner, names));
        if (project.event.filter(e -> planOfAnother(scene, project, e)).isPresent()) {
            project.event = eventOf(scene, clause,
                    events.stream().filter(e -> !planOfAnother(scene, project, e)).toList());
        }
        boolean elsewhere = project.event.filter(e -> e.clause.sentence() == clause.sentence()).isEmpty();
        if (elsewhere && !ProjectNames.introduced(scene.left(clause, span)) && !funded(scene, clause, span)
                && !ProjectNames.costs(scene, clause, span.end())
                && !ProjectNames.underway(scene.left(clause, span), scene.right(clause, span))
                && !ProjectNames.paired(scene.right(clause, span))
                && !name.matches(".*(项目|工程)([一二三四五]期|[^项目工程]{1,4}段)?$")) {
            return; // a base or a park that is only spoken of
        }
        project.places.addAll(ProjectSites.of(scene, project, names));
        projects.add(project);
    }

    /** 一期项目总投资13亿元，建设年产5万吨产线: what a project told in the same sentence consists of. */
    private static Optional<Draft.Project> contents(Scene scene, List<Draft.Project> projects, Clause clause, Span span,
            String name) {
        if (!LINE.in(name) || !BUILDS.matcher(scene.left(clause, span)).find()) {
            return Optional.empty();
        }
        Span sentence = scene.sentenceSpan(clause);
        return projects.stream().filter(p -> p.mention(span.start()).filter(sentence::contains)
                .filter(s -> s.end() <= clause.span().start()).isPresent())
                .max(Comparator.comparing(p -> p.mention(span.start()).get()));
    }

    /** 投资2亿元建设…, 总投资10亿元的…: more than a place that is spoken of. */
    private static boolean funded(Scene scene, Clause clause, Span span) {
        return FUNDS.in(scene.left(clause, span));
    }

    /** 一期投资21亿元: a phase with figures of its own is a project of its own, named after the one before. */
    private static void phase(Scene scene, List<Draft.Project> projects, Clause clause, List<Draft.Event> events) {
        Matcher begun = PHASE_BEGUN.matcher(scene.of(clause));
        if (!projects.isEmpty() && !clause.headline() && begun.lookingAt() && ownMoney(scene, clause)) {
            Span span = new Span(begun.start(1), begun.end(1)).shift(clause.span().start());
            phase(scene, projects, clause, span, begun.group(1), events);
            return;
        }
        Matcher m = PHASE.matcher(scene.of(clause));
        if (projects.isEmpty() || !m.find()
                || scene.quantities(clause.span()).stream().allMatch(q -> q instanceof Period)) {
            return;
        }
        Span span = new Span(m.start(1), m.end(1)).shift(clause.span().start());
        phase(scene, projects, clause, span, m.group(1), List.of());
    }

    /** Whether the next clause of the sentence opens with what is invested: 二期已于7月破土，投资21.5亿元. */
    private static boolean ownMoney(Scene scene, Clause clause) {
        return scene.sentence(clause).stream().filter(c -> c.index() == clause.index() + 1)
                .anyMatch(c -> OWN_MONEY.matcher(scene.of(c).strip()).lookingAt());
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
                        .anyMatch(c -> c.paragraph() == clause.paragraph()
                                || c.paragraph() == clause.paragraph() - 1 && !briefs(scene))
                        && !scene.of(clause).startsWith("【"))
                .max(Comparator.comparing(p -> p.span));
        if (last.isEmpty() || Strangers.speak(scene, clause, span.start(), last.get())) {
            return;
        }
        Draft.Project whole = last.get();
        if (whole.name.contains(phase)) {
            again(scene, whole, clause, span);
            return;
        }
        boolean ofPhase = PHASE_AT_END.matcher(whole.name).find();
        String name = PHASE_AT_END.matcher(whole.name).replaceFirst("") + phase.replace("第", "");
        Optional<Draft.Project> known = projects.stream()
                .filter(p -> p.name.replaceFirst("(项目|工程)$", "").endsWith(name)).findFirst();
        if (known.isPresent()) {
            again(scene, known.get(), clause, span);
            return;
        }
        var part = new Draft.Project(name, clause, span, "project phase");
        if (!ofPhase) {
            part.evidence.add(whole.span); // what is told of one phase is told of no other
        }
        part.event = ofPhase
                ? events.stream().filter(e -> OF_PROJECTS.contains(e.type) && e.clause.sentence() == clause.sentence())
                        .findFirst()
                : whole.event;
        List<String> builders = Investors.builders(scene, clause, span);
        part.investors.addAll(builders.isEmpty() ? whole.investors : builders);
        part.places.addAll(whole.places);
        projects.add(part);
    }

    /** What a further clause tells of a project: where it is named, and who builds it, if nobody was told to before. */
    private static void again(Scene scene, Draft.Project project, Clause clause, Span span) {
        project.evidence.add(span);
        if (project.investors.isEmpty()) {
            project.investors.addAll(Investors.builders(scene, clause, span));
        }
        ProjectSites.behind(scene, clause, span).filter(site -> !project.places.contains(site)).ifPresent(site -> {
            project.event.filter(e -> e.places.isEmpty() || e.places.equals(project.places))
                    .filter(e -> e.type == EventType.GROUNDBREAKING || e.type == EventType.COMPLETION)
                    .ifPresent(e -> {
                        e.places.clear();
                        e.places.add(site);
                    });
            project.places.clear();
            project.places.add(site);
        });
    }

    /** 海裕项目: the one project told before that 海裕食品 invests in. */
    private static Optional<Draft.Project> calledByInvestor(List<Draft.Project> projects, String name) {
        String who = name.endsWith("项目") ? name.substring(0, name.length() - 2) : "";
        List<Draft.Project> theirs = who.length() < 2 || who.length() > 4
                ? List.of()
                : projects.stream().filter(p -> p.investors.stream().anyMatch(i -> i.contains(who))).toList();
        return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
    }

    /** 云台项目计划开工: the one project told before that is built there. */
    private static Optional<Draft.Project> calledByPlace(List<Draft.Project> projects, String name) {
        String place = name.endsWith("项目") ? name.substring(0, name.length() - 2) : "";
        List<Draft.Project> there = place.length() < 2 || place.length() > 4
                ? List.of()
                : projects.stream().filter(p -> p.places.stream().anyMatch(q -> q.contains(place))).toList();
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    /** Whether every paragraph is a report of its own, headed by 【…】. */
    private static boolean briefs(Scene scene) {
        return scene.clauses().stream().filter(c -> scene.text().charAt(c.span().start()) == '【').count() > 1;
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

    /** 甲拟投资…；乙的项目…: a plan that another item of the list, or somebody else, is told of. */
    private static boolean planOfAnother(Scene scene, Draft.Project project, Draft.Event event) {
        return event.type == EventType.INVESTMENT_PLAN
                && (!event.participants.isEmpty() && !project.investors.isEmpty()
                        && Collections.disjoint(event.participants, project.investors)
                        || scene.between(event.clause.span().end(), project.clause.span().start()).contains("；"));
    }

    private static Optional<Draft.Event> eventOf(Scene scene, Clause clause, List<Draft.Event> events) {
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
                && MANY.in(scene.of(scene.sentenceSpan(event.clause)));
    }
}
