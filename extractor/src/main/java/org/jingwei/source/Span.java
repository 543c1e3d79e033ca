package org.jingwei.source;

/**
 * A half-open range of a text. In cleaned text ({@code Article.text}) it counts UTF-16 units; in the decoded page
 * ({@code Article.page}) it counts Unicode code points. Who declares a span says which.
 *
 * @param start offset of the first unit
 * @param end   offset behind the last unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two share at least one unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span that holds both. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    public Span shift(int by) {
        return new Span(start + by, end + by);
    }

    /** The characters of this span in {@code text}, for a span that counts UTF-16 units. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** By start, longer first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
