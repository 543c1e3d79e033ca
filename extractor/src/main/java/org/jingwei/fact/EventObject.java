package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** What is signed, launched, unveiled, bought or founded. */
final class EventObject {
    private static final Cue AGENDA = Cue.of("进行了?|举行了?|包含|还有|一一|——");
    private static final Pattern QUOTED_OR_NAME = Pattern
            .compile("(?:(\\d+)个)?([“《][^”》]{2,40}[”》][^、，“”]{0,8}|[^、，“”]{3,30})$");

    private static final Pattern QUOTED = Pattern.compile("(?s).*”[^，]{0,4}?(平台|项目|成果|系统|基金|)(正式|同步|成功|)$");

    private EventObject() {}

    /** Whether the words list items of an agenda. */
    static boolean listed(String words) {
        return AGENDA.in(words);
    }

    /** The names in the thing that is signed, launched or unveiled: its parties. */
    static List<String> inside(Scene scene, Clause clause, String object, Span trigger) {
        int at = scene.text().lastIndexOf(object, trigger.start());
        if (at < clause.span().start()) {
            return List.of();
        }
        List<NameMention> names = scene.names(new Span(at, at + object.length()));
        return names.stream().filter(n -> !ofQuotedName(scene, n, names)).map(NameMention::full).distinct().toList();
    }

    /** “某市工匠馆”: a place in front of the rest of a quoted name is part of it; of two that act together both are named. */
    private static boolean ofQuotedName(Scene scene, NameMention name, List<NameMention> all) {
        return name.type() == Type.PLACE && all.stream().filter(n -> n.type() == Type.PLACE).count() == 1
                && scene.justBefore(name.span(), 1).equals("“")
                && scene.justBehind(name.span(), 20).matches("(?s)[^”“，]{2,19}”.*");
    }

    /** What is signed, launched, unveiled: the quoted or listed thing before the trigger of an agenda. */
    static Optional<String> of(Scene scene, Trigger trigger) {
        String clause = scene.of(trigger.clause());
        String left = scene.left(trigger.clause(), trigger.span());
        Optional<String> partner = partner(scene, trigger);
        if (partner.isPresent()) {
            return partner;
        }
        boolean quoted = left.endsWith("”") || QUOTED.matcher(left).matches();
        if (!listed(clause) && !quoted) {
            return Optional.empty();
        }
        Matcher m = QUOTED_OR_NAME.matcher(left);
        if (!m.find()) {
            return Optional.empty();
        }
        String object = m.group(2);
        for (String stop : List.of("进行了", "举行了", "进行", "举行", "包含", "一一", "——")) {
            int at = object.lastIndexOf(stop);
            if (at >= 0) {
                object = object.substring(at + stop.length());
            }
        }
        object = object.strip();
        return object.length() < 4 || object.indexOf(Article.LOST) >= 0 ? Optional.empty() : Optional.of(object);
    }

    /** Whom one buys, founds or gives capital: the organisation behind the trigger, or directly before it. */
    static Optional<String> partner(Scene scene, Trigger trigger) {
        Clause clause = trigger.clause();
        return switch (trigger.type()) {
            case ACQUISITION, ESTABLISHMENT -> scene.names(clause.span(), Type.ORG).stream()
                    .filter(n -> n.span().start() >= trigger.span().end()
                            && n.span().start() - trigger.span().end() <= 12)
                    .map(NameMention::full).findFirst();
            case FINANCING -> scene.names(clause.span(), Type.ORG).stream()
                    .filter(n -> n.span().end() == trigger.span().start()).map(NameMention::full).findFirst();
            case CONFERENCE, SIGNING, GROUNDBREAKING, COMPLETION, INVESTMENT_PLAN, LISTING, UNVEILING, LAUNCH, POLICY,
                    ORDER, PAYOUT, MEETING ->
                Optional.empty();
        };
    }
}
