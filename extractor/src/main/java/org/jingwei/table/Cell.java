package org.jingwei.table;

import java.math.BigDecimal;

/** What the cell of a value says. */
sealed interface Cell {

    /** Nothing: it is blank, or holds a dash or an ellipsis. That is no zero. */
    record Missing() implements Cell {}

    /** Something, but no certain number. */
    record Unread(String why, String remedy) implements Cell {}

    /**
     * A number.
     *
     * @param value     in {@code unit}
     * @param unit      as in facts: an ISO 4217 code, %, 吨
     * @param stated    the number as the cell has it
     * @param lastPlace what one in its last digit means, in {@code unit}
     * @param derived   whether it follows from the cell by more than a change of unit: the growth that an index states
     */
    record Number(BigDecimal value, String unit, BigDecimal stated, BigDecimal lastPlace, boolean derived)
            implements
                Cell {}
}
