package org.jingwei.text;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the longest known name that starts at a place of a text. Immutable. */
final class NameTrie {
    private final Map<String, Lexicon.Entry> names;
    /** First two characters of a name to the lengths of the names that begin so, longest first. */
    private final Map<Integer, int[]> lengths;

    NameTrie(Map<String, Lexicon.Entry> names) {
        this.names = new HashMap<>(names);
        lengths = new HashMap<>();
        Map<Integer, TreeSet<Integer>> found = new HashMap<>();
        for (String name : names.keySet()) {
            if (name.length() >= 2) {
                found.computeIfAbsent(key(name, 0), k -> new TreeSet<>(Collections.reverseOrder())).add(name.length());
            }
        }
        found.forEach((k, set) -> lengths.put(k, set.stream().mapToInt(Integer::intValue).toArray()));
    }

    private NameTrie(NameTrie trie, Set<String> unknown) {
        names = new AbstractMap<>() {
            @Override
            public Lexicon.Entry get(Object name) {
                return unknown.contains(name) ? null : trie.names.get(name);
            }

            @Override
            public Set<Entry<String, Lexicon.Entry>> entrySet() {
                throw new UnsupportedOperationException();
            }
        };
        lengths = trie.lengths;
    }

    /** As if nobody had ever heard of these names. */
    NameTrie without(Set<String> unknown) {
        return new NameTrie(this, unknown);
    }

    private static int key(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    /** The longest name of type {@code type} at {@code at} that ends at or before {@code limit}; its end. */
    int longest(String text, int at, int limit, NameMention.Type type) {
        if (at + 2 > limit) {
            return -1;
        }
        int[] candidates = lengths.get(key(text, at));
        if (candidates != null) {
            for (int length : candidates) {
                if (at + length <= limit) {
                    Lexicon.Entry entry = names.get(text.substring(at, at + length));
                    if (entry != null && entry.type() == type) {
                        return at + length;
                    }
                }
            }
        }
        return -1;
    }

    Optional<Lexicon.Entry> entry(String name) {
        return Optional.ofNullable(names.get(name));
    }

    boolean is(String name, NameMention.Type type) {
        Lexicon.Entry entry = names.get(name);
        return entry != null && entry.type() == type;
    }
}
