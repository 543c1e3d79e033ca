package org.jingwei.article;

import org.jingwei.source.Span;

/**
 * One change made to the characters of the page.
 *
 * @param kind     what was wrong
 * @param original where in the decoded page, in code points
 * @param restored what stands in the cleaned text instead, before simplification; empty when the characters were
 *                 dropped; {@link Article#LOST} when they could not be restored
 */
public record Repair(Kind kind, Span original, String restored) {
    public enum Kind {
        /** A pronunciation in brackets behind its character: 區(qū). */
        PINYIN_GLOSS,
        /** GB18030 bytes that were read one byte out of frame. */
        MISFRAMED_BYTES,
        /** A character of which one byte was lost, supplied because its neighbours leave hardly another. */
        SUPPLIED_CHARACTER,
        /**
         * Characters of which nothing is left or something that stands for them (a box, a private-use character, a
         * picture), and the digits behind them, which may have lost their first.
         */
        LOST_CHARACTERS,
        /** A full-width form of an ASCII character. */
        FULL_WIDTH,
        /** Zero-width, control, private-use or unpaired characters. */
        INVISIBLE,
        /** A character reference that was escaped twice. */
        ESCAPED_TWICE
    }
}
