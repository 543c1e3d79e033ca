package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.quantity.Rate.Kind;
import org.jingwei.source.Span;

/** The three sectors held against each other: 三次产业结构为7.6:44.7:47.7 are three shares in per cent, together a hundred. */
final class CompositionRule {
    private static final int SECTORS = 3;
    private static final int WINDOW = 60;
    /** Each share is rounded, so that their sum may miss a hundred. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.2");
    private static final List<String> NAMES = List.of("三次产业", "三产", "一二三产", "一、二、三产", "二、三产业", "二三产业");
    private static final List<String> TURNS = List.of("调整为", "调整到", "调整至", "优化为", "优化到", "优化至", "变为",
            "变化为", "发展为", "提升为");

    private final Passage p;

    CompositionRule(Passage passage) {
        p = passage;
    }

    /** The end of a composition that begins at {@code i}; {@code i} where none does. One of a year before is not read. */
    int at(int i) {
        int from = p.sentenceStart(i, WINDOW);
        if (NAMES.stream().noneMatch(name -> p.holds(name, from, i))) {
            return i;
        }
        var parts = new ArrayList<Span>();
        int k = i;
        while (parts.size() < SECTORS) {
            int end = share(k);
            if (end == k) {
                return i;
            }
            parts.add(new Span(k, end));
            k = end + 1;
            if (parts.size() < SECTORS && !against(p.at(end))) {
                return i;
            }
        }
        int end = parts.getLast().end();
        List<BigDecimal> values = parts.stream().map(this::value).toList();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (against(p.at(end)) || Glyphs.digit(p.at(end))
                || sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(ROUNDED) > 0) {
            return i;
        }
        if (!p.damaged(i, end) && !before(from, i)) {
            for (int n = 0; n < SECTORS; n++) {
                p.found.add(new Rate(parts.get(n), parts.get(n), values.get(n), Rate.Unit.PERCENT, Kind.SHARE,
                        Bound.EXACT, "composition"));
            }
        }
        return end;
    }

    /** 由上年的7.9:44.5:47.6调整为…: what it was. */
    private boolean before(int from, int i) {
        int was = Math.max(Math.max(p.lastIndexOf("由", from, i), p.lastIndexOf("从", from, i)),
                Math.max(p.lastIndexOf("比上年", from, i), p.lastIndexOf("上年的", from, i)));
        return was >= 0 && TURNS.stream().noneMatch(turn -> p.holds(turn, was, i));
    }

    private static boolean against(char c) {
        return c == ':' || c == '：' || c == '∶' || c == '比';
    }

    /** 47, 7.6, 44.72: where the number that begins here ends. */
    private int share(int i) {
        int k = digits(i, 2);
        return k > i && p.at(k) == '.' && Glyphs.digit(p.at(k + 1)) ? digits(k + 1, 2) : k;
    }

    private int digits(int i, int most) {
        int k = i;
        while (k - i < most && Glyphs.digit(p.at(k))) {
            k++;
        }
        return k;
    }

    private BigDecimal value(Span span) {
        return new BigDecimal(new String(p.s, span.start(), span.length()));
    }
}
