package org.jingwei.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Words that are looked for at every place of a text. Immutable. */
final class WordSet {
    private final String[][] byFirst = new String[0x10000][];
    private final String[][] byLast = new String[0x10000][];

    WordSet(Set<String> words) {
        List<String> longFirst = new ArrayList<>(words);
        longFirst.sort(Comparator.comparingInt((String w) -> -w.length()).thenComparing(Comparator.naturalOrder()));
        for (String word : longFirst) {
            add(byFirst, word.charAt(0), word);
            add(byLast, word.charAt(word.length() - 1), word);
        }
    }

    private static void add(String[][] index, char key, String word) {
        String[] before = index[key] == null ? new String[0] : index[key];
        String[] after = java.util.Arrays.copyOf(before, before.length + 1);
        after[before.length] = word;
        index[key] = after;
    }

    /** The longest word that starts at {@code at} and ends at or before {@code limit}; {@code null} for none. */
    String startingAt(String text, int at, int limit) {
        String[] words = byFirst[text.charAt(at)];
        if (words != null) {
            for (String word : words) {
                if (at + word.length() <= limit && text.startsWith(word, at)) {
                    return word;
                }
            }
        }
        return null;
    }

    /** The longest word that ends at {@code end} and starts at or behind {@code start}; {@code null} for none. */
    String endingAt(String text, int end, int start) {
        String[] words = end > start ? byLast[text.charAt(end - 1)] : null;
        if (words != null) {
            for (String word : words) {
                if (end - word.length() >= start && text.startsWith(word, end - word.length())) {
                    return word;
                }
            }
        }
        return null;
    }
}
