package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;
import org.jingwei.quantity.Rate.Kind;
import org.jingwei.quantity.RateSense.Sense;
import org.jingwei.source.Span;

/**
 * Percentages, percentage points and multiples, told apart by the words at them.
 *
 * <p>The arithmetic follows the usage of the statistical offices: 增长4.2倍 is an increase of 4.2 times the base
 * (the whole is 5.2 times it), 增长到4.2倍 and 是…的4.2倍 are 4.2 times the base; a decline is a negative value, and
 * a bound at it (下降超过5%) bounds the size of the decline.
 */
final class RateRule {
    private static final Words<Boolean> DIFFERENCE = Words
            .of(Map.entry(true, "少 多 高 低 快 慢 少了 多了 高了 低了 高出 多出 超出 高出了 多出了 低出"));
    private static final Words<Integer> DIFFERENCE_OF_POINTS = Words.of(
            Map.entry(1, "同比高 环比高 同比快 环比快 同比多 同比高出 同比高了 同比快了"), Map.entry(-1, "同比低 环比低 同比慢 环比慢 同比少 同比低了 同比慢了"));

    private final Passage p;
    private final RateSense words;
    private Rate last;
    private int lastEnd = -1;
    /** 1 or -1 as the words at the last one say; a sign written at it is its own and not passed on. */
    private int lastDirection = 1;

    RateRule(Passage passage) {
        p = passage;
        words = new RateSense(passage);
    }

    /** Takes in a percentage whose number and sign stand in {@code [start, end)}; returns where it ends. */
    int percent(int start, int end, BigDecimal value, Bound own, String rule) {
        return add(start, new Span[]{ new Span(start, end) }, new BigDecimal[]{ value }, own, 0, Unit.Kind.PERCENT,
                rule);
    }

    /**
     * Takes in one ratio, or the two ends of a range.
     *
     * @param start where the number begins, sign and all
     * @param cores of one value or two
     * @param own   the bound in the number itself (3成多)
     * @param sign  -1 or 1 where − or + is written, else 0
     * @return where the reading ends, whether or not it could be read
     */
    int add(int start, Span[] cores, BigDecimal[] values, Bound own, int sign, Unit.Kind kind, String rule) {
        int coreEnd = cores[cores.length - 1].end();
        var before = Bounds.before(p.s, start, false);
        if (before.edge() < p.floor()) {
            before = new Bounds.Found(Bound.EXACT, start);
        }
        var behind = Bounds.behind(p.s, coreEnd);
        int end = behind.edge();
        Bound bound = Bounds.all(before.bound(), behind.bound(), own);
        if (bound == null) {
            return end;
        }
        Rate.Unit unit = switch (kind) {
            case POINTS, BASIS_POINTS -> Rate.Unit.PERCENTAGE_POINT;
            case TIMES -> Rate.Unit.TIMES;
            default -> Rate.Unit.PERCENT;
        };
        Sense sense = lostOrOpen(before.edge()) ? null : words.at(before.edge(), end, unit);
        if (sense == null) {
            return end;
        }
        boolean listed = false;
        if (sense == RateSense.NONE && last != null) {
            var inherited = inherited(before.edge(), end, unit);
            if (inherited != null) {
                sense = inherited;
                listed = true;
            }
        }
        if (kind == Unit.Kind.TENTHS && sense == RateSense.NONE && bound == Bound.EXACT
                && values[0].compareTo(BigDecimal.TEN) == 0
                && p.at(end) != '的') {
            // 一成 is a given name too.
            return end;
        }
        if (kind == Unit.Kind.TENTHS && sense == RateSense.NONE) {
            if (DIFFERENCE.before(p.s, before.edge()) != null) {
                // 比去年少三成: a change, and of what it is one is said elsewhere.
                return end;
            }
            sense = new Sense(Kind.SHARE, 1, -1, false);
        }
        var difference = sense == RateSense.NONE && unit == Rate.Unit.PERCENTAGE_POINT
                ? DIFFERENCE_OF_POINTS.before(p.s, before.edge())
                : null;
        if (difference != null) {
            sense = new Sense(Kind.GROWTH, difference.meaning(), before.edge() - difference.length(), false);
        }
        if (unit == Rate.Unit.TIMES) {
            sense = multiple(sense, before.edge(), end);
        }
        if (sense == null) {
            return end;
        }
        if (bound == Bound.EXACT) {
            bound = sense.bound();
        }
        if (bound == Bound.EXACT && p.at(before.edge() - 1) == '的') {
            bound = words.boundApart(before.edge() - 1);
        }
        if (sense.start() > 0 && p.at(sense.start() - 1) == '每') {
            // 每提高1个百分点: a condition, not what happened.
            return end;
        }
        Kind read = sense.kind();
        int direction = sense.sign() == 0 ? 1 : sense.sign();
        if (read == Kind.PLAIN && unit == Rate.Unit.PERCENT
                && (p.endsWith("同比:", before.edge()) || p.endsWith("环比:", before.edge()))) {
            read = Kind.GROWTH;
        }
        if (sign != 0) {
            if (sense.sign() < 0) {
                return end;
            }
            direction = sign;
            if (read == Kind.PLAIN && (p.endsWith("同比", before.edge()) || p.endsWith("环比", before.edge()))) {
                read = Kind.GROWTH;
            }
        }
        if (read == Kind.SHARE && (direction < 0 || values[0].compareTo(BigDecimal.valueOf(100)) > 0)) {
            read = Kind.PLAIN;
        }
        String name = unit == Rate.Unit.TIMES
                ? read == Kind.RATIO ? "ratio-multiple" : read == Kind.MULTIPLE ? "growth-multiple" : "times"
                : rule;
        if (listed) {
            name += "-list";
        }
        int spanStart = sense.start() >= 0 ? sense.start() : before.edge();
        if (cores.length == 2) {
            if (sign != 0) {
                return end;
            }
            name += "-range";
        }
        if (Math.min(spanStart, start) < p.floor()) {
            spanStart = Math.max(p.floor(), Math.min(spanStart, start));
        }
        var span = new Span(Math.min(spanStart, start), end);
        for (int k = 0; k < cores.length; k++) {
            Bound b = cores.length == 1 ? bound : k == 0 ? Bound.OVER : Bound.UNDER;
            lastDirection = sense.sign() == 0 ? 1 : sense.sign();
            last = new Rate(span, cores[k], values[k].multiply(BigDecimal.valueOf(direction)), unit, read, b, name);
            p.found.add(last);
        }
        lastEnd = end;
        if (sense.behind()) {
            shareBack(span.start(), read, direction);
        }
        return end;
    }

    /** Whether the word that says what the number is may be lost (减〓近三成), or an arrow stands for it. */
    private boolean lostOrOpen(int pos) {
        char before = p.at(p.backSpaces(pos) - 1);
        return before != '\0' && "↓▼▽↘▲△".indexOf(before) >= 0 || Glyphs.lost(before)
                || p.at(words.fillers(pos) - 1) == Glyphs.LOST;
    }

    /** 分别增长7%、5.8%和3%; 占全省2.5%的土地、4%的人口: what was said of the one before holds for this one too. */
    private Sense inherited(int pos, int end, Rate.Unit unit) {
        if (last.kind() == Kind.PLAIN || last.kind() == Kind.RANK || pos < lastEnd || pos - lastEnd > 10) {
            return null;
        }
        boolean comparable = last.unit() == unit || unit == Rate.Unit.TIMES && last.unit() == Rate.Unit.PERCENT
                && last.kind() == Kind.GROWTH && last.value().signum() > 0;
        if (!comparable) {
            return null;
        }
        String between = p.text(lastEnd, pos).strip();
        boolean joined = switch (between) {
            case "、", "和", "与", "及", "以及" -> true;
            case "，", ",", "；" -> p.holds("分别", p.clauseStart(last.span().start(), 20), last.span().end());
            default -> last.kind() == Kind.SHARE && p.at(end) == '的' && between.startsWith("的")
                    && (between.endsWith("、") || between.endsWith("和") || between.endsWith("与")
                            || between.endsWith("及"));
        };
        if (!joined) {
            return null;
        }
        if (last.kind() != Kind.SHARE && ofSomething(end)) {
            return null;
        }
        return new Sense(last.kind(), lastDirection, -1, last.kind() == Kind.RATIO);
    }

    /** 下降3.2%、60%以上的企业减产: what goes on behind the number shows that it is of something else. */
    private boolean ofSomething(int end) {
        char next = p.at(end);
        boolean word = next >= '一' && next <= '龥' && "和与及以".indexOf(next) < 0;
        return next == '的' || word && !p.holds("分别", p.clauseStart(last.span().start(), 20), last.span().end());
    }

    /** 增长两倍 is an increase, 增长到两倍 and 是…的两倍 are ratios; a decline by multiples means nothing certain. */
    private Sense multiple(Sense sense, int pos, int end) {
        if (sense.level()) {
            return new Sense(Kind.RATIO, 1, sense.start(), true);
        }
        if (sense.kind() == Kind.GROWTH || sense.kind() == Kind.MULTIPLE || sense.kind() == Kind.AVERAGE_GROWTH) {
            return sense.sign() < 0 ? null : new Sense(Kind.MULTIPLE, 1, sense.start(), false);
        }
        int k = words.fillers(pos);
        if (p.at(k - 1) == '的' || p.at(end) == '于') {
            return new Sense(Kind.RATIO, 1, -1, true);
        }
        if (p.at(k - 1) == '多' && p.holds("比", p.clauseStart(k, 16), k)) {
            return new Sense(Kind.MULTIPLE, 1, k - 1, false);
        }
        if (p.endsWith("高出", k) || p.endsWith("多出", k) || p.endsWith("高", k) || p.endsWith("快", k)
                || p.endsWith("扩大", k)) {
            return null;
        }
        return new Sense(Kind.PLAIN, 1, -1, false);
    }

    /** GDP40%和财政收入26%的年均增速: what is said behind the second holds for the first. */
    private void shareBack(int start, Kind kind, int direction) {
        int n = p.found.size() - 2;
        if (n < 0 || !(p.found.get(n) instanceof Rate first) || first.kind() != Kind.PLAIN
                || first.unit() != Rate.Unit.PERCENT
                || first.rule().endsWith("range")) {
            return;
        }
        int end = first.span().end();
        if (start - end > 12 || start <= end) {
            return;
        }
        String between = p.text(end, start);
        boolean joined = "和与及、".indexOf(between.charAt(0)) >= 0;
        boolean plain = between.chars().skip(1).noneMatch(c -> "，。；：的了".indexOf(c) >= 0);
        if (joined && plain) {
            p.found.set(n, new Rate(first.span(), first.core(), first.value().multiply(BigDecimal.valueOf(direction)),
                    first.unit(), kind, first.bound(), first.rule() + "-list"));
        }
    }
}
