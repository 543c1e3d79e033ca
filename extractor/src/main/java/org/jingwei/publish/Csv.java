package org.jingwei.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">SPARQL 1.1 CSV</a>: a header line, CRLF, values without
 * type or language. One deviation: text that a spreadsheet would run as a formula is led by an apostrophe, for the text
 * of a page is not ours. Numbers are left as they are.
 */
final class Csv {
    private Csv() {}

    static String write(List<String> columns, List<List<Node>> rows) {
        var csv = new StringBuilder();
        csv.append(columns.stream().map(Csv::quoted).collect(Collectors.joining(","))).append("\r\n");
        for (List<Node> row : rows) {
            csv.append(row.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(Node node) {
        if (node == null) {
            return "";
        }
        if (node.isURI()) {
            return quoted(node.getURI());
        }
        if (!node.isLiteral()) {
            return quoted("_:" + node.getBlankNodeLabel());
        }
        String text = plain(node);
        return quoted(NodeValue.makeNode(node).isNumber() ? text : harmless(text));
    }

    /** Text that a spreadsheet would run as a formula, led by an apostrophe; other text as it is. */
    static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    /** As people write it: TDB2 keeps the decimal 58 as 58.0. */
    static String plain(Node literal) {
        String text = literal.getLiteralLexicalForm();
        return literal.getLiteralDatatype().equals(XSDDatatype.XSDdecimal) && text.endsWith(".0")
                ? text.substring(0, text.length() - 2)
                : text;
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
