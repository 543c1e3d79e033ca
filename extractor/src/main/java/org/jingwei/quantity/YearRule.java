package org.jingwei.quantity;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Period.Part;

/** Years, runs of years, and what stands behind a year inside it: 2021年, 2016年至2020年, 去年四季度, 2021年5月26日. */
final class YearRule {
    private static final Words<Integer> YEAR_WORD = Words.of(Map.entry(0, "今年 本年 本年度"),
            Map.entry(-1, "去年 上年 上年度 上一年 去年度 上一年度"),
            Map.entry(-2, "前年"), Map.entry(1, "明年 来年"), Map.entry(2, "后年"));

    private final Calendar c;
    private final Passage p;
    private final InYear inside;

    YearRule(Calendar calendar, InYear inside) {
        c = calendar;
        p = calendar.p;
        this.inside = inside;
    }

    /**
     * A year as it stands in the text.
     *
     * @param value MIN_VALUE where only a day of publication could tell, and there is none
     */
    record Year(int value, boolean inferred, int end) {
        Set<Part> supplied() {
            return inferred ? Calendar.YEAR : Calendar.NOTHING;
        }
    }

    /** The year that stands at {@code i}, or null. */
    Year year(int i) {
        var word = YEAR_WORD.at(p.s, i);
        if (word != null) {
            int k = i + word.length();
            if (foreignYear(word.word(), p.at(i - 1), p.at(k))) {
                return null;
            }
            return new Year(p.published == null ? Integer.MIN_VALUE : p.published.getYear() + word.meaning(), true, k);
        }
        if (p.startsWith("民国", i)) {
            int roc = c.number(i + 2, 99);
            int value = roc;
            if (roc < 0 && Glyphs.digit(p.at(i + 2)) && Glyphs.digit(p.at(i + 4)) && !Glyphs.digit(p.at(i + 5))) {
                value = (p.at(i + 2) - '0') * 100 + (p.at(i + 3) - '0') * 10 + p.at(i + 4) - '0';
                c.end = i + 5;
            }
            return value > 0 && value < 190 && p.at(c.end) == '年' ? new Year(value + 1911, false, c.end + 1) : null;
        }
        int value = c.fourDigits(i);
        int close = c.end;
        if (value < 0 || "、和与及".indexOf(p.at(i - 1)) >= 0 && i > 4 && c.fourDigits(i - 5) > 0) {
            // 2021、2022年: the years before it would be missing.
            return null;
        }
        c.end = close;
        int k = p.skipSpaces(c.end);
        return p.at(k) == '年' ? new Year(value, false, k + 1) : null;
    }

    /** 建成后年产能, 以上年龄, 资本年化: the characters of two other words. */
    private static boolean foreignYear(String word, char before, char after) {
        if ("产均化龄轻会货薪金检审".indexOf(after) >= 0 && after != '\0') {
            return true;
        }
        return switch (word.charAt(0)) {
            case '后' -> before == '大' || "，。；、 （(到至\n\0".indexOf(before) < 0;
            case '前' -> "之以此目成空提大".indexOf(before) >= 0;
            case '上' -> "以早晚线网".indexOf(before) >= 0;
            case '本' -> "资成日基样版".indexOf(before) >= 0;
            default -> false;
        };
    }

    /** Reads on behind a year that stands at {@code i}; returns where the reading ends. */
    int withYear(int i, Year year) {
        int k = year.end();
        char next = p.at(k);
        if ("代级版轮货薪"
                .indexOf(next) >= 0 || p.startsWith("同期", k) || p.startsWith("同月", k) || p.startsWith("同季", k)
                || p.startsWith("以前", k) || p.startsWith("之前", k)
                || p.startsWith("前后", k)) {
            return p.startsWith("同", k) ? k + 2 : k;
        }
        if (p.at(k) == '=' || p.startsWith("价格", k) || p.startsWith("不变价", k) || p.startsWith("可比价", k)) {
            // 上年=100, 2015年价格: what an index is against.
            return k;
        }
        boolean base = c.compared(i) && !c.asOf(i);
        if (p.at(k) == '度' && p.at(k + 1) != '假') {
            k++;
        }
        int span = yearRange(i, year, k);
        if (span != i) {
            return span;
        }
        if (year.value() == Integer.MIN_VALUE) {
            inside.at(k, 2000, true, false);
            return Math.max(c.end, k);
        }
        int inner = p.skipSpaces(k);
        boolean gap = inner > k && !Glyphs.digit(p.at(inner));
        if (!gap) {
            c.end = inner;
            var stretch = inside.at(inner, year.value(), year.inferred(), true);
            if (stretch != null) {
                int until = c.end;
                if (p.startsWith("同期", until)) {
                    return until + 2;
                }
                if (base) {
                    c.sentenceYear = Integer.MIN_VALUE;
                    return until;
                }
                int onward = onward(i, stretch, until, year.supplied());
                if (onward > until) {
                    return onward;
                }
                return c.emit(i, until, stretch, year.supplied(), "date");
            }
            if (c.end > inner) {
                return c.end;
            }
        }
        if (base || ratioBase(i, k)) {
            return k;
        }
        return c.emit(i, k, Stretch.year(year.value()), year.supplied(), "year");
    }

    /** 2020年12月至2021年3月. */
    private int onward(int i, Stretch first, int until, Set<Part> supplied) {
        int to = c.joined(until);
        Year year = to < 0 || p.at(i - 1) == '从' || p.at(i - 1) == '由' ? null : year(to);
        if (year == null || year.value() == Integer.MIN_VALUE) {
            return until;
        }
        var last = inside.at(p.skipSpaces(year.end()), year.value(), year.inferred(), true);
        if (last == null || last.precision() != first.precision() || !last.first().isAfter(first.first())) {
            return until;
        }
        int close = c.end;
        Set<Part> either = supplied.isEmpty() ? year.supplied() : supplied;
        return switch (first.precision()) {
            case DAY -> c.emit(i, close, Stretch.days(first.first(), last.last()), either, "date");
            case MONTH -> c.emit(i, close, Stretch.months(YearMonth.from(first.first()), YearMonth.from(last.first())),
                    either, "date");
            default -> until;
        };
    }

    /** The 去年 of 是去年的1.8倍. */
    private boolean ratioBase(int i, int k) {
        boolean is = "是为达于到过至".indexOf(p.at(i - 1)) >= 0 && p.at(i - 1) != '\0';
        if (!is || p.at(k) != '的') {
            return false;
        }
        for (int j = k + 1; j < k + 8; j++) {
            char c = p.at(j);
            if (c == '倍') {
                return true;
            }
            if (!Glyphs.digit(c) && c != '.' && Glyphs.chineseDigit(c) < 0 && "近约超十逾".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** 2021—2025年, 2016年至2020年, 2021年到2025年. */
    private int yearRange(int i, Year first, int k) {
        int to = c.joined(k);
        if (to < 0 || first.value() == Integer.MIN_VALUE) {
            return i;
        }
        Year second = year(to);
        if (second == null || second.value() <= first.value()) {
            return i;
        }
        int after = second.end();
        boolean inside = Glyphs.digit(p.at(after)) || p.at(after) == '上' && p.at(after + 1) == '半';
        if (inside || p.startsWith("同期", after) || p.at(i - 1) == '从' || p.at(i - 1) == '由') {
            return i;
        }
        if (p.at(after) == '度') {
            after++;
        }
        return c.emit(i, after, Stretch.years(first.value(), second.value()),
                first.inferred() ? first.supplied() : second.supplied(), "years");
    }

    /** 2021—2025年. */
    int yearsByDigits(int i) {
        int first = c.fourDigits(i);
        int to = first < 0 ? -1 : c.joined(c.end);
        if (to < 0 || p.at(c.end) == ' ') {
            return i;
        }
        int second = c.fourDigits(to);
        int k = c.end;
        if (second <= first || p.at(k) != '年') {
            return i;
        }
        k += p.at(k + 1) == '度' ? 2 : 1;
        return Glyphs.digit(p.at(k)) ? i : c.emit(i, k, Stretch.years(first, second), Calendar.NOTHING, "years");
    }
}
