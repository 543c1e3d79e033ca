package org.jingwei.quantity;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months, runs of months, days and runs of days of a year that is known: 5月, 1—9月, 5月26日, 5月26—28日. */
final class InMonth {
    private final Calendar c;
    private final Passage p;

    InMonth(Calendar calendar) {
        c = calendar;
        p = calendar.p;
    }

    /**
     * A month, a run of months, a day, a run of days of the given year; null where there is none. An end moved on
     * without a result is something to step over.
     */
    Stretch at(int k, int year) {
        int month = c.number(k, 12);
        if (month < 0) {
            c.end = k;
            return null;
        }
        int until = p.skipSpaces(c.end);
        if (p.at(until) != '月') {
            return run(k, year, month, until);
        }
        int from = p.skipSpaces(until + 1);
        int day = c.number(from, 31);
        if (day > 0) {
            int close = p.skipSpaces(c.end);
            if (p.at(close) == '号' || p.at(close) == '日' && "元圆币均".indexOf(p.at(close + 1)) < 0) {
                return days(year, month, day, close + 1);
            }
            int second = p.at(c.end) == '、' ? c.end + 1 : c.joined(c.end);
            if (second > 0) {
                return twoDays(year, month, day, second, until + 1);
            }
        }
        return wholeMonth(year, month, until + 1);
    }

    /** 1-5月, 1至5月, 3、4月: the months before the word. */
    private Stretch run(int k, int year, int month, int until) {
        int to = c.joined(c.end);
        boolean next = to < 0 && p.at(until) == '、' && p.at(k - 1) != '、';
        int last = to > 0 ? c.number(to, 12) : next ? c.number(until + 1, 12) : -1;
        int word = last < 0 ? k : to > 0 ? p.skipSpaces(c.end) : c.end;
        boolean months = last > month && (to > 0 || last == month + 1) && p.at(word) == '月' && p.at(word + 1) != '龄';
        c.end = k;
        if (!months) {
            return null;
        }
        int close = p.at(word + 1) == '份' ? word + 2 : word + 1;
        if (Glyphs.digit(p.at(p.skipSpaces(close)))) {
            return null;
        }
        c.end = close;
        return Stretch.months(YearMonth.of(year, month), YearMonth.of(year, last));
    }

    /** 5月26-28日, 5月26、27日; days that do not follow each other are no stretch. */
    private Stretch twoDays(int year, int month, int day, int second, int otherwise) {
        boolean list = p.at(second - 1) == '、';
        int last = c.number(second, 31);
        boolean run = last > day && (!list || last == day + 1) && p.at(c.end) == '日';
        int close = c.end + 1;
        c.end = otherwise;
        if (!run) {
            return null;
        }
        c.end = close;
        var from = Calendar.date(year, month, day);
        var till = Calendar.date(year, month, last);
        return from == null || till == null ? null : Stretch.days(from, till);
    }

    /** 5月, 5月份, 5月底, 5月至8月. */
    private Stretch wholeMonth(int year, int month, int from) {
        int after = from;
        if ("饼嫂薪租供龄".indexOf(p.at(after)) >= 0) {
            c.end = after;
            return null;
        }
        if (p.at(after) == '份') {
            after++;
        }
        after += part(after);
        int to = c.joined(after);
        int last = to > 0 ? c.number(to, 12) : -1;
        int word = last > month ? p.skipSpaces(c.end) : after;
        c.end = after;
        if (last > month && p.at(word) == '月') {
            int close = p.at(word + 1) == '份' ? word + 2 : word + 1;
            if (!Glyphs.digit(p.at(close))) {
                c.end = close;
                return Stretch.months(YearMonth.of(year, month), YearMonth.of(year, last));
            }
        }
        return Stretch.month(YearMonth.of(year, month));
    }

    /** The length of 上旬, 底, 末, 初 behind a month: the notation keeps the month alone. */
    private int part(int i) {
        for (String part : new String[]{ "上旬", "中旬", "下旬", "底", "末", "初" }) {
            if (p.startsWith(part, i) && !(part.equals("末") && p.at(i + 1) == '端')
                    && !(part.equals("初") && "步级中一二".indexOf(p.at(i + 1)) >= 0)) {
                return part.length();
            }
        }
        return 0;
    }

    /** 5月26日、27日, 5月26日、27日和28日; days that do not follow each other are no stretch. */
    private Stretch listedDays(LocalDate first, int from) {
        int k = from;
        var last = first;
        boolean run = true;
        while (p.at(k) == '、' || p.at(k) == '和') {
            int day = c.number(k + 1, 31);
            if (day < 0 || p.at(c.end) != '日') {
                break;
            }
            k = c.end + 1;
            last = last.plusDays(1);
            run &= last.getDayOfMonth() == day && last.getMonth() == first.getMonth();
        }
        c.end = k;
        return run ? Stretch.days(first, last) : null;
    }

    /** 5月26日, and on to 28日, 6月2日 where the text goes on. */
    private Stretch days(int year, int month, int day, int after) {
        var first = Calendar.date(year, month, day);
        c.end = after;
        if (first == null) {
            return null;
        }
        if ((p.at(after) == '、' || p.at(after) == '和') && c.number(after + 1, 31) > 0 && p.at(c.end) == '日') {
            return listedDays(first, after);
        }
        c.end = after;
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
