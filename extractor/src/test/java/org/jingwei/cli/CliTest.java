package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs as their users meet them: what comes out, what is said, and the exit code. */
class CliTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final String PAGE = DEMO.resolve("weihai-park.html").toString();
    private static final String OTHER = DEMO.resolve("yinchuan-vouchers.txt").toString();

    /** The demo's articles; its folder also holds their index, which is no article. */
    private static final List<String> ARTICLES = List.of("yichang-fair.txt", "wuhu-statistics.html",
            "xiangyang-ten-projects.html", "lancang-notice.txt", "yinchuan-vouchers.txt", "weihai-park.html").stream()
            .map(file -> DEMO.resolve(file).toString()).toList();

    @TempDir
    Path folder;

    private record Ran(int exit, byte[] out, String err) {
        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    /** A verb on all articles of the demo. */
    private static Ran runOnAll(String verb, String... options) {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(ARTICLES);
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        return run(new byte[0], arguments);
    }

    private static Ran run(byte[] in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(in), out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false, false);
        int exit = Jingwei.run(terminal, arguments);
        return new Ran(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** One clear line, no more. */
    private static void assertOneLine(Ran ran, String... words) {
        assertEquals(1, ran.err.lines().count(), ran.err);
        for (String word : words) {
            assertTrue(ran.err.contains(word), ran.err);
        }
        assertFalse(ran.err.contains("\tat "), ran.err);
    }

    // Usage

    @ParameterizedTest
    @ValueSource(strings = { "demo", "extract", "load", "retract", "rebuild", "import-stats", "serve", "query",
            "export", "explain",
            "evaluate", "reconcile" })
    void everyVerbHasHelpWithExamplesAndExitCodes(String verb) {
        Ran ran = run(verb, "--help");
        assertEquals(Exit.DONE, ran.exit);
        assertEquals("", ran.err);
        assertTrue(ran.text().contains("jingwei " + verb), ran.text());
        assertTrue(ran.text().contains("Example"), ran.text());
        assertTrue(ran.text().contains("Exit codes:"), ran.text());
        assertFalse(ran.text().contains("\u001b"), "no colours where nobody sees them");
        assertTrue(run("--help").text().contains("  " + verb), verb);
    }

    @ParameterizedTest
    @ValueSource(strings = { "extract", "extract page --format docx", "extract page --threads 0",
            "extract page --base here",
            "extract page --nonsense", "dance", "load page", "load page --db x --batch 0", "query q",
            "import-stats x --db y", "import-stats x --mapping y", "evaluate --gold x",
            "serve --db x --port 70000", "export" })
    void whatMakesNoSenseIsOneLineAndTwo(String line) {
        Ran ran = run(line.split(" "));
        assertEquals(Exit.WRONG_USAGE, ran.exit, ran.err);
        assertEquals(0, ran.out.length);
        assertOneLine(ran, "jingwei", "--help");
    }

    @Test
    void withoutAVerbTheVerbsAreListed() {
        Ran ran = run();
        assertEquals(Exit.WRONG_USAGE, ran.exit);
        assertEquals(0, ran.out.length);
        assertTrue(ran.err.contains("extract"), ran.err);
    }

    // Extract: what comes out

    @Test
    void standardInputIsReadAsTheFileIs() throws IOException {
        byte[] page = Files.readAllBytes(Path.of(PAGE));
        Ran file = run("extract", PAGE, "--format", "text");
        Ran piped = run(page, "extract", "-", "--format", "text");
        assertEquals(Exit.DONE, piped.exit, piped.err);
        assertTrue(file.text().startsWith("威海"), file.text());
        assertEquals(file.text(), piped.text());
        // The same bytes are the same page, wherever they come from.
        String graph = "/doc/" + RawPage.sha256(page).substring(0, 16) + "/";
        assertTrue(run("extract", PAGE).text().contains(graph));
        assertTrue(run(page, "extract", "-").text().contains(graph));
    }

    @Test
    void whatIsPrintedHasTheOrderOfTheInputs() {
        String together = runOnAll("extract", "--format", "text", "--threads", "4").text();
        var oneByOne = new StringBuilder();
        ARTICLES.forEach(article -> oneByOne.append(run("extract", article, "--format", "text").text()));
        assertEquals(oneByOne.toString(), together);
    }

    @Test
    void filesAreNamedAfterTheirPagesAndHoldWhatWouldBePrinted() throws IOException {
        Ran printed = run("extract", PAGE, OTHER, "--format", "facts");
        Ran ran = run("extract", PAGE, OTHER, "--format", "facts", "--out", folder.resolve("new/out").toString());
        assertEquals(Exit.DONE, ran.exit, ran.err);
        assertEquals(0, ran.out.length);
        var files = files(folder.resolve("new/out"));
        assertEquals(List.of("weihai-park.json", "yinchuan-vouchers.json"), List.copyOf(files.keySet()));
        assertEquals(printed.text(), String.join("", files.values()));
    }

    @Test
    void pagesOfOneNameHaveAFileEach() throws IOException {
        Path twin = Files.createDirectories(folder.resolve("twin")).resolve("weihai-park.txt");
        Files.copy(Path.of(OTHER), twin);
        Path out = folder.resolve("out");
        assertEquals(Exit.DONE,
                run("extract", PAGE, twin.toString(), "--format", "text", "--out", out.toString()).exit);
        assertEquals(2, files(out).size(), files(out).keySet()::toString);
        assertTrue(files(out).containsValue(run("extract", PAGE, "--format", "text").text()));
        assertTrue(files(out).containsValue(run("extract", OTHER, "--format", "text").text()));
    }

    // Extract: what goes wrong

    @Test
    void aMissingFileIsNamedAndTheOthersAreRead() {
        Ran alone = run("extract", OTHER);
        Ran ran = run("extract", "no/such/page.html", OTHER);
        assertEquals(Exit.SOME_REJECTED, ran.exit);
        assertOneLine(ran, "no/such/page.html");
        assertArrayEquals(alone.out, ran.out);
    }

    @Test
    void anEmptyFileIsNamedAndTheOthersAreRead() throws IOException {
        badPage("empty.html", new byte[0]);
    }

    @Test
    void aBinaryFileIsNamedAndTheOthersAreRead() throws IOException {
        byte[] image = new byte[4096];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 31 % 251);
        }
        System.arraycopy(new byte[]{ (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 }, 0, image, 0, 12);
        badPage("image.html", image);
    }

    @Test
    void anUnknownCharsetIsNamedAndTheOthersAreRead() throws IOException {
        byte[] page = ("<html><head><meta charset=\"x-klingon\"><title>开工</title></head><body><p>"
                + "六月三日，清河新区举行项目集中开工仪式，总投资120亿元。".repeat(8) + "</p></body></html>")
                .getBytes(Charset.forName("GB18030"));
        Path file = Files.write(folder.resolve("unknown.html"), page);
        Ran alone = run("extract", OTHER);
        Ran ran = run("extract", file.toString(), OTHER);
        // A charset nobody knows may still be recognised from the bytes; if not, the page is named.
        if (ran.exit == Exit.DONE) {
            assertTrue(run("extract", file.toString(), "--format", "text").text().contains("清河新区举行项目集中开工仪式"));
        } else {
            assertEquals(Exit.SOME_REJECTED, ran.exit);
            assertOneLine(ran, "unknown.html");
            assertArrayEquals(alone.out, ran.out);
        }
    }

    private void badPage(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Ran alone = run("extract", OTHER);
        Ran ran = run("extract", file.toString(), OTHER);
        assertEquals(Exit.SOME_REJECTED, ran.exit, ran.err);
        assertOneLine(ran, name);
        assertArrayEquals(alone.out, ran.out);
        Path out = folder.resolve("out");
        assertEquals(Exit.SOME_REJECTED, run("extract", file.toString(), OTHER, "--out", out.toString()).exit);
        assertEquals(1, files(out).size(), "nothing half-written");
    }

    @Test
    void anOutputThatCannotBeWrittenIsOneLine() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        Ran ran = run("extract", OTHER, "--out", taken.resolve("out").toString());
        assertEquals(Exit.CANNOT_CREATE, ran.exit);
        assertOneLine(ran, "taken");
        assertEquals("mine", Files.readString(taken));
    }

    @Test
    void aStandardOutputThatFailsIsOneLine() {
        var err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int exit = Jingwei.run(new Terminal(new ByteArrayInputStream(new byte[0]), full,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false), "extract", OTHER);
        assertEquals(Exit.IO, exit);
        assertEquals("jingwei: standard output takes no more: No space left on device\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void verboseShowsWhere() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");
        Ran ran = run("extract", OTHER, "--verbose", "--out", taken.resolve("out").toString());
        assertEquals(Exit.CANNOT_CREATE, ran.exit);
        assertTrue(ran.err.contains("\tat org.jingwei"), ran.err);
    }

    // Explain

    @Test
    void explainShowsRuleSentenceAndOriginalCharacters() {
        Ran ran = run("explain", DEMO.resolve("yichang-fair.txt").toString());
        assertEquals(Exit.DONE, ran.exit, ran.err);
        assertTrue(ran.text().contains("rule "), ran.text());
        assertTrue(ran.text().contains("⟦"), ran.text());
        assertTrue(ran.text().contains("stands on the page as \""), ran.text());
        assertTrue(ran.text().contains("Quantities read ("), ran.text());
        assertTrue(ran.text().contains("Read but not believed ("), ran.text());
    }

    @Test
    void explainGivesTheOffsetsOfThePageForQuantities() throws IOException {
        Path input = DEMO.resolve("yichang-fair.txt");
        int at = Files.readString(input).indexOf("36.5億元");
        Ran ran = run("explain", input.toString());
        assertTrue(at > 0);
        assertTrue(ran.text().contains("characters " + at + "–" + (at + 6) + " of the page: "), ran.text());
    }

    // Load and what comes after

    @Test
    void loadingTwiceChangesNothing() throws IOException {
        String db = folder.resolve("db").toString();
        PreparedStore.ready(folder.resolve("db"));
        Ran first = runOnAll("load", "--db", db, "--batch", "2");
        Ran before = run("export", "--db", db, "--format", "nquads");
        Ran second = runOnAll("load", "--db", db);
        Ran after = run("export", "--db", db, "--format", "nquads");
        assertTrue(first.err.contains("6 articles added, 0 replaced, 0 already there"), first.err);
        assertTrue(second.err.contains("0 articles added, 0 replaced, 6 already there"), second.err);
        assertTrue(before.out.length > 0);
        assertEquals(before.text(), after.text());
    }

    @Test
    void rejectedPagesAreListedForPrograms() throws Exception {
        Path empty = Files.write(folder.resolve("empty.txt"), new byte[0]);
        String db = folder.resolve("db").toString();
        Ran ran = run("load", empty.toString(), "nowhere.html", OTHER, "--db", db);
        assertEquals(Exit.SOME_REJECTED, ran.exit);
        List<String> letters = Files.readAllLines(folder.resolve("db-rejected.jsonl"));
        assertEquals(2, letters.size(), letters::toString);
        for (String letter : letters) {
            var object = (java.util.Map<?, ?>) Json.read(letter);
            assertEquals(List.of("location", "stage", "reason", "detail", "remedy", "hash"),
                    List.copyOf(object.keySet()));
            assertFalse(String.valueOf(object.get("remedy")).isBlank(), letter);
        }
        assertTrue(ran.err.contains("2 rejected"), ran.err);
    }

    @Test
    void aStoreThatSomebodyHoldsIsOneLine() {
        Path db = folder.resolve("db");
        try (var held = KnowledgeStore.open(db)) {
            for (List<String> line : List.of(List.of("load", OTHER, "--db"), List.of("export", "--db"),
                    List.of("serve", "--port", "0", "--db"))) {
                var arguments = new ArrayList<>(line);
                arguments.add(db.toString());
                Ran ran = run(arguments.toArray(String[]::new));
                assertTrue(ran.exit >= 70, line + " " + ran.exit);
                assertOneLine(ran, db.toString(), "in use");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "export --db", "serve --port 0 --db" })
    void aStoreThatIsNotThereIsOneLine(String line) {
        String db = folder.resolve("nothing").toString();
        var arguments = new ArrayList<>(Arrays.asList(line.split(" ")));
        arguments.add(db);
        Ran ran = run(arguments.toArray(String[]::new));
        assertTrue(ran.exit >= 70, "exit " + ran.exit);
        assertOneLine(ran, db);
        assertFalse(Files.exists(Path.of(db)), "asking must not make a store");
    }

    @Test
    void aPortThatIsTakenIsOneLine() throws IOException {
        String db = folder.resolve("db").toString();
        KnowledgeStore.open(Path.of(db)).close();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ran ran = run("serve", "--db", db, "--port", port);
            assertTrue(ran.exit >= 70, "exit " + ran.exit);
            assertOneLine(ran, port);
        }
    }

    /** What each file of a folder holds. */
    static TreeMap<String, String> files(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return content;
    }
}
