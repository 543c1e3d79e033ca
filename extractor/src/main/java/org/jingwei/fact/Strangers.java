package org.jingwei.fact;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Whether a sentence has gone on to an organisation that has nothing to do with the project or event named before it: then
 * what it says without a name of its own, 一期投资9亿元, is not of that project or event.
 */
final class Strangers {
    /** 该项目, 项目总投资: says itself that it goes on about the one named before. */
    private static final Pattern SAME = Pattern
            .compile(
                    "(?:该|此|这一|本)(?:项目|工程|基地|园区?|中心|交易|合同|协议|厂|基金)|[本此]次|上述|^(?:项目|工程|基地|位于|坐落|地处|选址|由|总投资)|[，、。：](?:项目|工程|基地)|获悉|显示|公告");

    /** 某企业的新厂也在8月动工: another one like it. */
    private static final Pattern LIKEWISE = Pattern
            .compile("[^，。；]{4,}[也亦](?:已|将|在|于)?[^，。；]{0,8}(?:动工|开工|投产|奠基|签约|开建)，[^。]*$");
    private static final Pattern TITLE = Pattern.compile("《[^》]{4,}》");

    private Strangers() {}

    static boolean speak(Scene scene, Clause clause, int at, Draft.Project project) {
        Span last = project.mention(at).orElse(project.span);
        return speak(scene, clause, at, last, Stream.concat(project.investors.stream(),
                project.event.stream().flatMap(e -> e.participants.stream())).toList());
    }

    static boolean speak(Scene scene, Clause clause, int at, Draft.Event event) {
        return speak(scene, clause, at, event.trigger, event.participants);
    }

    private static boolean speak(Scene scene, Clause clause, int at, Span told, Collection<String> known) {
        Span sentence = scene.sentenceSpan(clause);
        String before = scene.between(sentence.start(), at);
        if (sentence.contains(told) || told.start() >= at || clause.headline() || SAME.matcher(before).find()) {
            return false;
        }
        if (LIKEWISE.matcher(before).find()
                || TITLE.matcher(before).results().anyMatch(t -> !scene.text().substring(0, sentence.start())
                        .contains(t.group()))) {
            return true;
        }
        List<String> here = scene.names(new Span(sentence.start(), at), Type.ORG).stream()
                .filter(n -> !Offices.reports(n) && !Setting.isSource(n.full()) && !Setting.signs(scene, n))
                .map(NameMention::full).toList();
        List<String> there = scene.clauseOf(told).map(scene::sentenceSpan).stream()
                .flatMap(s -> scene.names(s, Type.ORG).stream()).map(NameMention::full).toList();
        return !here.isEmpty() && here.stream().noneMatch(n -> known.contains(n) || there.contains(n));
    }
}
