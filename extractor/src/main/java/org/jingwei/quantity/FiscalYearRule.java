package org.jingwei.quantity;

import java.util.Optional;
import org.jingwei.source.Span;

/** 2021财年, 2021财政年度: which days it has, the company decides; a quarter of it goes with it. */
final class FiscalYearRule {
    private final Calendar c;
    private final Passage p;

    FiscalYearRule(Calendar calendar) {
        c = calendar;
        p = calendar.p;
    }

    int at(int i) {
        int year = c.fourDigits(i);
        if (year < 0) {
            return i;
        }
        int k = p.at(c.end) == '年' ? c.end + 1 : c.end;
        int close = p.startsWith("财年", k) ? k + 2 : p.startsWith("财政年度", k) || p.startsWith("会计年度", k) ? k + 4 : -1;
        if (close < 0 || p.damaged(i, k)) {
            return i;
        }
        for (String part : new String[]{ "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "上半年", "下半年",
                "前三季度", "第一财季", "第二财季", "第三财季", "第四财季", "一财季", "二财季", "三财季", "四财季", "首财季" }) {
            if (p.startsWith(part, close)) {
                // Not the quarter of the calendar, and no name for it in a notation.
                return close + part.length();
            }
        }
        p.found.add(new Occasion(new Span(i, close), new Span(i, close), "财年", year, Optional.empty(), Calendar.NOTHING,
                "fiscal-year"));
        return close;
    }
}
