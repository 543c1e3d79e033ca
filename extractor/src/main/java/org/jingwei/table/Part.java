package org.jingwei.table;

import java.util.List;

/** Where a table says what a figure needs: its region, period, indicator, transformation, value or unit. */
public sealed interface Part {

    /** In the column of this header. */
    record Column(String header) implements Part {}

    /** In no cell: it is the same for the whole table. */
    record Constant(String text) implements Part {}

    /** In the header of the column that the value stands in, as the year of a table with a column for each year. */
    record Header() implements Part {}

    /** In each of the columns whose header fits: for values alone. */
    record Columns(String pattern) implements Part {

        /** Those of {@code headers} that fit the pattern, in which * stands for any characters. */
        List<String> in(List<String> headers) {
            StringBuilder fits = new StringBuilder();
            for (String literal : pattern.split("\\*", -1)) {
                fits.append(fits.isEmpty() ? "" : ".*").append(java.util.regex.Pattern.quote(literal));
            }
            return headers.stream().filter(header -> header.matches(fits.toString())).toList();
        }
    }
}
