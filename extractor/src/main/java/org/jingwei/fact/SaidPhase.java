package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.Cue;

/** Which phase of a project a sentence has gone on to: what it then says is of that phase, not of the whole. */
final class SaidPhase {
    /** 该项目一期于2022年投产, 去年动工的一期投资9亿元; no 一期、二期, which are both. */
    private static final Pattern OPENS = Pattern.compile(
            "^(?:[^，。；：]{0,10}分[两二三四]期[^，。；：]{0,6}：)?(?:其中，?|目前|而)?(?:[^，。；：]{1,14}的)??(?:该|此)?(?:产业园|园区|基地|工厂|项目|工程)?的?第?([一二三四五首])期(?![、和及与至])");
    private static final Cue OF_ALL = Cue.of("全部|整体|合计|总计|共计|两期");
    private static final Pattern IN_NAME = Pattern.compile("([一二三四五首])期");

    private SaidPhase() {}

    /**
     * The numeral of the phase that the sentence speaks of in this clause, 一 for 一期 and 首期; absent when it speaks of none,
     * or when it names a project or goes on to the whole behind the phase.
     */
    static Optional<String> of(Scene scene, Clause clause, List<Draft.Project> projects) {
        Optional<String> said = Optional.empty();
        for (Clause c : scene.sentence(clause)) {
            if (c.index() > clause.index()) {
                break;
            }
            Matcher opens = OPENS.matcher(scene.of(c).strip());
            if (opens.find()) {
                said = Optional.of(numeral(opens.group(1)));
            } else if (OF_ALL.in(scene.of(c)) || projects.stream().anyMatch(p -> p.mention(c).isPresent())) {
                said = Optional.empty();
            }
        }
        return said;
    }

    /** The numeral of the phase that a project's name ends with or holds; absent when it names none. */
    static Optional<String> in(String name) {
        Matcher phase = IN_NAME.matcher(name);
        return phase.find() ? Optional.of(numeral(phase.group(1))) : Optional.empty();
    }

    /** The phase of this project that the article tells of as a project of its own; absent when there is none. */
    static Optional<Draft.Project> project(Draft.Project whole, String said, List<Draft.Project> projects) {
        String stem = whole.name.replaceFirst("(?:项目|工程)$", "");
        return in(whole.name).isPresent()
                ? Optional.empty()
                : projects.stream().filter(p -> p != whole && p.name.startsWith(stem))
                        .filter(p -> in(p.name).filter(said::equals).isPresent()).findFirst();
    }

    private static String numeral(String written) {
        return written.equals("首") ? "一" : written;
    }
}
