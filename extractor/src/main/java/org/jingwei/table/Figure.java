package org.jingwei.table;

import java.math.BigDecimal;
import org.jingwei.link.Link;

/** What became of a figure of a table. */
public sealed interface Figure {

    /** The line of the file on which its row begins, from 1. */
    long line();

    /** The header of the column that its value stands in. */
    String column();

    /**
     * A figure whose place, period, indicator, transformation and unit are known.
     *
     * @param place          that it is of
     * @param writtenPlace   as the table identifies it
     * @param period         notation, as {@code quantity.Period} has it
     * @param indicator      code of the code list of indicators
     * @param writtenIndicator as table or mapping call it
     * @param value          in {@code unit}
     * @param unit           as in facts: an ISO 4217 code, %, 吨
     * @param writtenUnit    as table or mapping call it
     * @param stated         the number as the cell has it, in {@code writtenUnit}
     * @param text           the characters of the cell
     * @param lastPlace      what one in the last digit of the cell means, in {@code unit}
     * @param derived        whether the value follows from the cell by more than a change of unit
     */
    record Placed(long line, String column, Link.Thing place, String writtenPlace, String period, String indicator,
            String writtenIndicator, Transformation transformation, BigDecimal value, String unit, String writtenUnit,
            BigDecimal stated, String text, BigDecimal lastPlace, boolean derived) implements Figure {}

    /**
     * A figure that says nothing, as something about it is not certain.
     *
     * @param text   the characters that are at fault; may be empty
     * @param why    they are
     * @param remedy what to do about it
     */
    record Unplaced(long line, String column, String text, String why, String remedy) implements Figure {}
}
