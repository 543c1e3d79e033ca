package org.jingwei.quantity;

/** A number with the unit behind it: decides whether it is one, and gives it to the rule of its unit. */
final class NumberRule {
    private final Passage p;
    private final Figures figures;
    private final NotNumbers not;
    private final RangeRule ranges;
    private final ProductRule products;
    private final SharedUnitRule shared;
    private final BareMoneyRule bare;
    private final RatioRule ratios;
    private final MoneyRule money;
    private final CountRule counts;
    private final MeasureRule measures;
    private final DurationRule durations;
    private final RateSense sense;
    private final CompositionRule compositions;

    NumberRule(Passage passage, RateRule rates) {
        p = passage;
        figures = new Figures(passage);
        not = new NotNumbers(passage, figures);
        var tally = new Tally(passage, figures);
        ranges = new RangeRule(passage, figures);
        products = new ProductRule(passage, figures, tally);
        shared = new SharedUnitRule(passage, figures);
        bare = new BareMoneyRule(passage, figures);
        ratios = new RatioRule(passage, rates);
        money = new MoneyRule(passage, figures, tally);
        counts = new CountRule(passage, figures, tally);
        measures = new MeasureRule(passage, tally);
        durations = new DurationRule(passage, figures, tally);
        sense = new RateSense(passage);
        compositions = new CompositionRule(passage);
    }

    /** Reads what stands at {@code i} and returns where it ends, read or not. */
    int at(int i) {
        int composed = compositions.at(i);
        if (composed > i) {
            return composed;
        }
        Numeral number = figures.number(i);
        if (number.arabic() && not.code(i, number.end())) {
            return not.codeEnd(i);
        }
        if (!number.readable()) {
            return number.end();
        }
        if (!number.arabic() && "数几好".indexOf(p.at(i - 1)) >= 0) {
            return number.end();
        }
        int start = not.signed(i);
        if (start < 0 || not.tail(i)) {
            return not.skipped(number);
        }
        int times = products.factor(number.end());
        if (times > 0) {
            return products.read(number, times);
        }
        Figure figure = figures.of(number);
        int to = figure.unit() == null ? shared.at(figure) : -1;
        if (to > 0) {
            return shared.read(start, figure, to, this::emit);
        }
        to = figures.rangeSign(figure.end());
        if (to < 0) {
            to = ranges.between(start, figure);
        }
        if (to > 0) {
            return ranges.read(start, figure, to, this::emit, this::single);
        }
        return single(start, figure);
    }

    private int single(int start, Figure figure) {
        if (ranges.upperEnd(start) || ranges.negative(start, figure) || p.at(figure.end()) == '×'
                || conditional(start)) {
            return figure.end();
        }
        if (figure.unit() == null) {
            return bare.at(start, figure.number());
        }
        if (p.damaged(figure.number().start(), figure.number().end()) || p.at(figure.end()) == Glyphs.LOST) {
            return figure.end();
        }
        return emit(Stated.one(start, figure));
    }

    /** 每增加100家: a condition, not what happened. */
    private boolean conditional(int start) {
        int verb = sense.move(start);
        return verb > 0 && p.at(verb - 1) == '每';
    }

    /** Gives what is stated to the rule of its unit, which returns where it ends. */
    private int emit(Stated stated) {
        int sign = stated.sign(p);
        return switch (stated.high().kind()) {
            case PERCENT, POINTS, TIMES, TENTHS, PER_MILLE, BASIS_POINTS -> ratios.at(stated, sign);
            case MONEY, YUAN -> money.at(stated, sign);
            case THINGS -> sign != 0 ? stated.end() : counts.at(stated);
            case MEASURE -> sign != 0 ? stated.end() : measures.at(stated);
            case DURATION -> sign != 0 ? stated.end() : durations.at(stated);
            case NONE -> stated.end();
        };
    }
}
