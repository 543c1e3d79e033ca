package org.jingwei.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns a {@link NameModel} from marked sentences: a conditional random field over sequences of tags, by stochastic
 * gradient steps. One thread, seeded chance and exactly rounded arithmetic only, so that the same sentences and the same
 * known names give the same bytes on every machine.
 *
 * <p>Every sentence is seen in four ways: with its own names and with others in their place ({@link Substitutes}); each
 * with all names that the lexicon knows, and with those of the sentence struck from it, for the names of tomorrow's news
 * are in no list. Features are left out by chance, so that each learns to do without the others.
 */
public final class NameTrainer {
    /**
     * How training is done.
     *
     * @param learners     how many learn, each by its own chance; the model is their average
     * @param rounds       how often each sees every sentence
     * @param dropped      features left out, in percent
     * @param droppedRules sentences in which all that rules found is left out, in percent
     * @param rarest       how often a feature must occur, over all ways of seeing all sentences, to be learned
     * @param rate         how far the first step of a weight goes
     * @param seed         of chance
     */
    record Settings(int learners, int rounds, int dropped, int droppedRules, int rarest, float rate, long seed) {}

    /** What the program's own model is made with; chosen by cross-validation. */
    static final Settings USUAL = new Settings(3, 16, 25, 20, 6, 0.05f, 20);

    /** Changes of a weight that are smaller than this are not worth their time. */
    private static final float SLIGHT = 1e-3f;

    /** A feature whose largest weight (in {@link NameModel#UNIT}s) is smaller is not worth its place. */
    private static final int LEAST = 4;

    private final Settings settings;
    private final Lexicon lexicon;

    NameTrainer(Lexicon lexicon, Settings settings) {
        this.lexicon = lexicon;
        this.settings = settings;
    }

    /** The bytes of the model that {@code text} teaches. */
    public static byte[] train(Lexicon lexicon, TrainingText text) {
        return new NameTrainer(lexicon, USUAL).learn(text.sentences(), text.fingerprint()).write();
    }

    /** A sentence as the tagger sees it, and the tags that its marks allow. */
    private record Example(int[] features, int[] allowed) {
        int length() {
            return allowed.length;
        }
    }

    NameModel learn(List<MarkedSentence> sentences, String fingerprint) {
        HanlpScript script = new HanlpScript();
        HanlpTagger words = new HanlpTagger();
        NameTrie trie = new NameTrie(lexicon.names());
        NameFinder all = new NameFinder(words, trie);
        List<Example[]> examples = new ArrayList<>();
        List<MarkedSentence> simple = sentences.stream().map(m -> m.simplified(script)).toList();
        Substitutes substitutes = new Substitutes(simple, lexicon, settings.seed);
        for (MarkedSentence sentence : simple) {
            List<Example> views = new ArrayList<>();
            views.add(view(all, sentence));
            views.add(view(stranger(words, trie, sentence), sentence));
            MarkedSentence other = substitutes.apply(sentence);
            views.add(view(all, other));
            other = substitutes.apply(sentence);
            views.add(view(stranger(words, trie, other), other));
            examples.add(views.toArray(Example[]::new));
        }
        int[] known = number(examples);
        Weights sums = new Weights(known.length);
        for (int i = 0; i < settings.learners; i++) {
            new Learner(known.length, settings.seed + i).learn(examples, sums);
        }
        return model(sums, known, fingerprint);
    }

    private static Example view(NameFinder finder, MarkedSentence sentence) {
        return new Example(finder.features(sentence.text()), allowed(sentence));
    }

    /** One who has never heard of the names of this sentence. */
    private static NameFinder stranger(HanlpTagger words, NameTrie trie, MarkedSentence sentence) {
        Set<String> own = new TreeSet<>();
        sentence.marks().forEach(m -> own.add(m.span().of(sentence.text())));
        return new NameFinder(words, trie.without(own));
    }

    /** For each character the tags that agree with the marks; any tags inside a project or an event. */
    static int[] allowed(MarkedSentence sentence) {
        int[] tags = new int[sentence.text().length()];
        int[] allowed = new int[tags.length];
        for (MarkedSentence.Mark mark : sentence.marks()) {
            mark.label().type().ifPresent(t -> NameTags.mark(tags, mark.span().start(), mark.span().end(), t));
        }
        for (int i = 0; i < tags.length; i++) {
            allowed[i] = 1 << tags[i];
        }
        for (MarkedSentence.Mark mark : sentence.marks()) {
            if (mark.label().type().isEmpty()) {
                Arrays.fill(allowed, mark.span().start(), mark.span().end(), (1 << NameTags.COUNT) - 1);
                int closing = 0;
                int opening = 0;
                for (int tag = 0; tag < NameTags.COUNT; tag++) {
                    closing |= NameTags.closes(tag) ? 1 << tag : 0;
                    opening |= NameTags.opens(tag) ? 1 << tag : 0;
                }
                allowed[mark.span().start()] &= opening;
                allowed[mark.span().end() - 1] &= closing;
            }
        }
        return allowed;
    }

    /** Replaces the hashes of features by their places in the list of those that are not too rare, plus 1. */
    private int[] number(List<Example[]> examples) {
        int total = 0;
        for (Example[] views : examples) {
            for (Example example : views) {
                total += example.features.length;
            }
        }
        int[] everything = new int[total];
        int at = 0;
        for (Example[] views : examples) {
            for (Example example : views) {
                System.arraycopy(example.features, 0, everything, at, example.features.length);
                at += example.features.length;
            }
        }
        Arrays.sort(everything);
        int count = 0;
        for (int i = 0; i < total;) {
            int feature = everything[i];
            int end = i;
            while (end < total && everything[end] == feature) {
                end++;
            }
            if (feature != 0 && end - i >= settings.rarest) {
                everything[count++] = feature;
            }
            i = end;
        }
        int[] known = Arrays.copyOf(everything, count);
        for (Example[] views : examples) {
            for (Example example : views) {
                for (int i = 0; i < example.features.length; i++) {
                    int place = example.features[i] == 0 ? -1 : Arrays.binarySearch(known, example.features[i]);
                    example.features[i] = Math.max(0, place + 1);
                }
            }
        }
        return known;
    }

    /** What features, and pairs of neighbouring tags, say for each tag; or sums of that. */
    private static final class Weights {
        private final float[] features;
        private final float[] pairs = new float[NameTags.COUNT * NameTags.COUNT];

        Weights(int count) {
            features = new float[(count + 1) * NameTags.COUNT];
        }

        void add(Weights others) {
            for (int i = 0; i < features.length; i++) {
                features[i] += others.features[i];
            }
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] += others.pairs[i];
            }
        }
    }

    /** Weights that change with every sentence, each by less the more it has changed (AdaGrad). */
    private final class Learner {
        private final Weights weights;
        private final Weights moved;
        private final Lattice free = new Lattice();
        private final Lattice marked = new Lattice();
        private final Random random;
        private long chance;

        Learner(int features, long seed) {
            weights = new Weights(features);
            moved = new Weights(features);
            random = new Random(seed);
            chance = seed * 0x9E3779B97F4A7C15L + 1;
        }

        /** @param sums receive the weights after each of the later rounds: their average swings less than the last */
        void learn(List<Example[]> examples, Weights sums) {
            int[] order = new int[examples.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            for (int round = 0; round < settings.rounds; round++) {
                for (int i = order.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int swap = order[i];
                    order[i] = order[j];
                    order[j] = swap;
                }
                for (int i : order) {
                    see(examples.get(i)[(round + i) % examples.get(i).length]);
                }
                if (round >= settings.rounds / 2) {
                    sums.add(weights);
                }
            }
        }

        private int dice() {
            chance ^= chance << 13;
            chance ^= chance >>> 7;
            chance ^= chance << 17;
            return (int) (chance >>> 33) % 100;
        }

        private void see(Example example) {
            int n = example.length();
            int[] features = example.features.clone();
            boolean noRules = dice() < settings.droppedRules;
            for (int k = 0; k < features.length; k++) {
                if (features[k] != 0 && (dice() < settings.dropped
                        || noRules && k % NameFeatures.TEMPLATES >= NameFeatures.RULES)) {
                    features[k] = 0;
                }
            }
            float[] scores = new float[n * NameTags.COUNT];
            for (int i = 0; i < n; i++) {
                for (int k = i * NameFeatures.TEMPLATES; k < (i + 1) * NameFeatures.TEMPLATES; k++) {
                    int from = features[k] * NameTags.COUNT;
                    if (from > 0) {
                        for (int tag = 0; tag < NameTags.COUNT; tag++) {
                            scores[i * NameTags.COUNT + tag] += weights.features[from + tag];
                        }
                    }
                }
            }
            free.run(scores, weights.pairs, n, null);
            marked.run(scores, weights.pairs, n, example.allowed);
            for (int i = 0; i < n; i++) {
                for (int tag = 0; tag < NameTags.COUNT; tag++) {
                    float slope = (float) (marked.tags[i * NameTags.COUNT + tag]
                            - free.tags[i * NameTags.COUNT + tag]);
                    if (Math.abs(slope) < SLIGHT) {
                        continue;
                    }
                    for (int k = i * NameFeatures.TEMPLATES; k < (i + 1) * NameFeatures.TEMPLATES; k++) {
                        if (features[k] != 0) {
                            move(weights.features, moved.features, features[k] * NameTags.COUNT + tag, slope);
                        }
                    }
                }
            }
            for (int i = 0; i < weights.pairs.length; i++) {
                float slope = (float) (marked.pairs[i] - free.pairs[i]);
                if (Math.abs(slope) >= SLIGHT) {
                    move(weights.pairs, moved.pairs, i, slope);
                }
            }
        }

        private void move(float[] values, float[] movements, int at, float slope) {
            movements[at] += slope * slope;
            values[at] += settings.rate * slope / (float) Math.sqrt(movements[at] + 1e-3f);
        }
    }

    /** Scaled so that nearly all weights fit a byte; features that say nothing are left out. */
    private NameModel model(Weights sums, int[] known, String fingerprint) {
        float scale = (float) NameModel.UNIT / (settings.learners * (settings.rounds - settings.rounds / 2));
        int count = 0;
        int[] hashes = new int[known.length];
        byte[] bytes = new byte[known.length * NameTags.COUNT];
        for (int f = 0; f < known.length; f++) {
            boolean says = false;
            for (int tag = 0; tag < NameTags.COUNT; tag++) {
                int scaled = Math.round(sums.features[(f + 1) * NameTags.COUNT + tag] * scale);
                byte weight = (byte) Math.max(-127, Math.min(127, scaled));
                bytes[count * NameTags.COUNT + tag] = weight;
                says |= Math.abs(weight) >= LEAST;
            }
            if (says) {
                hashes[count++] = known[f];
            }
        }
        int[] sequence = new int[sums.pairs.length];
        for (int i = 0; i < sums.pairs.length; i++) {
            // features are all there when the model is used, and were not while it was trained
            sequence[i] = Math.round(sums.pairs[i] * scale * 100 / (100 - settings.dropped));
        }
        return new NameModel(fingerprint, sequence, Arrays.copyOf(hashes, count),
                Arrays.copyOf(bytes, count * NameTags.COUNT));
    }
}
