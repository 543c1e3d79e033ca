package org.jingwei.article;

import org.jsoup.nodes.TextNode;

/**
 * The units {@code [from, to)} of a text node that belong to one block.
 *
 * @param node absent (null) only in {@link #SPACE}
 */
record Part(TextNode node, int from, int to) {
    /** The space between two cells of a row. */
    static final Part SPACE = new Part(null, 0, 0);

    static Part of(TextNode node) {
        return new Part(node, 0, node.getWholeText().length());
    }
}
