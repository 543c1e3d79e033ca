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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class CrashTest {
    private static final int KILLS = 6;

    @TempDir
    Path temp;

    @Test
    void aKilledLoaderLosesNoReportedBatchAndLeavesNoHalfOne() throws IOException {
        var random = new Random(20260814);
        Path db = temp.resolve("db");
        for (int kill = 0; kill < KILLS; kill++) {
            Process loader = Child.start("load", db.toString());
            int reported = -1;
            int enough = 2 + 3 * kill;
            try (var lines = new BufferedReader(
                    new InputStreamReader(loader.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null && reported < enough; line = lines.readLine()) {
                    if (line.startsWith("committed ")) {
                        reported = Integer.parseInt(line.substring("committed ".length()));
                    }
                }
                // Somewhere inside the next batches.
                for (long until = System.nanoTime() + random.nextInt(20_000_000); System.nanoTime() < until;) {
                    Thread.onSpinWait();
                }
                loader.destroyForcibly();
            }
            assertTrue(reported >= enough, "the loader stopped by itself after batch " + reported);
            loader.onExit().join();
            try (var store = KnowledgeStore.open(db)) {
                int articles = store.articles().size();
                assertEquals(0, articles % 10, "batches are of ten articles");
                assertTrue(articles >= (reported + 1) * 10, articles + " of " + reported);
                for (int batch = 0; batch <= reported; batch++) {
                    assertEquals(10, store.put(Child.batch(batch)).unchanged().size());
                }
            }
        }
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
