package org.jingwei.article;

import java.util.regex.Pattern;

/**
 * Signs that stand where a character should be: private-use characters and halves of a pair, which mean something only
 * to the font or program that wrote them, boxes and asterisks for what could not be or was not to be shown, and
 * characters that turn the order of digits. Beside a number they are part of it, and no digit of it can be trusted.
 */
final class LostCharacters {
    /** The place of an object in text: what is no text, or may be a part of a number. */
    static final char OBJECT = '\ufffc';

    /** Boxes for characters that a font lacks, and blanks to fill in. */
    private static final String BOXES = "□▯◻▢☐▭⬜◌＿█▇▓▒░";
    /** They begin list items too: only with something on both sides do they stand for a character. */
    private static final String BULLETS = "■▮◼⬛○◯●◆";
    /** Signs that are part of a number. */
    private static final String SIGNS = "%％‰.．+＋-－−$＄￥¥€";
    /** A year that is whole, whatever stands before it: an icon before a date is one. */
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]\\d|年\\d{1,2}月)");
    /** Digits hidden on purpose; one alone is a footnote's, a product's or a name's. */
    private static final Pattern MASK = Pattern.compile("\\*{2,}|＊{2,}|×{2,}|_{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])");

    private LostCharacters() {}

    /** The line with {@link Article#LOST} for each of these that touches a number, and for the digits behind it. */
    static MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        MappedText.Builder out = null;
        int done = 0;
        int turned = 0;
        for (int i = 0; i < text.length();) {
            int end = gap(text, i);
            boolean lost = end > i && (text.charAt(i) == OBJECT || touches(text, i, end));
            if (end == i) {
                lost = turned > 0 && Characters.isDigit(text.charAt(i));
                end = i + Character.charCount(text.codePointAt(i));
            }
            if (!lost) {
                turned = turned(turned, text, i, end);
                i = end;
                continue;
            }
            // What stands behind may have lost its beginning, and ends perhaps in the next gap.
            int to = Misframing.end(text, end);
            if (to == end && Misframing.end(text, spaced(text, end)) > spaced(text, end)) {
                to = Misframing.end(text, spaced(text, end));
            }
            for (int more = gap(text, to); more > to; more = gap(text, to)) {
                to = Misframing.end(text, more);
            }
            out = out == null ? new MappedText.Builder(text.length()) : out;
            out.add(line, done, i).add(Article.LOST, line.start(i), line.end(to - 1));
            changes.note(Repair.Kind.LOST_CHARACTERS, line, i, to, String.valueOf(Article.LOST));
            turned = turned(turned, text, i, to);
            done = to;
            i = to;
        }
        return out == null ? line : out.add(line, done, text.length()).build();
    }

    /** How many changes of direction are open behind the units {@code [from, to)}. */
    private static int turned(int open, String text, int from, int to) {
        int now = open;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Characters.turns(c)) {
                boolean closes = c == '\u202c' || c == '\u2069';
                now = closes ? Math.max(0, now - 1) : now + 1;
            }
        }
        return now;
    }

    /** Behind the signs in a row that begin at {@code from} and may stand for characters; {@code from} for none. */
    private static int gap(String text, int from) {
        int to = from;
        while (to < text.length()) {
            int character = text.codePointAt(to);
            if (!isGap(character)) {
                break;
            }
            to += Character.charCount(character);
        }
        return to > from || from == text.length() ? to : mask(text, from);
    }

    private static int mask(String text, int from) {
        if ("*＊×_Xx".indexOf(text.charAt(from)) < 0) {
            return from;
        }
        var mask = MASK.matcher(text).useTransparentBounds(true).region(from, text.length());
        if (mask.lookingAt()) {
            return mask.end();
        }
        // 1*亿元 and 项目*3个; 2*66万千瓦 is a product and 12* has a footnote
        char c = text.charAt(from);
        if (c != '*' && c != '＊' || from == 0 || from + 1 == text.length()) {
            return from;
        }
        char before = text.charAt(from - 1);
        char behind = text.charAt(from + 1);
        return Characters.isDigit(before) && Characters.isHan(behind)
                || Characters.isHan(before) && Characters.isDigit(behind) ? from + 1 : from;
    }

    private static boolean isGap(int character) {
        if (character > 0xffff) {
            return character >= 0xf0000;
        }
        char c = (char) character;
        return Characters.standsForAnother(c) || Characters.turns(c) || BOXES.indexOf(c) >= 0
                || BULLETS.indexOf(c) >= 0 || isControl(c);
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f;
    }

    private static boolean touches(String text, int from, int to) {
        char before = from == 0 ? '\n' : text.charAt(from - 1);
        char behind = to == text.length() ? '\n' : text.charAt(to);
        char first = text.charAt(from);
        if (isControl(first)) {
            return isNumber(before) && isNumber(behind);
        }
        if (!isNumber(before) && isNumber(behind) && DATE.matcher(text).region(to, text.length()).lookingAt()) {
            return false;
        }
        if (BULLETS.indexOf(first) >= 0) {
            boolean zero = first == '○' && isSmallNumeral(before) && !Characters.isDigit(behind);
            return !zero && (isNumber(before) || isNumber(behind)) && Character.isLetterOrDigit(before)
                    && Character.isLetterOrDigit(behind);
        }
        if (isNumber(before) || isNumber(behind)) {
            boolean bullet = before == '\n' && to == from + 1 && first >= '\uf03a' && first <= '\uf0ff';
            return !bullet; // of a symbol font
        }
        if (Characters.turns(first)) {
            return false;
        }
        // 项目□ 3个: no item of a list begins behind a word
        int left = from;
        while (left > 0 && Characters.isSpace(text.charAt(left - 1))) {
            left--;
        }
        int right = spaced(text, to);
        return left > 0 && Character.isLetterOrDigit(text.charAt(left - 1))
                && (Characters.isDigit(text.charAt(left - 1))
                        || right > to && right < text.length() && Characters.isDigit(text.charAt(right))
                                && !DATE.matcher(text).region(right, text.length()).lookingAt());
    }

    /** Behind the spaces at {@code from}. */
    private static int spaced(String text, int from) {
        int to = from;
        while (to < text.length() && Characters.isSpace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** 二○二四年 and 一○五 write zero so. */
    private static boolean isSmallNumeral(char c) {
        return "〇○零一二三四五六七八九百千万萬".indexOf(c) >= 0;
    }

    private static boolean isNumber(char c) {
        return Characters.isNumeral(c) || SIGNS.indexOf(c) >= 0;
    }
}
