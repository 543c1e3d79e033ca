package org.jingwei.quantity;

import java.math.BigDecimal;

/**
 * A number as written, without its unit.
 *
 * @param end   behind its last character, power of ten included
 * @param value null when the characters are no number that can be trusted
 * @param power the exponent of the power of ten at its end (2.4万: 4), 0 without one
 * @param over  whether 多 or 余 stands inside or behind it (40多亿)
 */
record Numeral(int start, int end, BigDecimal value, int power, Form form, boolean over) {
    enum Form {
        /** ASCII digits, perhaps with a Chinese power of ten. */
        ARABIC,
        /** Chinese digits only. */
        CHINESE,
        /** A power of ten alone, as in 超千亿元: a number only behind a word that bounds it. */
        IMPLIED,
        /** Not to be read. */
        NONE
    }

    static Numeral none(int start, int end) {
        return new Numeral(start, end, null, 0, Form.NONE, false);
    }

    /** Takes in the 多 or 余 behind it. */
    Numeral stretched(boolean more) {
        return more ? new Numeral(start, end + 1, value, power, form, true) : this;
    }

    boolean readable() {
        return value != null;
    }

    boolean arabic() {
        return form == Form.ARABIC;
    }

    boolean whole() {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** Without trailing zeros behind the point, and never in powers of ten. */
    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
