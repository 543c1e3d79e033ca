package org.jingwei.article;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Does to text what careless mirrors do to it. The same seed does the same damage. */
public final class Damage {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    /** How a mirror writes a pronunciation behind its character. */
    public enum Gloss {
        TONED, TONELESS, FULL_WIDTH_BRACKETS, UPPER_CASE, WHOLE_WORD
    }

    /** @param glosses how many were put into {@code text} */
    public record Glossed(String text, int glosses) {}

    /** A gloss of the given kind behind about one Chinese character in {@code every}. */
    public Glossed gloss(String clean, Gloss kind, int every) {
        var out = new StringBuilder();
        int glosses = 0;
        int open = 0;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            out.append(c);
            open = Characters.isHan(c) ? open + 1 : 0;
            if (open == 0 || random.nextInt(every) != 0) {
                continue;
            }
            int characters = kind == Gloss.WHOLE_WORD ? Math.min(open, 2 + random.nextInt(3)) : 1;
            String sounds = sounds(clean.substring(i + 1 - characters, i + 1), kind != Gloss.TONELESS);
            if (sounds != null) {
                boolean wide = kind == Gloss.FULL_WIDTH_BRACKETS || kind == Gloss.WHOLE_WORD && random.nextBoolean();
                sounds = kind == Gloss.UPPER_CASE ? sounds.toUpperCase(java.util.Locale.ROOT) : sounds;
                out.append(wide ? '（' : '(').append(sounds).append(wide ? '）' : ')');
                glosses++;
                open = 0;
            }
        }
        return new Glossed(out.toString(), glosses);
    }

    private static String sounds(String word, boolean toned) {
        var sounds = new ArrayList<String>();
        for (char c : word.toCharArray()) {
            var sound = PinyinDictionary.get(String.valueOf(c));
            if (sound == null || sound.length == 0 || sound[0].getPinyinWithoutTone().equals("none")) {
                return null;
            }
            sounds.add(toned ? sound[0].getPinyinWithToneMark() : sound[0].getPinyinWithoutTone());
        }
        return String.join(" ", sounds);
    }

    /** What a decoder puts for bytes that are no character, and whether it goes on behind the first or the second. */
    enum Decoder {
        QUESTION_MARK_FOR_TWO('?', true), QUESTION_MARK_FOR_ONE('?', false), REPLACEMENT_FOR_TWO('\ufffd',
                true),
        REPLACEMENT_FOR_ONE('\ufffd', false);

        private final char mark;
        private final boolean swallows;

        Decoder(char mark, boolean swallows) {
            this.mark = mark;
            this.swallows = swallows;
        }

        private String decode(byte[] bytes) {
            var out = new StringBuilder();
            for (int i = 0; i < bytes.length; i++) {
                int b = bytes[i] & 0xff;
                if (b < 0x80) {
                    out.append((char) b);
                    continue;
                }
                String pair = i + 1 < bytes.length ? new String(bytes, i, 2, GB18030) : "";
                if (pair.length() == 1 && pair.charAt(0) != '\ufffd') {
                    out.append(pair);
                    i++;
                } else {
                    out.append(mark);
                    i += swallows ? 1 : 0;
                }
            }
            return out.toString();
        }
    }

    /**
     * @param at       of the cut character, in the clean and in the damaged text
     * @param misread  how many characters behind it were read out of frame
     */
    record Misframed(String text, int at, int misread) {}

    /** Text that a decoder met in two pieces, cut between the bytes of a character at or near {@code from}. */
    static Misframed misframe(String clean, int from, Decoder decoder) {
        int at = from;
        while (at < clean.length() - 1 && twoBytes(clean.charAt(at)) == null) {
            at++;
        }
        while (twoBytes(clean.charAt(at)) == null) {
            at--;
        }
        byte[] cut = twoBytes(clean.charAt(at));
        byte[] rest = clean.substring(at + 1).getBytes(GB18030);
        byte[] tail = new byte[rest.length + 1];
        tail[0] = cut[1];
        System.arraycopy(rest, 0, tail, 1, rest.length);
        int misread = 0;
        int held = cut[1] & 0xff;
        for (int i = at + 1; i < clean.length() && held > 0x80 && held < 0xff; i++) {
            byte[] next = twoBytes(clean.charAt(i));
            if (next == null) {
                break;
            }
            misread++;
            held = next[1] & 0xff;
        }
        return new Misframed(clean.substring(0, at) + decoder.mark + decoder.decode(tail), at, misread);
    }

    /** At a place of its own choice, not at the very edges. */
    Misframed misframe(String clean) {
        var decoders = Decoder.values();
        return misframe(clean, 3 + random.nextInt(Math.max(1, clean.length() - 16)),
                decoders[random.nextInt(decoders.length)]);
    }

    private static byte[] twoBytes(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GB18030);
        return bytes.length == 2 && c != '\ufffd' ? bytes : null;
    }

    /** Paragraphs put together to an article. */
    static String article(List<String> paragraphs, Random random) {
        int many = 3 + random.nextInt(4);
        String[] lines = new String[many];
        Arrays.setAll(lines, n -> paragraphs.get(random.nextInt(paragraphs.size())));
        return String.join("\n", lines);
    }
}
