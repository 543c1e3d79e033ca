package org.jingwei.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Undoes the damage that pages come with, line by line; every change is noted. One for each page. */
final class Repairs {
    private static final Pattern ESCAPED = Pattern.compile(
            "&(?:amp;)?(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|middot|bull|hellip|times|[a-z]{3,8}|#\\d{2,7}|#[xX][0-9a-fA-F]{2,6});");
    private static final Pattern GLOSS = Pattern
            .compile(
                    "[(（]\\s{0,2}([a-z\\u00e0-\\u00fc\\u0101-\\u01dc\\u0251\\u0261\\u0300-\\u030c]{1,8}(?: [a-z\\u00e0-\\u00fc\\u0101-\\u01dc]{1,8}){0,5})\\s{0,2}[)）]");
    /** A vowel with its tone: no Latin word or unit in brackets has one. */
    private static final Pattern TONE = Pattern.compile("[\\u00e0-\\u00fc\\u0101-\\u01dc]");
    /** What a question is made of: behind these words a question mark before a digit is one. */
    private static final Pattern QUESTION = Pattern
            .compile("[吗呢么嗎麼吧啊何谁誰哪几幾怎否啥]|什|多少|是不是|能不能|多[大高长長久远遠]|不[?？]$");

    private final Misframing misframing;
    private final ChineseScript script;
    private final List<Change> changes = new ArrayList<>();

    /** As {@link Repair}, in units of the page. */
    record Change(Repair.Kind kind, int from, int to, String restored) {}

    Repairs(ChineseScript script) {
        this.script = script;
        this.misframing = new Misframing(script);
    }

    /** All changes so far, in the order of the lines given. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The line without damage; spaces are left as they are. */
    MappedText repair(MappedText line) {
        return glosses(invisible(misframed(escaped(line))));
    }

    private void note(Repair.Kind kind, MappedText line, int from, int to, String restored) {
        changes.add(new Change(kind, line.start(from), line.end(to - 1), restored));
    }

    private MappedText escaped(MappedText line) {
        if (line.toString().indexOf('&') < 0) {
            return line;
        }
        var out = new MappedText.Builder(line.length());
        int done = 0;
        for (Matcher m = ESCAPED.matcher(line); m.find();) {
            String restored = Parser.unescapeEntities(m.group(), false);
            restored = restored.startsWith("&") && restored.length() > 1
                    ? Parser.unescapeEntities(restored, false)
                    : restored;
            if (!restored.equals(m.group()) && restored.length() < 3) {
                out.add(line, done, m.start()).add(restored, line.start(m.start()), line.end(m.end() - 1));
                note(Repair.Kind.ESCAPED_TWICE, line, m.start(), m.end(), restored);
                done = m.end();
            }
        }
        return done == 0 ? line : out.add(line, done, line.length()).build();
    }

    private MappedText misframed(MappedText line) {
        String text = line.toString();
        if (text.indexOf('?') < 0 && text.indexOf('\ufffd') < 0) {
            return line;
        }
        var out = new MappedText.Builder(line.length());
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '?' && c != '\ufffd') {
                continue;
            }
            Misframing.Run run = misframing.find(text, i);
            int marks = i + 1;
            while (marks < text.length() && (text.charAt(marks) == '?' || text.charAt(marks) == '\ufffd')) {
                marks++;
            }
            if (run == null && lost(text, i, marks)) {
                boolean sign = marks < text.length() && (isSign(text.charAt(marks)) || isLetter(text.charAt(marks)));
                int to = sign ? marks + 1 : Misframing.end(text, marks);
                run = new Misframing.Run(i, to, List.of(new Misframing.Piece(i, to, Article.LOST)));
            }
            if (run != null) {
                out.add(line, done, i);
                var restored = new StringBuilder();
                for (var piece : run.pieces()) {
                    out.add(piece.restored(), line.start(piece.from()), line.end(piece.to() - 1));
                    restored.append(piece.restored());
                }
                note(Repair.Kind.MISFRAMED_BYTES, line, i, run.end(), restored.toString());
                done = run.end();
                i = run.end() - 1;
            }
        }
        return done == 0 ? line : out.add(line, done, text.length()).build();
    }

    /**
     * Whether the marks {@code [at, to)}, which begin no run, stand for lost characters rather than for a question: a
     * question mark before a digit, or two of them, where nothing has been asked.
     */
    private static boolean lost(String text, int at, int to) {
        if (text.substring(at, to).indexOf('\ufffd') >= 0) {
            return true;
        }
        if (at == 0 || to == text.length()) {
            return false;
        }
        char next = text.charAt(to);
        char before = text.charAt(at - 1);
        boolean sign = to - at == 1 && to + 1 < text.length() && Characters.isHan(text.charAt(to + 1))
                && (isSign(next) && (Characters.isHan(before) || Characters.isDigit(before))
                        || isLetter(next) && Characters.isDigit(before));
        boolean inProse = Characters.isDigit(next)
                || to - at > 1 && !Characters.isSpace(before) && (Characters.isHan(next) || Characters.isWide(next));
        return sign || inProse && !QUESTION.matcher(text.substring(Math.max(0, at - 20), at)).find();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** ASCII that can be the second byte of a Chinese character and never follows a question. */
    private static boolean isSign(char c) {
        return "\\^_`{|}~[]@".indexOf(c) >= 0;
    }

    private MappedText invisible(MappedText line) {
        var out = new MappedText.Builder(line.length());
        boolean changed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1));
            boolean drop = pair
                    ? Characters.isInvisible(Character.toCodePoint(c, line.charAt(i + 1)))
                    : Character.isSurrogate(c) || Characters.isInvisible(c);
            int to = pair ? i + 2 : i + 1;
            if (drop) {
                note(Repair.Kind.INVISIBLE, line, i, to, "");
                changed = true;
            } else {
                out.add(line, i, to);
            }
            i = to - 1;
        }
        return changed ? out.build() : line;
    }

    private MappedText glosses(MappedText line) {
        var out = new MappedText.Builder(line.length());
        int done = 0;
        int glossed = 0;
        for (Matcher m = GLOSS.matcher(line); m.find();) {
            if (m.start() > done && isLetter(line.charAt(m.start() - 1)) && TONE.matcher(m.group(1)).find()) {
                // F(xiàn)場: of 現 only the second byte is left
                out.add(line, done, m.start() - 1)
                        .add(String.valueOf(Article.LOST), line.start(m.start() - 1), line.end(m.end() - 1));
                note(Repair.Kind.MISFRAMED_BYTES, line, m.start() - 1, m.end(), String.valueOf(Article.LOST));
                done = m.end();
                continue;
            }
            // A mirror of a mirror glosses twice.
            glossed = m.start() == done && done > 0 ? glossed : m.start();
            if (glossed > 0 && isGloss(line, glossed, m.group(1))) {
                out.add(line, done, m.start());
                note(Repair.Kind.PINYIN_GLOSS, line, m.start(), m.end(), "");
                done = m.end();
            }
        }
        return done == 0 ? line : out.add(line, done, line.length()).build();
    }

    /** 發展(fā zhǎn): one syllable for each of the characters before it. */
    private boolean isWordGloss(MappedText line, int behind, String syllables) {
        String[] each = syllables.strip().split("\\s+");
        // 發(fā)展(fā zhǎn): its characters may have glosses of their own
        String before = GLOSS.matcher(line.toString().substring(0, behind)).replaceAll("");
        if (before.length() < each.length) {
            return false;
        }
        for (int i = 0; i < each.length; i++) {
            char han = before.charAt(before.length() - each.length + i);
            if (!Character.isIdeographic(han) || !script.isReading(han, each[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isGloss(MappedText line, int behind, String letters) {
        if (letters.strip().indexOf(' ') > 0) {
            return isWordGloss(line, behind, letters);
        }
        if (line.charAt(behind - 1) == Article.LOST) {
            return letters.chars().anyMatch(c -> c > 0x7f);
        }
        int character = Character.codePointBefore(line, behind);
        return Character.isIdeographic(character) && script.isReading(character, letters);
    }

    /**
     * White space made single spaces, and no space beside a Chinese character or mark.
     *
     * @param betweenHan whether a space between two Chinese characters separates something (a headline's clauses, two
     *                   names) and is kept; always so inside brackets that name the reporters
     */
    static MappedText spaced(MappedText line, boolean betweenHan) {
        String text = line.toString();
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
        return out.length() == text.length() ? line : out.build();
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

    /** Full-width digits, letters, percent signs, and points and commas inside numbers, as ASCII; unit for unit. */
    MappedText narrowed(MappedText line) {
        String text = line.toString();
        var out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int to = i;
            while (to < text.length() && narrow(text, to) != text.charAt(to)) {
                out.setCharAt(to, narrow(text, to));
                to++;
            }
            if (to > i) {
                note(Repair.Kind.FULL_WIDTH, line, i, to, out.substring(i, to));
                i = to;
            }
        }
        return line.rewritten(out.toString());
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
        while (at + 1 + digits < text.length() && Characters.isDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        return digits == 3;
    }
}
