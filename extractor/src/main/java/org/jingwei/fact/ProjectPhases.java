package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/**
 * How far a project has come, by the clauses that speak of it: from where it is named to where another one is, and the
 * sentences behind that go on with 该项目. What is only planned does not count; of several stages the furthest does.
 */
final class ProjectPhases {
    private record Stage(Fact.Phase phase, Cue words) {}

    private static final String NOT_YET = "(?!后|之后|以后|时|前|的?条件|仪式上|企业|目标)";
    /** The first that a clause fits is what it says: 竣工投产 has been finished, 建成投产 is running. */
    private static final List<Stage> STAGES = List.of(
            new Stage(Fact.Phase.BUILDING, Cue.of("(?:正在?|加紧|抓紧|加快)[^，]{0,6}(?:施工|建设中?(?!用地))"
                    + "|建设中|施工中|在建|设备安装|安装(?:已)?过半|封顶|试车|试生产|试运行|调试|复工|续建"
                    + "|主体(?:结构|工程|水工)*(?:已|全部|基本)*(?:完工|完成)|(?:完成|完工)[^，]{0,4}主体|(?:已|累计)完成投资")),
            new Stage(Fact.Phase.COMPLETED, Cue.of("竣工" + NOT_YET + "|建成通车" + NOT_YET + "|通过[^，]{0,4}验收|完工"
                    + NOT_YET + "|交工" + NOT_YET)),
            new Stage(Fact.Phase.OPERATING, Cue.of("(?:投产|投用|投运|通车|启用|投入(?:使用|运营|生产|运行)|开通运营|开通)" + NOT_YET)),
            new Stage(Fact.Phase.COMPLETED, Cue.of("(?:建成|交付使用)" + NOT_YET)),
            new Stage(Fact.Phase.STARTED, Cue.of("(?:开工|动工|奠基|开建|启动建设|破土)" + NOT_YET)),
            new Stage(Fact.Phase.SIGNED, Cue.of("(?:签约|签订|签署)" + NOT_YET)));
    private static final Pattern GOES_ON = Pattern
            .compile("(?:^|，)(?:目前，)?(?:[该本此]|这[一个])?(?:项目|工程)(?!部|团队|建设者)|该[^，]{0,4}(?:项目|工程|基地|园|线|厂)");
    /** 计划, 预计 with a day to come, wherever it stands in the clause before the word. */
    private static final Cue AHEAD = Cue.of("计划|预计|拟|将|力争|争取|有望|即将|年内|明年|下月|推动|准备|等待|待");
    /** 一期投产: of a part that is not this project. */
    private static final Cue OF_A_PART = Cue.of("第?[一二三四首]期");

    private ProjectPhases() {}

    static void tell(Scene scene, List<Draft.Project> projects) {
        for (Draft.Project project : projects) {
            var phases = new ArrayList<Fact.Phase>();
            List<Clause> clauses = clauses(scene, project, projects);
            clauses.forEach(c -> stage(scene, c, project).ifPresent(phases::add));
            project.event.filter(e -> clauses.contains(e.clause)).ifPresent(e -> project.byEvent()
                    .filter(p -> phases.isEmpty() || p == Fact.Phase.SIGNED || p == Fact.Phase.STARTED)
                    .ifPresent(phases::add));
            project.told = phases.stream().max(Comparator.naturalOrder());
        }
    }

    private static Optional<Fact.Phase> stage(Scene scene, Clause clause, Draft.Project project) {
        String words = scene.of(clause);
        Optional<Span> named = project.mention(clause);
        for (Stage stage : STAGES) {
            Cue.Search m = stage.words().over(words, 0, words.length());
            while (m.find()) {
                Span at = new Span(m.start(), m.end()).shift(clause.span().start());
                String left = scene.left(clause, at);
                boolean inName = project.evidence.stream().anyMatch(s -> s.overlaps(at));
                boolean other = named.isEmpty() && SaidPhase.in(project.name).isPresent()
                        && SaidPhase.of(scene, clause, List.of()).filter(said -> !SaidPhase.in(project.name).get()
                                .equals(said)).isPresent();
                boolean part = other || OF_A_PART.in(named.map(n -> scene.between(n.end(), at.start())).orElse(left))
                        && !OF_A_PART.in(project.name);
                if (!inName && !part && !toCome(scene, clause, at) && !AHEAD.in(left)
                        && !Assertion.negated(left)
                        && Modality.of(scene, clause, at) == Status.ACTUAL) {
                    return Optional.of(stage.phase());
                }
            }
        }
        return Optional.empty();
    }

    /** 计划今年四季度开工，2026年上半年建成: a day after the report, or one that goes on with a plan. */
    private static boolean toCome(Scene scene, Clause clause, Span word) {
        List<Period> days = scene.quantities(clause.span(), Period.class).stream()
                .filter(p -> p.span().end() <= word.start()).toList();
        if (days.isEmpty()) {
            return false;
        }
        return days.stream().anyMatch(d -> scene.published().filter(p -> d.first().isAfter(p)).isPresent())
                || scene.before(clause).filter(c -> c.sentence() == clause.sentence())
                        .filter(c -> AHEAD.in(scene.of(c))).isPresent();
    }

    /** What speaks of the project, in order. */
    private static List<Clause> clauses(Scene scene, Draft.Project project, List<Draft.Project> projects) {
        var found = new ArrayList<Clause>();
        for (Clause first : scene.clauses()) {
            if (project.mention(first).isEmpty() || first.headline() && !project.clause.headline()) {
                continue;
            }
            List<Clause> sentence = scene.sentence(first);
            int at = sentence.indexOf(first);
            if (at == 1 && project.evidence.getFirst().start() >= first.span().start()
                    && others(sentence.getFirst(), project, projects).isEmpty()) {
                found.add(sentence.getFirst()); // 昨天上午，在建设工地开工的…: the words before its name
            }
            found.add(first);
            boolean open = goOn(found, sentence.subList(at + 1, sentence.size()), project, projects);
            for (int next = first.sentence() + 1; open && next <= first.sentence() + 2; next++) {
                List<Clause> behind = scene.sentenceAt(next);
                open = !behind.isEmpty() && behind.getFirst().paragraph() == first.paragraph()
                        && GOES_ON.matcher(scene.of(scene.sentenceSpan(behind.getFirst()))).find()
                        && goOn(found, behind, project, projects);
            }
        }
        return found.stream().distinct().toList();
    }

    /** Adds clauses up to the one that names another project; whether there was none. */
    private static boolean goOn(List<Clause> found, List<Clause> clauses, Draft.Project project,
            List<Draft.Project> projects) {
        for (Clause clause : clauses) {
            if (!others(clause, project, projects).isEmpty()) {
                return false;
            }
            found.add(clause);
        }
        return true;
    }

    private static List<Draft.Project> others(Clause clause, Draft.Project project, List<Draft.Project> projects) {
        return projects.stream().filter(p -> p != project && p.mention(clause).isPresent()).toList();
    }
}
