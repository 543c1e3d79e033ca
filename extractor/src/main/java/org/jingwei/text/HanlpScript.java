package org.jingwei.text;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jingwei.article.ChineseScript;

/**
 * HanLP's tables of traditional characters ({@code t2s.txt}, never its Taiwan table: that one rewrites words) and of
 * pronunciations ({@code pinyin.txt}). The tables are read from HanLP's jar directly: its own loaders are global,
 * write cache files, and tell nobody when a table is missing. Immutable after construction, thread-safe.
 */
public final class HanlpScript implements ChineseScript {
    private static final String TRADITIONAL = "/data/dictionary/tc/t2s.txt";
    private static final String PINYIN = "/data/dictionary/pinyin/pinyin.txt";

    /** By UTF-16 unit; 0 where nothing changes. */
    private final char[] characters = new char[0x10000];
    private final Map<Integer, String> supplementary = new HashMap<>();
    /** Words whose conversion is not that of their characters, by first UTF-16 unit, the longest first. */
    private final List<List<Map.Entry<String, String>>> words = new ArrayList<>(Collections.nCopies(0x10000, null));
    private final Map<Integer, List<String>> readings = new HashMap<>();

    /** @throws IllegalStateException when HanLP's dictionaries are not on the class path */
    public HanlpScript() {
        lines(TRADITIONAL, this::conversion);
        lines(PINYIN, this::reading);
        words.stream().filter(list -> list != null).forEach(list -> list.sort((a, b) -> {
            int byLength = Integer.compare(b.getKey().length(), a.getKey().length());
            return byLength != 0 ? byLength : a.getKey().compareTo(b.getKey());
        }));
    }

    private void conversion(String traditional, String simplified) {
        if (traditional.length() != simplified.length()) {
            return; // a character outside the Basic Multilingual Plane, or another word altogether
        }
        if (traditional.codePointCount(0, traditional.length()) == 1) {
            if (traditional.length() == 1) {
                characters[traditional.charAt(0)] = simplified.charAt(0);
            } else {
                supplementary.put(traditional.codePointAt(0), simplified);
            }
        } else {
            char first = traditional.charAt(0);
            if (words.get(first) == null) {
                words.set(first, new ArrayList<>());
            }
            words.get(first).add(Map.entry(traditional, simplified));
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

    private static void lines(String table, BiConsumer<String, String> row) {
        try (var in = HanLP.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(
                        "HanLP's table " + table
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
            throw new UncheckedIOException("cannot read HanLP's table " + table, e);
        }
    }

    @Override
    public String toSimplified(String text) {
        var out = new StringBuilder(text.length());
        for (int at = 0; at < text.length();) {
            char unit = text.charAt(at);
            String word = unit < 0x3400 ? null : word(text, at);
            if (word != null) {
                out.append(word);
                at += word.length();
            } else if (Character.isHighSurrogate(unit) && at + 1 < text.length()) {
                String pair = text.substring(at, at + 2);
                out.append(supplementary.getOrDefault(pair.codePointAt(0), pair));
                at += 2;
            } else {
                out.append(characters[unit] == 0 ? unit : characters[unit]);
                at++;
            }
        }
        return out.toString();
    }

    /** The simplified form of the longest word of the table that stands at {@code at}; {@code null} for none. */
    private String word(String text, int at) {
        var candidates = words.get(text.charAt(at));
        if (candidates != null) {
            for (var word : candidates) {
                if (text.startsWith(word.getKey(), at)) {
                    return word.getValue();
                }
            }
        }
        return null;
    }

    @Override
    public boolean isReading(int han, String letters) {
        String sound = plain(letters);
        return sound.length() > 0
                && (knows(han, sound) || knows(toSimplified(Character.toString(han)).codePointAt(0), sound));
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

    /** Letters without tone marks, {@code v} for ü; the phonetic ɑ and ɡ are the usual ones. */
    private static String plain(String letters) {
        String apart = Normalizer.normalize(letters, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            switch (apart.charAt(i)) {
                case '\u0300', '\u0301', '\u0304', '\u030c' -> {
                    // a tone
                }
                case '\u0308' -> {
                    if (out.length() > 0 && out.charAt(out.length() - 1) == 'u') {
                        out.setCharAt(out.length() - 1, 'v');
                    }
                }
                case '\u0251' -> out.append('a');
                case '\u0261' -> out.append('g');
                default -> out.append(apart.charAt(i));
            }
        }
        return out.toString();
    }
}
