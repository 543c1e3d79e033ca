package org.jingwei.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/** Numbers told between two sentences on a project or happening that are somebody else's or of another time. */
final class Elsewhere {
    /** 竞争对手…, 同行方面: of a rival. */
    private static final Cue RIVAL = Cue.of("竞争对手|竞争者|同行|友商|无独有偶|相比之下");
    /** 市里将设立总规模60亿元的产业基金: of a fund, which is no project. */
    private static final Pattern FUND = Pattern.compile("(?:设立|成立|组建|发起)[^，。；]{0,14}规模[^，。；]{0,12}$");
    private static final Pattern FUND_BEHIND = Pattern.compile("^的?[^，。；]{0,12}基金");
    private static final Pattern FUND_PART = Pattern.compile("基金，首期(?:规模)?$");
    /** 甲县、乙区分别签约4个: of parts of the region that the happening is of. */
    private static final Pattern PARTS = Pattern
            .compile("[区县市州旗镇乡园港][、和及与][一-龥]{1,12}[区县市州旗镇乡园港](?:分别|各)[^。；]*$");
    /** 去年签了21个项目; not 比去年, 与去年同期相比. */
    private static final Pattern LAST_YEAR = Pattern.compile("(?<![比较与同和])(?:去年|上年|前年|上一?届)(?!同期|以来|末|底)");
    private static final Pattern THIS_YEAR = Pattern.compile("今年|本次|此次|本届|目前仍");

    private Elsewhere() {}

    /** @param shared whether the number is one of a list that is shared out among projects */
    static boolean told(Scene scene, Clause clause, Span number, boolean shared) {
        String before = scene.between(scene.sentenceSpan(clause).start(), number.start());
        String right = scene.right(clause, number);
        return RIVAL.in(before) || !shared && PARTS.matcher(before).find()
                || FUND.matcher(before).find() && FUND_BEHIND.matcher(right).find()
                || FUND_PART.matcher(before).find()
                        && before.matches("(?s).*(?:政府|[市省县区州]里|财政)[^。]*设立[^。]*");
    }

    /** 去年签了21个项目 for a happening of this year; 1至9月签约项目33个 for one of a day. */
    static boolean otherTime(Scene scene, Clause clause, Span number, Draft.Event event) {
        if (event.type != EventType.SIGNING && event.type != EventType.GROUNDBREAKING
                && event.type != EventType.COMPLETION) {
            return false;
        }
        String before = scene.between(scene.sentenceSpan(clause).start(), number.start());
        Matcher last = LAST_YEAR.matcher(before);
        boolean past = last.find() && !THIS_YEAR.matcher(before.substring(last.end())).find();
        if (past && event.date.map(d -> d.first().getYear()).filter(y -> scene.published()
                .filter(p -> y < p.getYear()).isPresent()).isEmpty()) {
            return true;
        }
        Span left = new Span(clause.span().start(), number.start());
        return scene.quantities(left, Period.class).stream().anyMatch(p -> scene.of(p.span()).matches(".*\\d[至到—-].*")
                && p.first().plusMonths(1).isBefore(p.last())
                && p.first().getYear() == p.last().getYear()
                && event.date.filter(d -> d.first().equals(d.last())).isPresent());
    }
}
