package org.jingwei.article;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Pronunciations in brackets behind their characters: 發(fā)展, 發展(fā zhǎn), 發（FĀ）展. A bracket is one when it holds a
 * reading of the characters before it. Where it can be nothing else but those are other ones, 3亿(měi)元, the character
 * it was of is lost or wrong, and {@link Article#LOST} stands in its place. Every other bracket is the writer's own.
 */
final class Glosses {
    /** Of the letters in one bracket: four syllables of up to six, apart. */
    private static final int LONGEST = 32;
    private static final int LONGEST_SYLLABLE = 6;

    /** No other writing has the marks of the first and the third tone; those of the others stand in café, too. */
    private static final Pattern TONED_SYLLABLE = Pattern.compile("(?=.{1,6}$)(?:[a-zü]*[āǎēěīǐōǒūǔǖǘǚǜ][a-zü]*"
            + "|(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüáàéèíìóòúù]{1,3}(?:n|ng|r)?)");

    private final ChineseScript script;

    Glosses(ChineseScript script) {
        this.script = script;
    }

    /**
     * What stands in a bracket.
     *
     * @param end     behind the closing bracket
     * @param letters without what parts the syllables
     * @param parted  whether something does
     * @param toned   whether a vowel carries its tone: no Latin word or unit in brackets has one
     */
    private record Bracket(int end, String letters, boolean parted, boolean toned) {
        boolean isUpperCase() {
            return letters.chars().noneMatch(Character::isLowerCase);
        }

        boolean isLowerCase() {
            return letters.chars().noneMatch(Character::isUpperCase);
        }

        /** Whether it can be nothing but a pronunciation, whatever stands before it. */
        boolean isOfLostCharacter() {
            return toned && TONED_SYLLABLE.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC)).matches();
        }
    }

    MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        int open = next(text, 0);
        if (open < 0) {
            return line;
        }
        MappedText.Builder out = null;
        var clean = new StringBuilder(text.length());
        int done = 0;
        for (; open >= 0; open = next(text, open + 1)) {
            if (open < done) {
                continue;
            }
            Bracket bracket = bracket(text, open);
            if (bracket == null) {
                continue;
            }
            clean.append(text, done, open);
            int behind = clean.length();
            int from = open;
            String restored = "";
            var kind = Repair.Kind.PINYIN_GLOSS;
            if (open > done && behind > 0 && isAsciiLetter(clean.charAt(behind - 1)) && bracket.toned) {
                // F(xiàn)場: of 現 only the second byte is left
                from = open - 1;
                restored = String.valueOf(Article.LOST);
                kind = Repair.Kind.MISFRAMED_BYTES;
                clean.setLength(behind - 1);
            } else if (!isGloss(clean, bracket)) {
                restored = bracket.isOfLostCharacter() ? String.valueOf(Article.LOST) : "";
                kind = Repair.Kind.LOST_CHARACTERS;
            }
            if (kind != Repair.Kind.PINYIN_GLOSS && restored.isEmpty()) {
                clean.setLength(behind - (open - done));
                continue;
            }
            out = out == null ? new MappedText.Builder(text.length()) : out;
            out.add(line, done, from);
            if (!restored.isEmpty()) {
                out.add(restored, line.start(from), line.end(bracket.end - 1));
            }
            clean.append(restored);
            changes.note(kind, line, from, bracket.end, restored);
            done = bracket.end;
        }
        return out == null ? line : out.add(line, done, text.length()).build();
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                return i;
            }
        }
        return -1;
    }

    /** The bracket that opens at {@code open}, if nothing but letters of a pronunciation stands in it. */
    private static Bracket bracket(String text, int open) {
        var letters = new StringBuilder(8);
        boolean parted = false;
        boolean toned = false;
        for (int i = open + 1; i < text.length() && letters.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (c == ')' || c == '）') {
                return letters.isEmpty()
                        ? null
                        : new Bracket(i + 1, letters.toString(), parted && !Characters.isSpace(text.charAt(i - 1)),
                                toned);
            }
            if (isAsciiLetter(c)) {
                letters.append(c);
            } else if (c >= '\u00c0' && c <= '\u01dc' || c == '\u0251' || c == '\u0261'
                    || c >= '\u0300' && c <= '\u030c') {
                letters.append(c);
                toned |= c != '\u0251' && c != '\u0261' && c != '\u00fc' && c != '\u00dc';
            } else if (Characters.isSpace(c) || c == '\'' || c == '’' || c == '-' || c == '·') {
                parted |= !letters.isEmpty();
                if (i - open > 2 * LONGEST) {
                    return null;
                }
            } else {
                return null;
            }
        }
        return null;
    }

    private boolean isGloss(CharSequence before, Bracket bracket) {
        int end = before.length();
        while (bracket.toned && end > 0 && Characters.isSpace(before.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        if (before.charAt(end - 1) == Article.LOST) {
            return bracket.toned;
        }
        int characters = characters(before, end, bracket.letters, bracket.letters.length());
        if (bracket.toned || characters == 0) {
            return characters > 0;
        }
        // Without tones: 阿(A) is a letter, 上海(Shanghai) a name in another script.
        return bracket.isLowerCase()
                || bracket.isUpperCase() && bracket.letters.length() > 1 && (characters == 1 || bracket.parted);
    }

    /** How many of the characters before {@code end} the first {@code length} letters are the readings of; 0 for none. */
    private int characters(CharSequence before, int end, String letters, int length) {
        if (end == 0) {
            return 0;
        }
        int han = Character.codePointBefore(before, end);
        if (!Character.isIdeographic(han)) {
            return 0;
        }
        for (int size = Math.min(length, LONGEST_SYLLABLE + 2); size > 0; size--) {
            if (script.isReading(han, letters.substring(length - size, length))) {
                int more = size == length
                        ? 0
                        : characters(before, end - Character.charCount(han), letters, length - size);
                if (size == length || more > 0) {
                    return 1 + more;
                }
            }
        }
        return 0;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
