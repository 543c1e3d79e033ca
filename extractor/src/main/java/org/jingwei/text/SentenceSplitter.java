package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.source.Span;

/**
 * A line to sentences. A full stop inside quotation marks or brackets ends none, unless the line never closes them. A
 * headline in 【】 that opens the line is a sentence of its own.
 */
final class SentenceSplitter {
    private static final String OPEN = "“‘「『（([【《";
    private static final String CLOSE = "”’」』）)]】》";
    private static final String END = "。！？；!?;";
    /** Longer than any quotation that is part of a sentence of news: then the closing mark was forgotten. */
    private static final int LONGEST_BRACKET = 400;
    /** No sentence of news is as long; without a limit, text that never pauses costs time by the square of its length. */
    private static final int LONGEST = 1000;
    private static final String PAUSE = "，、,：:\n\t ";

    private SentenceSplitter() {}

    /** Spans of the sentences of {@code text[start, end)}, each with its closing punctuation, white space trimmed. */
    static List<Span> split(String text, int start, int end) {
        List<Span> sentences = new ArrayList<>();
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int open = OPEN.indexOf(c);
            if (open >= 0) {
                i = closing(text, i, end, c, CLOSE.charAt(open));
            } else if (END.indexOf(c) >= 0) {
                while (i + 1 < end && (END + CLOSE).indexOf(text.charAt(i + 1)) >= 0) {
                    i++;
                }
                add(sentences, text, from, i + 1);
                from = i + 1;
            }
            boolean headline = i < end && from == start && text.charAt(i) == '】' && text.charAt(from) == '【';
            boolean thought = open >= 0 && i + 1 >= end;
            if (headline || thought) {
                add(sentences, text, from, Math.min(end, i + 1));
                from = Math.min(end, i + 1);
            }
        }
        add(sentences, text, from, end);
        return sentences;
    }

    private static int closing(String text, int open, int end, char opening, char closing) {
        int depth = 0;
        for (int i = open; i < Math.min(end, open + LONGEST_BRACKET); i++) {
            char c = text.charAt(i);
            if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                return i;
            }
        }
        return open;
    }

    private static void add(List<Span> sentences, String text, int from, int to) {
        int a = from;
        int b = to;
        while (a < b && Character.isWhitespace(text.charAt(a))) {
            a++;
        }
        while (b > a && Character.isWhitespace(text.charAt(b - 1))) {
            b--;
        }
        while (b - a > LONGEST) {
            int cut = pause(text, a + LONGEST / 2, a + LONGEST);
            sentences.add(new Span(a, cut));
            a = cut;
        }
        if (b > a) {
            sentences.add(new Span(a, b));
        }
    }

    /** Behind the last pause of {@code text[from, to)}; without one its end, which parts no surrogate pair. */
    private static int pause(String text, int from, int to) {
        for (int i = to; i > from; i--) {
            if (PAUSE.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
