package org.jingwei.article;

/** What kind of character a UTF-16 unit is. */
final class Characters {
    private Characters() {}

    /** A Chinese character of the Basic Multilingual Plane, or half of one outside it. */
    static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf || c >= 0xf900 && c <= 0xfaff || c == '〇'
                || c >= 0xd840 && c <= 0xd88f;
    }

    /** Chinese punctuation and full-width forms: no space is needed beside them. */
    static boolean isWide(char c) {
        return c >= 0x3000 && c <= 0x303f || c >= 0xff01 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6
                || c >= 0xdc00 && c <= 0xdfff || "“”‘’…—·".indexOf(c) >= 0;
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u0085' || c >= '\u2000' && c <= '\u200a'
                || c == '\u202f' || c == '\u205f' || c == '\u1680' || c == '\u2028' || c == '\u2029'
                || c == '\ue5e5'; // what GB18030 makes of A3A0, a wide space
    }

    /**
     * Characters that a reader does not see: zero-width ones, controls, private use, variation selectors. Halves of a
     * surrogate pair are judged by {@link #isInvisible(int)}.
     */
    static boolean isInvisible(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f && c <= 0x9f && c != '\u0085'
                || c == '\u00ad'
                || c >= '\u200b' && c <= '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2060' && c <= '\u206f'
                || c == '\ufeff' || c >= '\ue000' && c <= '\uf8ff' && !isSpace(c) || c >= '\ufe00' && c <= '\ufe0f'
                || c >= '\ufff0' && c <= '\ufffc' || c >= '\ufffe';
    }

    /** The same for characters outside the Basic Multilingual Plane. */
    static boolean isInvisible(int codePoint) {
        return codePoint >= 0xe0000 || (codePoint & 0xfffe) == 0xfffe;
    }

    /**
     * A character that means something only to who wrote it: private use, no character at all, an object's place, the
     * C1 controls that a byte of another encoding becomes, half of a surrogate pair without the other.
     */
    static boolean standsForAnother(char c) {
        return c >= '\ue000' && c <= '\uf8ff' && !isSpace(c) || c >= '\ufdd0' && c <= '\ufdef' || c >= '\ufff0'
                || c >= 0x80 && c <= 0x9f && !isSpace(c) || Character.isSurrogate(c);
    }

    /** A character that opens or closes a run of text in another direction, and may show its digits in another order. */
    static boolean turns(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** A digit or a Chinese numeral. */
    static boolean isNumeral(char c) {
        return isDigit(c) || "〇零一二三四五六七八九十百千万亿萬億两兩廿卅".indexOf(c) >= 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** Full-width letters, digits and signs but punctuation as ASCII; unit for unit. */
    static String narrowed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char ascii = (char) (c - 0xfee0);
            if (c > 0xff00 && c < 0xff5f
                    && (ascii >= '-' && ascii <= '9' || Character.isLetter(ascii) || ascii == '%')) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, ascii);
            }
        }
        return out == null ? text : out.toString();
    }

    /** Whether there is a Chinese character in {@code text}. */
    static boolean hasHan(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Chinese characters in {@code text}. */
    static int han(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }
}
