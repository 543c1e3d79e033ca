package org.jingwei.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jingwei.quantity.Rate.Kind;
import org.jingwei.source.Span;

/** Percentages and fractions in words: 百分之八点六, 千分之三, 五分之一, 三分之一, 过半, 半数以上. */
final class FractionRule {
    private static final Words<Boolean> PARTS = Words.of(Map.entry(true, "占比 比重 占 占到 份额 占比已 比例 比例已 占比均 占比达到"));
    /** Of whom more than half is said: 过半企业. */
    private static final Words<Boolean> OF_WHOM = Words
            .of(Map.entry(true, "企业 受访 居民 家庭 用户 网民 消费者 城市 省份 县市 公司 样本 订单 产能"));
    private static final Words<Bound> HALF = Words.of(Map.entry(Bound.OVER, "超半数 过半数 超过半数 超过一半 超一半 半数以上 一半以上 半数多"),
            Map.entry(Bound.ABOUT, "近半数 将近半数 接近半数 约半数 近一半 约一半 接近一半 将近一半"));

    private final Passage p;
    private final RateRule rates;
    private final NumeralLexer lexer;

    FractionRule(Passage passage, RateRule rates) {
        p = passage;
        this.rates = rates;
        lexer = new NumeralLexer(passage.s);
    }

    /** 百分之八点六, 千分之三, 百分之百. */
    int hundredth(int i) {
        if (!p.startsWith("分之", i + 1) || Glyphs.chineseDigit(p.at(i - 1)) >= 0 || Glyphs.digit(p.at(i - 1))) {
            return i;
        }
        int k = p.skipSpaces(i + 3);
        if (p.startsWith("百", k)) {
            return rates.percent(i, k + 1, BigDecimal.valueOf(100), Bound.EXACT, "percent-in-words");
        }
        if (k >= p.s.length || !lexer.starts(k)) {
            return i + 3;
        }
        var number = lexer.at(k);
        if (!number.readable() || number.power() > 0 || number.form() == Numeral.Form.IMPLIED
                || "几数".indexOf(p.at(number.end())) >= 0
                || p.damaged(i, number.end()) || Glyphs.chineseDigit(p.at(number.end())) >= 0) {
            return number.end();
        }
        int places = p.at(i) == '百' ? 0 : p.at(i) == '千' ? 1 : 2;
        int to = number.end() + 1;
        if ((p.at(to - 1) == '到' || p.at(to - 1) == '至') && p.startsWith("分之", to + 1) && p.at(to) == p.at(i)) {
            var high = to + 3 < p.s.length && lexer.starts(to + 3) ? lexer.at(to + 3) : Numeral.none(to, to + 3);
            if (!high.readable() || high.power() > 0 || high.value().compareTo(number.value()) <= 0
                    || p.damaged(i, high.end())) {
                return high.end();
            }
            return rates.add(i, new Span[]{ new Span(i, number.end()), new Span(to, high.end()) },
                    new BigDecimal[]{ number.value().movePointLeft(places), high.value().movePointLeft(places) },
                    Bound.EXACT,
                    0,
                    Unit.Kind.PERCENT, places == 0 ? "percent-in-words" : "per-mille-in-words");
        }
        if ((p.at(to - 1) == '到' || p.at(to - 1) == '至') && Glyphs.chineseDigit(p.at(to)) > 0 || p.at(to - 1) == '至'
                && p.at(to) == '十') {
            return shortRange(i, number, to, places);
        }
        return rates.percent(i, number.end(), number.value().movePointLeft(places),
                number.over() ? Bound.OVER : Bound.EXACT,
                places == 0 ? "percent-in-words" : "per-mille-in-words");
    }

    /** 百分之五至八. */
    private int shortRange(int i, Numeral low, int to, int places) {
        var high = lexer.at(to);
        boolean sound = high.readable() && high.power() == 0 && !low.over()
                && high.value().compareTo(low.value()) > 0 && Units.at(p.s, high.end()) == null
                && !p.startsWith("分之", high.end()) && !p.damaged(i, high.end());
        return !sound
                ? high.end()
                : rates.add(i, new Span[]{ new Span(i, low.end()), new Span(to, high.end()) },
                        new BigDecimal[]{ low.value().movePointLeft(places), high.value().movePointLeft(places) },
                        Bound.EXACT, 0, Unit.Kind.PERCENT,
                        places == 0 ? "percent-in-words" : "per-mille-in-words");
    }

    /**
     * 五分之一 is 20 %, 四分之三 is 75 %. 三分之一 has no exact percentage: it is given to two places and never as exact;
     * what is bounded is rounded towards the side that keeps the bound true.
     */
    int fraction(int i) {
        if (!p.startsWith("分之", i + 1) || p.at(i) == '万' || Glyphs.chineseDigit(p.at(i - 1)) >= 0
                || Glyphs.power(p.at(i - 1)) > 0) {
            return i;
        }
        int below = p.at(i) == '十' ? 10 : Glyphs.chineseDigit(p.at(i));
        int above = Glyphs.chineseDigit(p.at(i + 3));
        int end = i + 4;
        if ("强弱".indexOf(p.at(end)) >= 0 && end < p.s.length) {
            // 三分之一强: a little more than it says.
            return end;
        }
        boolean longer = Glyphs.chineseDigit(p.at(end)) >= 0 || Glyphs.power(p.at(end)) > 0 || p.at(end) == '点';
        if (above <= 0 || longer || below <= above || p.damaged(i, end) || p.at(i) == '两') {
            return above < 0 ? i : end;
        }
        if (100 * above % below == 0) {
            return rates.percent(i, end, BigDecimal.valueOf(100L * above / below), Bound.EXACT, "fraction");
        }
        Bound said = Bounds.all(Bounds.before(p.s, i, false).bound(), Bounds.behind(p.s, end).bound());
        if (said == null) {
            return end;
        }
        var rounding = switch (said) {
            case EXACT, ABOUT -> RoundingMode.HALF_UP;
            case OVER -> RoundingMode.FLOOR;
            case UNDER -> RoundingMode.CEILING;
        };
        var value = BigDecimal.valueOf(100L * above).divide(BigDecimal.valueOf(below), 2, rounding);
        return rates.percent(i, end, value, said == Bound.EXACT ? Bound.ABOUT : Bound.EXACT, "fraction-rounded");
    }

    /** 超半数, 近一半, 占比过半. */
    int half(int i) {
        var word = HALF.at(p.s, i);
        if (word != null) {
            return share(i, i + word.length(), word.meaning());
        }
        boolean most = p.startsWith("过半", i) && (PARTS.before(p.s, i) != null || OF_WHOM.at(p.s, i + 2) != null);
        return most ? share(i, i + 2, Bound.OVER) : i;
    }

    private int share(int i, int end, Bound bound) {
        if (i < p.floor() || p.at(i - 1) == '未' || p.at(i - 1) == '不') {
            return end;
        }
        p.found.add(new Rate(new Span(i, end), new Span(end - 2, end), BigDecimal.valueOf(50), Rate.Unit.PERCENT,
                Kind.SHARE, bound, "half"));
        return end;
    }
}
