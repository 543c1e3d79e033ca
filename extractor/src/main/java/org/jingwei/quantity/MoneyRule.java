package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.quantity.Unit.Kind;
import org.jingwei.source.Span;

/** A number with a currency behind it, around it (人民币3亿元) or before it (折合美元约9.6亿元). */
final class MoneyRule {
    private final Passage p;
    private final Figures figures;
    private final PriceRule prices;

    MoneyRule(Passage passage, Figures figures, Tally tally) {
        p = passage;
        this.figures = figures;
        prices = new PriceRule(passage, tally);
    }

    /** A currency code, and where the words that name it begin; a code of null is a contradiction. */
    private record Named(String code, int left, boolean before) {}

    int at(Stated stated, int sign) {
        int end = stated.end();
        Named currency = currency(stated);
        if (currency.code() == null || broken(end) || otherYuan(stated, currency)) {
            return end;
        }
        if (prices.behind(end)) {
            return prices.stated(stated, currency.left(), currency.before() && !currency.code().equals("CNY"));
        }
        if (doubtful(stated, currency)) {
            return end;
        }
        if (prices.several(currency.left())
                || p.at(currency.left() - 1) == '派' && Glyphs.digit(p.at(currency.left() - 2))) {
            // 每10股派发现金3.5元, 每人每年580元, 10派3元
            return end;
        }
        String each = prices.each(currency.left());
        if (each != null) {
            return sign != 0 || currency.before() || stated.implied()
                    ? end
                    : prices.each(stated, currency.left(), each);
        }
        return amount(stated, sign, currency);
    }

    private Named currency(Stated stated) {
        Unit unit = stated.unit();
        int left = p.backSpaces(stated.start());
        var prefix = figures.currency(left);
        if (prefix != null && Glyphs.letter(prefix.word().charAt(0))
                && Glyphs.letter(p.at(left - prefix.length() - 1))) {
            prefix = null;
        }
        if (prefix != null) {
            boolean agrees = unit.kind() == Kind.YUAN || prefix.meaning().name().equals(unit.name());
            return new Named(agrees ? prefix.meaning().name() : null, left - prefix.length(), true);
        }
        // 折合美元约9.6亿元
        var bound = figures.before(stated.start(), false);
        var named = bound.bound() == Bound.EXACT ? null : figures.currency(p.backSpaces(bound.edge()));
        if (named == null) {
            return new Named(unit.name(), stated.start(), false);
        }
        boolean agrees = unit.kind() == Kind.YUAN || named.meaning().name().equals(unit.name());
        return new Named(agrees ? named.meaning().name() : null, stated.start(), unit.kind() == Kind.YUAN);
    }

    /** 3元5角 would be read short; 百亿元级 is a class. */
    private boolean broken(int end) {
        char digit = p.at(end);
        boolean word = Glyphs.chineseDigit(digit) > 0 || Glyphs.chequeDigit(digit) > 0;
        int next = word ? end + 1 : end + figures.digits(end);
        return next > end && "角分毛".indexOf(p.at(next)) >= 0 && next < p.s.length || digit == '级';
    }

    /** Where 元 alone may be another currency's, it is not read. */
    private boolean otherYuan(Stated stated, Named currency) {
        return stated.unit().kind() == Kind.YUAN && !currency.before() && p.otherYuan();
    }

    private boolean doubtful(Stated stated, Named currency) {
        if (stated.unit().kind() != Kind.YUAN) {
            return false;
        }
        // 三元 and 二元 are as often names and words of mathematics; 兆元 without its name has no certain currency.
        Numeral first = stated.first();
        boolean small = first.end() - first.start() <= 2 && first.power() == 0 && !first.arabic()
                && first.value().compareTo(BigDecimal.TEN) <= 0;
        return small || !currency.before() && p.at(stated.high().unitStart() - 1) == '兆';
    }

    private int amount(Stated stated, int sign, Named currency) {
        boolean alone = stated.implied();
        int end = stated.end();
        int left = currency.before() && currency.left() < stated.start() ? currency.left() : stated.start();
        var before = figures.before(left, alone);
        var behind = Bounds.behind(p.s, end);
        if (p.at(end) == '起' && "步诉草来码点降跌".indexOf(p.at(end + 1)) < 0) {
            behind = new Bounds.Found(Bound.OVER, end + 1);
        }
        Bound first = before.bound();
        if (first == Bound.EXACT) {
            first = Bounds.extremeBefore(p.s, left);
        }
        Bound bound = Bounds.all(first, behind.bound(), stated.over() ? Bound.OVER : Bound.EXACT);
        if (bound == null || alone && first == Bound.EXACT && !stated.over() || p.endsWith("超出", left)) {
            // 亿元以上项目 names a class of projects; 超出20亿元 is a difference or a bound.
            return behind.edge();
        }
        String rule = "money";
        BigDecimal[] values = stated.values();
        if (sign != 0) {
            if (sign > 0 || stated.range() || "为润额(收".indexOf(p.at(left - 1)) < 0) {
                return end;
            }
            values[0] = values[0].negate();
            rule = "money-negative";
        }
        var span = new Span(Math.min(before.edge(), stated.start()), behind.edge());
        Span[] cores = stated.cores();
        for (int k = 0; k < cores.length; k++) {
            Bound own = cores.length == 1 ? bound : k == 0 ? Bound.OVER : Bound.UNDER;
            p.found.add(new Amount(span, cores[k], Numeral.plain(values[k]), currency.code(), true, own,
                    cores.length == 1 ? rule : "money-range"));
        }
        return span.end();
    }
}
