package org.jingwei.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a document and cuts what a reader sees of it into blocks. */
final class BlockReader implements NodeFilter {
    private static final Set<String> BLOCK = Set.of("address", "article", "aside", "blockquote", "body", "center", "dd",
            "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
            "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
            "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption");
    private static final Pattern CENTRED = Pattern.compile("(?i)text-align\\s*:\\s*center");

    private static final int LONGEST_PREFORMATTED = 20_000;

    private final boolean hidden;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private int[] parents = new int[256];

    private int container = -1;
    private int linkDepth;
    private int row = -1;
    private int preformatted;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linkSize;
    private int links;
    private int marks;
    private int linkMarks;
    private boolean option;
    private boolean picture;
    /** What stands before the next text and is none; {@code null} for nothing. */
    private Element gap;
    /** Whether a digit on one side of it is enough to doubt the digit. */
    private boolean shown;

    /** @param hidden whether to read what only a script would show */
    BlockReader(boolean hidden) {
        this.hidden = hidden;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The block-level elements in the order of the page. */
    List<Element> elements() {
        return elements;
    }

    /** For each of them the number of the one around it; -1 around the outermost. */
    int[] parents() {
        return Arrays.copyOf(parents, elements.size());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            add(piece);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || node instanceof Document) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (!hidden && InlineMarkup.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (BLOCK.contains(tag)) {
            if (row >= 0 && (tag.equals("td") || tag.equals("th"))) {
                space();
            } else if (row < 0) {
                flush();
            }
            preformatted += tag.equals("pre") ? 1 : 0;
            enter(element);
            if (row < 0 && tag.equals("tr") && isDataRow(element)) {
                row = container;
            }
            return FilterResult.CONTINUE;
        }
        switch (tag) {
            case "br" -> breakLine();
            case "a" -> {
                linkDepth++;
                links++;
            }
            case "input" -> option |= element.attr("type").equalsIgnoreCase("radio")
                    || element.attr("type").equalsIgnoreCase("checkbox");
            case "img", "amp-img", "picture" -> picture |= text.isEmpty();
            default -> {
                // shows its content and nothing of its own
            }
        }
        return switch (InlineMarkup.of(element, text)) {
            case TEXT -> FilterResult.CONTINUE;
            case NOTHING -> gap(element, false);
            case PICTURE -> gap(element, true);
            case EXPONENT -> {
                parts.add(new Part.Gap(element));
                yield FilterResult.SKIP_ENTIRELY;
            }
        };
    }

    /** Leaves the element out, and remembers that something may stand there. A picture at the head of a block does not. */
    private FilterResult gap(Element element, boolean shows) {
        if (!text.isEmpty()) {
            gap = gap == null ? element : gap;
            shown |= shows;
        }
        boolean tailed = element.normalName().equals("a");
        return tailed ? FilterResult.SKIP_CHILDREN : FilterResult.SKIP_ENTIRELY;
    }

    /** Makes what stands before {@code next} a part, if a digit beside it is in doubt for it. */
    private void closeGap(char next) {
        if (gap == null) {
            return;
        }
        boolean left = !text.isEmpty() && Characters.isNumeral(text.charAt(text.length() - 1));
        if (shown ? left || Characters.isNumeral(next) : left && Characters.isDigit(next)) {
            parts.add(new Part.Gap(gap));
        }
        gap = null;
        shown = false;
    }

    private void space() {
        closeGap(' ');
        parts.add(Part.SPACE);
        text.append(' ');
    }

    private void breakLine() {
        if (row < 0) {
            flush();
        } else {
            space();
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !(node instanceof Document)) {
            String tag = element.normalName();
            if (BLOCK.contains(tag)) {
                if (row < 0 || row == container) {
                    flush();
                }
                if (row == container) {
                    row = -1;
                }
                container = parents[container];
                preformatted -= tag.equals("pre") ? 1 : 0;
            } else if (tag.equals("a")) {
                linkDepth--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        int number = elements.size();
        elements.add(element);
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, number * 2);
        }
        parents[number] = container;
        container = number;
    }

    /** Line breaks count in preformatted text, as long as it is no longer than a page. */
    private void add(TextNode node) {
        String whole = node.getWholeText();
        if (preformatted == 0 || whole.length() > LONGEST_PREFORMATTED) {
            add(node, whole, 0, whole.length());
            return;
        }
        for (int from = 0; from < whole.length();) {
            int end = whole.indexOf('\n', from);
            add(node, whole, from, end < 0 ? whole.length() : end);
            if (end < 0) {
                return;
            }
            breakLine();
            from = end + 1;
        }
    }

    private void add(TextNode node, String whole, int from, int to) {
        int before = text.length();
        int size = 0;
        for (int i = from; i < to; i++) {
            char c = whole.charAt(i);
            if (gap != null) {
                closeGap(c);
            }
            if (Characters.isSpace(c)) {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
                continue;
            }
            text.append(c);
            if (Characters.isHan(c) || Character.isLetterOrDigit(c)) {
                size++;
            } else if ("，。；：？！、”,;?!".indexOf(c) >= 0) {
                marks += linkDepth == 0 ? 1 : 0;
                linkMarks += linkDepth == 0 ? 0 : 1;
            }
        }
        linkSize += linkDepth > 0 ? size : 0;
        if (text.length() > before) {
            parts.add(new Part.Text(node, from, to));
        }
    }

    /** Ends the block. */
    void flush() {
        closeGap(' ');
        String whole = text.toString().strip();
        if (!whole.isEmpty() && container >= 0) {
            int size = 0;
            for (int i = 0; i < whole.length(); i++) {
                if (Character.isLetterOrDigit(whole.charAt(i))) {
                    size++;
                }
            }
            Element around = elements.get(container);
            blocks.add(new Block(container, around.normalName(),
                    Collections.unmodifiableList(new ArrayList<>(parts)), whole, size, linkSize, links, marks,
                    linkMarks, option, picture && isCaptionLike(around)));
            option = false;
            picture = false;
        }
        parts.clear();
        text.setLength(0);
        linkSize = 0;
        links = 0;
        marks = 0;
        linkMarks = 0;
    }

    /** Whether text behind a picture is set as its caption: centred, or alone with the picture. */
    private boolean isCaptionLike(Element around) {
        return around.attr("align").equalsIgnoreCase("center") || around.normalName().equals("center")
                || around.hasAttr("style") && CENTRED.matcher(around.attr("style")).find()
                || !around.normalName().equals("p") && around.childNodeSize() <= 8 && showsPicture(around)
                || around.parent() != null && around.parent().childNodeSize() <= 7 && showsPicture(around.parent());
    }

    /** Whether there is a picture among the few nodes at the top of {@code element}. */
    private static boolean showsPicture(Element element) {
        int seen = 0;
        Node node = element.firstChild();
        while (node != null && seen++ < 30) {
            if (node.normalName().equals("img") || node.normalName().equals("amp-img")) {
                return true;
            }
            Node next = node.firstChild();
            while (next == null && node != element) {
                next = node.nextSibling();
                if (next == null) {
                    node = node.parent();
                }
            }
            node = next;
        }
        return false;
    }

    /** Whether the row belongs to a table of figures rather than to one that lays out the page. */
    private static boolean isDataRow(Element row) {
        int cells = 0;
        int nodes = 0;
        int letters = 0;
        int links = 0;
        for (Node node = row.firstChild(); node != null && nodes < 200; nodes++) {
            if (node instanceof Element element) {
                String tag = element.normalName();
                if (tag.equals("td") || tag.equals("th")) {
                    cells++;
                    letters = 0;
                    links = 0;
                } else if (tag.equals("a")) {
                    links++;
                } else if (!tag.equals("p") && BLOCK.contains(tag)) {
                    return false;
                }
            } else if (node instanceof TextNode text) {
                letters += text.isBlank() ? 0 : text.getWholeText().length();
            }
            if (links > 2 || letters > 100) {
                return false;
            }
            Node next = node.firstChild();
            while (next == null && node != row) {
                next = node.nextSibling();
                if (next == null) {
                    node = node.parent();
                }
            }
            node = next;
        }
        return cells >= 2 && nodes < 200;
    }
}
