package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A text while it is being read: its folded characters, what is known besides it, and what was found so far. */
final class Passage {
    final char[] s;
    /** Null when the day of publication is not known. */
    final LocalDate published;
    final List<Quantity> found = new ArrayList<>();
    /** How many characters were looked at: in proportion to the text, whatever it holds. */
    long looks;

    /** Null while nobody has asked. */
    private Boolean otherYuan;

    Passage(String text, ReadingContext context) {
        s = Glyphs.fold(text);
        published = context.published().orElse(null);
    }

    /** The character at {@code i}, NUL outside the text. */
    char at(int i) {
        looks++;
        return i >= 0 && i < s.length ? s[i] : '\0';
    }

    boolean startsWith(String word, int i) {
        looks++;
        if (i < 0 || i + word.length() > s.length) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (s[i + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    boolean endsWith(String word, int end) {
        return startsWith(word, end - word.length());
    }

    /**
     * Whether 元 alone may be another currency than the yuan: the text names Taiwan's dollar (or may have where
     * characters are lost), declares another currency for its amounts (美元，下同), or speaks as one of Hong Kong, Macau
     * or Taiwan does and never of 人民币.
     */
    boolean otherYuan() {
        if (otherYuan == null) {
            otherYuan = OtherYuan.in(this);
        }
        return otherYuan;
    }

    /** Where the last value found ends: what stands before belongs to it. */
    int floor() {
        return found.isEmpty() ? 0 : found.getLast().span().end();
    }

    /** The first position not a space, from {@code i} on, past at most two spaces. */
    int skipSpaces(int i) {
        int j = i;
        while (j < s.length && s[j] == ' ' && j - i < 2) {
            j++;
        }
        return j;
    }

    /** The position behind the last character that is no space, back from {@code end}, past at most two spaces. */
    int backSpaces(int end) {
        int j = end;
        while (j > 0 && s[j - 1] == ' ' && end - j < 2) {
            j--;
        }
        return j;
    }

    /** Where the clause that holds {@code end - 1} begins, at most {@code window} characters back. */
    int clauseStart(int end, int window) {
        int i = end;
        while (i > 0 && end - i < window && !Glyphs.endsClause(s[i - 1])) {
            i--;
        }
        return i;
    }

    /** Where the sentence that holds {@code end - 1} begins, at most {@code window} characters back. */
    int sentenceStart(int end, int window) {
        int i = end;
        while (i > 0 && end - i < window && !Glyphs.endsSentence(s[i - 1])) {
            i--;
        }
        return i;
    }

    /** Whether {@code word} stands between the two positions. */
    boolean holds(String word, int from, int to) {
        return lastIndexOf(word, from, to) >= 0;
    }

    /** The last place of {@code word} between the two positions, or -1. */
    int lastIndexOf(String word, int from, int to) {
        for (int i = to - word.length(); i >= from; i--) {
            if (startsWith(word, i)) {
                return i;
            }
        }
        return -1;
    }

    String text(int from, int to) {
        return new String(s, from, to - from);
    }

    /** Whether a lost character touches the number in {@code [start, end)}, or is parted from it only by signs of numbers. */
    boolean damaged(int start, int end) {
        int i = start - 1;
        while (i >= 0 && start - i < 24 && numberSign(s[i])) {
            i--;
        }
        int j = end;
        while (j < s.length && j - end < 24 && numberSign(s[j])) {
            j++;
        }
        return Glyphs.lost(at(i)) || Glyphs.lost(at(j)) || at(end) == Glyphs.LOST || at(start - 1) == Glyphs.LOST;
    }

    private static boolean numberSign(char c) {
        return Glyphs.digit(c) || c == '.' || c == ',' || c == ' ' || c == '-' || c == ':' || c == '/' || c == '~'
                || c == '—' || c == '至' || c == '到' || c == '%';
    }
}
