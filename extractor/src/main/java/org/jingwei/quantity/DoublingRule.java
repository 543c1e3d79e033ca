package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;
import org.jingwei.quantity.Rate.Kind;
import org.jingwei.source.Span;

/** 翻一番, 翻两番: doublings; 减少一半, 增加一半: changes by half. */
final class DoublingRule {
    private static final Words<Integer> BY_HALF = Words.of(
            Map.entry(-1, "减少 下降 降低 缩减 下跌 缩短 压缩 减少了 下降了 降低了 缩减了 下跌了 缩短了 压缩了 锐减 骤减"),
            Map.entry(1, "增加 增长 提高 上升 增加了 增长了 提高了 上升了"));

    private final Passage p;

    DoublingRule(Passage passage) {
        p = passage;
    }

    /** 翻一番 doubles, an increase by once the value; 翻两番 doubles twice, an increase by three times the value. */
    int at(int i) {
        int k = i + 1;
        if (p.at(k) == '了') {
            k++;
        }
        var before = Bounds.before(p.s, i, false);
        int bound = k;
        Bound inner = Bound.EXACT;
        for (String word : new String[]{ "近", "超", "逾" }) {
            if (p.startsWith(word, k)) {
                inner = word.equals("近") ? Bound.ABOUT : Bound.OVER;
                bound = k + 1;
            }
        }
        k = bound;
        BigDecimal increase;
        int end;
        if (p.at(k) == '番') {
            increase = BigDecimal.ONE;
            end = k + 1;
        } else {
            int times = "一两二三四".indexOf(p.at(k)) < 0
                    ? Glyphs.digit(p.at(k)) ? p.at(k) - '0' : 0
                    : Glyphs.chineseDigit(p.at(k));
            if (times < 1 || times > 6 || p.at(k + 1) != '番') {
                return i;
            }
            increase = BigDecimal.valueOf((1L << times) - 1);
            end = k + 2;
        }
        if (p.at(end) == '多' || p.startsWith("有余", end) || p.startsWith("以上", end)) {
            inner = Bound.OVER;
            end += p.at(end) == '多' ? 1 : 2;
        }
        Bound bounded = Bounds.all(before.bound(), inner);
        if (bounded != null && !p.damaged(i, end) && !p.endsWith("未", i)) {
            p.found.add(
                    new Rate(new Span(Math.max(before.edge(), p.floor()), end), new Span(i, end), increase,
                            Rate.Unit.TIMES, Kind.MULTIPLE,
                            bounded, "doubling"));
        }
        return end;
    }

    /** 减少一半 is a change of -50 %, 减少近一半 about that; {@code i} is where 一半 stands. */
    int half(int i) {
        if (!p.startsWith("一半", i)) {
            return i;
        }
        var before = Bounds.before(p.s, i, false);
        var behind = Bounds.behind(p.s, i + 2);
        var move = BY_HALF.before(p.s, before.edge());
        Bound bound = Bounds.all(before.bound(), behind.bound());
        if (move == null || bound == null || before.edge() - move.length() < p.floor()
                || "未没不".indexOf(p.at(before.edge() - move.length() - 1)) >= 0) {
            return i;
        }
        p.found.add(new Rate(new Span(before.edge() - move.length(), behind.edge()), new Span(i, i + 2),
                BigDecimal.valueOf(50L * move.meaning()), Rate.Unit.PERCENT, Kind.GROWTH, bound, "change-by-half"));
        return behind.edge();
    }
}
