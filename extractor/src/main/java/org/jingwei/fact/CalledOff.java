package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/** Projects that the text tells have come to nothing: signed or begun once, then called off, shelved or stopped. */
final class CalledOff {
    static final String REASON = "the text says that it was called off or stopped";

    private static final String WORD = "(?:终止|中止|搁置|停工|停建|停摆|叫停|取消|流产|下马|告吹|作罢|夭折|解约)";
    private static final String END = "(?:了|建设|实施|推进|合作|执行|状态|至今)?[”。；]?$";
    /** 后因市场变化终止: a clause without a subject of its own. */
    private static final Pattern GOES_ON = Pattern
            .compile("^(?:后来?|随后|最终|最后|此后|不久|但是?|不过|目前|现|而)*，?(?:(?:19|20)\\d\\d年|去年|今年|次年|同年)?(?:\\d{1,2}月)?[底初中]?"
                    + "(?:又?(?:因|由于|受)[^，]{1,24}?)?(?:而|也|已经?|被迫?|均|都|宣布|宣告|正式|全面|遭|陷入|处于|于[^，]{2,10})*"
                    + WORD + END);
    /** 因市场变化，…: why, before what came of it. */
    private static final Pattern WHY = Pattern.compile("^(?:后来?|随后|最终|但是?|不过)*(?:因|由于|受)[^，]{1,24}$");
    private static final String SAME = "(?:该|此|上述|这一|这个|前述)(?:[^，]{0,4}项目|工程|基地|投资|协议|合作|计划|工厂|园区)";
    /** 该项目于2023年终止; 同意终止该项目. */
    private static final Pattern REFERS = Pattern
            .compile(SAME + "[^，]{0,24}" + WORD + END + "|" + WORD + "了?(?:对)?" + SAME);
    /** …项目已于上月停工. */
    private static final Pattern BEHIND_NAME = Pattern.compile("^”?[^，、]{0,24}" + WORD + END);
    /** 一度搁置, 未终止, 同意终止, 二期已取消: not so, not for good, only resolved, or of a part. */
    private static final Cue NOT_SO = Cue.of("一度|未|没有|不会|不得|如|若|可能|拟|同意|议案|避免|防止|期(?:工程|项目)?|标段|收购");
    private static final Cue RESUMED = Cue.of("复工|重启|重新(?:启动|开工|动工|签约)|恢复(?:建设|施工)|盘活|续建|复建|接手|再度开工");
    private static final int FAR = 3;

    private CalledOff() {}

    /** The projects called off, with the phases that are named after them, in order. */
    static List<Draft.Project> of(Scene scene, List<Draft.Project> projects) {
        var gone = new ArrayList<Draft.Project>();
        for (Draft.Project project : projects) {
            if (project.evidence.stream().anyMatch(s -> told(scene, project, s, projects))) {
                gone.add(project);
            }
        }
        return projects.stream().filter(p -> gone.contains(p) || p.rule.equals("project phase")
                && gone.stream().anyMatch(g -> p.name.startsWith(g.name))).toList();
    }

    private static boolean told(Scene scene, Draft.Project project, Span mention, List<Draft.Project> projects) {
        Optional<Clause> named = scene.clauseOf(mention);
        if (named.isEmpty() || !scene.of(mention).contains(project.name)) {
            return false; // a phase, by which only its whole is meant
        }
        Clause first = named.get();
        String behind = scene.right(first, mention);
        if (BEHIND_NAME.matcher(behind.strip()).find() && !NOT_SO.in(behind)) {
            return !resumed(scene, first);
        }
        List<Clause> after = scene.clauses().stream().filter(c -> c.index() > first.index())
                .filter(c -> c.headline() == first.headline() && c.sentence() - first.sentence() <= FAR
                        && c.paragraph() == first.paragraph())
                .toList();
        boolean open = true; // whether nothing but reasons stands between
        for (Clause clause : after) {
            if (projects.stream().anyMatch(p -> p != project && p.mention(clause).isPresent())) {
                return false;
            }
            String words = scene.of(clause).strip();
            boolean same = clause.sentence() == first.sentence();
            if ((REFERS.matcher(words).find() || same && open && GOES_ON.matcher(words).find()) && !NOT_SO.in(words)) {
                return !resumed(scene, clause);
            }
            open = open && (WHY.matcher(words).find() || !same || clause.index() <= first.index() + 2);
        }
        return false;
    }

    /** Whether the clause, what follows in its sentence or the next sentence tells that it went on after all. */
    private static boolean resumed(Scene scene, Clause clause) {
        return scene.sentence(clause).stream().filter(c -> c.index() >= clause.index())
                .anyMatch(c -> RESUMED.in(scene.of(c)))
                || scene.sentenceAt(clause.sentence() + 1).stream().filter(c -> c.paragraph() == clause.paragraph())
                        .anyMatch(c -> RESUMED.in(scene.of(c)));
    }
}
