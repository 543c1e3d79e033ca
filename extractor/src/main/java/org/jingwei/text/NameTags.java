package org.jingwei.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jingwei.source.Span;

/**
 * The tag of a character: 0 outside names; for each type of name four, for its first, middle, last and only character.
 * A sequence of tags is names and back.
 */
final class NameTags {
    static final int OUTSIDE = 0;
    static final int FIRST = 0;
    static final int MIDDLE = 1;
    static final int LAST = 2;
    static final int ONLY = 3;
    private static final NameMention.Type[] TYPES = NameMention.Type.values();
    static final int COUNT = 1 + 4 * TYPES.length;

    /** For each tag, which tags may stand in front of it. */
    static final int[][] BEFORE = pairs((tag, other) -> follows(other, tag));

    /** For each tag, which tags may stand behind it. */
    static final int[][] BEHIND = pairs(NameTags::follows);

    private NameTags() {}

    static int tag(NameMention.Type type, int position) {
        return 1 + 4 * type.ordinal() + position;
    }

    /** Whether no name is open behind a character with this tag. */
    static boolean closes(int tag) {
        return tag == OUTSIDE || (tag - 1) % 4 >= LAST;
    }

    /** Whether the character in front of one with this tag must close its name. */
    static boolean opens(int tag) {
        return tag == OUTSIDE || (tag - 1) % 4 == FIRST || (tag - 1) % 4 == ONLY;
    }

    /** Whether {@code tag} may stand behind {@code before}. */
    static boolean follows(int before, int tag) {
        return opens(tag)
                ? closes(before)
                : !closes(before) && (before - 1) / 4 == (tag - 1) / 4;
    }

    private static int[][] pairs(BiPredicate<Integer, Integer> allowed) {
        return IntStream.range(0, COUNT)
                .mapToObj(tag -> IntStream.range(0, COUNT).filter(other -> allowed.test(tag, other)).toArray())
                .toArray(int[][]::new);
    }

    /** Writes the tags of a name that covers {@code [from, to)} of {@code tags}. */
    static void mark(int[] tags, int from, int to, NameMention.Type type) {
        if (to - from == 1) {
            tags[from] = tag(type, ONLY);
            return;
        }
        tags[from] = tag(type, FIRST);
        for (int i = from + 1; i < to - 1; i++) {
            tags[i] = tag(type, MIDDLE);
        }
        tags[to - 1] = tag(type, LAST);
    }

    /** The names of a sequence of tags in which each tag follows one that {@link #BEFORE} allows. */
    static List<Candidate> names(int[] tags, int offset, String rule, int strength) {
        List<Candidate> names = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == OUTSIDE) {
                continue;
            }
            int position = (tags[i] - 1) % 4;
            if (position == FIRST || position == ONLY) {
                from = i;
            }
            if (position == LAST || position == ONLY) {
                names.add(new Candidate(new Span(offset + from, offset + i + 1), TYPES[(tags[i] - 1) / 4], rule,
                        strength));
            }
        }
        return names;
    }
}
