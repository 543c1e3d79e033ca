package org.jingwei.quantity;

import java.math.BigDecimal;
import org.jingwei.quantity.Unit.Kind;
import org.jingwei.source.Span;

/** %, ‰, 成, 个百分点, 基点, 倍: brings the number to per cent, points or multiples; {@link RateRule} says of what. */
final class RatioRule {
    private final Passage p;
    private final RateRule rates;

    RatioRule(Passage passage, RateRule rates) {
        p = passage;
        this.rates = rates;
    }

    int at(Stated stated, int sign) {
        Kind kind = stated.high().kind();
        int end = stated.end();
        boolean scaled = (stated.first().power() > 0 || stated.last().power() > 0) && kind != Kind.TIMES;
        if (stated.implied() || scaled || kind == Kind.TIMES && p.at(end) == '数'
                || kind == Kind.PERCENT && p.at(end) == '/' || kind == Kind.BASIS_POINTS && ofExchange(stated)) {
            return end;
        }
        if (kind == Kind.TENTHS) {
            return tenths(stated, sign);
        }
        int places = switch (kind) {
            case PER_MILLE -> 1;
            case BASIS_POINTS -> 2;
            default -> 0;
        };
        String rule = switch (kind) {
            case PERCENT -> "percent";
            case PER_MILLE -> "per-mille";
            case BASIS_POINTS -> "basis-points";
            case POINTS -> "points";
            default -> "times";
        };
        BigDecimal[] values = stated.values();
        for (int k = 0; k < values.length; k++) {
            values[k] = Numeral.plain(values[k].movePointLeft(places));
        }
        return rates.add(stated.start(), stated.cores(), values, own(stated), sign, kind, rule);
    }

    /** Of an exchange rate, a point is a ten-thousandth of the unit of money. */
    private boolean ofExchange(Stated stated) {
        int clause = p.sentenceStart(stated.start(), 40);
        return p.holds("汇率", clause, stated.start()) || p.holds("中间价", clause, stated.start())
                || p.holds("人民币", clause, stated.start()) || p.holds("兑", clause, stated.start());
    }

    /** 三成, 七成五, 3成5, 两成半: tenths, and hundredths behind them. */
    private int tenths(Stated stated, int sign) {
        int end = stated.end();
        BigDecimal[] values = stated.values();
        Numeral first = stated.first();
        if (values[0].compareTo(BigDecimal.TEN) > 0 || !first.whole()
                || first.arabic() && first.start() > 0 && Glyphs.digit(p.at(first.start() - 1))) {
            return end;
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = Numeral.plain(values[k].movePointRight(1));
        }
        Span[] cores = stated.cores();
        char next = p.at(end);
        int more = Glyphs.digit(next) ? next - '0' : Glyphs.chineseDigit(next);
        boolean half = next == '半';
        if (more >= 0 && Glyphs.digit(next) && (stated.range() || !endsHere(end + 1))) {
            return end + 1;
        }
        if ((more > 0 || half) && !stated.range()) {
            if (Glyphs.power(p.at(end + 1)) > 0 || Glyphs.chineseDigit(p.at(end + 1)) >= 0) {
                return end + 1;
            }
            if (half || Units.at(p.s, end + 1) == null) {
                values[0] = values[0].add(BigDecimal.valueOf(half ? 5 : more));
                end++;
                cores[0] = new Span(cores[0].start(), end);
            }
        }
        return rates.add(stated.start(), cores, values, own(stated), sign, Kind.TENTHS, "tenths");
    }

    private static Bound own(Stated stated) {
        return stated.over() ? Bound.OVER : Bound.EXACT;
    }

    private boolean endsHere(int i) {
        return !Glyphs.digit(p.at(i)) && Glyphs.power(p.at(i)) == 0 && p.at(i) != '.' && Units.at(p.s, i) == null;
    }
}
