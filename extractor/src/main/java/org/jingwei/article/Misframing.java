package org.jingwei.article;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds and undoes misframed bytes. GB18030 text that was decoded in pieces, one cut falling between the two bytes of
 * a character, shows a question mark for the first byte, and behind it every following byte pairs up with the wrong
 * neighbour, until an ASCII character falls in step again: 省（區 becomes {@code ?。▍^}. Encoding the run again and
 * shifting it by one byte gives back all its characters but those at its two edges.
 *
 * <p>One for each page. Whether a run is misframed is weighed in logarithms of odds: characters and words as they read
 * and as they would read when shifted, each usual or unusual.
 */
final class Misframing {
    /** Runs end at the next ASCII character; longer ones than this do not occur in prose. */
    private static final int LONGEST = 200;
    /** Characters looked at for one page: with more marks than this allows nothing is left to realign. */
    private static final int MOST = 300_000;
    /** What the ranking of a lost character's candidates costs, in characters looked at. */
    private static final int RANKING = 500;
    private static final double USUAL = 0.66;
    private static final double UNUSUAL = -2.8;
    private static final double WORD = 2.0;
    private static final double NO_WORD = -0.4;
    /** A byte that is an ASCII letter, or another ASCII character, alone between Chinese characters. */
    private static final double LETTER_APART = 1.0;
    private static final double SIGN_APART = 3.0;
    /** A lost first character that only one word can supply. */
    private static final double EDGE = 2.5;
    private static final double ENOUGH = 3.0;
    private static final String PUNCTUATION = "，。、；：？！“”‘’（）《》—…〈〉【】·～％";

    /** What joins the digits of a number, of a range or of a product. */
    private static final String JOINTS = ".,．，％%×x*/／~～-－—–:：";

    private final ChineseScript script;
    private final EdgeCharacter edges;
    private int walked;

    Misframing(ChineseScript script) {
        this.script = script;
        this.edges = new EdgeCharacter(script);
    }

    /**
     * @param at       of the question mark or replacement character
     * @param end      behind the last unit of the damage
     * @param pieces   what stands there instead, in order
     * @param supplied the number of the piece that neighbours supplied, of which one byte is lost; -1 for none
     * @param score    how much better the text reads for it
     */
    record Run(int at, int end, List<Piece> pieces, int supplied, double score) {}

    /** Characters restored, or {@link Article#LOST}, for the units {@code [from, to)}. */
    record Piece(int from, int to, char restored) {}

    private record Candidate(double score, int end, List<Piece> pieces) {}

    /** The damage that begins with the mark at {@code at}, or {@code null}. */
    Run find(CharSequence text, int at) {
        if (walked > MOST) {
            return null;
        }
        var search = new Search(text, at);
        search.walk(at + 1, -1, text.charAt(at) == '\ufffd' ? 2.0 : 0, new ArrayList<>());
        Candidate best = single(text, at, search.best);
        if (best == null || best.score < ENOUGH - EDGE) {
            return null;
        }
        List<Piece> pieces = edged(text, at, best);
        boolean certain = pieces.getFirst().restored != Article.LOST;
        return best.score + (certain ? EDGE : 0) < ENOUGH
                ? null
                : new Run(at, best.end, merged(pieces), certain ? 0 : -1, best.score);
    }

    /** A character whose second byte is an ASCII letter reads as a question mark and that letter: 領 as {@code ?I}. */
    private static Candidate single(CharSequence text, int mark, Candidate other) {
        boolean alone = mark > 0 && mark + 2 < text.length() && Characters.isHan(text.charAt(mark - 1))
                && isLetter(text.charAt(mark + 1)) && Characters.isHan(text.charAt(mark + 2));
        return alone && (other == null || other.score < LETTER_APART)
                ? new Candidate(LETTER_APART, mark + 2, List.of(new Piece(mark, mark + 2, Article.LOST)))
                : other;
    }

    /** Neighbouring lost places are one. */
    private static List<Piece> merged(List<Piece> pieces) {
        var merged = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            Piece last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.restored == Article.LOST && piece.restored == Article.LOST) {
                merged.set(merged.size() - 1, new Piece(last.from, Math.max(last.to, piece.to), Article.LOST));
            } else {
                merged.add(piece);
            }
        }
        return List.copyOf(merged);
    }

    private final class Search {
        private final CharSequence text;
        private final int mark;
        /** Some mirrors write all punctuation in ASCII: there a mark may be one of the text's own. */
        private final boolean ascii;
        private Candidate best;

        Search(CharSequence text, int mark) {
            this.text = text;
            this.mark = mark;
            int wide = 0;
            for (int i = Math.max(0, mark - LONGEST); i < Math.min(text.length(), mark + LONGEST); i++) {
                char c = text.charAt(i);
                wide += c == '，' ? 1 : c == ',' || c == ':' ? -1 : 0;
            }
            this.ascii = wide <= 0;
        }

        /** @param held the byte left over from the character before, -1 at the beginning of the run */
        void walk(int from, int held, double score, List<Piece> pieces) {
            for (int i = from; i < text.length() && i - mark < LONGEST; i++) {
                char c = text.charAt(i);
                walked++;
                if (c == '\ufffd' || c == '?') {
                    if (held >= 0) {
                        // Nobody asks a question right before a number.
                        boolean sure = c == '\ufffd' || i + 1 < text.length() && Characters.isDigit(text.charAt(i + 1));
                        offer(score + (sure ? 2 : 1), Misframing.end(text, i + 1), pieces, i - 1, true);
                    }
                    if (c == '\ufffd') {
                        return;
                    }
                }
                if (c > ' ' && c < 0x7f && (held < 0 || c < 0x40)) {
                    if (ascii) {
                        c = wide(c);
                    }
                    if (!ascii || Character.isLetterOrDigit(c)) {
                        if (held >= 0) {
                            offer(score, Misframing.end(text, i), pieces, i - 1, false);
                        }
                        return;
                    }
                }
                if (c >= 0x40 && c < 0x7f) {
                    char whole = DoubleByte.decode(held, c);
                    if (whole != 0) {
                        double gain = gain(pieces, whole) + apart(c, i + 1)
                                + (i + 1 < text.length() ? word(whole, text.charAt(i + 1)) : 0);
                        pieces.add(new Piece(i - 1, i + 1, whole));
                        offer(score + gain, i + 1, pieces, -1, false);
                    }
                    return;
                }
                int code = DoubleByte.encode(c);
                if (code == 0) {
                    if (held >= 0) {
                        offer(score, i, pieces, i - 1, false);
                    }
                    return;
                }
                score -= fit(c) + (i > mark + 1 ? word(text.charAt(i - 1), c) : 0);
                if (held < 0) {
                    pieces.add(new Piece(mark, i + 1, Article.LOST));
                } else {
                    char whole = DoubleByte.decode(held, code >> 8);
                    if (whole == 0) {
                        return;
                    }
                    score += gain(pieces, whole);
                    pieces.add(new Piece(i - 1, i + 1, whole));
                }
                held = code & 0xff;
                if (held < 0x80) {
                    // The byte is an ASCII character of its own: in step again.
                    pieces.add(new Piece(i, i + 1, (char) held));
                    boolean more = i + 1 < text.length() && isAsciiWord(text.charAt(i + 1));
                    offer(score + (more ? LETTER_APART : 0), i + 1, pieces, -1, false);
                    return;
                }
                if (score < -15) {
                    return;
                }
            }
            if (held >= 0) {
                int end = Math.min(text.length(), mark + LONGEST);
                offer(score, end, pieces, end - 1, false);
            }
        }

        private double gain(List<Piece> before, char whole) {
            char last = before.isEmpty() ? Article.LOST : before.getLast().restored;
            return fit(whole) + (last == Article.LOST ? 0 : word(last, whole));
        }

        private double apart(char c, int next) {
            if (Character.isLetterOrDigit(c)) {
                return next < text.length() && !isLetter(text.charAt(next)) ? LETTER_APART : -LETTER_APART;
            }
            return SIGN_APART;
        }

        /** @param cut the unit whose second byte lost its partner, -1 for none */
        private void offer(double score, int end, List<Piece> pieces, int cut, boolean closed) {
            boolean restores = pieces.stream().anyMatch(piece -> piece.restored != Article.LOST);
            // A run that gives nothing back must at least be closed by a second mark.
            if ((restores || closed) && (best == null || score > best.score)) {
                var all = new ArrayList<>(pieces);
                if (cut >= 0) {
                    all.add(new Piece(cut, end, Article.LOST));
                }
                best = new Candidate(score, end, all);
            }
        }
    }

    /**
     * Digits behind a lost byte may have lost their first, and what a sign joins to them is no number without it:
     * they are part of the damage.
     */
    static int end(CharSequence text, int at) {
        int end = at;
        while (end < text.length()
                && (Characters.isDigit(text.charAt(end)) || JOINTS.indexOf(text.charAt(end)) >= 0
                        && (end > at || isJoint(text, at)) && end + 1 < text.length()
                        && Characters.isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    /** Whether a sign that stands first joins digits to lost ones; a comma does when three digits follow. */
    private static boolean isJoint(CharSequence text, int at) {
        int digits = at + 1;
        while (digits < text.length() && Characters.isDigit(text.charAt(digits))) {
            digits++;
        }
        char c = text.charAt(at);
        return c != '，' && (c != ',' || digits - at == 4);
    }

    /** The pieces with the first character supplied where it is certain. Its second byte is known; its first is tried. */
    private List<Piece> edged(CharSequence text, int mark, Candidate run) {
        List<Piece> pieces = run.pieces;
        Piece edge = pieces.getFirst();
        if (edge.restored != Article.LOST || pieces.size() > 1 && pieces.get(1).restored == Article.LOST || mark < 1
                || pieces.size() == 1 && edge.to - edge.from != 2) {
            return pieces;
        }
        char shown = text.charAt(mark + 1);
        int trail = isLetter(shown) ? shown : DoubleByte.encode(wide(shown)) >> 8;
        String before = text.subSequence(Math.max(0, mark - EdgeCharacter.AROUND), mark).toString();
        var behind = new StringBuilder();
        for (int i = 1; i < pieces.size() && behind.length() < EdgeCharacter.AROUND; i++) {
            behind.append(pieces.get(i).restored);
        }
        for (int i = run.end; i < text.length() && behind.length() < EdgeCharacter.AROUND; i++) {
            behind.append(text.charAt(i));
        }
        CharSequence around = text.subSequence(Math.max(0, mark - LONGEST), mark);
        walked += RANKING;
        OptionalInt supplied = edges.rank(before, behind.toString(), candidates(trail, around));
        if (supplied.isEmpty()) {
            return pieces;
        }
        var restored = new ArrayList<>(pieces);
        restored.set(0, new Piece(edge.from, edge.to, (char) supplied.getAsInt()));
        return restored;
    }

    /** Usual characters and marks with this second byte, in the script of the text around. */
    private char[] candidates(int trail, CharSequence around) {
        boolean traditional = false;
        boolean simplified = false;
        for (int i = 0; i < around.length(); i++) {
            traditional |= isTraditional(around.charAt(i));
            simplified |= isSimplified(around.charAt(i));
        }
        var candidates = new StringBuilder();
        for (int lead = 0x81; lead <= 0xfe; lead++) {
            char c = DoubleByte.decode(lead, trail);
            boolean foreign = traditional && !simplified && isSimplified(c)
                    || simplified && !traditional && isTraditional(c);
            if (c != 0 && fit(c) > 0 && !foreign) {
                candidates.append(c);
            }
        }
        return candidates.toString().toCharArray();
    }

    private boolean isTraditional(char c) {
        return Characters.isHan(c) && script.toSimplified(c) != c;
    }

    /** Big5 has no character that only simplified text has. */
    private static boolean isSimplified(char c) {
        return Characters.isHan(c) && !DoubleByte.isInBig5(c);
    }

    private static char wide(char c) {
        return c > ' ' && c < 0x7f ? (char) (c - '!' + '！') : c;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isAsciiWord(char c) {
        return isLetter(c) || c >= '0' && c <= '9';
    }

    private double word(char left, char right) {
        if (!Characters.isHan(left) || !Characters.isHan(right)) {
            return 0;
        }
        return script.frequency(script.toSimplified("" + left + right)) > 0 ? WORD : NO_WORD;
    }

    private double fit(char c) {
        if (PUNCTUATION.indexOf(c) >= 0 || c >= '０' && c <= '９') {
            return 0.2;
        }
        if (!Characters.isHan(c)) {
            return UNUSUAL;
        }
        return DoubleByte.isUsual(c) || DoubleByte.isUsual(script.toSimplified(c))
                ? USUAL
                : UNUSUAL;
    }
}
