package org.jingwei.quantity;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jingwei.quantity.Period.Part;

/** Periods without a year, which the day of publication supplies: 5月26日, 一季度, 1—9月, 24日. */
final class UndatedRule {
    private static final Set<Part> YEAR_AND_MONTH = Set.of(Part.YEAR, Part.MONTH);

    /** Behind these 前三个月 are the three months before something, or the end of 目前. */
    private static final String BEFORE_FIRST = "此之提目节年情疫以日事空先当眼跟期时会婚产孕赛战考停灾周月天";

    private static final Words<Boolean> BEFORE_WHAT = Words.of(Map.entry(true,
            """
                    过去 连续 未来 成立 创立 入驻 开业 上市 到期 施工 建成 投产 申报 开工 竣工 完工 开学 开幕 举办 结婚 退休 离职 高考 中考 报名 发布 交付 入学 就业 毕业 出行 出发 考试 比赛 大选 选举 竞选 签约 生产 分娩
                    手术 服药 播种 收获 收割 上线 上映 发行 发售 入职 停产 复工 停工 实施 执行 截止 公告 披露 会议 大会 论坛 活动 奥运 世博 亚运 危机 战争 冲突 事件 季度 财年 月份 交割 换届 届满 离任 上任 到任
                    收购 重组 破产 拆迁 搬迁 年度 届时 登陆 挂牌 通车 运营 启用 验收 出栏 采摘 开播 开园 开馆 开赛 开通 入市
                    """));

    private final Calendar c;
    private final Passage p;
    private final InYear inside;

    UndatedRule(Calendar calendar, InYear inside) {
        c = calendar;
        p = calendar.p;
        this.inside = inside;
    }

    /** Reads a period without a year at {@code i} and returns where it ends, read or not. */
    int at(int i) {
        char first = p.at(i);
        if (first == '半' || first == '民' || first == '这' || first == '截') {
            return i;
        }
        if (first == '年') {
            boolean close = (p.startsWith("年底", i) || p.startsWith("年末", i)) && "奖考货将".indexOf(p.at(i + 2)) < 0
                    && "今去前明上当每同本次翌往全数近周多几".indexOf(p.at(i - 1)) < 0 && !Glyphs.digit(p.at(i - 1))
                    && Glyphs.chineseDigit(p.at(i - 1)) < 0;
            // Looking back, 年末 in spring is the year before; only what lies ahead is this year's.
            boolean sure = p.published != null && p.published.getMonthValue() >= 3
                    && c.sentenceYear == Integer.MIN_VALUE
                    && (c.future(i, i + 2) || p.at(i + 2) == '前');
            return !close
                    ? i
                    : sure ? c.emit(i, i + 2, Stretch.year(p.published.getYear()), Calendar.YEAR, "year") : i + 2;
        }
        if (p.startsWith("全年", i) && p.at(i + 2) != '龄') {
            boolean doubtful = c.sentenceYear != Integer.MIN_VALUE || p.published == null
                    || p.published.getMonthValue() < 6;
            return doubtful ? i + 2 : c.emit(i, i + 2, Stretch.year(p.published.getYear()), Calendar.YEAR, "year");
        }
        int probe = p.published == null ? 2000 : p.published.getYear();
        boolean chinese = Glyphs.chineseDigit(first) >= 0 || first == '十';
        if (chinese && !chineseMonth(i)) {
            int quarter = inside.quarter(i);
            if (quarter < 0) {
                return i;
            }
        }
        var stretch = inside.at(i, probe, true, false);
        int until = c.end;
        if (stretch == null) {
            if (until > i) {
                return until;
            }
            return Glyphs.digit(first) ? dayAlone(i) : i;
        }
        if (first == '初' || first == '末' || first == '底' || first == '来' || first == '以') {
            return i;
        }
        if (p.startsWith("同期", until)) {
            return until + 2;
        }
        // A year stands before it and could not be read, or another text supplies it: 同年5月.
        boolean ofYear = p.at(p.backSpaces(i) - 1) == '年' || p.endsWith("年度", i) || p.endsWith("农历", i)
                || p.endsWith("阴历", i);
        boolean joint = p.at(i - 1) == '、' && Glyphs.digit(p.at(i - 2))
                && stretch.precision() == Period.Precision.MONTH
                || p.at(i - 1) == '、' && Glyphs.chineseDigit(p.at(i - 2)) > 0;
        if (p.published == null || joint || ofYear || c.compared(i) || otherYear(i)) {
            return until;
        }
        boolean months = Glyphs.digit(first) && (p.at(until - 1) == '月' || p.at(until - 1) == '份')
                || "前首头".indexOf(first) >= 0;
        Integer year = YearOfContext.of(stretch, p.published, c.future(i, until), months);
        if (year == null || c.sentenceYear != Integer.MIN_VALUE && c.sentenceYear != year) {
            return until;
        }
        var resolved = year == probe ? stretch : inside.at(i, year, true, false);
        c.end = until;
        return resolved == null ? until : c.emit(i, until, resolved, Calendar.YEAR, "date-of-context");
    }

    /** 每一季度, 上一季度, 每年的第一季度, 节前三个月, and what a sentence says whose year is lost: of no certain year. */
    private boolean otherYear(int i) {
        char before = p.at(i - 1);
        boolean first = "前首头".indexOf(p.at(i)) >= 0;
        boolean other = before != '\0' && (first ? BEFORE_FIRST : "上前下每头后那另某任各近末新同单首").indexOf(before) >= 0;
        boolean ofYears = p.endsWith("年的", i) && c.sentenceYear == Integer.MIN_VALUE;
        boolean past = first && BEFORE_WHAT.before(p.s, i) != null;
        return other || ofYears || past || p.holds("〓年", p.sentenceStart(i, 40), i);
    }

    /** 五月 only where something shows that it is a month: 五月二十六日, 五月份, 五月底. */
    private boolean chineseMonth(int i) {
        int m = c.number(i, 12);
        if (m < 0 || p.at(c.end) != '月') {
            return false;
        }
        int k = c.end + 1;
        if (p.at(k) == '份' || p.at(k) == '底' || p.startsWith("上旬", k) || p.startsWith("中旬", k)
                || p.startsWith("下旬", k)) {
            return true;
        }
        int d = c.number(k, 31);
        return d > 0 && (p.at(c.end) == '日' || p.at(c.end) == '号');
    }

    /** 24日, 3日讯, (7日): the month is that of publication, or the one before it. */
    private int dayAlone(int i) {
        int d = c.number(i, 31);
        if (d < 0) {
            return i;
        }
        int k = c.end;
        if (p.at(k) != '日') {
            int to = c.joined(k);
            int second = to < 0 ? -1 : c.number(to, 31);
            if (second > d && p.at(c.end) == '日' && dayWords(i, c.end + 1)) {
                return c.end + 1;
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
        if (c.lastMonth > 0 && c.lastMonth != month.getMonthValue() || d > month.lengthOfMonth()
                || month.atDay(d).isBefore(now.minusDays(15))
                || c.future(i, k + 1) && d > now.getDayOfMonth()) {
            return k + 1;
        }
        if (c.joined(k + 1) > 0 && Glyphs.digit(p.at(c.joined(k + 1)))) {
            int to = c.joined(k + 1);
            int second = c.number(to, 31);
            if (second > 0 && p.at(c.end) == '日') {
                return c.end + 1;
            }
        }
        return c.emit(i, k + 1, Stretch.day(month.atDay(d)), YEAR_AND_MONTH, "day-of-context");
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
}
