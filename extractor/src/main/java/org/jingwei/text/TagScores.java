package org.jingwei.text;

import java.util.Arrays;
import java.util.List;

/**
 * How much speaks for each name that a sentence could hold: the best sums over all sequences of tags that run through
 * a character with a tag, from the left and from the right. In {@link NameModel#UNIT}s.
 */
final class TagScores {
    private static final int COUNT = NameTags.COUNT;
    private static final int IMPOSSIBLE = -100_000_000;

    private final int n;
    private final int[] scores;
    private final int[] pairs;
    /** Best sum up to and with tag t at character i; best sum behind it. */
    private final int[] left;
    private final int[] right;

    TagScores(int[] scores, int[] pairs, int n) {
        this.n = n;
        this.scores = scores;
        this.pairs = pairs;
        left = new int[n * COUNT];
        right = new int[n * COUNT];
        fromLeft();
        fromRight();
    }

    private void fromLeft() {
        for (int tag = 0; n > 0 && tag < COUNT; tag++) {
            left[tag] = Math.max(IMPOSSIBLE, into(0, tag) + scores[tag]);
        }
        for (int i = 1; i < n; i++) {
            int to = i * COUNT;
            Arrays.fill(left, to, to + COUNT, IMPOSSIBLE);
            // not with into(): tag by tag, the greatest of few numbers is a branch that nobody can foretell
            for (int before = 0; before < COUNT; before++) {
                int sum = left[to - COUNT + before];
                for (int tag : NameTags.BEHIND[before]) {
                    left[to + tag] = Math.max(left[to + tag], sum + pairs[before * COUNT + tag]);
                }
            }
            for (int tag = 0; tag < COUNT; tag++) {
                left[to + tag] = Math.max(IMPOSSIBLE, left[to + tag] + scores[to + tag]);
            }
        }
    }

    /** The best sum of what may stand in front of this tag at {@code i}. */
    private int into(int i, int tag) {
        if (i == 0) {
            return NameTags.opens(tag) ? pairs[tag] : IMPOSSIBLE;
        }
        int most = IMPOSSIBLE;
        for (int before : NameTags.BEFORE[tag]) {
            most = Math.max(most, left[(i - 1) * COUNT + before] + pairs[before * COUNT + tag]);
        }
        return most;
    }

    private void fromRight() {
        for (int tag = 0; n > 0 && tag < COUNT; tag++) {
            right[(n - 1) * COUNT + tag] = NameTags.closes(tag) ? 0 : IMPOSSIBLE;
        }
        for (int i = n - 1; i > 0; i--) {
            int to = (i - 1) * COUNT;
            Arrays.fill(right, to, to + COUNT, IMPOSSIBLE);
            for (int tag = 0; tag < COUNT; tag++) {
                int out = scores[i * COUNT + tag] + right[i * COUNT + tag];
                for (int before : NameTags.BEFORE[tag]) {
                    right[to + before] = Math.max(right[to + before], pairs[before * COUNT + tag] + out);
                }
            }
        }
    }

    /** The names of the best sequence. */
    List<Candidate> names(int offset) {
        int[] tags = new int[n];
        for (int i = 0; i < n; i++) {
            boolean any = false;
            int most = IMPOSSIBLE;
            for (int tag = 0; tag < COUNT; tag++) {
                boolean follows = i == 0 ? NameTags.opens(tag) : NameTags.follows(tags[i - 1], tag);
                int sum = !follows
                        ? IMPOSSIBLE
                        : i == 0
                                ? left[tag] + right[tag]
                                : pairs[tags[i - 1] * COUNT + tag] + scores[i * COUNT + tag] + right[i * COUNT + tag];
                if (follows && (!any || sum > most)) {
                    any = true;
                    most = sum;
                    tags[i] = tag;
                }
            }
        }
        return NameTags.names(tags, offset, "tagger", Candidate.PLAIN);
    }

    /**
     * By how much the best sequence with this name beats the best one without; negative when it does not.
     *
     * @param from first character, counted from the start of the sentence
     */
    int margin(int from, int to, NameMention.Type type) {
        int with = 0;
        int without = IMPOSSIBLE;
        for (int i = from; i < to; i++) {
            int tag = NameTags.tag(type, to - from == 1
                    ? NameTags.ONLY
                    : i == from ? NameTags.FIRST : i == to - 1 ? NameTags.LAST : NameTags.MIDDLE);
            with += scores[i * COUNT + tag];
            with += i == from
                    ? into(i, tag)
                    : pairs[NameTags.tag(type, i == from + 1
                            ? NameTags.FIRST
                            : NameTags.MIDDLE) * COUNT + tag];
            with += i == to - 1 ? right[i * COUNT + tag] : 0;
            for (int other = 0; other < COUNT; other++) {
                if (other != tag) {
                    without = Math.max(without, left[i * COUNT + other] + right[i * COUNT + other]);
                }
            }
        }
        return with - without;
    }
}
