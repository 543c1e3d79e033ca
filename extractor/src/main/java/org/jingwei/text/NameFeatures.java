package org.jingwei.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the tagger sees of a sentence: for each character {@link #TEMPLATES} numbers, one for each question asked about
 * it (which characters, words, parts of speech, known names, rules' findings and suffixes stand here and around).
 * A number is the hash of the question and its answer; 0 says that the question has no answer here. The hashes do not
 * depend on the Java machine.
 */
final class NameFeatures {
    static final int TEMPLATES = 59;
    /** The first template that asks about known names, and the first that asks about rules. */
    static final int KNOWN_NAMES = 41;
    static final int RULES = 51;

    private static final BitSet SURNAMES = surnames();
    private static final WordSet TITLES = new WordSet(WordList.read("titles.txt"));
    private static final WordSet ORG_SUFFIXES = new WordSet(WordList.read("organisation-suffixes.txt"));
    private static final WordSet PLACE_SUFFIXES = new WordSet(WordList.read("place-suffixes.txt"));
    private static final int FAR = 15;

    private final NameTrie trie;

    private static BitSet surnames() {
        BitSet set = new BitSet();
        WordList.read("surnames.txt").stream().filter(s -> s.length() == 1).forEach(s -> set.set(s.charAt(0)));
        return set;
    }

    NameFeatures(NameTrie trie) {
        this.trie = trie;
    }

    /**
     * @param found what the rules propose in this sentence
     * @return {@code TEMPLATES} numbers for the first character, then for the second, and so on
     */
    int[] of(Passage p, List<Candidate> found, List<Candidate> chosen) {
        return new Sight(p, found, chosen).features();
    }

    /** The answers for one sentence, by character, with margins so that neighbours need no check. */
    private final class Sight {
        private static final int MARGIN = 4;
        private final Passage p;
        private final int n;
        private final int[] c;
        private final int[] kind;
        private final int[] word;
        private final int[] tag;
        private final int[] place;
        private final int[] wordAt;
        private final int[] usual;
        private final int[] pairs;
        private final int[] orgName;
        private final int[] placeName;
        private final int[] orgSuffix;
        private final int[] placeSuffix;
        private final int[] rule;
        private final int[] choice;
        private int[] features;
        private int at;

        Sight(Passage p, List<Candidate> found, List<Candidate> chosen) {
            this.p = p;
            n = p.end() - p.start();
            int size = n + 2 * MARGIN;
            c = new int[size];
            kind = new int[size];
            word = new int[size];
            tag = new int[size];
            place = new int[size];
            wordAt = new int[size];
            for (int i = 0; i < size; i++) {
                char ch = p.charAt(p.start() + i - MARGIN);
                c[i] = plain(ch);
                kind[i] = kind(ch);
            }
            usual = new int[size];
            pairs = new int[size];
            words();
            orgName = new int[size];
            placeName = new int[size];
            known(NameMention.Type.ORG, orgName);
            known(NameMention.Type.PLACE, placeName);
            orgSuffix = suffixes(ORG_SUFFIXES);
            placeSuffix = suffixes(PLACE_SUFFIXES);
            rule = new int[size];
            choice = new int[size];
            for (Candidate x : found) {
                cover(rule, x, 0);
            }
            for (Candidate x : chosen) {
                cover(choice, x, x.rule().hashCode());
            }
        }

        /** One digit for all, one width for punctuation. */
        private static char plain(char ch) {
            int wide = "（），：；！？．％「」『』•".indexOf(ch);
            return ch >= '0' && ch <= '9' ? '0' : wide >= 0 ? "(),:;!?.%“”‘’·".charAt(wide) : ch;
        }

        private int kind(char ch) {
            if (Passage.han(ch)) {
                return 1;
            }
            if (ch >= '0' && ch <= '9') {
                return 2;
            }
            if (Character.isLetter(ch)) {
                return Character.isUpperCase(ch) ? 3 : 4;
            }
            return switch (ch) {
                case '\n' -> 5;
                case '、' -> 6;
                case '，', ',', '；', ';', '：', ':' -> 7;
                case '。', '！', '？', '!', '?' -> 8;
                case '“', '「', '《', '【', '‘' -> 9;
                case '”', '」', '》', '】', '’' -> 10;
                case '(', '（' -> 11;
                case ')', '）' -> 12;
                case '·', '•', '-', '&' -> 13;
                default -> Character.isWhitespace(ch) ? 14 : 15;
            };
        }

        private void words() {
            int index = 0;
            for (Token token : p.tokens) {
                index++;
                int from = token.span().start() - p.start() + MARGIN;
                int to = token.span().end() - p.start() + MARGIN;
                for (int i = from; i < to; i++) {
                    word[i] = token.word().hashCode();
                    tag[i] = token.tag().hashCode();
                    place[i] = to - from == 1 ? 4 : i == from ? 1 : i == to - 1 ? 3 : 2;
                    wordAt[i] = index;
                    usual[i] = 1 + log(token.frequency());
                    pairs[i] = 1 + log(token.pairs());
                }
            }
        }

        /** 0 for 0, then one more for every doubling and a half. */
        private static int log(int frequency) {
            return frequency == 0 ? 0 : 1 + (31 - Integer.numberOfLeadingZeros(frequency)) * 2 / 3;
        }

        /** The longest known names from the left; which character of how long a name this is. */
        private void known(NameMention.Type type, int[] names) {
            for (int i = p.start(); i < p.end();) {
                int end = trie.longest(p.text, i, p.end(), type);
                if (end < 0) {
                    i++;
                    continue;
                }
                boolean common = trie.entry(p.sub(i, end)).orElseThrow().common();
                int length = Math.min(6, end - i);
                for (int k = i; k < end; k++) {
                    int position = k == i ? 1 : k == end - 1 ? 3 : 2;
                    names[k - p.start() + MARGIN] = position | length << 2 | (common ? 1 << 6 : 0);
                }
                i = end;
            }
        }

        /** How far the end of the next suffix is that starts here or behind here in the same clause; 0 for none. */
        private int[] suffixes(WordSet suffixes) {
            int[] distance = new int[n + 2 * MARGIN];
            int end = -1;
            int word = 0;
            for (int i = n - 1; i >= 0; i--) {
                int k = i + MARGIN;
                if (kind[k] >= 5 && kind[k] <= 10) {
                    end = -1;
                }
                String suffix = suffixes.startingAt(p.text, p.start() + i, p.end());
                if (suffix != null) {
                    end = i + suffix.length();
                    word = suffix.hashCode();
                }
                distance[k] = end < 0 || end - i > FAR ? 0 : end - i | word << 5;
            }
            return distance;
        }

        private void cover(int[] codes, Candidate x, int name) {
            int from = x.span().start() - p.start() + MARGIN;
            int to = x.span().end() - p.start() + MARGIN;
            for (int i = from; i < to; i++) {
                int position = to - from == 1 ? 4 : i == from ? 1 : i == to - 1 ? 3 : 2;
                int code = position | x.type().ordinal() + 1 << 3 | x.strength() << 6 | name << 9;
                codes[i] = codes[i] == 0 ? code : name == 0 ? codes[i] * 31 + code : code;
            }
        }

        int[] features() {
            features = new int[n * TEMPLATES];
            for (int i = MARGIN; i < n + MARGIN; i++) {
                at = (i - MARGIN) * TEMPLATES;
                characters(i);
                wordsAround(i);
                knownNames(i);
                rules(i);
                if (at != (i - MARGIN + 1) * TEMPLATES) {
                    throw new IllegalStateException("templates: " + (at - (i - MARGIN) * TEMPLATES));
                }
            }
            return features;
        }

        private void put(int hash) {
            features[at] = hash == 0 ? 1 : hash;
            at++;
        }

        private void ask(int a) {
            put(mix(at % TEMPLATES + 1, a));
        }

        private void ask(int a, int b) {
            put(mix(mix(at % TEMPLATES + 1, a), b));
        }

        private void ask(int a, int b, int d) {
            put(mix(mix(mix(at % TEMPLATES + 1, a), b), d));
        }

        private void skip() {
            at++;
        }

        private void characters(int i) {
            ask(c[i - 2]);
            ask(c[i - 1]);
            ask(c[i]);
            ask(c[i + 1]);
            ask(c[i + 2]);
            ask(c[i - 2], c[i - 1]);
            ask(c[i - 1], c[i]);
            ask(c[i], c[i + 1]);
            ask(c[i + 1], c[i + 2]);
            ask(c[i - 1], c[i + 1]);
            ask(c[i - 2], c[i - 1], c[i]);
            ask(c[i - 1], c[i], c[i + 1]);
            ask(c[i], c[i + 1], c[i + 2]);
            ask(c[i + 1], c[i + 2], c[i + 3]);
            ask(c[i - 3], c[i - 2], c[i - 1]);
            ask(kind[i - 1] | kind[i] << 4 | kind[i + 1] << 8);
            ask(kind[i - 2] | kind[i - 1] << 4 | kind[i] << 8 | kind[i + 1] << 12 | kind[i + 2] << 16);
        }

        private void wordsAround(int i) {
            int left = i;
            while (left > 0 && wordAt[left] == wordAt[i]) {
                left--;
            }
            int right = i;
            while (right < n + 2 * MARGIN - 1 && wordAt[right] == wordAt[i]) {
                right++;
            }
            int begin = left + 1;
            int beyond = left;
            while (beyond > 0 && wordAt[beyond] == wordAt[left]) {
                beyond--;
            }
            ask(word[i], place[i]);
            ask(tag[i], place[i]);
            ask(word[left], place[i]);
            ask(word[right], place[i]);
            ask(tag[left], tag[i], place[i]);
            ask(tag[right], tag[i], place[i]);
            ask(word[left], word[i], place[i]);
            ask(word[right], word[i], place[i]);
            ask(tag[left] * 31 + tag[beyond], tag[i], place[i]);
            ask(tag[left] * 31 + tag[right], tag[i], place[i]);
            ask(word[beyond], word[left], place[i]);
            ask(right - begin, place[i], tag[i]);
            ask(usual[i], place[i], tag[i]);
            ask(usual[left], usual[i], place[i]);
            ask(usual[right], usual[i], place[i]);
            ask(pairs[i], pairs[right], place[i]);
            ask(usual[left] * 16 + right - begin, usual[i], usual[right] * 4 + place[i]);
            surname(i);
            ask(orgSuffix[i] & 31, place[i]);
            ask(orgSuffix[i]);
            ask(placeSuffix[i] & 31, place[i]);
            ask(placeSuffix[i]);
            titles(i);
            ask(orgSuffix[i] & 31, placeSuffix[i] & 31, orgSuffix[i - 1] & 31);
        }

        private boolean surnameAt(int i) {
            return kind[i] == 1 && SURNAMES.get(c[i]);
        }

        private void surname(int i) {
            int code = (surnameAt(i) ? 1 : 0) | (surnameAt(i - 1) ? 2 : 0) | (surnameAt(i - 2) ? 4 : 0)
                    | place[i] << 3 | place[i - 1] << 6 | (kind[i + 1] == 1 ? 1 : 0) << 9;
            ask(code);
        }

        /** The title that ends 0 to 2 characters in front of here. */
        private void titles(int i) {
            for (int back = 0; back <= 2 && i - back >= MARGIN; back++) {
                if (TITLES.endingAt(p.text, p.start() + i - MARGIN - back, p.start()) != null) {
                    ask(back, surnameAt(i - back) ? 1 : 0);
                    return;
                }
            }
            skip();
        }

        private void knownNames(int i) {
            if (orgName[i] == 0 && placeName[i] == 0) {
                Arrays.fill(features, at, at + 4, 0);
                at += 4;
            } else {
                ask(orgName[i]);
                ask(placeName[i]);
                ask(orgName[i], placeName[i], place[i]);
                ask(orgName[i], placeName[i], tag[i]);
            }
            ask(orgName[i - 1], placeName[i - 1], placeName[i] & 3);
            ask(orgName[i + 1], placeName[i + 1], placeName[i] & 3);
            ask(placeName[i] & 3, orgSuffix[i] & 31, placeName[i - 1] & 3);
            ask(orgName[i] & 3, kind[i - 1], kind[i + 1]);
            ask(placeName[i] & 3, c[i + 1], c[i + 2]);
            ask(placeName[i - 1] & 3, orgName[i] & 3, place[i] << 8 | orgSuffix[i] & 31);
        }

        private void rules(int i) {
            if (choice[i] == 0) {
                at += 2;
            } else {
                ask(choice[i]);
                ask(choice[i], place[i], tag[i]);
            }
            ask(rule[i]);
            ask(choice[i] & 511, choice[i - 1] & 511);
            ask(choice[i] & 511, choice[i + 1] & 511);
            ask(choice[i] & 511, choice[i - 1] & 511, c[i]);
            ask(choice[i] & 511, choice[i + 1] & 511, c[i + 1]);
            ask(choice[i] & 511, orgName[i], placeName[i]);
        }
    }

    private static int mix(int hash, int value) {
        int h = hash * 0x9E3779B1 ^ value * 0x85EBCA6B;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        return h ^ h >>> 15;
    }
}
