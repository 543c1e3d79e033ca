package org.jingwei.article;

import java.util.Arrays;

/**
 * A piece of text that knows where each of its UTF-16 units came from: unit {@code i} stands for the units
 * {@code [start(i), end(i))} of the decoded page. Immutable.
 */
final class MappedText implements CharSequence {
    static final MappedText EMPTY = new Builder(0).build();

    private final String text;
    private final int[] start;
    private final int[] end;

    private MappedText(String text, int[] start, int[] end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The units {@code [from, to)} of the page as they stand. */
    static MappedText of(String page, int from, int to) {
        int[] start = new int[to - from];
        int[] end = new int[to - from];
        for (int i = from; i < to; i++) {
            start[i - from] = i;
            end[i - from] = i + 1;
        }
        return new MappedText(page.substring(from, to), start, end);
    }

    int start(int unit) {
        return start[unit];
    }

    int end(int unit) {
        return end[unit];
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int unit) {
        return text.charAt(unit);
    }

    @Override
    public MappedText subSequence(int from, int to) {
        return from == 0 && to == length()
                ? this
                : new MappedText(text.substring(from, to), Arrays.copyOfRange(start, from, to),
                        Arrays.copyOfRange(end, from, to));
    }

    /** The same places with other characters; {@code other} has as many units. */
    MappedText rewritten(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("not one for one: " + text + " / " + other);
        }
        return other.equals(text) ? this : new MappedText(other, start, end);
    }

    MappedText strip() {
        int from = 0;
        int to = length();
        while (from < to && Characters.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Characters.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Builder {
        private final StringBuilder text;
        private int[] start;
        private int[] end;

        Builder(int capacity) {
            text = new StringBuilder(capacity);
            start = new int[capacity];
            end = new int[capacity];
        }

        int length() {
            return text.length();
        }

        char last() {
            return text.charAt(text.length() - 1);
        }

        /** Where in the page the last unit ends. */
        int lastEnd() {
            return end[text.length() - 1];
        }

        Builder add(char unit, int from, int to) {
            int at = text.length();
            if (at == start.length) {
                int capacity = Math.max(16, at * 2);
                start = Arrays.copyOf(start, capacity);
                end = Arrays.copyOf(end, capacity);
            }
            text.append(unit);
            start[at] = from;
            end[at] = to;
            return this;
        }

        Builder add(CharSequence units, int from, int to) {
            for (int i = 0; i < units.length(); i++) {
                add(units.charAt(i), from, to);
            }
            return this;
        }

        Builder add(MappedText other, int from, int to) {
            for (int i = from; i < to; i++) {
                add(other.text.charAt(i), other.start[i], other.end[i]);
            }
            return this;
        }

        Builder add(MappedText other) {
            return add(other, 0, other.length());
        }

        /** Lets the last unit stand for everything up to {@code to}. */
        Builder extendLast(int to) {
            int at = text.length() - 1;
            end[at] = Math.max(end[at], to);
            return this;
        }

        MappedText build() {
            int n = text.length();
            return new MappedText(text.toString(), Arrays.copyOf(start, n), Arrays.copyOf(end, n));
        }
    }
}
