package org.jingwei.quantity;

import org.jingwei.quantity.Unit.Kind;

/**
 * A number and the unit that follows it.
 *
 * @param unit null for none
 */
record Figure(Numeral number, Words.Entry<Unit> unit, int unitStart) {
    int end() {
        return unit == null ? number.end() : unitStart + unit.length();
    }

    Kind kind() {
        return unit == null ? Kind.NONE : unit.meaning().kind();
    }

    String word() {
        return unit.word();
    }
}
