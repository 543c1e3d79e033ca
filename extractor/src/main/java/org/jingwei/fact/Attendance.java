package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Who holds a gathering and who speaks there, told in the sentences behind the one that tells of it. */
final class Attendance {
    private static final Pattern ATTENDS = Pattern
            .compile("出席|致辞|致词|讲话|主持|参加(?!工作)|作(?:了)?(?:主旨|主题|专题)[^，]{0,4}(?:演讲|发言|报告)|宣布[^，]{0,12}(?:开幕|开工)");
    /** 陆望舟在推介会上说. */
    private static final Pattern SPEAKS_THERE = Pattern
            .compile("^在[^，]{0,10}(?:会|论坛|仪式|[幕闭]式)上[^，]{0,8}(?:说|表示|介绍|指出|透露|强调)"
                    + "|^在(?:致辞|致词|发言|演讲|推介|主旨演讲|回答(?:记者)?提问|答记者问)(?:中|时)[^，]{0,8}(?:说|表示|坦言|介绍|指出|透露|强调|称)");
    private static final Pattern CEREMONY = Pattern.compile("出席(?:了)?[^，]{0,10}仪式");
    private static final Pattern HOLDS = Pattern.compile("(?:主办|承办)");
    /** Sentences on other occasions. */
    private static final Pattern ELSEWHERE = Pattern.compile("会见|会谈|座谈|考察|调研|此前|将出席|已确认");

    private Attendance() {}

    /** 副厅长某某出席仪式: those present at the ceremony that the paragraph tells of last. */
    private static void atCeremony(Scene scene, List<Draft.Event> events, Clause clause) {
        Matcher attends = CEREMONY.matcher(scene.of(clause));
        if (attends.find() && !clause.headline()) {
            events.stream().filter(e -> e.clause.paragraph() == clause.paragraph() && e.clause.index() < clause.index())
                    .filter(e -> e.type == EventType.GROUNDBREAKING || e.type == EventType.COMPLETION
                            || e.type == EventType.SIGNING || e.type == EventType.UNVEILING)
                    .filter(e -> e.status == Status.ACTUAL && scene.of(scene.sentenceSpan(e.clause)).contains("仪式"))
                    .reduce((first, second) -> second)
                    .ifPresent(e -> present(scene, clause, clause.span().start() + attends.start())
                            .forEach(n -> takesPart(e, n, clause)));
        }
    }

    /** Adds them to the gatherings; what a paragraph tells belongs to the last gathering told before it. */
    static void add(Scene scene, List<Draft.Event> events) {
        for (Clause clause : scene.clauses()) {
            atCeremony(scene, events, clause);
            events.stream().filter(e -> e.type == EventType.CONFERENCE && e.clause.index() <= clause.index())
                    .reduce((first, second) -> second)
                    .filter(e -> !clause.headline() && !ELSEWHERE.matcher(scene.of(scene.sentenceSpan(clause))).find())
                    .ifPresent(e -> add(scene, e, clause));
        }
    }

    private static void add(Scene scene, Draft.Event gathering, Clause clause) {
        String words = scene.of(clause);
        if (clause.paragraph() - gathering.clause.paragraph() <= 1) {
            Matcher holds = HOLDS.matcher(words);
            if (holds.find()) {
                scene.names(clause.span(), Type.ORG).stream()
                        .filter(n -> n.span().end() <= clause.span().start() + holds.start())
                        .forEach(n -> takesPart(gathering, n, clause));
            }
            Matcher attends = ATTENDS.matcher(words);
            if (attends.find() && gathering.status == Status.ACTUAL) {
                present(scene, clause, clause.span().start() + attends.start())
                        .forEach(n -> takesPart(gathering, n, clause));
            }
        }
        if (gathering.status == Status.ACTUAL) {
            scene.names(clause.span(), Type.PERSON).stream()
                    .filter(n -> SPEAKS_THERE.matcher(scene.right(clause, n.span())).find())
                    .forEach(n -> takesPart(gathering, n, clause));
        }
    }

    /** The persons that the sentence names before the word, without a break by another word of the kind. */
    private static List<NameMention> present(Scene scene, Clause clause, int end) {
        var persons = new ArrayList<NameMention>();
        for (NameMention name : scene.names(scene.sentenceSpan(clause), Type.PERSON)) {
            if (name.span().end() <= end && !Setting.reporter(scene, name)) {
                persons.add(name);
            }
        }
        return persons;
    }

    private static void takesPart(Draft.Event gathering, NameMention name, Clause clause) {
        if (gathering.participants.add(name.full())) {
            gathering.evidence.add(clause.span());
        }
    }
}
