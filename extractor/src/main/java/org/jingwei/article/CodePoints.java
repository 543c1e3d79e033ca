package org.jingwei.article;

/** Offsets in UTF-16 units of a text as offsets in code points. */
final class CodePoints {
    /** Of every unit, and behind the last; {@code null} when both count alike. */
    private final int[] offsets;

    CodePoints(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            offsets = null;
            return;
        }
        offsets = new int[text.length() + 1];
        for (int i = 0, point = 0; i < text.length(); i++) {
            offsets[i] = point;
            boolean inPair = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            point += inPair ? 0 : 1;
        }
        offsets[text.length()] = points;
    }

    /** Where the code point of a unit begins. */
    int at(int unit) {
        return offsets == null ? unit : offsets[unit];
    }

    /** Where the code point of the last unit before {@code unit} ends. */
    int behind(int unit) {
        return offsets == null || unit == 0 ? unit : offsets[unit - 1] + 1;
    }
}
