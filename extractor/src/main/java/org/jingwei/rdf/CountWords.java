package org.jingwei.rdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the validator says of too few or too many values, as sentences in both languages. */
final class CountWords {
    private static final Pattern COUNTED = Pattern
            .compile("(min|max)Count\\[\\d+\\]: .*expected (?:min|max) (\\d+): Got count = (\\d+)");

    private CountWords() {}

    /**
     * @param message of the validator or of the shape
     * @param path    the property counted, by its short name
     * @return {@code message} itself where it is about something else or the shape has words of its own
     */
    static String of(String message, String path) {
        Matcher counted = COUNTED.matcher(message);
        if (!counted.matches()) {
            return message;
        }
        String asked = counted.group(2);
        String found = counted.group(3);
        if (counted.group(1).equals("max")) {
            return "There are " + found + " of " + path + ", at most " + asked + " allowed. " + path + " 有 " + found
                    + " 个，至多允许 " + asked + " 个。";
        }
        return found.equals("0")
                ? path + " is missing, at least " + asked + " needed. 缺少 " + path + "，至少需要 " + asked + " 个。"
                : "There is only " + found + " of " + path + ", at least " + asked + " needed. " + path + " 只有 " + found
                        + " 个，至少需要 " + asked + " 个。";
    }
}
