package org.jingwei.article;

import java.util.List;

/**
 * A run of text that the page shows on its own: a paragraph, a heading, a list item, a line between two breaks, or
 * a row of a data table.
 *
 * @param container number of the innermost block-level element around it, see {@link Markup#parent}
 * @param tag       that element's name
 * @param parts     its text nodes or parts of them; {@link Part#SPACE} between two cells
 * @param text      its text, white space collapsed
 * @param size      letters, digits and Chinese characters in it
 * @param linkSize  those of them inside links
 * @param links     how many links it holds
 * @param marks     sentence punctuation outside links
 * @param linkMarks sentence punctuation inside links
 * @param option    whether it labels a radio button or check box
 * @param caption   whether it stands behind a picture and is set as captions are
 */
record Block(int container, String tag, List<Part> parts, String text, int size, int linkSize, int links,
        int marks, int linkMarks, boolean option, boolean caption) {

    double linkShare() {
        return size == 0 ? 0 : (double) linkSize / size;
    }

    int plainSize() {
        return size - linkSize;
    }

    boolean isHeading() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /** Whether it is a row of a table of figures. */
    boolean isRow() {
        return tag.equals("tr");
    }
}
