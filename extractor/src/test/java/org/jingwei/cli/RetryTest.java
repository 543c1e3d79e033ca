package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code load --retry}: the rejected pages of a run and no others. */
class RetryTest {
    private static final String GOOD = "本报讯 2021年6月1日，清河区举行项目集中开工仪式，共开工18个项目。";

    @TempDir
    Path folder;

    private Path db;
    private Path letters;

    @BeforeEach
    void load() throws IOException {
        db = folder.resolve("db");
        PreparedStore.ready(db);
        letters = folder.resolve("db-rejected.jsonl");
        Files.writeString(folder.resolve("good.txt"), GOOD);
        Files.writeString(folder.resolve("fixed.txt"), "not Chinese");
        Files.writeString(folder.resolve("gone.txt"), "neither is this");
        Files.writeString(folder.resolve("feed.jsonl"),
                "{\"text\":\"nor this\"}\n{\"text\":\"" + GOOD + "\"}\nnot JSON\n");
        Told told = Told.by("load", folder.resolve("good.txt").toString(), folder.resolve("fixed.txt").toString(),
                folder.resolve("gone.txt").toString(), folder.resolve("feed.jsonl").toString(),
                folder.resolve("late.txt").toString(), "--db", db.toString());
        assertTrue(told.err().contains("2 articles added, 0 replaced, 0 already there; 5 rejected"), told.err());
    }

    private Told retry(Path file) {
        return Told.by("load", "--retry", file.toString(), "--db", db.toString());
    }

    private List<String> locations() throws Exception {
        return !Files.exists(letters)
                ? List.of()
                : Files.readAllLines(letters).stream()
                        .map(line -> line.replaceFirst(".*?/([\\w.:]+)\",\"stage.*", "$1"))
                        .sorted().toList();
    }

    @Test
    void onlyTheRejectedPagesAreReadAgainAndWhatIsStillRejectedIsListed() throws Exception {
        assertEquals(List.of("feed.jsonl:1", "feed.jsonl:3", "fixed.txt", "gone.txt", "late.txt"), locations());
        Files.writeString(folder.resolve("fixed.txt"), GOOD.replace("18", "19"));
        Files.writeString(folder.resolve("late.txt"), GOOD.replace("18", "20"));
        Files.delete(folder.resolve("gone.txt"));
        Files.writeString(folder.resolve("good.txt"), GOOD.replace("18", "99"));
        Told told = retry(letters);
        assertEquals(Exit.SOME_REJECTED, told.exit(), told.err());
        assertTrue(told.err().contains("2 articles added, 0 replaced, 0 already there; 3 rejected"), told.err());
        assertEquals(List.of("feed.jsonl:1", "feed.jsonl:3", "gone.txt"), locations());
        assertTrue(Files.readString(letters).contains("NOT_CHINESE"), "out of the archive, with its own reason");

        Files.writeString(folder.resolve("feed.jsonl"), "{\"text\":\"" + GOOD.replace("18", "77")
                + "\"}\n{\"text\":\"" + GOOD + "\"}\n{\"text\":\"" + GOOD.replace("18", "21") + "\"}\n");
        told = retry(letters);
        assertTrue(told.err().contains("1 article added, 0 replaced, 0 already there; 2 rejected"), told.err());
        assertEquals(List.of("feed.jsonl:1", "gone.txt"), locations());
        assertFalse(Told.by("export", "--db", db.toString(), "--format", "nquads").out().contains("77个项目"),
                "another page in the place of a line was not asked for");
    }

    @Test
    void aFileThatIsGoneAndWasNeverReadStaysListed() throws Exception {
        assertEquals(Exit.SOME_REJECTED, retry(letters).exit());
        assertEquals(List.of("feed.jsonl:1", "feed.jsonl:3", "fixed.txt", "gone.txt", "late.txt"), locations());
        Files.delete(folder.resolve("feed.jsonl"));
        Told told = retry(letters);
        assertTrue(told.err().contains("feed.jsonl:3: it is not there any more. Load it from where it is now."),
                told.err());
        assertEquals(List.of("feed.jsonl:1", "feed.jsonl:3", "fixed.txt", "gone.txt", "late.txt"), locations());
    }

    /** The list is what tells the user which pages are missing: a run that fails must not take it away. */
    @Test
    void aRetryThatFailsKeepsTheList() throws Exception {
        List<String> before = Files.readAllLines(letters);
        Files.delete(folder.resolve("gone.txt"));
        Files.move(db.resolve("archive/run-000001.warc.gz"), folder.resolve("aside"));
        Told told = retry(letters);
        assertEquals(Exit.IO, told.exit(), told.err());
        assertTrue(told.err().contains("run-000001.warc.gz] is missing: 1 page was kept there"), told.err());
        assertEquals(before, Files.readAllLines(letters));
    }

    /** What could be read again is stored, although another page is lost. */
    @Test
    void aMissingFileOfTheArchiveCostsOnlyItsPages() throws Exception {
        Files.writeString(folder.resolve("fixed.txt"), GOOD.replace("18", "19"));
        Files.delete(folder.resolve("gone.txt"));
        Files.move(db.resolve("archive/run-000001.warc.gz"), folder.resolve("aside"));
        Told told = retry(letters);
        assertEquals(Exit.IO, told.exit(), told.err());
        assertTrue(told.err().contains("1 page could not be read again and stays as before"), told.err());
        assertTrue(Told.by("export", "--db", db.toString(), "--format", "nquads").out().contains("19个项目"));
    }

    /** An address that answers gives what it has now; one that does not, what it had. */
    @Test
    void addressesAreAskedAgainAndTheArchiveStandsIn() throws IOException {
        RawPage gone = page("http://news.example/gone", "one");
        RawPage changed = page("http://news.example/changed", "two");
        RawPage now = page("http://news.example/changed", "three");
        Path own = folder.resolve("own");
        try (var store = KnowledgeStore.open(own);
                var intake = new Intake(store, new Edition("1", "1"), Intake.Again.NOTHING, 1, InstantSource.system(),
                        taken -> {})) {
            intake.reject(gone, "NOT_CHINESE: x");
            intake.reject(changed, "NOT_CHINESE: x");
            Path list = Files.writeString(folder.resolve("list"), letter(gone.location(), gone.identity())
                    + letter(changed.location(), changed.identity()) + letter("http://news.example/never", null)
                    + letter("http://news.example/lost", "0".repeat(64)));
            var retry = new Retry(list, url -> Stream.of(url.endsWith("changed")
                    ? new Arrival.Page(now)
                    : new Arrival.Unreadable(url, "no answer", "Try again later.")), () -> Optional.of(store));
            List<String> came = retry.pages().map(arrival -> switch (arrival) {
                case Arrival.Page(RawPage page) -> page.identity();
                case Arrival.Unreadable unreadable -> unreadable.location() + " " + unreadable.reason();
                case Arrival.PassedOver passedOver -> "";
            }).toList();
            assertEquals(List.of(now.identity(), "http://news.example/never no answer", gone.identity(),
                    "http://news.example/lost it is not there any more, and the store has no copy of it"), came);
            retry.requireWhole();
        }
    }

    private static RawPage page(String location, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawPage("p", location, RawPage.Kind.HTML, bytes, RawPage.sha256(bytes), RawPage.Stated.NOTHING);
    }

    private static String letter(String location, String hash) {
        return new DeadLetter(location, "source", "UNREADABLE", "x", "y", Optional.ofNullable(hash)).json();
    }

    @Test
    void usage() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "{\"location\":\"x\"}\n{\"a\":1}\n");
        Told told = retry(nonsense);
        assertEquals(Exit.WRONG_USAGE, told.exit());
        assertTrue(told.err().contains("nonsense:2 is no dead letter: it has no location"), told.err());
        assertEquals(Exit.IO, retry(folder.resolve("absent")).exit());
        assertEquals(Exit.WRONG_USAGE,
                Told.by("load", "x", "--retry", letters.toString(), "--db", db.toString()).exit());
        assertEquals(Exit.WRONG_USAGE, Told.by("load", "--db", db.toString()).exit());
        assertTrue(Files.exists(letters), "wrong usage takes nothing away");
    }
}
