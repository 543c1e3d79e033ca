package org.jingwei.article;

import java.util.ArrayList;
import java.util.List;

/** The lines of a page without markup. */
final class PlainPage {
    private PlainPage() {}

    /** Non-blank lines, stripped. */
    static List<MappedText> lines(String page) {
        var lines = new ArrayList<MappedText>();
        int from = 0;
        for (int i = 0; i <= page.length(); i++) {
            if (i == page.length() || page.charAt(i) == '\n' || page.charAt(i) == '\r' || page.charAt(i) == '\u2028'
                    || page.charAt(i) == '\u2029') {
                if (i > from) {
                    MappedText line = MappedText.of(page, from, i).strip();
                    if (line.length() > 0) {
                        lines.add(line);
                    }
                }
                from = i + 1;
            }
        }
        return lines;
    }
}
