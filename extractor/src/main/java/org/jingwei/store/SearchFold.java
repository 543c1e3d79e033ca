package org.jingwei.store;

import java.text.Normalizer;
import java.util.Locale;
import org.jingwei.article.ChineseScript;
import org.jingwei.text.HanlpScript;

/**
 * One spelling for what people type in several: full-width letters and digits are the narrow ones, capitals small
 * letters, traditional characters simplified ones. Both what is stored and what is asked for are folded. Thread-safe.
 */
final class SearchFold {
    private final ChineseScript script = new HanlpScript();

    String of(String text) {
        return script.toSimplified(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** Code points of a folded text, without white space. */
    static int length(String folded) {
        return (int) folded.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    }

    /** A folded text without white space. */
    static String dense(String folded) {
        return folded.codePoints().filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
