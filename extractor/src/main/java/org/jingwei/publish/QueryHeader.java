package org.jingwei.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a query file: the lines that begin with {@code #+}, in the part of YAML that
 * <a href="https://grlc.io/">grlc</a> headers use. Maps and lists by indentation, lists in brackets, plain and quoted
 * scalars on one line. Maps are {@code Map<String, Object>}, lists {@code List<Object>}, scalars {@code String}.
 */
final class QueryHeader {
    private record Line(int number, int indent, String text) {}

    private final String file;
    private final Deque<Line> lines = new ArrayDeque<>();

    private QueryHeader(String file, String text) {
        this.file = file;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.startsWith("#+")) {
                String content = line.substring(2).stripTrailing();
                String trimmed = content.stripLeading();
                if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                    lines.add(new Line(number, content.length() - trimmed.length(), trimmed));
                }
            }
        }
    }

    /** The header's map; empty when the file has none. */
    static Map<String, Object> read(String file, String text) {
        var header = new QueryHeader(file, text);
        if (header.lines.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> map = header.map(header.lines.peek().indent());
        if (!header.lines.isEmpty()) {
            throw header.malformed(header.lines.peek(), "less indented than the first line");
        }
        return map;
    }

    private Object block(int indent) {
        return lines.peek().text().startsWith("- ") || lines.peek().text().equals("-") ? list(indent) : map(indent);
    }

    private Map<String, Object> map(int indent) {
        var map = new LinkedHashMap<String, Object>();
        while (!lines.isEmpty() && lines.peek().indent() == indent) {
            Line line = lines.poll();
            int colon = colon(line);
            String key = line.text().substring(0, colon).strip();
            String rest = line.text().substring(colon + 1).strip();
            boolean nested = rest.isEmpty() && !lines.isEmpty() && (lines.peek().indent() > indent
                    || lines.peek().indent() == indent && lines.peek().text().startsWith("- "));
            if (map.put(key, nested ? block(lines.peek().indent()) : scalar(line, rest)) != null) {
                throw malformed(line, key + " is there twice");
            }
        }
        if (!lines.isEmpty() && lines.peek().indent() > indent) {
            throw malformed(lines.peek(), "more indented than expected");
        }
        return map;
    }

    private List<Object> list(int indent) {
        var list = new ArrayList<Object>();
        while (!lines.isEmpty() && lines.peek().indent() == indent && lines.peek().text().startsWith("-")) {
            Line line = lines.poll();
            String rest = line.text().substring(1).stripLeading();
            if (rest.isEmpty()) {
                list.add(lines.isEmpty() || lines.peek().indent() <= indent ? "" : block(lines.peek().indent()));
            } else if (rest.matches("[\\w-]+:(\\s.*)?")) {
                // "- name: x" opens a map whose other keys stand below the n.
                int inner = indent + line.text().length() - rest.length();
                lines.addFirst(new Line(line.number(), inner, rest));
                list.add(map(inner));
            } else {
                list.add(scalar(line, rest));
            }
        }
        return list;
    }

    private int colon(Line line) {
        int colon = line.text().indexOf(": ");
        if (colon < 0 && line.text().endsWith(":")) {
            colon = line.text().length() - 1;
        }
        if (colon <= 0) {
            throw malformed(line, "not of the form \"key: value\"");
        }
        return colon;
    }

    private Object scalar(Line line, String text) {
        if (text.startsWith("[")) {
            if (!text.endsWith("]")) {
                throw malformed(line, "a list without its closing bracket");
            }
            var list = new ArrayList<Object>();
            for (String item : split(text.substring(1, text.length() - 1))) {
                if (!item.isBlank()) {
                    list.add(unquoted(item.strip()));
                }
            }
            return list;
        }
        return unquoted(text);
    }

    /** At the commas outside quotes. */
    private static List<String> split(String text) {
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && c == ',') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                quote = quote == 0 && (c == '"' || c == '\'') ? c : quote == c ? 0 : quote;
                item.append(c);
            }
        }
        items.add(item.toString());
        return items;
    }

    private static String unquoted(String text) {
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        return text;
    }

    private PublishException malformed(Line line, String what) {
        return new PublishException("[" + file + ":" + line.number() + "] the header is malformed: " + what + ".",
                "Correct the line that begins with \"#+\"; queries/README.md shows the form.");
    }
}
