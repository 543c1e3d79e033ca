package org.jingwei.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention.Type;

/** Money of something that is no project named before it, though no organisation in its sentence says so. */
final class AnotherThing {
    /** 产业园是…的工程，总投资3.6亿元: a park that was named before is what the sentence is about. */
    private static final Pattern PARK = Pattern.compile("(?:该|这个|这座)?(产业园|工业园|物流园|科技园|园区|片区|港区|度假区)(?![项建一-龥]{0,2}项目)");
    /** 这条总投资727亿元的大通道: with a noun of its own. */
    private static final Pattern NOUN = Pattern.compile("(?:^|[，。；])这[条座个处项][^，；]{0,24}$");
    private static final Pattern NOUN_BEHIND = Pattern.compile("的[^，。；的]{2,16}(?=[，。；]|$)");
    private static final Pattern PHASE_AT_END = Pattern.compile("([一二三四五])期(?:工程|项目)?$");
    private static final Pattern PHASE_SAID = Pattern.compile("^(?:产业园|园区|基地|工厂|项目)?([二三四五])期(?![、和至及])[^、]*$");
    private static final Pattern ONE_KIND = Pattern.compile("的[^，；]{0,8}?(?:项目|工程)");

    private AnotherThing() {}

    static boolean told(Scene scene, Clause clause, Span amount, Draft.Project project) {
        Span sentence = scene.sentenceSpan(clause);
        if (project.evidence.stream().anyMatch(sentence::contains)) {
            return false;
        }
        Matcher park = PARK.matcher(scene.of(sentence).strip());
        if (park.lookingAt() && !project.name.contains(park.group(1))) {
            String noun = park.group(1).equals("园区") ? "园" : park.group(1);
            return scene.names().stream().anyMatch(n -> n.type() == Type.PLACE && n.span().end() <= sentence.start()
                    && (n.name().endsWith(noun) || noun.equals("园") && n.name().endsWith("区")))
                    || scene.text().substring(0, sentence.start()).matches("(?s).*[一-龥]{4,}" + noun + "(?:的|里|内|，).*");
        }
        return called(scene, clause, amount);
    }

    /** Whether the amount is of a thing that its clause calls by a noun of its own: 这条总投资727亿元的大通道. */
    static boolean called(Scene scene, Clause clause, Span amount) {
        Matcher noun = NOUN_BEHIND.matcher(scene.text().substring(amount.end(), clause.span().end()));
        return NOUN.matcher(scene.between(scene.sentenceSpan(clause).start(), amount.start())).find()
                && noun.lookingAt() && !ONE_KIND.matcher(noun.group()).lookingAt();
    }

    /** 产业园二期总投资9亿元, where only 一期 is a project: of a phase that is told beside it. */
    static boolean otherPhase(Scene scene, Clause clause, Span amount, Draft.Project project) {
        Matcher own = PHASE_AT_END.matcher(project.name);
        Matcher said = PHASE_SAID.matcher(scene.between(scene.sentenceSpan(clause).start(), amount.start()));
        return own.find() && said.find() && !said.group(1).equals(own.group(1));
    }
}
