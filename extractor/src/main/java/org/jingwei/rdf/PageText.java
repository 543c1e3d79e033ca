package org.jingwei.rdf;

import org.jingwei.source.Span;

/** A page text addressed in code points. */
final class PageText {
    private final String text;
    private final int length;
    /** UTF-16 offset of every code point; absent when the two counts agree. */
    private final int[] offsets;

    PageText(String text) {
        this.text = text;
        this.length = text.codePointCount(0, text.length());
        if (length == text.length()) {
            this.offsets = null;
        } else {
            this.offsets = new int[length + 1];
            for (int point = 0, unit = 0; point <= length; point++) {
                offsets[point] = unit;
                unit += unit < text.length() ? Character.charCount(text.codePointAt(unit)) : 0;
            }
        }
    }

    /** In code points. */
    int length() {
        return length;
    }

    String exact(Span codePoints) {
        return offsets == null
                ? codePoints.of(text)
                : text.substring(offsets[codePoints.start()], offsets[codePoints.end()]);
    }
}
