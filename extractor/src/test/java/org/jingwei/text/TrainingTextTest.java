package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jingwei.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTextTest {
    static final Path SENTENCES = Path.of("src/training/sentences");

    @TempDir
    private Path folder;

    @Test
    void theSentencesOfTheProjectKeepToTheFormatAndAreManyAndVaried() throws IOException {
        TrainingText text = TrainingText.read(SENTENCES);
        assertTrue(text.sentences().size() >= 4000, () -> "only " + text.sentences().size() + " sentences");
        Map<MarkedSentence.Label, Integer> marks = new EnumMap<>(MarkedSentence.Label.class);
        int empty = 0;
        for (MarkedSentence sentence : text.sentences()) {
            sentence.marks().forEach(m -> marks.merge(m.label(), 1, Integer::sum));
            empty += sentence.marks().isEmpty() ? 1 : 0;
        }
        assertTrue(marks.get(MarkedSentence.Label.ORG) >= 3000, marks::toString);
        assertTrue(marks.get(MarkedSentence.Label.PLACE) >= 2000, marks::toString);
        assertTrue(marks.get(MarkedSentence.Label.PERSON) >= 800, marks::toString);
        assertTrue(empty >= 800, "only " + empty + " sentences without a name");
    }

    @Test
    void marksAreTakenOutOfTheText() {
        MarkedSentence sentence = MarkedSentence.parse("[PLACE 崇安]的[ORG 安澜电气]由[PERSON 尹若舟]创办。");
        assertEquals("崇安的安澜电气由尹若舟创办。", sentence.text());
        assertEquals(List.of(new MarkedSentence.Mark(new Span(0, 2), MarkedSentence.Label.PLACE),
                new MarkedSentence.Mark(new Span(3, 7), MarkedSentence.Label.ORG),
                new MarkedSentence.Mark(new Span(8, 11), MarkedSentence.Label.PERSON)), sentence.marks());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [ORG 安澜电气开工。          | [LABEL name]
            安澜电气]开工。              | closes nothing
            [FIRM 安澜电气]开工。        | is no label
            [org 安澜电气]开工。         | is no label
            [ORG ]开工。                 | must not be empty
            [ORG 安澜电气 ]开工。        | start or end with a space
            [安澜电气]开工。             | [LABEL name]
            [ORG [PLACE 崇安]电气]开工。 | another mark
            """)
    void aLineThatBreaksTheFormatSaysHow(String line, String message) {
        var error = assertThrows(IllegalArgumentException.class, () -> MarkedSentence.parse(line));
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    @Test
    void aSentenceThatIsTooLongOrNotNormalisedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MarkedSentence.parse("长".repeat(401)));
        assertThrows(IllegalArgumentException.class, () -> MarkedSentence.parse("cafe\u0301开业。"));
        assertEquals(400, MarkedSentence.parse("长".repeat(400)).text().length());
    }

    @Test
    void theSameSentenceTwiceIsReportedWithBothPlaces() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "# 一\n[PLACE 崇安]开工。\n\n项目投产。\n");
        Files.writeString(folder.resolve("b.txt"), "崇安，开工！\n项目[ORG 投产。\n");
        var error = assertThrows(IllegalArgumentException.class, () -> TrainingText.read(folder));
        assertTrue(error.getMessage().contains("b.txt:1: the same sentence as a.txt:2"), error.getMessage());
        assertTrue(error.getMessage().contains("b.txt:2: column 3"), error.getMessage());
    }

    @Test
    void blankLinesPartDocumentsAndRemarksChangeNoFingerprint() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "甲开工。\n乙开工。\n\n丙开工。\n");
        TrainingText before = TrainingText.read(folder);
        assertEquals(List.of(2, 1), before.documents().stream().map(List::size).toList());
        Files.writeString(folder.resolve("a.txt"), "# 说明\n甲开工。\n乙开工。\n丙开工。\n");
        assertEquals(before.fingerprint(), TrainingText.read(folder).fingerprint());
        Files.writeString(folder.resolve("a.txt"), "[PLACE 甲]开工。\n乙开工。\n\n丙开工。\n");
        assertTrue(!before.fingerprint().equals(TrainingText.read(folder).fingerprint()));
    }

    @Test
    void marksBecomeTagsAndTagsBecomeMarks() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int[] tags = new int[40];
            List<Candidate> marked = new java.util.ArrayList<>();
            for (int at = random.nextInt(4); at < 40;) {
                int end = Math.min(40, at + 1 + random.nextInt(7));
                var type = NameMention.Type.values()[random.nextInt(3)];
                NameTags.mark(tags, at, end, type);
                marked.add(new Candidate(new Span(at + 9, end + 9), type, "r", 2));
                at = end + random.nextInt(4);
            }
            assertEquals(marked, NameTags.names(tags, 9, "r", 2));
        }
    }
}
