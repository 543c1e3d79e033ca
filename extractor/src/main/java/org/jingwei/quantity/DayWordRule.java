package org.jingwei.quantity;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Period.Part;

/** Words for days, weekdays and months counted from the day of publication: 昨日, 上周五, 本月, 上月26日. */
final class DayWordRule {
    private static final Words<Integer> DAY_WORD = Words.of(Map.entry(0, "今天 今日 今晚 今晨 今早"),
            Map.entry(-1, "昨天 昨日 昨晚 昨夜"),
            Map.entry(-2, "前天 前日"), Map.entry(1, "明天 明日 明晚"), Map.entry(2, "后天"));
    private static final Words<Integer> MONTH_WORD = Words.of(Map.entry(0, "本月 这个月 本月份"), Map.entry(-1, "上月 上个月 上月份"),
            Map.entry(1, "下月 下个月"));
    private static final Words<Integer> WEEK_WORD = Words.of(Map.entry(0, "本周 这周 本星期 这个星期"),
            Map.entry(-1, "上周 上星期 上个星期 上礼拜"),
            Map.entry(1, "下周 下星期 下个星期"));
    private static final Set<Part> ALL = Set.copyOf(EnumSet.allOf(Part.class));
    private static final Set<Part> YEAR_AND_MONTH = Set.of(Part.YEAR, Part.MONTH);

    private final Calendar c;
    private final Passage p;

    DayWordRule(Calendar calendar) {
        c = calendar;
        p = calendar.p;
    }

    int at(int i) {
        var day = DAY_WORD.at(p.s, i);
        if (day != null) {
            return dayWord(i, day);
        }
        var week = WEEK_WORD.at(p.s, i);
        if (week != null) {
            return weekday(i, week);
        }
        var month = MONTH_WORD.at(p.s, i);
        return month == null ? i : monthWord(i, month);
    }

    private int dayWord(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        boolean name = "头股资美润报新世日".indexOf(p.at(k)) >= 0 && word.word().equals("今日") || p.at(i - 1) == '《'
                || company(k);
        boolean doubtful = p.at(i - 1) == '大' || word.word().equals("前日") && "目此以".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("后天") && "先".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("前天") && "目".indexOf(p.at(i - 1)) >= 0
                || word.word().equals("明天") && p.at(k) == '系'
                || word.word().equals("明日") && "之".indexOf(p.at(i - 1)) >= 0;
        if (name || doubtful || p.published == null) {
            return k;
        }
        return c.emit(i, k, Stretch.day(p.published.plusDays(word.meaning())), ALL, "day-word");
    }

    /** 明日科技集团, 今日投资集团, 明天控股: names of companies. */
    private boolean company(int k) {
        int name = k;
        for (String trade : new String[]{ "科技", "投资", "传媒", "实业", "置业", "药业", "新材", "资本", "能源", "文化" }) {
            if (p.startsWith(trade, k)) {
                name = k + 2;
            }
        }
        for (String kind : new String[]{ "集团", "控股", "股份", "公司", "有限公司" }) {
            if (p.startsWith(kind, name)) {
                return true;
            }
        }
        return p.startsWith("传媒", k) || p.startsWith("科技", k) && "部厅局界".indexOf(p.at(k + 2)) < 0;
    }

    private int weekday(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        int d = "一二三四五六日".indexOf(p.at(k)) + 1;
        if (p.at(k) == '天') {
            d = 7;
        }
        if (d < 1 || p.at(i - 1) == p.at(i) || p.at(k) == '\0' || p.published == null
                || p.at(k) == '一' && p.at(k + 1) == '度') {
            return k;
        }
        var monday = p.published.with(DayOfWeek.MONDAY).plusWeeks(word.meaning());
        return c.emit(i, k + 1, Stretch.day(monday.plusDays(d - 1L)), ALL, "weekday");
    }

    private int monthWord(int i, Words.Entry<Integer> word) {
        int k = i + word.length();
        if (p.published == null || p.at(i - 1) == p.at(i) || p.at(i - 1) == '大') {
            return k;
        }
        var month = YearMonth.from(p.published).plusMonths(word.meaning());
        int day = c.number(k, 31);
        if (day > 0 && p.at(c.end) == '日') {
            var date = Calendar.date(month.getYear(), month.getMonthValue(), day);
            return date == null ? c.end + 1 : c.emit(i, c.end + 1, Stretch.day(date), YEAR_AND_MONTH, "month-word");
        }
        if (c.compared(i) || p.startsWith("同期", k)) {
            return k;
        }
        for (String part : new String[]{ "底", "末", "初", "中旬", "上旬", "下旬" }) {
            if (p.startsWith(part, k)) {
                k += part.length();
            }
        }
        return c.emit(i, k, Stretch.month(month), YEAR_AND_MONTH, "month-word");
    }
}
