package org.jingwei.quantity;

import java.util.Map;
import java.util.TreeMap;

/**
 * A set of words, each with a meaning, that finds the longest one at a place of a text, reading forward from it or
 * backward from it. Immutable once built; a look-up reads no more characters than its longest word has.
 */
final class Words<T> {
    /** A word of the set and what it means. */
    record Entry<T>(String word, T meaning) {
        int length() {
            return word.length();
        }
    }

    private static final class Node<T> {
        private char[] keys = {};
        private Object[] next = {};
        private Entry<T> entry;

        @SuppressWarnings("unchecked")
        Node<T> at(char c) {
            int low = 0;
            int high = keys.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] < c) {
                    low = middle + 1;
                } else if (keys[middle] > c) {
                    high = middle - 1;
                } else {
                    return (Node<T>) next[middle];
                }
            }
            return null;
        }
    }

    private final Node<T> forward;
    private final Node<T> backward;

    private Words(Map<String, T> words) {
        var ahead = new TreeMap<String, Entry<T>>();
        var behind = new TreeMap<String, Entry<T>>();
        words.forEach((word, meaning) -> {
            String folded = new String(Glyphs.fold(word));
            var entry = new Entry<>(folded, meaning);
            ahead.put(folded, entry);
            behind.put(new StringBuilder(folded).reverse().toString(), entry);
        });
        forward = build(ahead, 0);
        backward = build(behind, 0);
    }

    static <T> Words<T> of(Map<String, T> words) {
        return new Words<>(words);
    }

    /** Every word of each text, separated by white space, with one meaning. */
    @SafeVarargs
    static <T> Words<T> of(Map.Entry<T, String>... groups) {
        var words = new TreeMap<String, T>();
        for (var group : groups) {
            for (String word : group.getValue().trim().split("\\s+")) {
                words.put(word, group.getKey());
            }
        }
        return new Words<>(words);
    }

    private static <T> Node<T> build(Map<String, Entry<T>> words, int depth) {
        var node = new Node<T>();
        var groups = new TreeMap<Character, Map<String, Entry<T>>>();
        words.forEach((word, entry) -> {
            if (word.length() == depth) {
                node.entry = entry;
            } else {
                groups.computeIfAbsent(word.charAt(depth), c -> new TreeMap<>()).put(word, entry);
            }
        });
        node.keys = new char[groups.size()];
        node.next = new Object[groups.size()];
        int i = 0;
        for (var group : groups.entrySet()) {
            node.keys[i] = group.getKey();
            node.next[i++] = build(group.getValue(), depth + 1);
        }
        return node;
    }

    /** The longest word that starts at {@code from}, or null. */
    Entry<T> at(char[] text, int from) {
        Entry<T> found = null;
        var node = forward;
        for (int i = from; i < text.length; i++) {
            node = node.at(text[i]);
            if (node == null) {
                break;
            }
            if (node.entry != null) {
                found = node.entry;
            }
        }
        return found;
    }

    /** The longest word that ends before {@code end}, or null. */
    Entry<T> before(char[] text, int end) {
        Entry<T> found = null;
        var node = backward;
        for (int i = end - 1; i >= 0; i--) {
            node = node.at(text[i]);
            if (node == null) {
                break;
            }
            if (node.entry != null) {
                found = node.entry;
            }
        }
        return found;
    }
}
