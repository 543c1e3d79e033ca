package org.jingwei.article;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Ranks what a character that lost one of its bytes may have been, by the words that it makes with its neighbours:
 * each candidate has the probability of the best way to cut the text around it into words. Only one that is far more
 * probable than all others together is supplied.
 */
final class EdgeCharacter {
    /** Characters looked at on each side. */
    static final int AROUND = 3;
    private static final int LONGEST_WORD = 4;
    /** Words in the text that the frequencies were counted in. */
    private static final double ALL = 2.5e7;
    /** How often a character that is no word of the dictionary is taken to have occurred. */
    private static final double UNKNOWN = 0.5;
    private static final String NUMERALS = "一二三四五六七八九十两百千万亿";
    private static final double NUMERAL = 20_000;
    /** What the word alone counts, the rest is for its being behind the word before. */
    private static final double UNIGRAM = 0.1;
    /** What the runner-ups together may have of the probability. */
    private static final double DOUBT = 0.0003;
    /** The same where the word that the character makes is the only usual one. */
    private static final double DOUBT_OF_A_USUAL_WORD = 0.01;
    private static final int USUAL = 100;
    /** How often a usual word occurs for each time that any other candidate's does. */
    private static final int ONLY = 20;

    /** A number is never guessed, nor its unit. */
    private static final String OF_NUMBERS = "零〇一二三四五六七八九十百千万亿兆两半元圆角分厘成倍折点多余几数";
    /** How far a mark counts as a runner-up: the words around it tell little of where a sentence may end. */
    private static final double MARK = 0.01;

    private final ChineseScript script;

    EdgeCharacter(ChineseScript script) {
        this.script = script;
    }

    /**
     * @param before     what stands before the character; its last {@link #AROUND} characters count
     * @param after      what stands behind it
     * @param candidates what it may have been
     * @return the candidate that is certain enough
     */
    OptionalInt rank(String before, String after, char[] candidates) {
        String left = script.toSimplified(tail(before));
        String right = script.toSimplified(head(after));
        double[] scores = new double[candidates.length];
        double best = Double.NEGATIVE_INFINITY;
        int first = -1;
        for (int i = 0; i < candidates.length; i++) {
            scores[i] = score(left + script.toSimplified(candidates[i]) + right);
            if (scores[i] > best) {
                best = scores[i];
                first = i;
            }
        }
        double all = 0;
        for (int i = 0; i < candidates.length; i++) {
            double share = i == first ? 0 : Math.exp(scores[i] - best);
            all += Characters.isHan(candidates[i]) ? share : share * MARK;
        }
        if (first < 0 || OF_NUMBERS.indexOf(script.toSimplified(candidates[first])) >= 0) {
            return OptionalInt.empty();
        }
        int word = word(left, candidates[first], right);
        double doubt = word >= USUAL && isOnly(word, first, left, candidates, right) ? DOUBT_OF_A_USUAL_WORD : DOUBT;
        return word > 0 && all / (1 + all) <= doubt ? OptionalInt.of(candidates[first]) : OptionalInt.empty();
    }

    private boolean isOnly(int word, int first, String left, char[] candidates, String right) {
        for (int i = 0; i < candidates.length; i++) {
            if (i != first && word < ONLY * (long) word(left, candidates[i], right)) {
                return false;
            }
        }
        return true;
    }

    /** Up to the nearest that is no Chinese character. */
    private static String tail(String text) {
        int from = text.length();
        while (from > 0 && text.length() - from < AROUND && Characters.isHan(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    private static String head(String text) {
        int to = 0;
        while (to < text.length() && to < AROUND && Characters.isHan(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to);
    }

    /** How often the most usual word occurs that it makes with its neighbours; 0 for none. */
    private int word(String left, char c, String right) {
        String text = left + script.toSimplified(c) + right;
        int at = left.length();
        int most = 0;
        for (int from = Math.max(0, at - LONGEST_WORD + 1); from <= at; from++) {
            for (int to = Math.max(at + 1, from + 2); to <= Math.min(text.length(), from + LONGEST_WORD); to++) {
                most = Math.max(most, script.frequency(text.substring(from, to)));
            }
        }
        return most;
    }

    /** The logarithm of the probability of the best sequence of words, each given the one before. */
    private double score(String text) {
        int length = text.length();
        // Of the best sequence that ends at a place with a word of a length; row 0 is the beginning.
        double[][] best = new double[length + 1][LONGEST_WORD + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int from = 0; from < length; from++) {
            for (int to = from + 1; to <= Math.min(length, from + LONGEST_WORD); to++) {
                String word = text.substring(from, to);
                double frequency = frequency(word);
                if (frequency < 1 && word.length() > 1) {
                    continue;
                }
                for (int before = 0; before <= Math.min(from, LONGEST_WORD); before++) {
                    if (best[from][before] != Double.NEGATIVE_INFINITY) {
                        double probability = frequency / ALL;
                        if (before > 0) {
                            String last = text.substring(from - before, from);
                            probability = UNIGRAM * probability
                                    + (1 - UNIGRAM) * script.frequency(last, word) / Math.max(1, frequency(last));
                        }
                        double score = best[from][before] + Math.log(probability);
                        best[to][to - from] = Math.max(best[to][to - from], score);
                    }
                }
            }
        }
        return Arrays.stream(best[length]).max().getAsDouble();
    }

    /** The library counts numerals as one word. */
    private double frequency(String word) {
        int frequency = script.frequency(word);
        return frequency > 0 ? frequency : word.length() == 1 && NUMERALS.indexOf(word) >= 0 ? NUMERAL : UNKNOWN;
    }
}
