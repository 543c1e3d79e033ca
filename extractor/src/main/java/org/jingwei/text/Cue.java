package org.jingwei.text;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is looked for in many short texts and seldom found: only where a character stands that it can
 * start with is it tried. Finds what {@link Matcher#find()} finds. Immutable, thread-safe.
 */
public final class Cue {
    /** Bits of a character that are looked up; two that share them only cost a try. */
    private static final int BITS = 0xfff;

    private final Pattern pattern;
    private final long[] first = new long[BITS + 1 >> 6];
    private final boolean anything;

    private Cue(String regex) {
        pattern = Pattern.compile(regex);
        BitSet characters = FirstCharacters.of(regex);
        anything = characters.cardinality() > Character.MAX_VALUE;
        characters.stream().map(c -> c & BITS).forEach(c -> first[c >> 6] |= 1L << c);
    }

    /** @throws java.util.regex.PatternSyntaxException when {@code regex} is none */
    public static Cue of(String regex) {
        return new Cue(regex);
    }

    /** Whether it stands somewhere in the text. */
    public boolean in(String text) {
        return first(text).isPresent();
    }

    /** The first place where it stands: a matcher that has just found it. */
    public Optional<Matcher> first(String text) {
        Search search = new Search(text, 0);
        return search.find() ? Optional.of(search.matcher) : Optional.empty();
    }

    /** As {@link Pattern#matcher}. */
    public Matcher matcher(CharSequence text) {
        return pattern.matcher(text);
    }

    /** All places between two offsets, as if the text were nothing but what lies between them. */
    public Search over(String text, int from, int to) {
        return new Search(from == 0 && to == text.length() ? text : text.substring(from, to), from);
    }

    private int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            int c = text.charAt(i) & BITS;
            if ((first[c >> 6] >>> c & 1) != 0) {
                return i;
            }
        }
        return -1;
    }

    /** One run through a text. For one thread. */
    public final class Search {
        private final String text;
        private final int shift;
        private Matcher matcher;
        private int at;

        private Search(String text, int shift) {
            this.text = text;
            this.shift = shift;
        }

        /** Goes to the next place; false when there is none left. */
        public boolean find() {
            if (anything) {
                matcher = matcher == null ? pattern.matcher(text) : matcher;
                return matcher.find();
            }
            for (int i = next(text, at); i >= 0; i = next(text, i + 1)) {
                if (matcher == null) {
                    matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                }
                if (matcher.region(i, text.length()).lookingAt()) {
                    at = matcher.end();
                    return true;
                }
            }
            at = text.length();
            return false;
        }

        /** Of the place, in the whole text. */
        public int start() {
            return matcher.start() + shift;
        }

        public int end() {
            return matcher.end() + shift;
        }

        public int start(int group) {
            return matcher.start(group) + shift;
        }

        public int end(int group) {
            return matcher.end(group) + shift;
        }

        public String group() {
            return matcher.group();
        }

        /** Null when the group has no part in it. */
        public String group(int group) {
            return matcher.group(group);
        }
    }
}
