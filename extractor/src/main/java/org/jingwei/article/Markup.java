package org.jingwei.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** An HTML page as the sequence of blocks that a reader sees, with the elements around them. */
final class Markup {
    private static final Set<String> BLOCK = Set.of("address", "article", "aside", "blockquote", "body", "center", "dd",
            "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
            "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
            "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption");
    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "iframe", "frame", "select",
            "button",
            "textarea", "template", "svg", "math", "object", "embed", "applet", "canvas", "audio", "video", "map",
            "head",
            "datalist", "dialog", "noframes", "marquee", "rp", "rt");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none");

    private final Document document;
    private final List<Block> blocks = new ArrayList<>();
    private int[] parents = new int[256];
    private final List<Element> elements = new ArrayList<>();
    private final boolean hidden;

    private Markup(Document document, boolean hidden) {
        this.document = document;
        this.hidden = hidden;
        var reader = new Reader();
        NodeTraversor.filter(reader, document);
        reader.flush();
    }

    static Markup parse(String page) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(512);
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

    private final class Reader implements NodeFilter {
        private int container = -1;
        private int linkDepth;
        private int row = -1;
        private final List<TextNode> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int linkSize;
        private int links;
        private int marks;
        private int linkMarks;
        private boolean option;

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
            if (UNSEEN.contains(tag) || !hidden && (element.hasAttr("hidden")
                    || element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (BLOCK.contains(tag)) {
                if (row >= 0 && (tag.equals("td") || tag.equals("th"))) {
                    pieces.add(null);
                    text.append(' ');
                } else if (row < 0) {
                    flush();
                }
                enter(element);
                if (row < 0 && tag.equals("tr") && isDataRow(element)) {
                    row = container;
                }
            } else if (tag.equals("br")) {
                if (row < 0) {
                    flush();
                } else {
                    pieces.add(null);
                    text.append(' ');
                }
            } else if (tag.equals("a")) {
                linkDepth++;
                links++;
            } else if (tag.equals("input")) {
                option |= element.attr("type").equalsIgnoreCase("radio")
                        || element.attr("type").equalsIgnoreCase("checkbox");
            }
            return FilterResult.CONTINUE;
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

        private void add(TextNode piece) {
            String whole = piece.getWholeText();
            int before = text.length();
            int size = 0;
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
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
                pieces.add(piece);
            }
        }

        private void flush() {
            String shown = text.toString().strip();
            if (!shown.isEmpty() && container >= 0) {
                int size = 0;
                for (int i = 0; i < shown.length(); i++) {
                    if (Character.isLetterOrDigit(shown.charAt(i))) {
                        size++;
                    }
                }
                String tag = elements.get(container).normalName().toLowerCase(Locale.ROOT);
                blocks.add(new Block(container, tag, java.util.Collections.unmodifiableList(new ArrayList<>(pieces)),
                        shown, size, linkSize, links, marks, linkMarks,
                        option));
                option = false;
            }
            pieces.clear();
            text.setLength(0);
            linkSize = 0;
            links = 0;
            marks = 0;
            linkMarks = 0;
        }
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

    /**
     * The text of a block with the place of every unit in the page, white space collapsed to single spaces.
     *
     * @param page the markup
     */
    static MappedText mapped(Block block, String page) {
        var out = new MappedText.Builder(block.text().length());
        int at = 0;
        for (TextNode piece : block.pieces()) {
            if (piece == null) {
                if (out.length() > 0 && out.last() != ' ') {
                    out.add(' ', out.lastEnd(), out.lastEnd());
                }
                continue;
            }
            var range = piece.sourceRange();
            int from = range.isTracked() ? Math.min(range.startPos(), page.length()) : at;
            int to = range.isTracked() ? Math.min(range.endPos(), page.length()) : at;
            align(piece.getWholeText(), page, from, to, out);
            at = to;
        }
        return out.build().strip();
    }

    /** Walks the characters of a text node and its markup side by side. */
    private static void align(String text, String page, int from, int to, MappedText.Builder out) {
        int at = from;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (at < to && page.charAt(at) == '&') {
                int end = at + 1;
                while (end < to && end - at < 40
                        && (Character.isLetterOrDigit(page.charAt(end)) && page.charAt(end) < 0x80
                                || page.charAt(end) == '#' && end == at + 1)) {
                    end++;
                }
                end += end < to && page.charAt(end) == ';' ? 1 : 0;
                String decoded = Parser.unescapeEntities(page.substring(at, end), false);
                // An entity without its semicolon may be followed by letters that do not belong to it.
                while (end > at + 1 && !text.startsWith(decoded, i)) {
                    end--;
                    decoded = Parser.unescapeEntities(page.substring(at, end), false);
                }
                if (text.startsWith(decoded, i)) {
                    for (int k = 0; k < decoded.length(); k++) {
                        put(out, decoded.charAt(k), at, end);
                    }
                    i += decoded.length();
                    at = end;
                    continue;
                }
            }
            if (at < to && page.charAt(at) == c) {
                put(out, c, at, at + 1);
                i++;
                at++;
            } else if (at < to && page.charAt(at) == '<') {
                // A tag that the parser dropped, in the middle of the text.
                while (at < to && page.charAt(at) != '>') {
                    at++;
                }
                at++;
            } else if (at < to && page.charAt(at) != c && (page.charAt(at) == '\r' || page.charAt(at) == '\0')) {
                at++;
            } else {
                // Replaced by the parser; stands for what is there.
                put(out, c, Math.min(at, to), Math.min(at + 1, to));
                i++;
                at++;
            }
        }
    }

    private static void put(MappedText.Builder out, char c, int from, int to) {
        if (!Characters.isSpace(c)) {
            out.add(c, from, to);
        } else if (out.length() > 0) {
            if (out.last() == ' ') {
                out.extendLast(to);
            } else {
                out.add(' ', from, to);
            }
        }
    }
}
