package org.jingwei.article;

import org.jingwei.source.Span;

/**
 * From every UTF-16 unit of a cleaned text to the code points of the decoded page that it stands for. Immutable.
 * Two parallel arrays: unit {@code i} stands for page code points {@code [start[i], end[i])}.
 */
public final class TextMap {
    private final int[] start;
    private final int[] end;

    /** @param start non-decreasing; {@code start[i] <= end[i]}; both arrays as long as the cleaned text */
    public TextMap(int[] start, int[] end) {
        if (start.length != end.length) {
            throw new IllegalArgumentException("starts and ends differ in number: " + start.length + ", " + end.length);
        }
        this.start = start.clone();
        this.end = end.clone();
    }

    public int length() {
        return start.length;
    }

    /** The page code points that a span of cleaned text stands for, from its first character to its last. */
    public Span toPage(Span cleaned) {
        if (cleaned.length() == 0) {
            throw new IllegalArgumentException("an empty span stands for nothing: " + cleaned);
        }
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (int i = cleaned.start(); i < cleaned.end(); i++) {
            from = Math.min(from, start[i]);
            to = Math.max(to, end[i]);
        }
        return new Span(from, to);
    }
}
