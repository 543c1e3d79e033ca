package org.jingwei.source;

import java.util.List;

/**
 * How inputs are opened.
 *
 * @param fields what the fields of JSON Lines objects are called
 * @param lists  files that name one input a line, taken after the inputs named directly; {@code -} is standard input.
 *               Blank lines and lines that start with {@code #} are passed over. Relative paths start from the folder
 *               that the command runs in. A list is UTF-8 and read line by line.
 * @param web    limits and manners for inputs that are web addresses
 */
public record InputOptions(JsonFields fields, List<String> lists, WebOptions web) {
    /** Fields by their own names, no lists, {@link WebOptions#DEFAULTS}. */
    public static final InputOptions DEFAULTS = new InputOptions(JsonFields.DEFAULTS, List.of(), WebOptions.DEFAULTS);

    public InputOptions {
        lists = List.copyOf(lists);
    }
}
