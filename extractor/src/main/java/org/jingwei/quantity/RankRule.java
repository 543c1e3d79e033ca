package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.jingwei.quantity.Rate.Kind;
import org.jingwei.source.Span;

/** Places in an order: 居全省第3位, 位居第二, 首位, 全国第二大经济体. Ordinals that are none are stepped over. */
final class RankRule {
    private static final Words<Boolean> STANDING = Words.of(Map.entry(true, """
            居 位居 位列 列 排 排名 排在 名列 高居 稳居 跃居 升至 上升至 升到 跃升至 前移至 进至 跻身 保持 降至 退居 下滑至 位次 排位 并列 位次列 位次居 排行 荣列 蝉联 稳坐 均居
            """));
    private static final Words<Boolean> SCOPE = Words.of(Map.entry(true, """
            全国 全省 全市 全区 全县 全球 世界 国内 省内 市内 区内 中国 亚洲 欧洲 亚太 非洲 行业 全行业 同业 同行业 业内 中部 西部 东部 东北 沿海 中西部 内地 内地城市 全州
            城市 省份 副省级城市 地级市 省区市 各省 各市 设区市 长三角 珠三角 大湾区 京津冀 西北 西南 华东 华南 华北 华中 民营企业 百强县 省辖市
            """));
    private static final Words<Boolean> BASE = Words.of(Map.entry(true, "由 从 较 比 由全国 由全省 由上年 原 原来"));
    private static final Words<Boolean> LARGEST = Words.of(Map.entry(true, """
            经济体 贸易伙伴 出口市场 进口来源地 进口来源国 出口国 进口国 生产国 消费国 市场 港口 港 城市 经济大省 省 支柱产业 产业 生产商 供应商 制造商 企业 公司 钢铁公司 集团 汽车市场
            生产基地 产地 产区 湖泊 淡水湖 岛 银行 制造国 贸易国 投资国 投资来源地 外资来源地 消费市场 机场 航空公司 电商 平台 产油国 债权国 债务国 出口目的地 贸易对象 水泥企业 钢铁企业
            """));

    private static final int MOST = 8;

    private final Passage p;
    private final NumeralLexer lexer;

    RankRule(Passage passage) {
        p = passage;
        lexer = new NumeralLexer(passage.s);
    }

    /** 首位, 榜首, 居首. */
    int first(int i, String word) {
        if (p.startsWith(word, i)) {
            return ranked(i, i, i + word.length(), BigDecimal.ONE);
        }
        // 居首
        char next = p.at(i + 1);
        boolean ends = next == '\0' || "，。；、 ,;".indexOf(next) >= 0;
        return p.at(i) == '首' && p.at(i - 1) == '居' && ends ? ranked(i, i, i + 1, BigDecimal.ONE) : i;
    }

    private int ranked(int i, int coreStart, int coreEnd, BigDecimal place) {
        int from = p.clauseStart(i, 16);
        int start = standing(from, i);
        if (start >= 0) {
            p.found.add(
                    new Rate(new Span(Math.max(start, p.floor()), coreEnd), new Span(coreStart, coreEnd), place,
                            Rate.Unit.RANK, Kind.RANK,
                            Bound.EXACT, "rank"));
        }
        return coreEnd;
    }

    /** Where the words that make 第N位 a rank begin: a verb of standing in the clause, or a scope right before; or -1. */
    private int standing(int from, int i) {
        var of = SCOPE.before(p.s, i);
        if (BASE.before(p.s, of == null ? i : i - of.length()) != null) {
            return -1;
        }
        for (int k = i; k > from; k--) {
            var verb = STANDING.before(p.s, k);
            if (verb == null || k - verb.length() < from) {
                continue;
            }
            char before = p.at(k - verb.length() - 1);
            boolean other = verb.length() == 1 && ("安民定移邻旧新群同".indexOf(before) >= 0 && verb.word().equals("居")
                    || "系队并行罗陈前开专".indexOf(before) >= 0 && verb.word().equals("列")
                    || "安彩编减".indexOf(before) >= 0 && verb.word().equals("排"));
            if (!other) {
                var scope = SCOPE.before(p.s, i);
                return i == k ? k - verb.length() : scope != null ? i - scope.length() : i;
            }
        }
        var scope = SCOPE.before(p.s, i);
        return scope == null ? -1 : i - scope.length();
    }

    /** 第: a place in an order, or an ordinal, whose number is then stepped over. */
    int ordinal(int i) {
        int k = p.skipSpaces(i + 1);
        if (k >= p.s.length || !lexer.starts(k)) {
            return i;
        }
        var number = lexer.at(k);
        if (!number.readable() || number.form() == Numeral.Form.IMPLIED || !number.whole() || number.power() > 0
                || number.over() || number.value().signum() == 0 || p.damaged(i, number.end())) {
            return number.end();
        }
        int end = number.end();
        char next = p.at(end);
        if (next == '、' && numeral(end + 1)) {
            return list(i, number);
        }
        if (next == '大') {
            return largest(i, end, number.value());
        }
        if (next == '位' && "数次置于居列".indexOf(p.at(end + 1)) < 0
                || next == '名' && "单字义称".indexOf(p.at(end + 1)) < 0) {
            return ranked(i, i, end + 1, number.value());
        }
        boolean ends = next == '\0' || "，。；、 ,;)”的和与".indexOf(next) >= 0;
        return ends ? ranked(i, i, end, number.value()) : end;
    }

    private boolean numeral(int i) {
        return Glyphs.digit(p.at(i)) || Glyphs.chineseDigit(p.at(i)) > 0;
    }

    /** 第1、2、5位: as many places; 第1、2号机组: ordinals, which are stepped over. */
    private int list(int i, Numeral first) {
        var numbers = new ArrayList<Numeral>();
        numbers.add(first);
        int end = first.end();
        while ((p.at(end) == '、' || p.at(end) == '和') && numeral(end + 1) && numbers.size() < MOST) {
            var number = lexer.at(end + 1);
            if (!number.readable() || number.power() > 0 || !number.whole()) {
                return number.end();
            }
            numbers.add(number);
            end = number.end();
        }
        boolean places = p.at(end) == '位' || p.at(end) == '名' && "单字义称".indexOf(p.at(end + 1)) < 0;
        int found = p.found.size();
        if (!places) {
            return end;
        }
        ranked(i, i, first.end(), first.value());
        if (p.found.size() == found) {
            return end;
        }
        for (Numeral number : numbers.subList(1, numbers.size())) {
            var span = new Span(number.start(), number.end());
            p.found.add(new Rate(span, span, number.value(), Rate.Unit.RANK, Kind.RANK, Bound.EXACT, "rank-list"));
        }
        return end + 1;
    }

    /** 全国第二大经济体: a rank where the words say of what. */
    private int largest(int i, int end, BigDecimal place) {
        var scope = SCOPE.before(p.s, i);
        boolean only = p.holds("仅次", p.clauseStart(i, 14), i);
        boolean what = LARGEST.at(p.s, end + 1) != null;
        if (what && (scope != null || only || p.at(i - 1) == '的' || p.endsWith("成为", i) || p.endsWith("是", i)
                || p.endsWith("为", i))) {
            int start = scope == null ? i : i - scope.length();
            p.found.add(new Rate(new Span(Math.max(start, p.floor()), end + 1), new Span(i, end + 1), place,
                    Rate.Unit.RANK, Kind.RANK,
                    Bound.EXACT, "rank-by-size"));
        }
        return end + 1;
    }

    /** 前三位, 前10名, 前十: an interval of places, not a number of things. */
    int topOf(int i) {
        int k = i + 1;
        if (k >= p.s.length || !lexer.starts(k)) {
            return i;
        }
        var number = lexer.at(k);
        char next = p.at(number.end());
        return "位名强大家个所甲项款".indexOf(next) >= 0 || next == '\0' || "，。；、 ".indexOf(next) >= 0 ? number.end() : i;
    }
}
