package org.jingwei.quantity;

import java.time.YearMonth;

/**
 * Stretches inside a year that is known: halves, quarters, months from its first on. Each reader leaves in the calendar where what it
 * read ends.
 */
final class InYear {
    private final Calendar c;
    private final Passage p;
    private final InMonth months;

    InYear(Calendar calendar) {
        c = calendar;
        p = calendar.p;
        months = new InMonth(calendar);
    }

    /**
     * What stands behind a year, inside it; null where the year stands alone. Leaves in {@code c.end} where it ends; an
     * {@code c.end} moved on without a result is something to step over.
     */
    Stretch at(int k, int year, boolean inferred, boolean known) {
        c.endSupplied = false;
        c.end = k;
        char first = p.at(k);
        if (p.startsWith("上半年", k) || p.startsWith("下半年", k)) {
            c.end = p.at(k + 3) == '度' ? k + 4 : k + 3;
            return Stretch.half(year, first == '上' ? 1 : 2);
        }
        for (String word : new String[]{ "半年度", "半年报", "中报" }) {
            if (p.startsWith(word, k) && known) {
                c.end = k + word.length();
                return Stretch.half(year, 1);
            }
        }
        if (known && ofAnotherYear(k)) {
            return null;
        }
        if (p.startsWith("全年", k)) {
            c.end = k + 2;
            return Stretch.year(year);
        }
        if (p.startsWith("以来", k) || p.startsWith("来", k) && inferred) {
            c.end = k + (first == '来' ? 1 : 2);
            return sinceNewYear(year);
        }
        if (p.startsWith("年底", k) || p.startsWith("年末", k) || p.startsWith("年初", k)) {
            c.end = k + 2;
            if (p.startsWith("以来", c.end)) {
                c.end += 2;
                return first == '年' && p.at(k + 1) == '初' ? sinceNewYear(year) : null;
            }
            return Stretch.year(year);
        }
        if (first == '底' || first == '末' || first == '初') {
            c.end = k + 1;
            if (first == '初' && p.startsWith("以来", c.end)) {
                c.end += 2;
                return sinceNewYear(year);
            }
            return Stretch.year(year);
        }
        if (quarterList(k)) {
            return null;
        }
        int quarter = quarter(k, known);
        if (quarter > 0) {
            int until = c.end;
            int to = c.joined(until);
            if (to > 0) {
                int second = quarter(to, known);
                if (second > quarter) {
                    return Stretch.months(YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, second * 3));
                }
            }
            c.end = until;
            return Stretch.quarter(year, quarter);
        }
        var run = firstMonths(k, year);
        if (run != null) {
            return run;
        }
        return months.at(k, year);
    }

    /** 中期, 三季报, 第一财季: what stretch of the year it is, the company or the reader decides; stepped over. */
    private boolean ofAnotherYear(int k) {
        int from = p.at(k) == '第' ? k + 1 : k;
        if (p.startsWith("中期", k) || p.startsWith("三季报", k)) {
            c.end = k + (p.at(k) == '中' ? 2 : 3);
            return true;
        }
        if (p.startsWith("半年", k)) {
            c.end = k + 2;
            return true;
        }
        boolean quarter = c.number(from, 4) > 0;
        boolean fiscal = quarter && (p.startsWith("财季", c.end) || p.startsWith("财政季度", c.end));
        c.end = fiscal ? c.end + (p.at(c.end + 1) == '季' ? 2 : 4) : k;
        return fiscal;
    }

    /** From January on to the month of publication: only in the year of publication is that what 今年以来 says. */
    private Stretch sinceNewYear(int year) {
        if (p.published == null || p.published.getYear() != year) {
            return null;
        }
        c.endSupplied = true;
        return Stretch.toDate(p.published);
    }

    /** 一季度, 第三季度, 首季, 四季度: 1 to 4, or -1. */
    int quarter(int i) {
        return quarter(i, false);
    }

    /** @param known whether a year stands before it: 2021年第一季, 2021年Q1 */
    private int quarter(int i, boolean known) {
        int k = i;
        if (p.at(k) == '首' && p.at(k + 1) == '季') {
            c.end = p.at(k + 2) == '度' ? k + 3 : k + 2;
            return 1;
        }
        if (p.at(k) == '第') {
            k++;
        }
        if (known && p.at(k) == 'Q' && p.at(k + 1) >= '1' && p.at(k + 1) <= '4' && !Glyphs.digit(p.at(k + 2))
                && !Glyphs.letter(p.at(k + 2))) {
            c.end = k + 2;
            return p.at(k + 1) - '0';
        }
        int q = c.number(k, 4);
        if (q > 0 && known && p.at(c.end) == '季' && "度节".indexOf(p.at(c.end + 1)) < 0 && c.end == k + 1) {
            c.end++;
            return q;
        }
        if (q < 0 || !p.startsWith("季度", c.end) || Glyphs.digit(p.at(k + 1))) {
            c.end = i;
            return -1;
        }
        c.end += 2;
        if (p.at(c.end) == '末') {
            c.end++;
        }
        return q;
    }

    /** 三、四季度, 第二、三季度: two quarters, of which one value each may be told; they are stepped over. */
    private boolean quarterList(int k) {
        int from = p.at(k) == '第' ? k + 1 : k;
        if (p.at(from + 1) != '、' || c.number(from, 4) < 0 || c.number(from + 2, 4) < 0
                || !p.startsWith("季度", c.end)) {
            c.end = k;
            return false;
        }
        c.end += 2;
        return true;
    }

    /** 前三季度, 前5个月, 前4月, 首两个月. */
    private Stretch firstMonths(int k, int year) {
        if ("前首头".indexOf(p.at(k)) < 0 || p.at(k) == '\0') {
            return null;
        }
        int n = p.at(k + 1) == '两' ? 2 : c.number(k + 1, 11);
        int until = p.at(k + 1) == '两' ? k + 2 : c.end;
        c.end = k;
        if (n < 1) {
            return null;
        }
        if (n == 1 && p.at(until) == '个') {
            // The month before.
            c.end = until + 2;
            return null;
        }
        boolean season = p.at(until) == '季' && p.at(until + 1) != '度' && p.at(until + 1) != '节';
        if (season && n >= 2 && n <= 3) {
            c.end = until + 1;
            return Stretch.months(YearMonth.of(year, 1), YearMonth.of(year, n * 3));
        }
        if ((p.startsWith("季度", until) || p.startsWith("个季度", until)) && n >= 2 && n <= 3) {
            c.end = until + (p.at(until) == '个' ? 3 : 2);
            return Stretch.months(YearMonth.of(year, 1), YearMonth.of(year, n * 3));
        }
        if (p.startsWith("个月", until) || p.at(until) == '月' && n > 1) {
            c.end = until + (p.at(until) == '个' ? 2 : 1);
            if (p.at(c.end) == '份') {
                c.end++;
            }
            return Stretch.months(YearMonth.of(year, 1), YearMonth.of(year, n));
        }
        return null;
    }
}
