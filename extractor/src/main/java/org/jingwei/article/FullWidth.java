package org.jingwei.article;

/** Full-width digits, letters, percent signs, and the points, commas and dashes inside numbers. */
final class FullWidth {
    private FullWidth() {}

    /** The line with these in ASCII, unit for unit. Full-width punctuation of sentences stays. */
    static MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            int to = i;
            while (to < text.length() && narrow(text, to) != text.charAt(to)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(to, narrow(text, to));
                to++;
            }
            if (to > i) {
                changes.note(Repair.Kind.FULL_WIDTH, line, i, to, out.substring(i, to));
                i = to;
            }
        }
        return out == null ? line : line.rewritten(out.toString());
    }

    private static char narrow(String text, int at) {
        char c = text.charAt(at);
        if (c < 0xff01 || c > 0xff5e) {
            return c;
        }
        char ascii = (char) (c - 0xfee0);
        if (ascii >= '0' && ascii <= '9' || ascii >= 'A' && ascii <= 'Z' || ascii >= 'a' && ascii <= 'z'
                || ascii == '%') {
            return ascii;
        }
        boolean inside = at > 0 && at + 1 < text.length() && Characters.isDigit(text.charAt(at - 1))
                && Characters.isDigit(text.charAt(at + 1));
        if (inside && (ascii == '.' || ascii == '-' || ascii == ',' && isThousands(text, at))) {
            return ascii;
        }
        return c;
    }

    private static boolean isThousands(String text, int at) {
        int digits = 0;
        while (digits < 4 && at + 1 + digits < text.length() && Characters.isDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        return digits == 3;
    }
}
