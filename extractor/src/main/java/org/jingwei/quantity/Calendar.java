package org.jingwei.quantity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Period.Part;
import org.jingwei.source.Span;

/** What the rules of the calendar share: the passage, small readers of numbers, and the taking in of a period. */
final class Calendar {
    static final Set<Part> NOTHING = Set.of();
    static final Set<Part> YEAR = Set.of(Part.YEAR);
    private static final Words<Boolean> FUTURE = Words
            .of(Map.entry(true, "将 拟 计划 预计 力争 即将 争取 有望 确保 定于 拟于 将于 计划于 预计于 将在 预计在 计划在 拟在 预期 要在 力争于 有望于 有望在 最快 最迟 最晚"));
    private static final Words<Boolean> AS_OF = Words.of(Map.entry(true, "截至 截止 截止到 截至到 截止至"));
    private static final Words<Boolean> COMPARED = Words
            .of(Map.entry(true, "比 较 相比 对比 比照 同比 较之 相较 相较于 相比于 超过 高于 低于 快于 好于"));

    final Passage p;
    /** Set by the small readers: where what they read ends. */
    int end;
    /** The year of the last period of the sentence; MIN_VALUE where there is none. */
    int sentenceYear = Integer.MIN_VALUE;
    int lastMonth = -1;
    /** How many months the words behind 止 say. */
    private int months;
    /** Whether the day of publication ended the stretch read last (今年以来). */
    boolean endSupplied;

    Calendar(Passage passage) {
        p = passage;
    }

    void sentenceEnds() {
        sentenceYear = Integer.MIN_VALUE;
    }

    /** The base of a comparison stands at {@code i}: 比上年. */
    boolean compared(int i) {
        return COMPARED.before(p.s, i) != null;
    }

    /** 截至 stands before {@code i}. */
    boolean asOf(int i) {
        return AS_OF.before(p.s, i) != null;
    }

    /** A number from 1 to {@code most} in Arabic or Chinese digits, or -1. */
    int number(int i, int most) {
        int k = i;
        if (Glyphs.digit(p.at(k))) {
            int value = 0;
            while (Glyphs.digit(p.at(k)) && k - i < 3) {
                value = value * 10 + p.at(k++) - '0';
            }
            end = k;
            return k - i <= 2 && value >= 1 && value <= most ? value : -1;
        }
        int tens = -1;
        int ones = Glyphs.chineseDigit(p.at(k));
        if (ones > 0) {
            k++;
            if (p.at(k) == '十') {
                tens = ones;
                k++;
                ones = Glyphs.chineseDigit(p.at(k));
                if (ones > 0) {
                    k++;
                }
            }
        } else if (p.at(k) == '十') {
            tens = 1;
            k++;
            ones = Glyphs.chineseDigit(p.at(k));
            if (ones > 0) {
                k++;
            }
        } else {
            return -1;
        }
        end = k;
        if (Glyphs.chineseDigit(p.at(k)) >= 0 || Glyphs.power(p.at(k)) > 0) {
            return -1;
        }
        int value = Math.max(tens, 0) * 10 + Math.max(ones, 0);
        return value >= 1 && value <= most ? value : -1;
    }

    /** A year in four digits, or -1. */
    int fourDigits(int i) {
        int value = 0;
        boolean arabic = Glyphs.digit(p.at(i));
        for (int k = i; k < i + 4; k++) {
            int d = arabic ? Glyphs.digit(p.at(k)) ? p.at(k) - '0' : -1 : Glyphs.chineseDigit(p.at(k));
            if (d < 0 || p.at(k) == '两') {
                return -1;
            }
            value = value * 10 + d;
        }
        if (Glyphs.digit(p.at(i + 4)) || Glyphs.chineseDigit(p.at(i + 4)) >= 0) {
            return -1;
        }
        end = i + 4;
        return value >= 1900 && value <= 2100 ? value : -1;
    }

    /** Behind a sign that joins two dates, or -1. */
    int joined(int k) {
        int j = p.skipSpaces(k);
        char c = p.at(j);
        if (c == '至' || c == '到' || c == '-' || c == '~') {
            return p.skipSpaces(j + 1);
        }
        return c == '—' ? p.skipSpaces(p.at(j + 1) == '—' ? j + 2 : j + 1) : -1;
    }

    /** Null where there is no such day. */
    static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the words at {@code [i, until)} announce what is to come. */
    boolean future(int i, int until) {
        int from = p.clauseStart(i, 8);
        for (int k = i; k > from; k--) {
            var word = FUTURE.before(p.s, k);
            if (word != null) {
                return true;
            }
        }
        for (int k = until; k < until + 6 && k < p.s.length && !Glyphs.endsClause(p.at(k)); k++) {
            if (p.at(k) == '起' && p.at(i - 1) == '自' || p.at(k) == '将' || p.startsWith("拟", k)
                    || p.startsWith("有望", k)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes in a period that stands in {@code [i, until)}, and 截至 before it; returns where it ends.
     *
     * @param supplied what the day of publication gave
     */
    int emit(int i, int until, Stretch stretch, Set<Part> supplied, String rule) {
        int start = i;
        int left = p.backSpaces(i);
        var asOf = AS_OF.before(p.s, left);
        if (asOf != null) {
            start = left - asOf.length();
        }
        if (stretch.precision() == Period.Precision.DAY && p.at(until) == '止') {
            int close = endingThen(until + 1);
            if (close > 0) {
                return ended(start, i, close, stretch, supplied);
            }
        }
        char last = p.at(until - 1);
        boolean point = asOf != null || last == '底' || last == '末' || p.startsWith("为止", until);
        if (p.damaged(i, until) || openEnded(until) || ofYears(until) || p.startsWith("以后", until) && asOf == null) {
            sentenceYear = stretch.last().getYear();
            return until;
        }
        if (!p.found.isEmpty() && p.found.getLast().span().end() > start) {
            start = i;
        }
        if (stretch.precision() == Period.Precision.MONTH || stretch.precision() == Period.Precision.DAY) {
            lastMonth = stretch.last().getMonthValue();
        }
        sentenceYear = stretch.last().getYear();
        p.found.add(stretch.period(new Span(start, until), new Span(i, until), withEnd(supplied), point, rule));
        return until;
    }

    /** 2060年前, 2020年后, 自2020年起, 2022年来, 二季度前: an end or a beginning, not the period itself. */
    private boolean ofYears(int until) {
        boolean year = p.at(until - 1) == '年';
        char further = p.at(until + 1);
        return switch (p.at(until)) {
            case '前' -> (year || p.endsWith("季度", until)) && "期列往来海沿".indexOf(further) < 0;
            case '后' -> (year || p.endsWith("季度", until)) && further != '勤' && further != '备';
            case '起' -> year && "步草飞点诉".indexOf(further) < 0;
            case '来' -> year && "自华看说临到源访宁安宾津".indexOf(further) < 0;
            default -> false;
        };
    }

    /** Where the 六个月 or 年度 behind 截至…止 ends that is the length of a period; -1 where nothing of the kind stands there. */
    private int endingThen(int i) {
        months = -1;
        int k = p.skipSpaces(i);
        k += p.at(k) == '之' || p.at(k) == '的' ? 1 : 0;
        for (String year : new String[]{ "年度", "财政年度", "会计年度", "财年", "全年" }) {
            if (p.startsWith(year, k)) {
                months = 12;
                return k + year.length();
            }
        }
        for (String half : new String[]{ "半年度", "上半年", "半年" }) {
            if (p.startsWith(half, k)) {
                months = 6;
                return k + half.length();
            }
        }
        if (p.startsWith("季度", k)) {
            months = 3;
            return k + 2;
        }
        int n = number(k, 99);
        int close = p.skipSpaces(end);
        if (n > 0 && p.startsWith("个月", close)) {
            months = n;
            return close + 2;
        }
        // 13周, 90日: of no length in months.
        months = 0;
        return n > 0 ? close : -1;
    }

    /** 截至6月30日止六个月: the months that end then, where they are a year, a half, a quarter or run from New Year on. */
    private int ended(int start, int i, int close, Stretch day, Set<Part> supplied) {
        var last = YearMonth.from(day.last());
        sentenceYear = last.getYear();
        if (months == 0 || months > 12) {
            return close;
        }
        if (p.at(close) == '及' || p.at(close) == '和' || p.at(close) == '、') {
            // 三个月及六个月: of which of the two it is told, the text says further on.
            int next = endingThen(close + 1);
            return Math.max(next, close);
        }
        var stretch = Stretch.months(last.minusMonths(months - 1L), last);
        boolean whole = last.atEndOfMonth().equals(day.last())
                && (stretch.precision() != Period.Precision.RUN || stretch.first().getDayOfYear() == 1
                        && stretch.first().getYear() == last.getYear());
        if (whole && !p.damaged(i, close)) {
            int from = Math.max(start, Math.min(i, p.floor()));
            p.found.add(stretch.period(new Span(from, close), new Span(i, close), supplied, false, "months-ended"));
        }
        return close;
    }

    /** 2015年以来, 2004年至今: what began then has no end in the text. */
    private boolean openEnded(int until) {
        return p.startsWith("以来", until) || p.startsWith("至今", until) || p.startsWith("迄今", until)
                || p.startsWith("之前", until) || p.startsWith("之后", until);
    }

    private Set<Part> withEnd(Set<Part> supplied) {
        if (!endSupplied || supplied.contains(Part.MONTH)) {
            return supplied;
        }
        var all = EnumSet.of(Part.MONTH);
        all.addAll(supplied);
        return all;
    }
}
