package org.jingwei.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the words that one character substituted, inserted, deleted or exchanged with its neighbour may have come
 * from: two such words share what is left when one character is taken out. Of every word and each of its shortenings
 * only a hash is kept, sorted; the caller compares what is found. Immutable.
 */
final class DeletionIndex {
    private static final int WORD_BITS = 24;
    private static final long HASH = -1L << WORD_BITS;

    private final String[] words;
    private final List<String> wordList;
    /** Hash of a shortening in the upper bits, number of its word in the lower. */
    private final long[] shortenings;

    /** @throws IllegalArgumentException when there are more than 16 million words */
    DeletionIndex(Collection<String> all) {
        words = new TreeSet<>(all).toArray(new String[0]);
        wordList = List.of(words);
        if (words.length >= 1 << WORD_BITS) {
            throw new IllegalArgumentException("too many words for an index: " + words.length);
        }
        shortenings = new long[Arrays.stream(words).mapToInt(w -> w.length() + 1).sum()];
        int next = 0;
        for (int w = 0; w < words.length; w++) {
            for (int left = -1; left < words[w].length(); left++) {
                shortenings[next++] = hash(words[w], left) & HASH | w;
            }
        }
        Arrays.sort(shortenings);
    }

    /** Words that are at most about one slip away, and now and then another; itself included, sorted. */
    List<String> near(String word) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int left = -1; left < word.length(); left++) {
            long hash = hash(word, left) & HASH;
            int at = Arrays.binarySearch(shortenings, hash);
            for (at = at < 0 ? -at - 1 : at; at < shortenings.length && (shortenings[at] & HASH) == hash; at++) {
                found.add((int) (shortenings[at] & ~HASH));
            }
        }
        List<String> near = new ArrayList<>();
        found.forEach(w -> near.add(words[w]));
        return near;
    }

    /** Words that begin so, sorted. */
    List<String> startingWith(String beginning) {
        int from = Arrays.binarySearch(words, beginning);
        int to = from = from < 0 ? -from - 1 : from;
        while (to < words.length && words[to].startsWith(beginning)) {
            to++;
        }
        return wordList.subList(from, to);
    }

    /** Of {@code word} without the character at {@code left}; of all of it for -1. */
    private static long hash(String word, int left) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            if (i != left) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
