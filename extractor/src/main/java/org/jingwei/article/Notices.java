package org.jingwei.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What sites say about rights and liability, after the patterns of {@code notices.tsv}. A pattern asks for what makes
 * the notice one (whose page, what must not be done with it), since companies declare and warn, too.
 */
final class Notices {
    /** Where in a line a pattern is looked for. */
    enum Where {
        /** At the beginning, behind signs and a number. */
        BEGIN,
        /** In lines of less than 400 characters. */
        ANYWHERE,
        /** At the beginning of a line of up to 200 characters. */
        SHORT
    }

    /**
     * A row of the file.
     *
     * @param example a line that is such a notice
     */
    record Row(Where where, String pattern, String example) {}

    /** In each notice stands one of them. */
    private static final String SIGNS = "声凡载权责授许构供险递删备证举谨©CcRr联留代";
    private static final int HEAD = 120;

    static final List<Row> ROWS = rows();
    private static final Pattern BEGIN = all(Where.BEGIN, "^[^\\p{L}\\p{N}]{0,8}(?:\\d{1,2}[.、)）]\\s?)?");
    private static final Pattern ANYWHERE = all(Where.ANYWHERE, "");
    private static final Pattern SHORT = all(Where.SHORT, "^");
    private static final Pattern MORE = Pattern
            .compile("本网|本站|转载|版权|著作权|侵权|稿酬|文责|投资建议|(?:与|请)[^。]{0,8}联系|^[^\\p{L}\\p{N}]{0,4}(?:\\d|[一二三四五六])[.、)）]");
    private static final Pattern SITE = Pattern.compile("本网|本站|本报网站|留言");

    private Notices() {}

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (var in = Notices.class.getResourceAsStream("notices.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    rows.add(new Row(Where.valueOf(cells[0]), cells[1], cells[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static Pattern all(Where where, String before) {
        return Pattern.compile(before + ROWS.stream().filter(row -> row.where() == where).map(Row::pattern)
                .collect(Collectors.joining("|", "(?:", ")")));
    }

    static boolean isNotice(String line) {
        if (!mayBe(line)) {
            return false;
        }
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        return BEGIN.matcher(head).find()
                || line.length() < 400 && SITE.matcher(line).find() && ANYWHERE.matcher(line).find()
                || line.length() <= 200 && SHORT.matcher(head).find();
    }

    /** Whether a line behind a notice reads as more of it. */
    static boolean goesOn(String line) {
        return MORE.matcher(line).find();
    }

    /** Far quicker than to look for a notice. */
    private static boolean mayBe(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (SIGNS.indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
