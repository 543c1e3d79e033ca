package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class CrashTest {
    private static final int SHORT = 8;
    private static final int LONG = 300;

    @TempDir
    Path temp;

    @Test
    void aKilledLoaderLosesNoReportedBatchAndLeavesNoHalfOne() throws IOException {
        kill(SHORT);
    }

    @Test
    @Tag("slow")
    void aLoaderKilledHundredsOfTimesLosesNothingEither() throws IOException {
        kill(LONG);
    }

    /**
     * One store, and a loader on it that is killed again and again, each time at another moment of another batch. What
     * is there in the end is what a loader would have made that nobody disturbed.
     */
    private void kill(int times) throws IOException {
        var random = new Random(20260814);
        Path db = temp.resolve("db");
        int last = -1;
        for (int kill = 0; kill < times; kill++) {
            // A loader goes through what is there already, then writes: killed in both, and now and then at the start.
            int enough = random.nextInt(4) == 0 ? -1 : last + random.nextInt(3);
            last = Math.max(last, killed(db, enough, random.nextInt(30_000_000)));
            try (var store = KnowledgeStore.open(db)) {
                int articles = store.articles().size();
                assertEquals(0, articles % 10, "batches are of ten articles");
                assertTrue(articles >= (last + 1) * 10, articles + " of " + last + " after kill " + kill);
                for (int batch = Math.max(0, last - 5); batch < articles / 10; batch++) {
                    assertEquals(10, store.put(Child.batch(batch)).unchanged().size(), "batch " + batch);
                }
                last = Math.max(last, articles / 10 - 1);
            }
        }
        assertTrue(last > times / 4, "the loader hardly came on: " + last);
        Path undisturbed = temp.resolve("undisturbed");
        try (var store = KnowledgeStore.open(db); var other = KnowledgeStore.open(undisturbed)) {
            for (int batch = 0; batch <= last + 1; batch++) {
                store.put(Child.batch(batch));
                other.put(Child.batch(batch));
            }
            Content expected = other.read(now -> Content.of(now));
            Content found = store.read(now -> Content.of(now));
            assertEquals(expected, found);
        }
        assertEquals(java.util.List.of(), Examination.of(db, true).findings());
    }

    /** @return the last batch that the loader reported; -1 for none */
    private static int killed(Path db, int enough, int nanos) throws IOException {
        Process loader = Child.start("load", db.toString());
        int reported = -1;
        boolean open = false;
        try (var lines = new BufferedReader(
                new InputStreamReader(loader.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                open |= line.equals("open");
                if (line.startsWith("committed ")) {
                    reported = Integer.parseInt(line.substring("committed ".length()));
                }
                if (open && reported >= enough) {
                    break;
                }
            }
            assertTrue(open && reported >= enough, "the loader stopped by itself after batch " + reported);
            for (long until = System.nanoTime() + nanos; System.nanoTime() < until;) {
                Thread.onSpinWait();
            }
            loader.destroyForcibly();
        }
        loader.onExit().join();
        return reported;
    }

    /** What a kill between the header of a journal entry and its body leaves behind; by bytes of the header written. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 13, 27, 28, 40 })
    void aTornJournalTailIsCutOffAndKept(int bytes) throws IOException {
        Path db = temp.resolve("db");
        try (var store = KnowledgeStore.open(db)) {
            store.put(KnowledgeStoreTest.many(5));
        }
        Path journal = db.resolve("tdb2/Data-0001/journal.jrnl");
        ByteBuffer entry = ByteBuffer.allocate(40).putInt(0, 8192).putInt(4, 12345).putInt(8, 1);
        byte[] torn = new byte[bytes];
        entry.get(0, torn);
        Files.write(journal, torn, StandardOpenOption.APPEND);
        assertThrows(RuntimeException.class,
                () -> DatabaseMgr.connectDatasetGraph(Location.create(copy(db.resolve("tdb2")))),
                "TDB2 alone refuses it");

        try (var store = KnowledgeStore.open(db)) {
            assertEquals(5, store.articles().size());
            store.put(KnowledgeStoreTest.many(6));
            assertEquals(6, store.articles().size());
        }
        assertTrue(Files.exists(journal.resolveSibling("journal.jrnl.torn")));
    }

    private Path copy(Path from) throws IOException {
        Path to = temp.resolve("copy");
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().equals("tdb.lock")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
