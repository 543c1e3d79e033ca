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
    /** Read by the first who folds something. */
    private static final class Script {
        static final ChineseScript SCRIPT = new HanlpScript();
    }

    String of(String text) {
        return Script.SCRIPT.toSimplified(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
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
