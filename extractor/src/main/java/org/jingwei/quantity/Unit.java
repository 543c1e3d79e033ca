package org.jingwei.quantity;

/**
 * What a word behind a number says the number counts.
 *
 * @param kind of unit
 * @param name ISO 4217 code for money, otherwise the unit as it is given in values
 */
record Unit(Kind kind, String name) {
    enum Kind {
        /** A currency of its own: 美元. */
        MONEY,
        /** 元: whichever currency the words around it name, else the yuan. */
        YUAN, THINGS, MEASURE, DURATION,
        /** % and its kin. */
        PERCENT, PER_MILLE, TENTHS, POINTS, BASIS_POINTS, TIMES,
        /** A word that begins like a unit and is none. */
        NONE
    }

    boolean money() {
        return kind == Kind.MONEY || kind == Kind.YUAN;
    }
}
