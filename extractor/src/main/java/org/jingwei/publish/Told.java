package org.jingwei.publish;

/**
 * A value in words, not yet escaped.
 *
 * @param words    empty where the article says nothing
 * @param supplied what of it context or convention supplied, in words; empty where the text states all of it
 */
record Told(String words, String supplied) {

    static Told stated(String words) {
        return new Told(words, "");
    }

    /** With what was supplied marked as such. */
    String html() {
        return Html.text(words) + (supplied.isEmpty() ? "" : " " + badge(supplied));
    }

    /** In a line of text. */
    String line() {
        return supplied.isEmpty() ? words : words + " [" + supplied + "]";
    }

    static String badge(String words) {
        return "<span class=\"badge\">" + Html.text(words) + "</span>";
    }
}
