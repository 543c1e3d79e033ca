package org.jingwei.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jingwei.article.ChineseScript;

/**
 * HanLP's tables of traditional characters ({@code t2s.txt}, never its Taiwan table: that one rewrites words) with a
 * few words more, and of pronunciations ({@code pinyin.txt}). The tables are read from HanLP's jar directly: its own loaders are global,
 * write cache files, and tell nobody when a table is missing. Only word frequencies come from its shared dictionary,
 * which is read and never changed. Immutable after construction, thread-safe.
 */
public final class HanlpScript implements ChineseScript {
    private static final String TRADITIONAL = "/data/dictionary/tc/t2s.txt";
    private static final String PINYIN = "/data/dictionary/pinyin/pinyin.txt";

    private static final String OWN_WORDS = "traditional-words.txt";
    /** Below it nothing is converted. */
    private static final char FIRST = '\u300c';
    /** Up to it punctuation is. */
    private static final char QUOTATION = '\u300d';
    /** Characters that simplified text has too, in words and names of its own: 乾隆, 魏徵, 昇腾, 编著. */
    private static final String SHARED = "乾徵於昇甯夥摺麴薹醣著榘捱";
    /** Not the same word in other characters, but another word, or wrong more often than right. */
    private static final Pattern OTHER_WORD = Pattern.compile("程式|覆(?![命信文電])..*");
    /** Vowels with a tone mark, and ü, by character; 0 for all others. */
    private static final char[] TONELESS = new char[0x200];

    /** By UTF-16 unit; 0 where nothing changes. */
    private final char[] characters = new char[0x10000];
    /** Whether no simplified text has the character. */
    private final boolean[] isTraditional = new boolean[0x10000];
    private final Map<Integer, String> supplementary = new HashMap<>();
    /** Words whose conversion is not that of their characters, by first UTF-16 unit, the longest first. */
    private final Map.Entry<String, String>[][] words;
    private final Map<Integer, List<String>> readings = new HashMap<>();

    /** @throws IllegalStateException when HanLP's dictionaries are not on the class path */
    public HanlpScript() {
        Map<Character, List<Map.Entry<String, String>>> byFirst = new HashMap<>();
        lines(HanLP.class, TRADITIONAL, (traditional, simplified) -> conversion(traditional, simplified, byFirst));
        lines(HanlpScript.class, OWN_WORDS, (traditional, simplified) -> conversion(traditional, simplified, byFirst));
        characters['著'] = '着';
        for (char c = FIRST; c < characters.length - 1; c++) {
            isTraditional[c] = characters[c] != 0 && characters[c] != c && c > QUOTATION && SHARED.indexOf(c) < 0;
        }
        lines(HanLP.class, PINYIN, this::reading);
        words = table(byFirst);
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static Map.Entry<String, String>[][] table(Map<Character, List<Map.Entry<String, String>>> byFirst) {
        Map.Entry<String, String>[][] table = new Map.Entry[0x10000][];
        byFirst.forEach((first, list) -> {
            list.sort((a, b) -> {
                int byLength = Integer.compare(b.getKey().length(), a.getKey().length());
                return byLength != 0 ? byLength : a.getKey().compareTo(b.getKey());
            });
            table[first] = list.toArray(new Map.Entry[0]);
        });
        return table;
    }

    private void conversion(String traditional, String simplified,
            Map<Character, List<Map.Entry<String, String>>> byFirst) {
        if (traditional.length() != simplified.length() || OTHER_WORD.matcher(traditional).matches()) {
            return; // a character outside the Basic Multilingual Plane, or another word altogether
        }
        if (traditional.codePointCount(0, traditional.length()) == 1) {
            if (traditional.length() == 1) {
                characters[traditional.charAt(0)] = simplified.charAt(0);
            } else {
                supplementary.put(traditional.codePointAt(0), simplified);
            }
        } else {
            byFirst.computeIfAbsent(traditional.charAt(0), first -> new ArrayList<>())
                    .add(Map.entry(traditional, simplified));
        }
    }

    private void reading(String word, String syllables) {
        if (word.codePointCount(0, word.length()) == 1) {
            var sounds = new ArrayList<String>();
            for (String syllable : syllables.split(",")) {
                sounds.add(syllable.replaceAll("[0-9]", ""));
            }
            readings.put(word.codePointAt(0), List.copyOf(sounds));
        }
    }

    private static void lines(Class<?> owner, String table, BiConsumer<String, String> row) {
        try (var in = owner.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The table " + table
                                + " is not on the class path. Use com.hankcs:hanlp:portable-1.8.6, whose "
                                + "jar carries its dictionaries; rebuild with mvn package to restore target/lib.");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0 && equals < line.length() - 1) {
                    row.accept(line.substring(0, equals), line.substring(equals + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + table, e);
        }
    }

    @Override
    public char toSimplified(char character) {
        char simple = characters[character];
        return simple == 0 ? character : simple;
    }

    @Override
    public String toSimplified(String text) {
        int length = text.length();
        boolean traditional = false;
        boolean anything = false;
        for (int i = 0; i < length && !traditional; i++) {
            char unit = text.charAt(i);
            if (unit >= FIRST) {
                traditional = isTraditional[unit];
                anything |= traditional || unit <= QUOTATION || Character.isHighSurrogate(unit);
            }
        }
        return traditional || anything ? converted(text, traditional) : text;
    }

    /** @param traditional whether characters that simplified text has too are converted */
    private String converted(String text, boolean traditional) {
        char[] out = text.toCharArray();
        for (int at = 0; at < out.length;) {
            char unit = out[at];
            String simple = unit < FIRST ? null : simple(text, at, unit, traditional);
            if (simple != null) {
                simple.getChars(0, simple.length(), out, at);
                at += simple.length();
            } else {
                if (characters[unit] != 0 && (traditional || unit <= QUOTATION)) {
                    out[at] = characters[unit];
                }
                at++;
            }
        }
        return new String(out);
    }

    /** What stands at {@code at} simplified where more than the one unit decides: a word, or a surrogate pair. */
    private String simple(String text, int at, char unit, boolean traditional) {
        Map.Entry<String, String>[] candidates = traditional ? words[unit] : null;
        if (candidates != null) {
            for (var word : candidates) {
                if (text.startsWith(word.getKey(), at)) {
                    return word.getValue();
                }
            }
        }
        return Character.isHighSurrogate(unit) && at + 1 < text.length()
                ? supplementary.get(text.codePointAt(at))
                : null;
    }

    @Override
    public boolean isReading(int han, String letters) {
        String sound = plain(letters);
        return sound.length() > 0
                && (knows(han, sound) || knows(toSimplified(Character.toString(han)).codePointAt(0), sound));
    }

    /** {@inheritDoc} HanLP's own dictionary is loaded by the first call. */
    @Override
    public int frequency(String word) {
        return CoreDictionary.getTermFrequency(word);
    }

    /** {@inheritDoc} HanLP's own dictionary is loaded by the first call. */
    @Override
    public int frequency(String word, String next) {
        return CoreBiGramTableDictionary.getBiFrequency(word, next);
    }

    /**
     * Whether the two characters, simplified, have a pronunciation in common when tones are left out and those that
     * many speakers do not tell apart (zh and z, in and ing) are one.
     */
    public boolean soundsAlike(int one, int other) {
        List<String> others = readings.getOrDefault(other, List.of());
        for (String reading : readings.getOrDefault(one, List.of())) {
            for (String another : others) {
                if (broad(reading).equals(broad(another))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String broad(String reading) {
        String initial = reading.length() > 1 && reading.charAt(1) == 'h'
                ? reading.charAt(0) + reading.substring(2)
                : reading;
        return initial.endsWith("ing") || initial.endsWith("eng")
                ? initial.substring(0, initial.length() - 1)
                : initial;
    }

    private boolean knows(int han, String sound) {
        for (String reading : readings.getOrDefault(han, List.of())) {
            // Pages without tone marks write lü as lu, lv or lü.
            if (reading.equals(sound) || reading.replace('v', 'u').equals(sound)) {
                return true;
            }
        }
        return false;
    }

    static {
        for (char c = '\u00c0'; c < TONELESS.length; c++) {
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            char letter = apart.charAt(0);
            TONELESS[c] = apart.length() < 2 || letter > 'z'
                    ? 0
                    : letter == 'u' && apart.indexOf('\u0308') > 0 ? 'v' : letter;
        }
    }

    /** Letters without tone marks, {@code v} for ü; the phonetic ɑ and ɡ are the usual ones. */
    private static String plain(String letters) {
        var out = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 'a' - 'A'));
            } else if (c < TONELESS.length && TONELESS[c] != 0) {
                out.append(TONELESS[c]);
            } else if (c == '\u0308' && out.length() > 0 && out.charAt(out.length() - 1) == 'u') {
                out.setCharAt(out.length() - 1, 'v');
            } else if (c == '\u0251' || c == '\u0261') {
                out.append(c == '\u0251' ? 'a' : 'g');
            } else if (c < '\u0300' || c > '\u030c') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
