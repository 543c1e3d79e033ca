package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How users say what is read, the same for every verb that reads. */
class InputFlagsTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final String PAGE = DEMO.resolve("weihai-park.html").toString();
    private static final String OTHER = DEMO.resolve("yinchuan-vouchers.txt").toString();
    private static final String TEXT = "清河市五月二十六日举行项目集中签约仪式，共签约项目12个，总投资86亿元。"
            + "清河市副市长林一舟出席并致辞，他介绍说，今年前四个月全市进出口总值增长8.2%。";

    @TempDir
    Path folder;

    @Test
    void aListNamesInputs() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "# 两页\n\n" + OTHER + "\r\nno/such.html\n");
        String both = Told.by("extract", PAGE, OTHER, "--format", "text").out();
        Told told = Told.by("extract", PAGE, "--from-list", list.toString(), "--format", "text");
        assertEquals(both, told.out());
        assertEquals(Exit.SOME_REJECTED, told.exit());
        assertEquals(
                "no/such.html: there is no such file or folder. Check the spelling and the folder that the command "
                        + "runs in.\n",
                told.err());
        assertEquals(both, Told.fed(PAGE + "\n" + OTHER, "extract", "--from-list", "-", "--format", "text").out());
        assertTrue(Told.fed(OTHER, "explain", "--from-list", "-").out().startsWith(OTHER));
    }

    @Test
    void fieldsOfJsonLinesHaveTheNamesThatTheyAreGiven() {
        String line = "{\"key\":9,\"content\":\"" + TEXT + "\",\"headline\":\"清河市集中签约12个项目\",\"day\":\"2021-05-27\"}\n";
        Told told = Told.fed(line, "extract", "-", "--field", "text=content,title=headline", "--field", "published=day",
                "--field", "id=key", "--format", "facts");
        assertEquals(Exit.DONE, told.exit(), told.err());
        for (String word : List.of("\"清河市集中签约12个项目\"", "2021-05-27", "\"9\"")) {
            assertTrue(told.out().contains(word), told.out());
        }
        Told unnamed = Told.fed(line, "extract", "-");
        assertEquals(Exit.SOME_REJECTED, unnamed.exit());
        assertTrue(unnamed.err().startsWith("-:1: the object has neither \"text\" nor \"html\"."), unnamed.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extract                                      | Missing: INPUT or --from-list FILE
            load --db x                                  | Missing: INPUT or --from-list FILE
            explain --format x                           | Unknown option
            extract - --from-list -                      | Standard input (-) can be read only once
            extract page --field body=content            | one of id, url, title, published, text, html
            extract page --field text                    | --field text is not OURS=THEIRS
            extract page --delay soon                    | soon
            extract page --delay -1                      | --delay must be from 0 to 3600 seconds
            extract page --agent 新闻                     | --agent must be ASCII
            evaluate --gold x                            | Missing: --articles INPUT, --from-list FILE or --predicted DIR
            evaluate --gold x --predicted y --articles z | --predicted goes with neither --articles nor --from-list
            """)
    void whatMakesNoSenseIsSaid(String line, String words) {
        Told told = Told.by(line.split(" "));
        assertEquals(Exit.WRONG_USAGE, told.exit(), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
        assertTrue(told.err().contains(words), told.err());
        assertFalse(Files.exists(Path.of("x")) || Files.exists(Path.of("x-rejected.jsonl")), "nothing is made");
    }

    @ParameterizedTest
    @ValueSource(strings = { "extract", "load", "explain", "evaluate" })
    void everyVerbThatReadsHasTheFlags(String verb) {
        String help = Told.by(verb, "--help").out();
        for (String words : List.of("--from-list", "--field", "--delay", "--agent", "WARC", "http")) {
            assertTrue(help.contains(words), help);
        }
    }

    // Archives

    private Path archive() throws IOException {
        return Files.writeString(folder.resolve("crawl.warc"), record("a.html", "200 OK\r\nContent-Type: text/html",
                "<html><body><h1>清河市集中签约12个项目</h1><p>" + TEXT + "</p></body></html>")
                + record("b.png", "200 OK\r\nContent-Type: image/png", "x") + record("c.html", "404 Not Found", "x"));
    }

    private static String record(String path, String headers, String body) {
        String block = "HTTP/1.1 " + headers + "\r\n\r\n" + body;
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/" + path
                + "\r\nWARC-Date: 2021-05-28T02:14:09Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    @Test
    void anArchiveTellsWhatWasPassedOverAndThatIsNoFailure() throws IOException {
        Path archive = archive();
        Told told = Told.by("extract", archive.toString());
        assertEquals(archive + ": passed over 1 × image/png, 1 × answer with status 404.\n", told.err());
        assertEquals(Exit.DONE, told.exit());
    }

    /** The page was there at that moment; when it was published it does not say, and its 五月 has no year. */
    @Test
    void theTimeOfCaptureIsEvidenceAndNoDateOfPublication() throws IOException {
        Told told = Told.by("extract", archive().toString(), "--format", "turtle");
        assertTrue(told.out().contains("prov:generatedAtTime  \"2021-05-28T02:14:09Z\"^^xsd:dateTime"), told.out());
        assertFalse(told.out().contains("datePublished"), told.out());
        assertEquals(2, told.out().split("2021", -1).length, "the year is nowhere else: " + told.out());
    }

    // A store that would be empty

    @Test
    void loadingNothingLeavesNoStore() throws IOException {
        Path db = folder.resolve("db");
        Told told = Told.by("load", "no/such.html", "--db", db.toString());
        assertEquals(Exit.SOME_REJECTED, told.exit());
        assertTrue(told.err().contains("no/such.html: there is no such file or folder."), told.err());
        assertTrue(
                told.err()
                        .endsWith("no articles; " + db + " was not made; 1 rejected, see " + db + "-rejected.jsonl\n"),
                told.err());
        assertFalse(Files.exists(db));
        assertTrue(Told.by("query", "projects/signed-totals", "--db", db.toString()).err().contains("is not a store"));
        assertEquals(Exit.DONE, Told.by("load", OTHER, "--db", db.toString()).exit());
        Told again = Told.by("load", "no/such.html", "--db", db.toString());
        assertTrue(again.err().contains(db + ": 0 articles added, 0 replaced, 0 already there"), again.err());
    }

    @Test
    void aFolderThatIsNoStoreIsRefusedBeforeAnythingIsRead() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        Told told = Told.by("load", "no/such.html", "--db", folder.toString());
        assertEquals(Exit.IO, told.exit());
        assertTrue(told.err().contains("is not a store and not empty"), told.err());
        assertFalse(told.err().contains("no/such.html"), told.err());
    }
}
