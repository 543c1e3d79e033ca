package org.jingwei.quantity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jingwei.source.Span;

/**
 * Dates and periods. What the text leaves out is supplied from the day of publication, by rules that give no answer
 * where two are possible: a month alone is the last one that has begun, and at most four months back; it lies ahead
 * only where the words announce it. A year named earlier in the sentence that speaks against the answer voids it. The
 * base of a comparison (去年同期, 比上年) is no period of its own and is stepped over.
 */
final class CalendarRule {
    private static final Words<Integer> YEAR_WORD = Words.of(Map.entry(0, "今年 本年 本年度"),
            Map.entry(-1, "去年 上年 上年度 上一年 去年度 上一年度"),
            Map.entry(-2, "前年"), Map.entry(1, "明年 来年"), Map.entry(2, "后年"));
    private static final Words<Integer> DAY_WORD = Words.of(Map.entry(0, "今天 今日 今晚 今晨 今早"),
            Map.entry(-1, "昨天 昨日 昨晚 昨夜"),
            Map.entry(-2, "前天 前日"), Map.entry(1, "明天 明日 明晚"), Map.entry(2, "后天"));
    private static final Words<Integer> MONTH_WORD = Words.of(Map.entry(0, "本月 这个月 本月份"), Map.entry(-1, "上月 上个月 上月份"),
            Map.entry(1, "下月 下个月"));
    private static final Words<Integer> WEEK_WORD = Words.of(Map.entry(0, "本周 这周 本星期 这个星期"),
            Map.entry(-1, "上周 上星期 上个星期 上礼拜"),
            Map.entry(1, "下周 下星期 下个星期"));
    private static final Words<Integer> PLAN = Words.of(Map.entry(16, "十六五"), Map.entry(15, "十五五"),
            Map.entry(14, "十四五"),
            Map.entry(13, "十三五"), Map.entry(12, "十二五"), Map.entry(11, "十一五"), Map.entry(10, "十五"), Map.entry(9, "九五"),
            Map.entry(8, "八五"), Map.entry(7, "七五"), Map.entry(6, "六五"));
    private static final Words<Boolean> FUTURE = Words
            .of(Map.entry(true, "将 拟 计划 预计 力争 即将 争取 有望 确保 定于 拟于 将于 计划于 预计于 将在 预计在 计划在 拟在 预期 要在 力争于 有望于 有望在 最快 最迟 最晚"));
    private static final Words<Boolean> COMPARED = Words
            .of(Map.entry(true, "比 较 相比 对比 比照 同比 较之 相较 相较于 相比于 超过 高于 低于 快于 好于"));
    private static final Words<Boolean> AS_OF = Words.of(Map.entry(true, "截至 截止 截止到 截至到 截止至"));

    private final Passage p;
    private int sentenceYear = Integer.MIN_VALUE;
    private int lastMonth = -1;
    /** Set by the small readers below: where what they read ends. */
    private int end;

    CalendarRule(Passage passage) {
        p = passage;
    }

    void sentenceEnds() {
        sentenceYear = Integer.MIN_VALUE;
    }

    /** A year as it stands in the text. */
    private record Year(int value, boolean inferred, int end) {}

    int at(int i) {
        char c = p.at(i);
        char before = p.at(i - 1);
        boolean numeric = Glyphs.digit(c) || Glyphs.chineseDigit(c) >= 0 || c == '十';
        if (numeric && (Glyphs.digit(before) || Glyphs.letter(before) && Glyphs.digit(c) || before == '.'
                || before == '-' || before == '/' || before == '_'
                || before == ':' || before == '×'
                || Glyphs.chineseDigit(c) >= 0 && (Glyphs.chineseDigit(before) >= 0 || Glyphs.power(before) > 0))) {
            return i;
        }
        if (c == '第') {
            return before == '\0' || !numericBefore(i) ? quarterWithin(i) : i;
        }
        int plan = plan(i);
        if (plan != i) {
            return plan;
        }
        if (Glyphs.digit(c)) {
            int iso = iso(i);
            if (iso != i) {
                return iso;
            }
        }
        if (numeric && Glyphs.lost(before)) {
            return i;
        }
        var day = DAY_WORD.at(p.s, i);
        if (day != null) {
            return dayWord(i, day);
        }
        var week = WEEK_WORD.at(p.s, i);
        if (week != null) {
            return weekday(i, week);
        }
        var month = MONTH_WORD.at(p.s, i);
        if (month != null) {
            return monthWord(i, month);
        }
        int years = yearsByDigits(i);
        if (years != i) {
            return years;
        }
        Year year = year(i);
        if (year != null) {
            return withYear(i, year);
        }
        return withoutYear(i);
    }

    private boolean numericBefore(int i) {
        return Glyphs.digit(p.at(i - 1));
    }

    private int quarterWithin(int i) {
        return withoutYear(i);
    }

    // ---- small readers: a value and, in `end`, where it ends; -1 where there is none ----

    private int number(int i, int most) {
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

    private int fourDigits(int i) {
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

    private Year year(int i) {
        var word = YEAR_WORD.at(p.s, i);
        if (word != null) {
            int k = i + word.length();
            if (foreignYear(word.word(), p.at(i - 1), p.at(k))) {
                return null;
            }
            return new Year(p.published == null ? Integer.MIN_VALUE : p.published.getYear() + word.meaning(), true, k);
        }
        if (p.startsWith("民国", i)) {
            int roc = number(i + 2, 99);
            int value = roc;
            if (roc < 0 && Glyphs.digit(p.at(i + 2)) && Glyphs.digit(p.at(i + 4)) && !Glyphs.digit(p.at(i + 5))) {
                value = (p.at(i + 2) - '0') * 100 + (p.at(i + 3) - '0') * 10 + p.at(i + 4) - '0';
                end = i + 5;
            }
            return value > 0 && value < 190 && p.at(end) == '年' ? new Year(value + 1911, false, end + 1) : null;
        }
        int value = fourDigits(i);
        if (value < 0) {
            return null;
        }
        int k = p.skipSpaces(end);
        return p.at(k) == '年' ? new Year(value, false, k + 1) : null;
    }

    /** 建成后年产能, 以上年龄, 资本年化: the characters of two other words. */
    private static boolean foreignYear(String word, char before, char after) {
        if ("产均化龄轻会货薪金检审".indexOf(after) >= 0 && after != '\0') {
            return true;
        }
        return switch (word.charAt(0)) {
            case '后' -> "，。；、 （(到至\n\0".indexOf(before) < 0;
            case '前' -> "之以此目成空提".indexOf(before) >= 0;
            case '上' -> "以早晚线网".indexOf(before) >= 0;
            case '本' -> "资成日基样版".indexOf(before) >= 0;
            default -> false;
        };
    }

    // ---- periods that begin with their year ----

    private int withYear(int i, Year year) {
        int k = year.end();
        char next = p.at(k);
        if ("代级版轮货薪"
                .indexOf(next) >= 0 || p.startsWith("同期", k) || p.startsWith("同月", k) || p.startsWith("同季", k)
                || p.startsWith("以前", k)
                || p.startsWith("前后", k)) {
            return p.startsWith("同", k) ? k + 2 : k;
        }
        boolean base = COMPARED.before(p.s, i) != null && AS_OF.before(p.s, i) == null;
        if (p.at(k) == '度' && p.at(k + 1) != '假') {
            k++;
        }
        int span = yearRange(i, year, k);
        if (span != i) {
            return span;
        }
        if (year.value() == Integer.MIN_VALUE) {
            within(k, 2000, true, i, false);
            return Math.max(end, k);
        }
        int inside = p.skipSpaces(k);
        boolean gap = inside > k && !Glyphs.digit(p.at(inside));
        if (!gap) {
            end = inside;
            var stretch = within(inside, year.value(), year.inferred(), i, true);
            if (stretch != null) {
                int until = end;
                if (p.startsWith("同期", until)) {
                    return until + 2;
                }
                if (base) {
                    sentenceYear = Integer.MIN_VALUE;
                    return until;
                }
                int onward = onward(i, stretch, until, year.inferred());
                if (onward > until) {
                    return onward;
                }
                return emit(i, until, stretch, year.inferred(), "date");
            }
            if (end > inside) {
                return end;
            }
        }
        if (base || ratioBase(i, k)) {
            return k;
        }
        return emit(i, k, Stretch.year(year.value()), year.inferred(), "year");
    }

    /** 2020年12月至2021年3月. */
    private int onward(int i, Stretch first, int until, boolean inferred) {
        int to = joined(until);
        Year year = to < 0 || p.at(i - 1) == '从' || p.at(i - 1) == '由' ? null : year(to);
        if (year == null || year.value() == Integer.MIN_VALUE) {
            return until;
        }
        var last = within(p.skipSpaces(year.end()), year.value(), year.inferred(), i, true);
        if (last == null || last.precision() != first.precision() || !last.first().isAfter(first.first())) {
            return until;
        }
        int close = end;
        return switch (first.precision()) {
            case DAY -> emit(i, close, Stretch.days(first.first(), last.last()), inferred || year.inferred(), "date");
            case MONTH -> emit(i, close, Stretch.months(YearMonth.from(first.first()), YearMonth.from(last.first())),
                    inferred || year.inferred(), "date");
            default -> until;
        };
    }

    /** The 去年 of 是去年的1.8倍. */
    private boolean ratioBase(int i, int k) {
        boolean is = "是为达于到过".indexOf(p.at(i - 1)) >= 0 && p.at(i - 1) != '\0';
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
        int to = joined(k);
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
        return emit(i, after, Stretch.years(first.value(), second.value()), first.inferred() || second.inferred(),
                "years");
    }

    /** 2021—2025年. */
    private int yearsByDigits(int i) {
        int first = fourDigits(i);
        int to = first < 0 ? -1 : joined(end);
        if (to < 0 || p.at(end) == ' ') {
            return i;
        }
        int second = fourDigits(to);
        int k = end;
        if (second <= first || p.at(k) != '年') {
            return i;
        }
        k += p.at(k + 1) == '度' ? 2 : 1;
        return Glyphs.digit(p.at(k)) ? i : emit(i, k, Stretch.years(first, second), false, "years");
    }

    /** Behind a sign that joins two dates, or -1. */
    private int joined(int k) {
        int j = p.skipSpaces(k);
        char c = p.at(j);
        if (c == '至' || c == '到' || c == '-' || c == '~') {
            return p.skipSpaces(j + 1);
        }
        return c == '—' ? p.skipSpaces(p.at(j + 1) == '—' ? j + 2 : j + 1) : -1;
    }

    /**
     * What stands behind a year, inside it; null where the year stands alone. Leaves in {@code end} where it ends; an
     * {@code end} moved on without a result is something to step over.
     */
    private Stretch within(int k, int year, boolean inferred, int i, boolean known) {
        end = k;
        char c = p.at(k);
        if (p.startsWith("上半年", k) || p.startsWith("下半年", k)) {
            end = k + 3;
            return Stretch.half(year, c == '上' ? 1 : 2);
        }
        if (p.startsWith("全年", k)) {
            end = k + 2;
            return Stretch.year(year);
        }
        if (p.startsWith("以来", k) || p.startsWith("来", k) && inferred) {
            end = k + (c == '来' ? 1 : 2);
            return sinceNewYear(year);
        }
        if (p.startsWith("年底", k) || p.startsWith("年末", k) || p.startsWith("年初", k)) {
            end = k + 2;
            if (p.startsWith("以来", end)) {
                end += 2;
                return c == '年' && p.at(k + 1) == '初' ? sinceNewYear(year) : null;
            }
            return Stretch.year(year);
        }
        if (c == '底' || c == '末' || c == '初') {
            end = k + 1;
            if (c == '初' && p.startsWith("以来", end)) {
                end += 2;
                return sinceNewYear(year);
            }
            return Stretch.year(year);
        }
        int quarter = quarter(k);
        if (quarter > 0) {
            int until = end;
            int to = joined(until);
            if (to > 0) {
                int second = quarter(to);
                if (second > quarter) {
                    return Stretch.months(YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, second * 3));
                }
            }
            end = until;
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
        return p.published == null || p.published.getYear() != year
                ? null
                : Stretch.months(YearMonth.of(year, 1), YearMonth.from(p.published));
    }

    /** 一季度, 第三季度, 首季, 四季度: 1 to 4. */
    private int quarter(int i) {
        int k = i;
        if (p.at(k) == '首' && p.at(k + 1) == '季') {
            end = p.at(k + 2) == '度' ? k + 3 : k + 2;
            return 1;
        }
        if (p.at(k) == '第') {
            k++;
        }
        int q = number(k, 4);
        if (q < 0 || !p.startsWith("季度", end) || Glyphs.digit(p.at(k + 1))) {
            end = i;
            return -1;
        }
        end += 2;
        if (p.at(end) == '末') {
            end++;
        }
        return q;
    }

    /** 前三季度, 前5个月, 前4月, 首两个月. */
    private Stretch firstMonths(int k, int year) {
        if (p.at(k) != '前' && p.at(k) != '首') {
            return null;
        }
        int n = p.at(k + 1) == '两' ? 2 : number(k + 1, 11);
        int until = p.at(k + 1) == '两' ? k + 2 : end;
        end = k;
        if (n < 1) {
            return null;
        }
        if ((p.startsWith("季度", until) || p.startsWith("个季度", until)) && n >= 2 && n <= 3) {
            end = until + (p.at(until) == '个' ? 3 : 2);
            return Stretch.months(YearMonth.of(year, 1), YearMonth.of(year, n * 3));
        }
        if (p.startsWith("个月", until) || p.at(until) == '月' && n > 1) {
            end = until + (p.at(until) == '个' ? 2 : 1);
            if (p.at(end) == '份') {
                end++;
            }
            return Stretch.months(YearMonth.of(year, 1), YearMonth.of(year, n));
        }
        return null;
    }

    /** A month, a run of months, a day, a run of days of the given year. */
    private Stretch month(int k, int year) {
        int m = number(k, 12);
        if (m < 0) {
            end = k;
            return null;
        }
        int until = p.skipSpaces(end);
        if (p.at(until) != '月') {
            // 1-5月, 1至5月
            int to = joined(end);
            int last = to < 0 ? -1 : number(to, 12);
            int behind = last < 0 ? k : p.skipSpaces(end);
            if (last > m && p.at(behind) == '月' && p.at(behind + 1) != '龄') {
                end = p.at(behind + 1) == '份' ? behind + 2 : behind + 1;
                if (Glyphs.digit(p.at(p.skipSpaces(end)))) {
                    end = k;
                    return null;
                }
                return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, last));
            }
            // 3、4月
            int next = to < 0 && p.at(until) == '、' ? number(until + 1, 12) : -1;
            if (next == m + 1 && p.at(end) == '月' && !Glyphs.digit(p.at(end + 1)) && p.at(k - 1) != '、') {
                end = p.at(end + 1) == '份' ? end + 2 : end + 1;
                return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, next));
            }
            end = k;
            return null;
        }
        int day = number(p.skipSpaces(until + 1), 31);
        int dayEnd = day < 0 ? until + 1 : p.skipSpaces(end);
        if (day > 0 && (p.at(dayEnd) == '日' || p.at(dayEnd) == '号')
                && !(p.at(dayEnd) == '日' && "元圆币均".indexOf(p.at(dayEnd + 1)) >= 0)) {
            return days(year, m, day, dayEnd + 1);
        }
        if (day > 0 && joined(end) > 0) {
            // 5月26-28日
            int to = joined(end);
            int second = number(to, 31);
            if (second > day && p.at(end) == '日') {
                int after = end + 1;
                var first = date(year, m, day);
                var lastDay = date(year, m, second);
                end = after;
                return first == null || lastDay == null ? null : Stretch.days(first, lastDay);
            }
            end = until + 1;
            return null;
        }
        if (day > 0 && Glyphs.digit(p.at(p.skipSpaces(until + 1)))) {
            // A number that is not a day: 3月300家 is left to others.
            end = until + 1;
        }
        int after = until + 1;
        if ("饼嫂薪租供龄".indexOf(p.at(after)) >= 0) {
            end = after;
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
        int to = joined(after);
        if (to > 0) {
            int last = number(to, 12);
            if (last > m && p.at(p.skipSpaces(end)) == '月') {
                int close = p.skipSpaces(end) + 1;
                if (p.at(close) == '份') {
                    close++;
                }
                if (!Glyphs.digit(p.at(close))) {
                    end = close;
                    return Stretch.months(YearMonth.of(year, m), YearMonth.of(year, last));
                }
            }
        }
        end = after;
        return Stretch.month(YearMonth.of(year, m));
    }

    /** 5月26日, and on to 28日, 6月2日 where the text goes on. */
    private Stretch days(int year, int month, int day, int after) {
        var first = date(year, month, day);
        end = after;
        if (first == null) {
            return null;
        }
        int to = joined(after);
        if (to > 0) {
            int n = number(to, 31);
            if (n > 0) {
                int close = end;
                LocalDate last = null;
                if (p.at(close) == '日') {
                    last = date(year, month, n);
                    close++;
                } else if (p.at(close) == '月' && n <= 12) {
                    int d = number(close + 1, 31);
                    if (d > 0 && p.at(end) == '日') {
                        last = date(n < month ? year + 1 : year, n, d);
                        close = end + 1;
                    }
                }
                if (last != null && last.isAfter(first)) {
                    end = close;
                    return Stretch.days(first, last);
                }
            }
        }
        end = after;
        return Stretch.day(first);
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    // ---- periods whose year the day of publication supplies ----

    private int withoutYear(int i) {
        char c = p.at(i);
        if (c == '半' || c == '民' || c == '这' || c == '截') {
            return i;
        }
        if (c == '年') {
            boolean end = (p.startsWith("年底", i) || p.startsWith("年末", i)) && "奖考货将".indexOf(p.at(i + 2)) < 0
                    && "今去前明上当每同本次翌往全数近周多几".indexOf(p.at(i - 1)) < 0 && !numericBefore(i)
                    && Glyphs.chineseDigit(p.at(i - 1)) < 0;
            // Looking back, 年末 in spring is the year before; only what lies ahead is this year's.
            boolean sure = p.published != null && p.published.getMonthValue() >= 3 && sentenceYear == Integer.MIN_VALUE
                    && (future(i, i + 2) || p.at(i + 2) == '前');
            return !end ? i : sure ? emit(i, i + 2, Stretch.year(p.published.getYear()), true, "year") : i + 2;
        }
        if (p.startsWith("全年", i) && p.at(i + 2) != '龄') {
            boolean doubtful = sentenceYear != Integer.MIN_VALUE || p.published == null
                    || p.published.getMonthValue() < 6;
            return doubtful ? i + 2 : emit(i, i + 2, Stretch.year(p.published.getYear()), true, "year");
        }
        int probe = p.published == null ? 2000 : p.published.getYear();
        boolean chinese = Glyphs.chineseDigit(c) >= 0 || c == '十';
        if (chinese && !chineseMonth(i)) {
            int quarter = quarter(i);
            if (quarter < 0) {
                return i;
            }
        }
        var stretch = within(i, probe, true, i, false);
        int until = end;
        if (stretch == null) {
            if (until > i) {
                return until;
            }
            return Glyphs.digit(c) ? dayAlone(i) : i;
        }
        if (c == '初' || c == '末' || c == '底' || c == '来' || c == '以') {
            return i;
        }
        if (p.startsWith("同期", until)) {
            return until + 2;
        }
        // A year stands before it and could not be read, or another text supplies it: 同年5月.
        boolean ofYear = p.at(p.backSpaces(i) - 1) == '年' || p.endsWith("年度", i);
        boolean joint = p.at(i - 1) == '、' && Glyphs.digit(p.at(i - 2))
                && stretch.precision() == Period.Precision.MONTH;
        if (p.published == null || joint || ofYear || COMPARED.before(p.s, i) != null) {
            return until;
        }
        boolean months = Glyphs.digit(c) && (p.at(until - 1) == '月' || p.at(until - 1) == '份') || c == '前';
        Integer year = YearOfContext.of(stretch, p.published, future(i, until), months);
        if (year == null || sentenceYear != Integer.MIN_VALUE && sentenceYear != year) {
            return until;
        }
        var resolved = year == probe ? stretch : within(i, year, true, i, false);
        end = until;
        return resolved == null ? until : emit(i, until, resolved, true, "date-of-context");
    }

    /** 五月 only where something shows that it is a month: 五月二十六日, 五月份, 五月底. */
    private boolean chineseMonth(int i) {
        int m = number(i, 12);
        if (m < 0 || p.at(end) != '月') {
            return false;
        }
        int k = end + 1;
        if (p.at(k) == '份' || p.at(k) == '底' || p.startsWith("上旬", k) || p.startsWith("中旬", k)
                || p.startsWith("下旬", k)) {
            return true;
        }
        int d = number(k, 31);
        return d > 0 && (p.at(end) == '日' || p.at(end) == '号');
    }

    private boolean future(int i, int until) {
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

    /** 24日, 3日讯, (7日): the month is that of publication, or the one before it. */
    private int dayAlone(int i) {
        int d = number(i, 31);
        if (d < 0) {
            return i;
        }
        int k = end;
        if (p.at(k) != '日') {
            int to = joined(k);
            int second = to < 0 ? -1 : number(to, 31);
            if (second > d && p.at(end) == '日' && dayWords(i, end + 1)) {
                return end + 1;
            }
            return i;
        }
        if (!dayWords(i, k + 1)) {
            return i;
        }
        if (p.published == null) {
            return k + 1;
        }
        var now = p.published;
        var month = d <= now.getDayOfMonth() ? YearMonth.from(now) : YearMonth.from(now).minusMonths(1);
        if (lastMonth > 0 && lastMonth != month.getMonthValue() || d > month.lengthOfMonth()
                || month.atDay(d).isBefore(now.minusDays(15))
                || future(i, k + 1) && d > now.getDayOfMonth()) {
            return k + 1;
        }
        if (joined(k + 1) > 0 && Glyphs.digit(p.at(joined(k + 1)))) {
            int to = joined(k + 1);
            int second = number(to, 31);
            if (second > 0 && p.at(end) == '日') {
                return end + 1;
            }
        }
        return emit(i, k + 1, Stretch.day(month.atDay(d)), true, "day-of-context");
    }

    private boolean dayWords(int i, int after) {
        char before = p.at(i - 1);
        char next = p.at(after);
        boolean duration = "内后前间历均夜元圆币报线龄游产本".indexOf(next) >= 0 || p.startsWith("以", after)
                || p.startsWith("左右", after);
        if (duration && !(next == '报' && p.at(after + 1) == '道') && !(next == '本' && p.at(after + 1) == '报')) {
            return false;
        }
        boolean begins = before == '\0' || "，。；、 (》】\n“：;,讯".indexOf(before) >= 0 || "于在者自从".indexOf(before) >= 0
                || p.endsWith("本报", i)
                || p.endsWith("截至", i);
        boolean goesOn = "讯电，,)在召举上下晚凌发从获宣表中公据起、向午对开".indexOf(next) >= 0;
        return begins && (goesOn || "于在者自从".indexOf(before) >= 0 || p.endsWith("截至", i));
    }

    // ---- words ----

    private int dayWord(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        boolean name = "头股资美润报新世日".indexOf(p.at(k)) >= 0 && word.word().equals("今日") || p.at(i - 1) == '《';
        boolean doubtful = word.word().equals("前日") && "目此以".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("后天") && "先".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("前天") && "目".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("明天") && p.at(k) == '系'
                || word.word().equals("明日") && "之".indexOf(p.at(i - 1)) >= 0;
        if (name || doubtful || p.published == null) {
            return k;
        }
        return emit(i, k, Stretch.day(p.published.plusDays(word.meaning())), true, "day-word");
    }

    private int weekday(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        int d = "一二三四五六日".indexOf(p.at(k)) + 1;
        if (p.at(k) == '天') {
            d = 7;
        }
        if (d < 1 || p.at(k) == '\0' || p.published == null || p.at(k) == '一' && p.at(k + 1) == '度') {
            return k;
        }
        var monday = p.published.with(DayOfWeek.MONDAY).plusWeeks(word.meaning());
        return emit(i, k + 1, Stretch.day(monday.plusDays(d - 1L)), true, "weekday");
    }

    private int monthWord(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        if (p.published == null) {
            return k;
        }
        var month = YearMonth.from(p.published).plusMonths(word.meaning());
        int day = number(k, 31);
        if (day > 0 && p.at(end) == '日') {
            var date = date(month.getYear(), month.getMonthValue(), day);
            return date == null ? end + 1 : emit(i, end + 1, Stretch.day(date), true, "month-word");
        }
        if (COMPARED.before(p.s, i) != null || p.startsWith("同期", k)) {
            return k;
        }
        for (String part : new String[]{ "底", "末", "初", "中旬", "上旬", "下旬" }) {
            if (p.startsWith(part, k)) {
                k += part.length();
            }
        }
        return emit(i, k, Stretch.month(month), true, "month-word");
    }

    /** 十四五 is 2021 to 2025, and five years back for each one before it. */
    private int plan(int i) {
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
                new Period(new Span(i, after), new Span(k, until), stretch.notation(), stretch.first(), stretch.last(),
                        stretch.precision(), false, atEnd, "five-year-plan"));
        return after;
    }

    /** 2021-05-28, 2021/5/28, 2021.5.28. */
    private int iso(int i) {
        int year = fourDigits(i);
        if (year < 0) {
            return i;
        }
        char sign = p.at(i + 4);
        if (sign != '-' && sign != '/' && sign != '.') {
            return i;
        }
        int month = number(i + 5, 12);
        int monthEnd = end;
        if (month < 0 || p.at(monthEnd) != sign) {
            return i;
        }
        int day = number(monthEnd + 1, 31);
        int k = end;
        var date = day < 0 ? null : date(year, month, day);
        if (date == null || Glyphs.digit(p.at(k)) || Glyphs.letter(p.at(k)) && p.at(k) != 'T'
                || p.at(k) == sign && Glyphs.digit(p.at(k + 1))) {
            return i;
        }
        return emit(i, k, Stretch.day(date), false, "iso-date");
    }

    // ---- ----

    private int emit(int i, int until, Stretch stretch, boolean inferred, String rule) {
        int start = i;
        int left = p.backSpaces(i);
        var asOf = AS_OF.before(p.s, left);
        if (asOf != null) {
            start = left - asOf.length();
        }
        char last = p.at(until - 1);
        boolean point = asOf != null || last == '底' || last == '末' || p.startsWith("为止", until);
        if (p.damaged(i, until) || p.startsWith("以来", until) || p.startsWith("以后", until) && asOf == null) {
            return until;
        }
        if (!p.found.isEmpty() && p.found.getLast().span().end() > start) {
            start = i;
        }
        if (stretch.precision() == Period.Precision.MONTH || stretch.precision() == Period.Precision.DAY) {
            lastMonth = stretch.last().getMonthValue();
        }
        sentenceYear = stretch.last().getYear();
        p.found.add(new Period(new Span(start, until), new Span(i, until), stretch.notation(), stretch.first(),
                stretch.last(),
                stretch.precision(), inferred, point, rule));
        return until;
    }
}
