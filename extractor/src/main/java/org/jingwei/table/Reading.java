package org.jingwei.table;

import java.util.List;

/**
 * What a table says.
 *
 * @param rows     how many rows of data it has
 * @param notes    how many rows are for people
 * @param missing  how many cells of values hold none: blank, a dash, an ellipsis
 * @param repeated how many figures are said again, with the same value
 * @param placed   figures, in the order of the rows; no two of one place, period, indicator and transformation
 * @param unplaced in the order of the rows
 */
public record Reading(int rows, int notes, int missing, int repeated, List<Figure.Placed> placed,
        List<Figure.Unplaced> unplaced) {
    public Reading {
        placed = List.copyOf(placed);
        unplaced = List.copyOf(unplaced);
    }
}
