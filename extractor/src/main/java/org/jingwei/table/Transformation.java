package org.jingwei.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a value comes from the level of its indicator; the codes of the code list of that name. Shares, ratios and ranks
 * are not among them: they need a whole that tables name in too many ways.
 */
public enum Transformation {
    /** The level itself. */
    N,
    /** Growth against the same period a year before, in per cent. */
    GY,
    /** Growth against the period before, in per cent. */
    G1,
    /** Mean growth a year, in per cent. */
    GAVG,
    /** Absolute change, or change in percentage points. */
    DIFF;

    static Optional<Transformation> of(String code) {
        return Arrays.stream(values()).filter(t -> t.name().equals(code.strip())).findFirst();
    }
}
