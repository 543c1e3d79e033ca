package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;

/** 3年, 18个月, 30个工作日; not a year or a day of the calendar, and not a moment (15时30分). */
final class DurationRule {
    private static final Words<Boolean> AROUND_YEARS = Words.of(Map.entry(true,
            "期 期间为 期为 为 约 超 超过 连续 历时 未来 过去 的 长达 用了 经过 至少 不少于 不低于 耗时 为期 周期 建设周期 合计 持续 已 满 逾 最长 不超过 此后 今后 今后的 未来的 过去的 运营 经营 合作 服务 工期 用 将 共 租期 有效期 期限 限 长 寿命 可达"));
    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(1500);

    private final Passage p;
    private final Figures figures;
    private final Tally tally;

    DurationRule(Passage passage, Figures figures, Tally tally) {
        p = passage;
        this.figures = figures;
        this.tally = tally;
    }

    int at(Stated stated) {
        int start = stated.start();
        int end = stated.end();
        Numeral number = stated.last();
        String word = stated.high().word();
        char before = p.at(start - 1);
        char next = p.at(end);
        int whole = composed(end);
        if (whole > end) {
            return whole;
        }
        if (p.startsWith("一遇", end) || next == '级' || next == '代' || next == '版' || next == '半' || next == '度'
                || next == '制' || number.power() > 0 || before == '近' || before == '每' || before == '这'
                || before == '那' || before == '岁' || number.form() == Numeral.Form.IMPLIED || tail(start)
                || !length(word, start, stated)) {
            return end;
        }
        if (!stated.first().arabic()
                && (p.at(number.start()) == '一' && number.end() - number.start() == 1
                        || CountRule.name(p, number.start())
                        || "数几好多第".indexOf(p.at(number.start() - 1)) >= 0)) {
            return end;
        }
        if (stated.till().compareTo(MOST_YEARS) > 0 && (word.equals("年") || word.equals("个月"))
                || word.equals("年") && !stated.range() && !years(stated)) {
            return end;
        }
        String name = stated.unit().name();
        boolean more = name.startsWith("个多");
        if (more) {
            name = "个" + name.substring(2);
        }
        if (name.endsWith("时间")) {
            name = name.substring(0, name.length() - 2);
        }
        return tally.add(stated, start, end, stated.over() || more, Duration::new, name, "duration");
    }

    /** Where 2年6个月, 三年零六个月 end, which read in part would be wrong; {@code end} itself where nothing follows. */
    private int composed(int end) {
        int k = end;
        while (true) {
            int from = p.at(k) == '零' || p.at(k) == '又' ? k + 1 : k;
            if (!figures.starts(from)) {
                return k;
            }
            Numeral number = figures.number(from);
            var unit = number.readable() ? Units.at(p.s, number.end()) : null;
            int to = unit != null && unit.meaning().kind() == Unit.Kind.DURATION
                    ? number.end() + unit.length()
                    : p.startsWith("小时", number.end()) ? number.end() + 2 : -1;
            if (to < 0) {
                return k;
            }
            k = to;
        }
    }

    /** Whether it ends a length whose beginning was not read: 1小时20分钟. */
    private boolean tail(int start) {
        int k = p.at(start - 1) == '零' || p.at(start - 1) == '又' ? start - 1 : start;
        for (String word : new String[]{ "小时", "年", "个月", "天", "分钟", "分", "周", "星期" }) {
            char before = p.endsWith(word, k) ? p.at(k - word.length() - 1) : '\0';
            boolean daily = before == '一' && "天周星期".contains(word);
            if (Glyphs.digit(before) || Glyphs.chineseDigit(before) >= 0 && !daily || before == '十'
                    || before == '个') {
                return true;
            }
        }
        return false;
    }

    private boolean length(String word, int start, Stated stated) {
        char before = p.at(start - 1);
        if (word.equals("分") || word.equals("秒") && before == '分' || word.equals("载") || word.equals("余年")
                || word.equals("周年") || word.equals("季")) {
            return false;
        }
        if ("年时月".indexOf(before) >= 0 && Glyphs.digit(p.at(start - 2))) {
            return false;
        }
        if (!word.equals("日")) {
            return true;
        }
        char next = p.at(stated.end());
        return stated.first().arabic() && (!Glyphs.digit(next) && "内后前游".indexOf(next) >= 0
                || AROUND_YEARS.before(p.s, start) != null && next != '，' && !Glyphs.digit(next));
    }

    /** 20年 is as often a year of the calendar; 9年, 20年来, 约20年 are lengths. */
    private boolean years(Stated stated) {
        Numeral number = stated.last();
        char next = p.at(stated.end());
        int years = number.whole() ? number.value().intValue() : 1;
        boolean few = !number.whole() || years <= (number.arabic() ? 9 : 10);
        boolean said = "期来内后前间以左".indexOf(next) >= 0 || AROUND_YEARS.before(p.s, stated.start()) != null
                || figures.before(stated.start(), false).bound() != Bound.EXACT || stated.over();
        return (few || said) && (Glyphs.chineseDigit(next) <= 0 || number.arabic());
    }
}
