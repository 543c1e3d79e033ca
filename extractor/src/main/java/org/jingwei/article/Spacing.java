package org.jingwei.article;

/** White space made single spaces, and no space beside a Chinese character or mark. */
final class Spacing {
    private Spacing() {}

    /**
     * @param betweenHan whether a space between two Chinese characters separates something (a headline's clauses, two
     *                   names) and is kept; always so inside brackets that name the reporters
     */
    static MappedText of(MappedText line, boolean betweenHan) {
        String text = line.toString();
        if (!hasSpace(text)) {
            return line;
        }
        var out = new MappedText.Builder(line.length());
        int creditsUntil = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > creditsUntil && (c == '(' || c == '（')) {
                creditsUntil = Credits.bracketEnd(text, i);
            }
            if (!Characters.isSpace(c)) {
                out.add(line, i, i + 1);
                continue;
            }
            int to = i + 1;
            while (to < text.length() && Characters.isSpace(text.charAt(to))) {
                to++;
            }
            if (out.length() > 0 && to < text.length()
                    && isKept(out.last(), text.charAt(to), betweenHan || i < creditsUntil)) {
                out.add(' ', line.start(i), line.end(to - 1));
            }
            i = to - 1;
        }
        return out.build();
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKept(char left, char right, boolean betweenHan) {
        if (betweenHan && "”’》）】！？%％".indexOf(left) >= 0 && (Characters.isHan(right) || "“‘《（【".indexOf(right) >= 0)
                || betweenHan && Characters.isHan(left) && "“‘《".indexOf(right) >= 0) {
            return true;
        }
        if (Characters.isWide(left) && !Character.isLetterOrDigit(left)
                || Characters.isWide(right) && !Character.isLetterOrDigit(right)) {
            return false;
        }
        return betweenHan || !(Characters.isHan(left) && Characters.isHan(right));
    }
}
