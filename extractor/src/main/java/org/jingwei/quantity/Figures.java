package org.jingwei.quantity;

import org.jingwei.quantity.Unit.Kind;

/** Numbers with the units behind them, and the signs that join two of them to a range. */
final class Figures {
    private final Passage p;
    private final NumeralLexer lexer;

    Figures(Passage passage) {
        p = passage;
        lexer = new NumeralLexer(passage.s);
    }

    boolean starts(int i) {
        return i < p.s.length && lexer.starts(i);
    }

    Numeral number(int i) {
        return lexer.at(i);
    }

    /** The number with its unit. A space parts them only where nothing else can be meant: 2.4 万, 300 MW. */
    Figure of(Numeral number) {
        int k = number.end();
        if (p.at(k) != ' ') {
            return new Figure(number, Units.at(p.s, k), k);
        }
        int next = p.skipSpaces(k);
        var unit = Units.at(p.s, next);
        boolean clear = unit != null && number.arabic()
                && (unit.meaning().money() || unit.meaning().kind() == Kind.MEASURE
                        || unit.meaning().kind() == Kind.PERCENT
                        || unit.meaning().kind() == Kind.THINGS && number.power() > 0);
        return clear ? new Figure(number, unit, next) : new Figure(number, null, k);
    }

    /** Behind a sign that joins the ends of a range and before a number: where that number starts, else -1. */
    int rangeSign(int end) {
        int k = p.skipSpaces(end);
        char c = p.at(k);
        int next;
        if (c == '-' || c == '~' || c == '至' || c == '到') {
            next = k + 1;
        } else if (c == '—') {
            next = p.at(k + 1) == '—' ? k + 2 : k + 1;
        } else {
            return -1;
        }
        next = p.skipSpaces(next);
        return starts(next) && (Glyphs.digit(p.s[next]) || Glyphs.chineseDigit(p.s[next]) > 0 || p.s[next] == '十')
                ? next
                : -1;
    }

    /** The end of the digits and hyphens at {@code k}: 0519-8622-1543. */
    int hyphens(int k) {
        int j = k;
        while (j < p.s.length && (Glyphs.digit(p.s[j]) || p.s[j] == '-')) {
            j++;
        }
        return j;
    }

    /** How many digits stand at {@code i}, up to eight. */
    int digits(int i) {
        int k = i;
        while (Glyphs.digit(p.at(k)) && k - i < 8) {
            k++;
        }
        return k - i;
    }

    /** The bound in the words before {@code end} that do not belong to the value before. */
    Bounds.Found before(int end, boolean powerAlone) {
        var found = Bounds.before(p.s, end, powerAlone);
        return found.edge() < p.floor() ? new Bounds.Found(Bound.EXACT, end) : found;
    }

    /** A currency before the number that does not belong to the value before it, or null. */
    Words.Entry<Unit> currency(int end) {
        var found = Units.currencyBefore(p.s, end);
        return found == null || end - found.length() < p.floor() ? null : found;
    }
}
