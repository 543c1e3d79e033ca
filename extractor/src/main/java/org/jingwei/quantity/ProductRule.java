package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;

/** 2×66万千瓦: so many machines of so much each. Only for power, for elsewhere a product may be a size (3×5米). */
final class ProductRule {
    private static final Words<Boolean> POWER_UNITS = Words
            .of(Map.entry(true, "千瓦 兆瓦 吉瓦 MW Mw mw GW kW KW MVA kVA KVA 千伏安 兆伏安 MWp GWh MWh 兆瓦时"));
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

    private final Passage p;
    private final Figures figures;
    private final Tally tally;

    ProductRule(Passage passage, Figures figures, Tally tally) {
        p = passage;
        this.figures = figures;
        this.tally = tally;
    }

    /** Behind a number that ends at {@code end}: where the second factor starts; -1 where this is no product. */
    int factor(int end) {
        char c = p.at(end);
        boolean sign = c == '×' || c == '*' || (c == 'x' || c == 'X') && Glyphs.digit(p.at(end + 1));
        int next = p.skipSpaces(end + 1);
        return sign && Glyphs.digit(p.at(next)) ? next : -1;
    }

    int read(Numeral factor, int second) {
        Numeral number = figures.number(second);
        Figure figure = number.readable() ? figures.of(number) : null;
        if (figure == null || figure.unit() == null || factor(number.end()) > 0) {
            int k = number.end();
            for (int next = factor(k); next > 0; next = factor(k)) {
                k = figures.number(next).end();
            }
            return k;
        }
        boolean power = POWER_UNITS.at(p.s, figure.unitStart()) != null && p.at(figure.end()) != '级';
        boolean few = factor.whole() && factor.power() == 0 && !factor.over() && !number.over()
                && factor.value().compareTo(MOST) <= 0;
        if (!power || !few || figures.rangeSign(figure.end()) > 0 || p.at(figure.end()) == '+'
                || p.at(factor.start() - 1) == '+' || p.damaged(factor.start(), figure.end())) {
            return figure.end();
        }
        var whole = new Numeral(factor.start(), number.end(), factor.value().multiply(number.value()), number.power(),
                Numeral.Form.ARABIC, false);
        var read = new Figure(whole, figure.unit(), figure.unitStart());
        return tally.add(Stated.one(factor.start(), read), factor.start(), figure.end(), false, Measure::new,
                figure.unit().meaning().name(), "product");
    }
}
