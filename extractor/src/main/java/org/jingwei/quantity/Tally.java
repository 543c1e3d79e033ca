package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.source.Span;

/** Takes in a number of things, of a measure or of time, with the bounds around it. */
final class Tally {
    /** The constructor of one of the three. */
    interface Kind {
        Numbered of(Span span, Span core, BigDecimal value, String unit, Bound bound, String rule);
    }

    private final Passage p;
    private final Figures figures;

    Tally(Passage passage, Figures figures) {
        p = passage;
        this.figures = figures;
    }

    /**
     * Takes it in, unless the bounds contradict each other.
     *
     * @param left where the words before the number end
     * @param end  where the unit ends
     * @return where the reading ends
     */
    int add(Stated stated, int left, int end, boolean over, Kind kind, String unit, String rule) {
        boolean alone = stated.implied();
        var before = figures.before(left, alone);
        var behind = Bounds.behind(p.s, end);
        int until = behind.edge();
        if (before.bound() == Bound.UNDER && p.endsWith("不会有", before.edge() + 3)
                && p.startsWith("那么", behind.edge())) {
            until = behind.edge() + 3;
        }
        Bound bound = Bounds.all(before.bound(), behind.bound(), over ? Bound.OVER : Bound.EXACT);
        if (bound == null || alone && bound == Bound.EXACT) {
            return behind.edge();
        }
        var span = new Span(before.edge(), until);
        Span[] cores = stated.cores();
        BigDecimal[] values = stated.values();
        for (int k = 0; k < cores.length; k++) {
            Bound own = cores.length == 1 ? bound : k == 0 ? Bound.OVER : Bound.UNDER;
            int coreEnd = k == cores.length - 1 ? end : cores[k].end();
            p.found.add(kind.of(span, new Span(cores[k].start(), coreEnd), Numeral.plain(values[k]), unit, own,
                    cores.length == 1 ? rule : rule + "-range"));
        }
        return span.end();
    }
}
