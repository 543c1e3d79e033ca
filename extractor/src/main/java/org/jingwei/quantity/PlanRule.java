package org.jingwei.quantity;

import java.util.Map;
import org.jingwei.source.Span;

/** “十四五”期间 and the other five-year plans. */
final class PlanRule {
    private static final Words<Integer> PLAN = Words.of(Map.entry(16, "十六五"), Map.entry(15, "十五五"),
            Map.entry(14, "十四五"),
            Map.entry(13, "十三五"), Map.entry(12, "十二五"), Map.entry(11, "十一五"), Map.entry(10, "十五"), Map.entry(9, "九五"),
            Map.entry(8, "八五"), Map.entry(7, "七五"), Map.entry(6, "六五"));

    private final Passage p;

    PlanRule(Passage passage) {
        p = passage;
    }

    /** 十四五 is 2021 to 2025, and five years back for each one before it. */
    int at(int i) {
        char c = p.at(i);
        boolean quoted = c == '“' || c == '"' || c == '「';
        int k = quoted ? i + 1 : i;
        var word = PLAN.at(p.s, k);
        if (word == null) {
            return i;
        }
        int until = k + word.length();
        boolean closed = quoted && "”\"」".indexOf(p.at(until)) >= 0 && p.at(until) != '\0';
        boolean named = false;
        int after = closed ? until + 1 : until;
        for (String what : new String[]{ "期间", "时期", "规划", "计划" }) {
            named |= p.startsWith(what, after);
        }
        if (quoted && !closed && !named || !quoted && word.meaning() <= 10 && !named || Glyphs.power(p.at(until)) > 0) {
            return i;
        }
        int begin = 2021 + (word.meaning() - 14) * 5;
        for (String partial : new String[]{ "开局", "首年", "收官", "以来", "前", "后", "初", "中期", "第", "头", "规划实施", "开篇",
                "起步" }) {
            if (p.startsWith(partial, after) || p.startsWith("规划" + partial, after)
                    || p.startsWith("时期" + partial, after)) {
                return after;
            }
        }
        if (p.startsWith("期间", after) || p.startsWith("时期", after)) {
            after += 2;
        }
        boolean atEnd = p.startsWith("末", after) || p.startsWith("期末", after);
        if (atEnd) {
            after += p.at(after) == '期' ? 2 : 1;
        }
        var stretch = Stretch.years(begin, begin + 4);
        p.found.add(
                new Interval(new Span(i, after), new Span(k, until), stretch.notation(), stretch.first(),
                        stretch.last(),
                        stretch.precision(), Calendar.NOTHING, atEnd, "five-year-plan"));
        return after;
    }
}
