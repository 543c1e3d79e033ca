package org.jingwei.quantity;

import java.util.ArrayList;
import java.util.function.ToIntFunction;

/** 分别为12.5、8.3和6亿元: the numbers before the last one have its unit and its power of ten. */
final class SharedUnitRule {
    private static final int MOST = 8;

    private final Passage p;
    private final Figures figures;

    SharedUnitRule(Passage passage, Figures figures) {
        p = passage;
        this.figures = figures;
    }

    /** Where the second number of such a list stands behind one without a unit, or -1. */
    int at(Figure first) {
        if (first.number().power() > 0 || !first.number().arabic()) {
            return -1;
        }
        int next = behindJoint(first.end());
        return next > 0 && p.holds("分别", p.clauseStart(first.number().start(), 16), first.number().start())
                ? next
                : -1;
    }

    private int behindJoint(int end) {
        char joint = p.at(end);
        return (joint == '、' || joint == '和') && Glyphs.digit(p.at(end + 1)) ? end + 1 : -1;
    }

    int read(int start, Figure first, int second, ToIntFunction<Stated> emit) {
        var numbers = new ArrayList<Numeral>();
        numbers.add(first.number());
        int at = second;
        Figure last = first;
        while (at > 0 && numbers.size() < MOST) {
            last = figures.of(figures.number(at));
            if (!last.number().readable() || !last.number().arabic()) {
                return last.end();
            }
            if (last.unit() != null) {
                break;
            }
            numbers.add(last.number());
            at = last.number().power() > 0 ? -1 : behindJoint(last.end());
        }
        boolean whole = last.unit() != null && start == first.number().start() && !last.number().over()
                && !p.damaged(start, last.end());
        if (!whole) {
            return last.unit() == null ? last.end() : last.number().start();
        }
        int power = last.number().power();
        for (Numeral number : numbers) {
            var scaled = new Numeral(number.start(), number.end(), number.value().movePointRight(power), power,
                    number.form(), false);
            // The unit lies behind the last number: the value's own characters are the digits alone.
            emit.applyAsInt(Stated.one(number.start(), new Figure(scaled,
                    new Words.Entry<>("", last.unit().meaning()), number.end())));
        }
        return last.number().start();
    }
}
