package org.jingwei.publish;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A table for the terminal. Han characters, kana, hangul and full-width forms take two columns, combining marks none.
 * Control and direction characters are shown as U+FFFD, so that no text from a page moves the cursor.
 */
final class TextTable {

    /** @param right whether it is aligned to the right, as numbers are */
    record Cell(String text, boolean right) {
        static Cell of(Node node, Map<String, String> prefixes) {
            if (node == null) {
                return new Cell("", false);
            }
            if (node.isURI()) {
                return new Cell(shown(shortName(node.getURI(), prefixes)), false);
            }
            if (node.isLiteral()) {
                return new Cell(shown(Csv.plain(node)), NodeValue.makeNode(node).isNumber());
            }
            return new Cell("_:" + node.getBlankNodeLabel(), false);
        }
    }

    private TextTable() {}

    static String write(List<String> columns, List<List<Cell>> rows) {
        int[] widths = columns.stream().mapToInt(TextTable::width).toArray();
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i).text()));
            }
        }
        var out = new StringBuilder();
        line(out, columns.stream().map(column -> new Cell(column, false)).toList(), widths);
        for (int i = 0; i < widths.length; i++) {
            out.append(i == 0 ? "" : "  ").append("-".repeat(widths[i]));
        }
        out.append('\n');
        rows.forEach(row -> line(out, row, widths));
        return out.append(rows.size() == 1 ? "(1 row)\n" : "(" + rows.size() + " rows)\n").toString();
    }

    private static void line(StringBuilder out, List<Cell> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            String blank = " ".repeat(widths[i] - width(cell.text()));
            line.append(i == 0 ? "" : "  ");
            line.append(cell.right() ? blank + cell.text() : cell.text() + blank);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    static String shortName(String iri, Map<String, String> prefixes) {
        for (var prefix : prefixes.entrySet()) {
            if (iri.startsWith(prefix.getValue()) && iri.length() > prefix.getValue().length()) {
                return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
            }
        }
        return iri;
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' ').codePoints()
                .map(c -> Html.unseen(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Columns of a terminal that this text takes. */
    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0x303E || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
