package org.jingwei.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Character references that were escaped once too often and show: {@code &nbsp;} in plain sight. */
final class Escapes {
    private static final Pattern ESCAPED = Pattern.compile(
            "&(?:amp;){0,2}(?:[a-zA-Z]{2,8}|#\\d{2,7}|#[xX][0-9a-fA-F]{2,6});");

    private Escapes() {}

    static MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        if (text.indexOf('&') < 0) {
            return line;
        }
        var out = new MappedText.Builder(line.length());
        int done = 0;
        for (Matcher m = ESCAPED.matcher(text); m.find();) {
            String restored = restored(m.group());
            if (!restored.equals(m.group()) && restored.length() < 3) {
                out.add(line, done, m.start()).add(restored, line.start(m.start()), line.end(m.end() - 1));
                changes.note(Repair.Kind.ESCAPED_TWICE, line, m.start(), m.end(), restored);
                done = m.end();
            }
        }
        return done == 0 ? line : out.add(line, done, line.length()).build();
    }

    private static String restored(String reference) {
        String restored = reference;
        for (int times = 0; times < 3 && restored.length() > 1; times++) {
            restored = Parser.unescapeEntities(restored, false);
        }
        return restored;
    }
}
