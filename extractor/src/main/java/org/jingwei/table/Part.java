package org.jingwei.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

        /** Those of {@code headers} that fit the pattern, in which * stands for any characters; width does not count. */
        List<String> in(List<String> headers) {
            Pattern fits = Pattern.compile(Arrays.stream(narrow(pattern).split("\\*", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
            return headers.stream().filter(header -> fits.matcher(narrow(header)).matches()).toList();
        }

        private static String narrow(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
    }
}
