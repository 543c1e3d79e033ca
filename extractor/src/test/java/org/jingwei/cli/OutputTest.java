package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jingwei.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path folder;

    @Test
    void aFileAppearsWhole() throws IOException {
        Path place = folder.resolve("new/deep/page.ttl");
        try (var file = new OutputFile(place)) {
            file.stream().write("data".getBytes(StandardCharsets.UTF_8));
            assertFalse(Files.exists(place));
            file.commit();
        }
        assertEquals("data", Files.readString(place));
        assertEquals(List.of("page.ttl"), names(place.getParent()));
    }

    @Test
    void aFileThatWasNotFinishedLeavesWhatWasThere() throws IOException {
        Path place = Files.writeString(folder.resolve("page.ttl"), "before");
        try (var file = new OutputFile(place)) {
            file.stream().write("half".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("before", Files.readString(place));
        assertEquals(List.of("page.ttl"), names(folder));
    }

    @Test
    void aFolderInThePlaceOfAFileIsRefused() {
        var trouble = assertThrows(Trouble.class, () -> new OutputFile(folder).close());
        assertEquals(Exit.CANNOT_CREATE, trouble.exit());
        assertTrue(trouble.getMessage().contains(folder + " is a folder"), trouble.getMessage());
    }

    @Test
    void aFileInThePlaceOfAFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        var trouble = assertThrows(Trouble.class, () -> new OutputFolder(file, "ttl"));
        assertEquals(Exit.CANNOT_CREATE, trouble.exit());
        assertTrue(trouble.getMessage().contains("taken is a file, not a folder"), trouble.getMessage());
    }

    @Test
    void deadLettersAreJsonLinesAndReplaceTheLastRuns() throws Exception {
        Path place = folder.resolve("rejected.jsonl");
        var letter = new DeadLetter("list.jsonl:3", "article", "EMPTY", "nothing in it", "Leave it out",
                Optional.of("0".repeat(64)));
        assertEquals("list.jsonl:3: nothing in it. Leave it out.", letter.line());
        try (var letters = new DeadLetters(place)) {
            letters.add(letter);
            letters.add(new DeadLetter("a\nb", "source", "UNREADABLE", "gone.", "", Optional.empty()));
        }
        List<String> lines = Files.readAllLines(place);
        assertEquals(2, lines.size());
        assertEquals(
                "{location=list.jsonl:3, stage=article, reason=EMPTY, detail=nothing in it, remedy=Leave it out, hash="
                        + "0".repeat(64) + "}",
                Json.read(lines.get(0)).toString());
        assertTrue(lines.get(1).endsWith("\"hash\":null}"));
        new DeadLetters(place).close();
        assertEquals(List.of(), names(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
