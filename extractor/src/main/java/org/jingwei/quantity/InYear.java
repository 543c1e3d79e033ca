package org.jingwei.quantity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Stretches inside a year that is known: halves, quarters, months, days. Each reader leaves in the calendar where what it
 * read ends.
 */
final class InYear {
    private final Calendar c;
    private final Passage p;

    InYear(Calendar calendar) {
        c = calendar;
        p = calendar.p;
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
            c.end = k + 3;
            return Stretch.half(year, first == '上' ? 1 : 2);
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
        return month(k, year);
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

    /** A month, a run of months, a day, a run of days of the given year. */
    private Stretch month(int k, int year) {
        int m = c.number(k, 12);
        if (m < 0) {
            c.end = k;
            return null;
        }
        int until = p.skipSpaces(c.end);
        if (p.at(until) != '月') {
            // 1-5月, 1至5月
            int to = c.joined(c.end);
            int last = to < 0 ? -1 : c.number(to, 12);
            int behind = last < 0 ? k : p.skipSpaces(c.end);
            if (last > m && p.at(behind) == '月' && p.at(behind + 1) != '龄') {
                c.end = p.at(behind + 1) == '份' ? behind + 2 : behind + 1;
                if (Glyphs.digit(p.at(p.skipSpaces(c.end)))) {
                    c.end = k;
                    return null;
                }
                return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, last));
            }
            // 3、4月
            int next = to < 0 && p.at(until) == '、' ? c.number(until + 1, 12) : -1;
            if (next == m + 1 && p.at(c.end) == '月' && !Glyphs.digit(p.at(c.end + 1)) && p.at(k - 1) != '、') {
                c.end = p.at(c.end + 1) == '份' ? c.end + 2 : c.end + 1;
                return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, next));
            }
            c.end = k;
            return null;
        }
        int day = c.number(p.skipSpaces(until + 1), 31);
        int dayEnd = day < 0 ? until + 1 : p.skipSpaces(c.end);
        if (day > 0 && (p.at(dayEnd) == '日' || p.at(dayEnd) == '号')
                && !(p.at(dayEnd) == '日' && "元圆币均".indexOf(p.at(dayEnd + 1)) >= 0)) {
            return days(year, m, day, dayEnd + 1);
        }
        if (day > 0 && p.at(c.end) == '、') {
            // 5月26、27日
            int second = c.number(c.end + 1, 31);
            int after = c.end + 1;
            if (second == day + 1 && p.at(c.end) == '日') {
                var first = Calendar.date(year, m, day);
                var last = Calendar.date(year, m, second);
                c.end = after;
                return first == null || last == null ? null : Stretch.days(first, last);
            }
            c.end = until + 1;
            return null;
        }
        day = c.number(p.skipSpaces(until + 1), 31);
        if (day > 0 && c.joined(c.end) > 0) {
            // 5月26-28日
            int to = c.joined(c.end);
            int second = c.number(to, 31);
            if (second > day && p.at(c.end) == '日') {
                int after = c.end + 1;
                var first = Calendar.date(year, m, day);
                var lastDay = Calendar.date(year, m, second);
                c.end = after;
                return first == null || lastDay == null ? null : Stretch.days(first, lastDay);
            }
            c.end = until + 1;
            return null;
        }
        if (day > 0 && Glyphs.digit(p.at(p.skipSpaces(until + 1)))) {
            // A number that is not a day: 3月300家 is left to others.
            c.end = until + 1;
        }
        int after = until + 1;
        if ("饼嫂薪租供龄".indexOf(p.at(after)) >= 0) {
            c.end = after;
            return null;
        }
        if (p.at(after) == '份') {
            after++;
        }
        for (String part : new String[]{ "上旬", "中旬", "下旬", "底", "末", "初", "中" }) {
            if (p.startsWith(part, after) && !(part.equals("中") && "国央心外小型共标部".indexOf(p.at(after + 1)) >= 0)
                    && !(part.equals("末") && p.at(after + 1) == '端')
                    && !(part.equals("初") && "步级中一二".indexOf(p.at(after + 1)) >= 0)) {
                after += part.equals("中") ? 0 : part.length();
                break;
            }
        }
        int to = c.joined(after);
        if (to > 0) {
            int last = c.number(to, 12);
            if (last > m && p.at(p.skipSpaces(c.end)) == '月') {
                int close = p.skipSpaces(c.end) + 1;
                if (p.at(close) == '份') {
                    close++;
                }
                if (!Glyphs.digit(p.at(close))) {
                    c.end = close;
                    return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, last));
                }
            }
        }
        c.end = after;
        return Stretch.month(YearMonth.of(year, m));
    }

    /** 5月26日, and on to 28日, 6月2日 where the text goes on. */
    private Stretch days(int year, int month, int day, int after) {
        var first = Calendar.date(year, month, day);
        c.end = after;
        if (first == null) {
            return null;
        }
        int to = c.joined(after);
        if (to > 0) {
            int n = c.number(to, 31);
            if (n > 0) {
                int close = c.end;
                LocalDate last = null;
                if (p.at(close) == '日') {
                    last = Calendar.date(year, month, n);
                    close++;
                } else if (p.at(close) == '月' && n <= 12) {
                    int d = c.number(close + 1, 31);
                    if (d > 0 && p.at(c.end) == '日') {
                        last = Calendar.date(n < month ? year + 1 : year, n, d);
                        close = c.end + 1;
                    }
                }
                if (last != null && last.isAfter(first)) {
                    c.end = close;
                    return Stretch.days(first, last);
                }
            }
        }
        c.end = after;
        return Stretch.day(first);
    }
}
