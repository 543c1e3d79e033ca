package org.jingwei.article;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** An HTML page as the sequence of blocks that a reader sees, with the elements around them. */
final class Markup {
    /** Deeper elements are read as if they were this deep. */
    private static final int DEEPEST = 512;

    private final Document document;
    private final List<Block> blocks;
    private final List<Element> elements;
    private final int[] parents;

    private Markup(Document document, boolean hidden) {
        this.document = document;
        var reader = new BlockReader(hidden);
        NodeTraversor.filter(reader, document);
        reader.flush();
        this.blocks = reader.blocks();
        this.elements = reader.elements();
        this.parents = reader.parents();
    }

    static Markup parse(String page) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        return new Markup(parser.parseInput(page, ""), false);
    }

    /** The same page with the elements that scripts would show. */
    Markup withHidden() {
        return new Markup(document, true);
    }

    Document document() {
        return document;
    }

    List<Block> blocks() {
        return blocks;
    }

    int elements() {
        return elements.size();
    }

    /** The number of the block-level element around element {@code number}; -1 around the outermost. */
    int parent(int number) {
        return parents[number];
    }

    Element element(int number) {
        return elements.get(number);
    }
}
