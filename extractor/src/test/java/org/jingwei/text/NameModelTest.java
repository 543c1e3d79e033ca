package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jingwei.link.Gazetteer;
import org.jingwei.source.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NameModelTest {
    private static final String AGAIN = "The training text has changed since the model was trained. Run ./jingwei train.";

    @Test
    void theModelWasTrainedOnTheSentencesOfTheProject() throws IOException {
        assertEquals(TrainingText.read(TrainingTextTest.SENTENCES).fingerprint(), NameModel.load().fingerprint(),
                AGAIN);
    }

    @Test
    void theModelIsSmall() throws IOException {
        try (var in = NameModel.class.getResourceAsStream("names.model")) {
            assertTrue(in.readAllBytes().length < 10_000_000);
        }
    }

    @Test
    void theSameSentencesGiveTheSameBytesAndOthersOtherBytes() throws IOException {
        List<MarkedSentence> some = TrainingText.read(TrainingTextTest.SENTENCES).sentences().subList(0, 120);
        Lexicon lexicon = Gazetteer.load().lexicon();
        var settings = new NameTrainer.Settings(2, 2, 25, 20, 3, 0.05f, 7);
        byte[] once = new NameTrainer(lexicon, settings).learn(some, "f").write();
        byte[] twice = new NameTrainer(lexicon, settings).learn(some, "f").write();
        assertArrayEquals(once, twice);
        byte[] fewer = new NameTrainer(lexicon, settings).learn(some.subList(0, 119), "f").write();
        assertFalse(java.util.Arrays.equals(once, fewer));
    }

    @Test
    @Tag("slow")
    void trainingAgainGivesTheModelOfTheProgram() throws IOException {
        byte[] again = NameTrainer.train(Gazetteer.load().lexicon(), TrainingText.read(TrainingTextTest.SENTENCES));
        try (var in = NameModel.class.getResourceAsStream("names.model")) {
            assertArrayEquals(in.readAllBytes(), again,
                    "The model is not the one that the sentences and the gazetteer give. Run ./jingwei train.");
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        int[] pairs = new int[NameTags.COUNT * NameTags.COUNT];
        pairs[3] = -1234;
        int[] hashes = { -2_000_000_000, -5, 7, 2_000_000_000 };
        byte[] weights = new byte[4 * NameTags.COUNT];
        new Random(3).nextBytes(weights);
        byte[] bytes = new NameModel("print", pairs, hashes, weights).write();
        NameModel read = NameModel.read(bytes);
        assertEquals("print", read.fingerprint());
        assertEquals(4, read.features());
        assertArrayEquals(bytes, read.write());
    }

    @Test
    void aFileThatIsNoModelOfThisProgramIsRefused() {
        var error = assertThrows(IllegalStateException.class, () -> NameModel.read(new byte[64]));
        assertTrue(error.getMessage().contains("Train it again"), error.getMessage());
    }

    /** The margin against all sequences of tags of a short sentence, one by one. */
    @Test
    void aMarginIsTheDifferenceToTheBestSequenceWithoutTheName() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            int n = 4;
            int[] scores = random.ints(n * NameTags.COUNT, -90, 90).toArray();
            int[] pairs = random.ints(NameTags.COUNT * NameTags.COUNT, -90, 90).toArray();
            TagScores sums = new TagScores(scores, pairs, n);
            NameMention.Type type = NameMention.Type.values()[random.nextInt(3)];
            int from = random.nextInt(n);
            int to = from + 1 + random.nextInt(n - from);
            int[] best = { Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE };
            int[] tags = new int[n];
            List<List<Candidate>> winner = new java.util.ArrayList<>(List.of(List.of()));
            every(0, tags, () -> {
                int sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += scores[i * NameTags.COUNT + tags[i]] + pairs[(i == 0 ? 0 : tags[i - 1]) * NameTags.COUNT
                            + tags[i]];
                }
                List<Candidate> names = NameTags.names(tags, 0, "tagger", Candidate.PLAIN);
                boolean with = names.stream()
                        .anyMatch(c -> c.type() == type && c.span().equals(new Span(from, to)));
                best[with ? 1 : 0] = Math.max(best[with ? 1 : 0], sum);
                if (sum > best[2]) {
                    best[2] = sum;
                    winner.set(0, names);
                }
            });
            assertEquals(best[1] - best[0], sums.margin(from, to, type));
            assertEquals(winner.get(0), sums.names(0));
        }
    }

    private static void every(int at, int[] tags, Runnable found) {
        if (at == tags.length) {
            if (NameTags.closes(tags[at - 1])) {
                found.run();
            }
            return;
        }
        for (int tag = 0; tag < NameTags.COUNT; tag++) {
            int before = at == 0 ? NameTags.OUTSIDE : tags[at - 1];
            boolean fits = NameTags.opens(tag)
                    ? NameTags.closes(before)
                    : !NameTags.closes(before) && (before - 1) / 4 == (tag - 1) / 4;
            if (fits) {
                tags[at] = tag;
                every(at + 1, tags, found);
            }
        }
    }

    @Test
    void probabilitiesAddUpAndKeepToWhatIsAllowed() {
        Random random = new Random(13);
        Lattice lattice = new Lattice();
        for (int round = 0; round < 30; round++) {
            int n = 1 + random.nextInt(30);
            float[] scores = new float[n * NameTags.COUNT];
            float[] pairs = new float[NameTags.COUNT * NameTags.COUNT];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat() * 8 - 4;
            }
            int[] tags = new int[n];
            if (n > 3) {
                NameTags.mark(tags, 1, 3, NameMention.Type.ORG);
            }
            int[] allowed = java.util.Arrays.stream(tags).map(t -> 1 << t).toArray();
            lattice.run(scores, pairs, n, round % 2 == 0 ? null : allowed);
            double all = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int tag = 0; tag < NameTags.COUNT; tag++) {
                    sum += lattice.tags[i * NameTags.COUNT + tag];
                }
                assertEquals(1, sum, 1e-9);
                assertTrue(round % 2 == 0 || lattice.tags[i * NameTags.COUNT + tags[i]] > 1 - 1e-9);
            }
            for (double pair : lattice.pairs) {
                all += pair;
            }
            assertEquals(n, all, 1e-6);
        }
    }
}
