package org.jingwei.article;

import org.jsoup.parser.Parser;

/** Finds for the characters that a reader sees the characters of the markup that stand for them. */
final class Alignment {
    private Alignment() {}

    /**
     * The text of a block with the place of every unit in the page, white space collapsed to single spaces.
     *
     * @param page the markup
     */
    static MappedText mapped(Block block, String page) {
        var out = new MappedText.Builder(block.text().length());
        int at = 0;
        for (Part part : block.parts()) {
            switch (part) {
                case Part.Space space -> {
                    if (out.length() > 0 && out.last() != ' ') {
                        out.add(' ', out.lastEnd(), out.lastEnd());
                    }
                }
                case Part.Gap gap -> {
                    var range = gap.element().sourceRange();
                    int from = range.isTracked() ? Math.min(range.startPos(), page.length()) : at;
                    int to = range.isTracked() ? Math.min(range.endPos(), page.length()) : at;
                    out.add(LostCharacters.OBJECT, from, to);
                }
                case Part.Text text -> {
                    var range = text.node().sourceRange();
                    int from = range.isTracked() ? Math.min(range.startPos(), page.length()) : at;
                    int to = range.isTracked() ? Math.min(range.endPos(), page.length()) : at;
                    align(text, page, from, to, out);
                    at = to;
                }
            }
        }
        return out.build().strip();
    }

    /** Walks the characters of a text node and its markup side by side. */
    private static void align(Part.Text part, String page, int from, int to, MappedText.Builder out) {
        String text = part.node().getWholeText();
        int at = from;
        int i = 0;
        while (i < part.to()) {
            char c = text.charAt(i);
            if (at < to && page.charAt(at) == '&') {
                int end = at + 1;
                while (end < to && end - at < 40
                        && (Character.isLetterOrDigit(page.charAt(end)) && page.charAt(end) < 0x80
                                || page.charAt(end) == '#' && end == at + 1)) {
                    end++;
                }
                end += end < to && page.charAt(end) == ';' ? 1 : 0;
                String decoded = Parser.unescapeEntities(page.substring(at, end), false);
                // An entity without its semicolon may be followed by letters that do not belong to it.
                while (end > at + 1 && !text.startsWith(decoded, i)) {
                    end--;
                    decoded = Parser.unescapeEntities(page.substring(at, end), false);
                }
                if (text.startsWith(decoded, i)) {
                    for (int k = 0; k < decoded.length(); k++) {
                        put(out, i + k < part.from() ? '\0' : decoded.charAt(k), at, end);
                    }
                    i += decoded.length();
                    at = end;
                    continue;
                }
            }
            if (at < to && page.charAt(at) == c) {
                put(out, i < part.from() ? '\0' : c, at, at + 1);
                i++;
                at++;
            } else if (at < to && page.charAt(at) == '<') {
                // A tag that the parser dropped, in the middle of the text.
                while (at < to && page.charAt(at) != '>') {
                    at++;
                }
                at++;
            } else if (at < to && page.charAt(at) != c
                    && (page.charAt(at) == '\r' || page.charAt(at) == '\0' && c != '\ufffd')) {
                at++; // dropped by the parser
            } else {
                // Replaced by the parser; stands for what is there.
                put(out, i < part.from() ? '\0' : c, Math.min(at, to), Math.min(at + 1, to));
                i++;
                at++;
            }
        }
    }

    /** Adds {@code c} unless it is {@code \0}, which the parser never leaves in text. */
    private static void put(MappedText.Builder out, char c, int from, int to) {
        if (c == '\0') {
            return;
        }
        if (!Characters.isSpace(c)) {
            out.add(c, from, to);
        } else if (out.length() > 0) {
            if (out.last() == ' ') {
                out.extendLast(to);
            } else {
                out.add(' ', from, to);
            }
        }
    }
}
