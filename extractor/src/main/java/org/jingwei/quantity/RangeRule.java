package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.jingwei.quantity.Unit.Kind;

/**
 * 10亿至15亿元, 3—5年, 5%-8%: two values, the lower OVER and the upper UNDER. The lower may leave its unit and its power
 * of ten to the upper. A path (从300元到200元, 增资5亿元至10亿元) is no range.
 */
final class RangeRule {
    /** A verb of change before 至 or 到: 增加5亿元至10亿元 says from where to where, or by how much; it is not told. */
    private static final Words<Boolean> MOVES = Words
            .of(Map.entry(true, "增资 增持 减持 增加 减少 提高 降低 上调 下调 上升 扩大 缩减 增加了 减少了 提高了 下降了 提升"));

    /** Subjects that are themselves ratios: 毛利率跌1.2%至12.5% says by how much, and to what. */
    private static final Words<Boolean> RATIOS = Words.of(Map.entry(true, "率 占比 比重 份额 比例 增速 增幅 涨幅"));
    private static final BigDecimal WIDEST = BigDecimal.valueOf(4);

    private final Passage p;
    private final Figures figures;
    private final RateSense sense;

    RangeRule(Passage passage, Figures figures) {
        p = passage;
        this.figures = figures;
        sense = new RateSense(passage);
    }

    /** Whether {@code start} is behind the sign of a range whose lower end could not be read. */
    boolean upperEnd(int start) {
        char joint = p.at(start - 1);
        char low = p.at(start - 2);
        boolean joined = joint == '至' || joint == '~' || joint == '—' || joint == '到';
        return joined && p.floor() < start - 1
                && (Glyphs.digit(low) || Glyphs.power(low) > 0 || p.endsWith("(含)", start - 1)
                        || p.holds("〓", Math.max(start - 6, p.clauseStart(start, 6)), start));
    }

    /** Whether it is an end of a range with a negative end: -1.5亿元至-1.2亿元. */
    boolean negative(int start, Figure figure) {
        char behind = p.at(figure.end());
        boolean lower = "至到~—".indexOf(behind) >= 0 && p.at(figure.end() + 1) == '-'
                && Glyphs.digit(p.at(figure.end() + 2));
        boolean upper = start < figure.number().start() && "至到~—".indexOf(p.at(start - 1)) >= 0;
        return lower && behind != '\0' || upper && start > 0;
    }

    /** The place of 15亿元 in 介于10亿元和15亿元之间, or -1. */
    int between(int start, Figure low) {
        char and = p.at(low.end());
        if (and != '和' && and != '与' || !p.endsWith("介于", start) && p.at(start - 1) != '在'
                || !figures.starts(low.end() + 1)) {
            return -1;
        }
        Numeral number = figures.number(low.end() + 1);
        boolean closed = number.readable() && p.startsWith("之间", figures.of(number).end());
        return closed ? low.end() + 1 : -1;
    }

    int read(int start, Figure low, int to, ToIntFunction<Stated> emit, ToIntBiFunction<Integer, Figure> single) {
        Numeral number = figures.number(to);
        if (!number.readable() || number.form() == Numeral.Form.IMPLIED
                || low.number().form() == Numeral.Form.IMPLIED) {
            return number.end();
        }
        Figure high = figures.of(number);
        int third = figures.rangeSign(high.end());
        if (third > 0) {
            return p.at(third - 1) == '-' ? figures.hyphens(number.end()) : chain(third);
        }
        boolean hyphen = p.at(to - 1) == '-';
        if (high.unit() == null
                || hyphen && (p.at(high.end()) == '-' || Glyphs.letter(p.at(number.end())) && high.unit() == null)) {
            return low.unit() != null && !hyphen ? single.applyAsInt(start, low) : high.end();
        }
        if (!same(low, high)) {
            return hyphen || p.at(to - 1) == '~' ? high.end() : single.applyAsInt(start, low);
        }
        if (path(start, low, to) && high.kind() != Kind.DURATION && !p.startsWith("不等", high.end())) {
            return high.end();
        }
        if (Glyphs.chineseDigit(p.at(low.number().start())) >= 0 && !low.number().arabic()
                && CountRule.name(p, low.number().start())) {
            return high.end();
        }
        BigDecimal from = scaled(low, high);
        if (from != null && moved(start, high, to, from)) {
            return high.end();
        }
        if (from == null || from.compareTo(high.number().value()) >= 0 || p.damaged(start, low.end())
                || p.damaged(to, high.end()) || low.number().over()) {
            return high.end();
        }
        return emit.applyAsInt(new Stated(start, low, high, from, high.number().value()));
    }

    private static boolean same(Figure low, Figure high) {
        return low.unit() == null
                || low.kind() == high.kind() && low.unit().meaning().name().equals(high.unit().meaning().name())
                || low.kind() == Kind.YUAN && high.kind() == Kind.MONEY && high.unit().meaning().name().equals("CNY");
    }

    private boolean path(int start, Figure low, int to) {
        char joint = p.at(to - 1);
        boolean word = joint == '至' || joint == '到';
        boolean ratio = low.kind() == Kind.PERCENT || low.kind() == Kind.TENTHS || low.unit() == null;
        return p.at(start - 1) == '从' || p.at(start - 1) == '由' || p.endsWith("提高", to - 1)
                || start < low.number().start() || word && !ratio && MOVES.before(p.s, start) != null;
    }

    /** Whether 至 joins a change of a ratio and what the ratio came to: a range is narrow, and not of a ratio's change. */
    private boolean moved(int start, Figure high, int to, BigDecimal from) {
        char joint = p.at(to - 1);
        int verb = high.kind() == Kind.PERCENT && (joint == '至' || joint == '到') ? sense.move(start) : -1;
        if (verb < 0) {
            return false;
        }
        boolean said = p.startsWith("增长", verb) || p.startsWith("下降", verb);
        if (!said && high.number().value().compareTo(from.multiply(WIDEST)) >= 0) {
            return true;
        }
        for (int k = verb; k > p.clauseStart(verb, 16); k--) {
            if (RATIOS.before(p.s, k) != null) {
                return true;
            }
        }
        return false;
    }

    /** The lower value, with the power of ten of the upper where that alone makes sense; null where neither does. */
    private static BigDecimal scaled(Figure low, Figure high) {
        BigDecimal from = low.number().value();
        if (low.number().power() == 0 && high.number().power() > 0 && low.unit() == null) {
            BigDecimal scaled = from.movePointRight(high.number().power());
            if (scaled.compareTo(high.number().value()) < 0) {
                return scaled;
            }
            return from.compareTo(BigDecimal.valueOf(1000)) < 0 ? null : from;
        }
        return from;
    }

    private int chain(int third) {
        int at = third;
        while (at > 0) {
            int end = figures.of(figures.number(at)).end();
            at = figures.rangeSign(end);
            if (at < 0) {
                return end;
            }
        }
        return third;
    }
}
