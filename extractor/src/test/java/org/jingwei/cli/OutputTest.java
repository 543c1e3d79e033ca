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
import java.util.TreeMap;
import org.jingwei.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void pagesOfOneNameGetNumbers() throws IOException {
        var out = new OutputFolder(folder, "json");
        for (String name : List.of("a", "A", "a-1", "a", "b")) {
            out.write(name, name.getBytes(StandardCharsets.UTF_8));
        }
        var content = new TreeMap<String, String>();
        for (String name : names(folder)) {
            content.put(name, Files.readString(folder.resolve(name)));
        }
        assertEquals(
                new TreeMap<>(java.util.Map.of("a.json", "a", "A-1.json", "A", "a-1-1.json", "a-1", "a-2.json", "a",
                        "b.json", "b")),
                content);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            d001-wires, d001-wires
            苏州高新区 推介会, 苏州高新区 推介会
            ../../etc/passwd, __.._etc_passwd
            C:\\pages\\one, C__pages_one
            .hidden, _hidden
            ` `, page
            .., _
            """)
    void aNameStaysInTheFolder(String name, String file) {
        String made = OutputFolder.fileName(name);
        assertEquals(folder, folder.resolve(made).normalize().getParent());
        if (!name.startsWith("../")) {
            assertEquals(file, made);
        }
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String made = OutputFolder.fileName("𠮷".repeat(300));
        assertTrue(made.getBytes(StandardCharsets.UTF_8).length <= 180);
        assertEquals("𠮷".repeat(45), made);
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
