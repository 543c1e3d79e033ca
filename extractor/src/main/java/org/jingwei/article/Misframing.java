package org.jingwei.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds and undoes misframed bytes. GB18030 text that was decoded in pieces, one cut falling between the two bytes of
 * a character, shows a question mark for the first byte, and behind it every following byte pairs up with the wrong
 * neighbour, until an ASCII character falls in step again: 省（區 becomes {@code ?。▍^}. Encoding the run again and
 * shifting it by one byte gives back all its characters but those at its two edges.
 */
final class Misframing {
    /** Runs end at the next ASCII character; longer ones than this do not occur in prose. */
    private static final int LONGEST = 200;
    private static final double USUAL = 0.66;
    private static final double UNUSUAL = -2.8;
    private static final double ENOUGH = 3.0;
    private static final String PUNCTUATION = "，。、；：？！“”‘’（）《》—…〈〉【】·～％";

    private final ChineseScript script;

    Misframing(ChineseScript script) {
        this.script = script;
    }

    /**
     * @param at       of the question mark or replacement character
     * @param end      behind the last unit of the damage
     * @param pieces   what stands there instead, in order
     */
    record Run(int at, int end, List<Piece> pieces) {}

    /** Characters restored, or {@link Article#LOST}, for the units {@code [from, to)}. */
    record Piece(int from, int to, char restored) {}

    /** The damage that begins with the mark at {@code at}, or {@code null}. */
    Run find(CharSequence text, int at) {
        var best = new Candidate[1];
        walk(text, at, at + 1, -1, text.charAt(at) == '\ufffd' ? 2.0 : 0, new ArrayList<>(), best);
        return best[0] == null || best[0].score < ENOUGH || best[0].restored == 0
                ? null
                : new Run(at, best[0].end, best[0].pieces);
    }

    private record Candidate(double score, int end, int restored, List<Piece> pieces) {}

    /** @param held the byte left over from the character before, -1 at the beginning of the run */
    private void walk(CharSequence text, int mark, int from, int held, double score, List<Piece> before,
            Candidate[] best) {
        var pieces = new ArrayList<Piece>(before);
        int restored = (int) pieces.stream().filter(p -> p.restored != Article.LOST).count();
        for (int i = from; i < text.length() && i - mark < LONGEST; i++) {
            char c = text.charAt(i);
            if (c == '\ufffd' || c == '?') {
                if (held >= 0) {
                    offer(best, score + 1, end(text, i + 1), restored, pieces, i - 1);
                }
                if (c == '\ufffd') {
                    return;
                }
            }
            if (c > ' ' && c < 0x7f && (held < 0 || c < 0x40)) {
                c = (char) (c - '!' + '！'); // some mirrors write all punctuation in ASCII
                if (Character.isLetterOrDigit(c)) {
                    if (held >= 0) {
                        offer(best, score, end(text, i), restored, pieces, i - 1);
                    }
                    return;
                }
            }
            if (c >= 0x40 && c < 0x7f) {
                char whole = DoubleByte.decode(held, c);
                if (whole != 0) {
                    pieces.add(new Piece(i - 1, i + 1, whole));
                    boolean apart = i + 1 < text.length() && !isLetter(text.charAt(i + 1));
                    offer(best, score + fit(whole) + (apart ? 1 : -1), i + 1, restored + 1, pieces, -1);
                }
                return;
            }
            int code = DoubleByte.encode(c);
            if (code == 0) {
                if (held >= 0) {
                    offer(best, score, i, restored, pieces, i - 1);
                }
                return;
            }
            int lead = code >> 8;
            int trail = code & 0xff;
            score -= fit(c);
            if (held < 0) {
                pieces.add(new Piece(mark, i + 1, Article.LOST));
            } else {
                char whole = DoubleByte.decode(held, lead);
                if (whole == 0) {
                    return;
                }
                score += fit(whole);
                pieces.add(new Piece(i - 1, i + 1, whole));
                restored++;
            }
            if (trail < 0x80) {
                // The byte is an ASCII character of its own: in step again.
                pieces.add(new Piece(i, i + 1, (char) trail));
                offer(best, score, i + 1, restored, pieces, -1);
                return;
            }
            held = trail;
            if (score < -12) {
                return;
            }
        }
        if (held >= 0) {
            offer(best, score, Math.min(text.length(), mark + LONGEST), restored, pieces, text.length() - 1);
        }
    }

    /** @param cut the unit whose second byte lost its partner, -1 for none */
    private static void offer(Candidate[] best, double score, int end, int restored, List<Piece> pieces, int cut) {
        if (best[0] == null || score > best[0].score) {
            var all = new ArrayList<>(pieces);
            if (cut >= 0) {
                all.add(new Piece(cut, end, Article.LOST));
            }
            best[0] = new Candidate(score, end, restored, List.copyOf(all));
        }
    }

    /** Digits behind a lost byte may have lost their first: they are part of the damage. */
    static int end(CharSequence text, int at) {
        int end = at;
        while (end < text.length() && (Characters.isDigit(text.charAt(end))
                || end > at && ".,．，％%".indexOf(text.charAt(end)) >= 0 && end + 1 < text.length()
                        && Characters.isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private double fit(char c) {
        if (PUNCTUATION.indexOf(c) >= 0 || c >= '０' && c <= '９') {
            return 0.2;
        }
        if (!Characters.isHan(c)) {
            return UNUSUAL;
        }
        return DoubleByte.isUsual(c) || DoubleByte.isUsual(script.toSimplified(String.valueOf(c)).charAt(0))
                ? USUAL
                : UNUSUAL;
    }
}
