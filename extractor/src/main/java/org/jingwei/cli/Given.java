package org.jingwei.cli;

import java.util.List;

/**
 * Values that somebody has set.
 *
 * @param values one, or any number for a list
 * @param where  they were set, for messages: a line of a file, a variable, a flag
 */
record Given(List<String> values, String where) {
    Given {
        values = List.copyOf(values);
    }
}
