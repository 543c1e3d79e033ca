package org.jingwei.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A piece of a block. */
sealed interface Part {
    /** The units {@code [from, to)} of a text node that belong to one block. */
    record Text(TextNode node, int from, int to) implements Part {}

    /** The space between two cells of a row. */
    record Space() implements Part {}

    /** What shows something that is no text, or may, beside a digit or between two: a picture, an icon, a footnote. */
    record Gap(Element element) implements Part {}

    Part SPACE = new Space();

    static Part of(TextNode node) {
        return new Text(node, 0, node.getWholeText().length());
    }
}
