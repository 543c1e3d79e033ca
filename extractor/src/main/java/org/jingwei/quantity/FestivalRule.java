package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.quantity.Period.Part;
import org.jingwei.source.Span;

/**
 * 春节期间, 2020年国庆黄金周, 五一假期: an {@link Occasion}; 中秋节当天, 大年初一: a {@link Date}. Without a year it is the
 * festival nearest to the day of publication, if it lies at most two months back, or half a year ahead where the words
 * announce it. 五一 and 十一 alone are as often names (五一广场) and need the words that follow.
 */
final class FestivalRule {
    private static final Words<String> NAMES = Words.of(Map.entry("春节", "春节 农历春节 新春佳节 农历新年"),
            Map.entry("元宵节", "元宵节 元宵"), Map.entry("清明节", "清明节 清明"), Map.entry("端午节", "端午节 端午"),
            Map.entry("中秋节", "中秋节 中秋"), Map.entry("重阳节", "重阳节 重阳"), Map.entry("元旦", "元旦 元旦节"),
            Map.entry("劳动节", "五一 五一节 劳动节 五一劳动节 五一国际劳动节"), Map.entry("国庆节", "国庆 国庆节 十一国庆"));
    private static final Words<String> DAYS = Words.of(Map.entry("春节", "大年初一 农历正月初一 正月初一"),
            Map.entry("元宵节", "农历正月十五 正月十五"), Map.entry("端午节", "农历五月初五 五月初五"),
            Map.entry("中秋节", "农历八月十五"), Map.entry("重阳节", "农历九月初九 九月初九"));
    /** Words that make the days around a festival of it. */
    private static final Words<Boolean> AROUND = Words
            .of(Map.entry(true, "期间 假期 黄金周 小长假 长假 假日 假日期间 假期期间 黄金周期间 长假期间 小长假期间 节日期间 档"));
    private static final Words<Boolean> BESIDE = Words.of(Map.entry(true, "前 后 以来 前夕 前后 将至 来临 临近"));
    private static final int BACK = 60;
    private static final int AHEAD = 180;

    private final Calendar c;
    private final Passage p;
    private final YearRule years;

    FestivalRule(Calendar calendar, YearRule years) {
        c = calendar;
        p = calendar.p;
        this.years = years;
    }

    /** Reads a festival at {@code i}, with a year before it; returns {@code i} where there is none. */
    int at(int i) {
        YearRule.Year year = null;
        int k = i;
        if ("春元清端中重五国十劳大农正九新“".indexOf(p.at(i)) < 0) {
            year = years.year(i);
            if (year == null) {
                return i;
            }
            k = year.end();
        }
        return named(i, k, year);
    }

    private int named(int i, int k, YearRule.Year year) {
        var day = DAYS.at(p.s, k);
        if (day != null) {
            return emit(i, k, k + day.length(), day.meaning(), year, true);
        }
        boolean quoted = p.at(k) == '“';
        int at = quoted ? k + 1 : k;
        var name = NAMES.at(p.s, at);
        String festival = name == null ? p.startsWith("十一", at) ? "国庆节" : null : name.meaning();
        if (festival == null) {
            return i;
        }
        int end = at + (name == null ? 2 : name.length());
        if (quoted) {
            if (p.at(end) != '”') {
                return i;
            }
            end++;
        }
        var second = NAMES.at(p.s, p.at(end) == '、' ? end + 1 : end);
        if (second != null) {
            int both = (p.at(end) == '、' ? end + 1 : end) + second.length();
            var holidays = AROUND.at(p.s, both);
            return holidays == null
                    ? year == null ? i : both
                    : emit(i, k, both + holidays.length(), festival + "、" + second.meaning(), year, false);
        }
        if (p.startsWith("当天", end) || p.startsWith("当日", end) || p.startsWith("这天", end)) {
            return emit(i, k, end + 2, festival, year, true);
        }
        var around = AROUND.at(p.s, end);
        if (around != null) {
            return emit(i, k, end + around.length(), festival, year, false);
        }
        var beside = BESIDE.at(p.s, end);
        boolean whole = name != null && (name.word().equals("春节") || name.word().equals("元旦")
                || name.word().endsWith("节") || beside != null || !Character.isIdeographic(p.at(end)));
        if (year == null || !whole) {
            return i;
        }
        // 今年春节前: the year alone is not meant, and no days are certain.
        if (beside != null) {
            c.sentenceYear = year.value();
            return end + beside.length();
        }
        return emit(i, k, end, festival, year, false);
    }

    private int emit(int i, int k, int end, String festival, YearRule.Year year, boolean day) {
        if (p.damaged(i, end) || c.compared(i) || p.startsWith("同期", end)) {
            return end;
        }
        String first = festival.substring(0, festival.indexOf('、') < 0 ? festival.length() : festival.indexOf('、'));
        Integer which = year == null ? nearest(first, i, end) : Integer.valueOf(year.value());
        if (which == null || which == Integer.MIN_VALUE) {
            return end;
        }
        Set<Part> supplied = year == null ? Calendar.YEAR : year.supplied();
        Optional<LocalDate> date = first.equals(festival) ? Festivals.day(festival, which) : Optional.empty();
        var span = new Span(i, end);
        if (day) {
            date.ifPresent(d -> c.emit(i, end, Stretch.day(d), supplied, "festival-day"));
        } else if (i >= p.floor()) {
            p.found.add(new Occasion(span, span, festival, which, date, supplied, "festival"));
            c.sentenceYear = which;
        }
        return end;
    }

    /** The year of the festival that the text speaks of, or null where that is not certain. */
    private Integer nearest(String festival, int i, int end) {
        if (p.published == null) {
            return null;
        }
        boolean future = c.future(i, end);
        for (int year = p.published.getYear() + 1; year >= p.published.getYear() - 1; year--) {
            var day = Festivals.day(festival, year);
            if (day.isPresent() && (future
                    ? !day.get().isBefore(p.published.minusDays(8)) && day.get().isBefore(p.published.plusDays(AHEAD))
                    : !day.get().isAfter(p.published.plusDays(8))
                            && day.get().isAfter(p.published.minusDays(BACK)))) {
                return c.sentenceYear == Integer.MIN_VALUE || c.sentenceYear == year ? Integer.valueOf(year) : null;
            }
        }
        return null;
    }
}
