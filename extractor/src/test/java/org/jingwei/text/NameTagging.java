package org.jingwei.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jingwei.link.Gazetteer;

/**
 * How well names are found in the training text, each fifth of its documents read by what was learned from the others:
 * by the rules alone, by the tagger that does not see them, and by both.
 * Usage: {@code NameTagging FOLDER [list]}; with {@code list} every name missed (-) or found in error (+).
 */
public final class NameTagging {
    private static final int FOLDS = 5;

    private NameTagging() {}

    private static final class Score {
        private final Map<NameMention.Type, int[]> counts = new EnumMap<>(NameMention.Type.class);

        Score() {
            for (NameMention.Type type : NameMention.Type.values()) {
                counts.put(type, new int[3]);
            }
        }

        void add(MarkedSentence gold, List<Candidate> found, boolean list) {
            List<String> left = new ArrayList<>();
            gold.marks().forEach(m -> m.label().type().ifPresent(t -> left.add(t + " " + m.span())));
            left.forEach(m -> counts.get(NameMention.Type.valueOf(m.split(" ")[0]))[1]++);
            for (Candidate c : found) {
                if (gold.marks().stream()
                        .anyMatch(m -> m.label().type().isEmpty() && m.span().overlaps(c.span()))) {
                    continue;
                }
                counts.get(c.type())[2]++;
                if (left.remove(c.type() + " " + c.span())) {
                    counts.get(c.type())[0]++;
                } else if (list) {
                    System.out.println("+ " + c.type() + " " + c.span().of(gold.text()) + "  [" + c.rule() + "]  "
                            + gold.text());
                }
            }
            for (MarkedSentence.Mark m : gold.marks()) {
                if (list && m.label().type().isPresent()
                        && left.contains(m.label().type().get() + " " + m.span())) {
                    System.out.println("- " + m.label() + " " + m.span().of(gold.text()) + "  " + gold.text());
                }
            }
        }

        void print(String name) {
            int[] all = new int[3];
            StringBuilder line = new StringBuilder(String.format("%-26s", name));
            counts.forEach((type, c) -> {
                for (int i = 0; i < 3; i++) {
                    all[i] += c[i];
                }
                line.append(type).append(' ').append(figures(c)).append("   ");
            });
            System.out.println(line + "ALL " + figures(all));
        }

        private static String figures(int[] c) {
            double p = (double) c[0] / Math.max(1, c[2]);
            double r = (double) c[0] / Math.max(1, c[1]);
            return String.format("%.3f %.3f %.3f (%d)", p, r, 2 * p * r / Math.max(1e-9, p + r), c[1]);
        }
    }

    public static void main(String[] args) throws IOException {
        boolean list = args.length > 1;
        TrainingText text = TrainingText.read(Path.of(args[0]));
        Lexicon lexicon = Gazetteer.load().lexicon();
        HanlpScript script = new HanlpScript();
        HanlpTagger words = new HanlpTagger();
        NameTrie trie = new NameTrie(lexicon.names());
        Map<String, Score> scores = new java.util.LinkedHashMap<>();
        int[] order = java.util.Arrays.copyOf(new int[]{ 0, 1, 2, 3, 4 }, Integer.getInteger("folds", 5));
        for (int fold : order) {
            List<MarkedSentence> training = new ArrayList<>();
            List<MarkedSentence> test = new ArrayList<>();
            int at = 0;
            for (List<MarkedSentence> original : text.documents()) {
                List<MarkedSentence> document = original.stream().map(m -> m.simplified(script)).toList();
                for (int from = 0; from < document.size(); from += 10) {
                    List<MarkedSentence> part = document.subList(from, Math.min(document.size(), from + 10));
                    (at++ % FOLDS == fold ? test : training).addAll(part);
                }
            }
            long before = System.nanoTime();
            NameModel model = new NameTrainer(lexicon, NameTrainer.USUAL).learn(training, "");
            System.err.printf("fold %d: %d sentences, %.1f s, %d features%n", fold, training.size(),
                    (System.nanoTime() - before) / 1e9, model.features());
            for (boolean known : new boolean[]{ true, false }) {
                String suffix = known ? "" : ", names unknown";
                for (MarkedSentence sentence : test) {
                    java.util.Set<String> own = new java.util.TreeSet<>();
                    if (!known) {
                        sentence.marks().forEach(m -> own.add(m.span().of(sentence.text())));
                    }
                    NameFinder finder = new NameFinder(words, trie.without(own));
                    Passage p = finder.passage(sentence.text());
                    List<Candidate> rules = finder.rules(p, sentence.text());
                    scores.computeIfAbsent("rules" + suffix, k -> new Score()).add(sentence,
                            NameFinder.choose(p, rules), false);
                    int[] blind = finder.features(p, List.of());
                    for (int k = 0; k < blind.length; k++) {
                        blind[k] = k % NameFeatures.TEMPLATES >= NameFeatures.RULES ? 0 : blind[k];
                    }
                    scores.computeIfAbsent("tagger without rules" + suffix, k -> new Score()).add(sentence,
                            model.scores(blind).names(0), false);
                    TagScores sums = model.scores(finder.features(p, rules));
                    scores.computeIfAbsent("tagger" + suffix, k -> new Score()).add(sentence, sums.names(0), false);
                    scores.computeIfAbsent("both" + suffix, k -> new Score()).add(sentence,
                            NameChoice.of(List.of(p), List.of(rules), List.of(sums)).get(0), list && known);
                }
            }
        }
        System.out.println("                           precision, recall, F1 (names)");
        scores.forEach((name, score) -> score.print(name));
    }
}
