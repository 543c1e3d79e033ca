package org.jingwei.publish;

/** Text from pages, made harmless for a page of ours. */
final class Html {
    private Html() {}

    /**
     * For element content and quoted attributes. Controls and the characters that turn the writing direction are shown
     * as U+FFFD: a name must not rearrange the line it stands in.
     */
    static String text(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append((char) c);
                default -> safe.appendCodePoint(unseen(c) ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    /** Controls, lone surrogates, and marks, embeddings, overrides and isolates of writing direction. */
    static boolean unseen(int c) {
        return Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF || c == 0x061C || c == 0x200E || c == 0x200F
                || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
