package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class CrashTest {
    @TempDir
    Path temp;

    /** Where the loader is killed. */
    private interface Killer {
        /**
         * @param last batch that is known to be there; -1 for none
         * @return the last batch that the loader reported; -1 for none
         */
        int kill(Path db, int kill, int last) throws IOException, InterruptedException;
    }

    @Test
    void aKilledLoaderLosesNoReportedBatchAndLeavesNoHalfOne() throws Exception {
        kill(8, atSomeMoment());
    }

    @Test
    @Tag("slow")
    void aLoaderKilledHundredsOfTimesLosesNothingEither() throws Exception {
        kill(300, atSomeMoment());
    }

    @Test
    void aLoaderKilledAtASystemCallLosesNothing() throws Exception {
        kill(6, atSystemCalls());
    }

    /** Thirty of each call, spread over those of three batches and of an opening behind a kill. */
    @Test
    @Tag("slow")
    void aLoaderKilledAtManySystemCallsLosesNothing() throws Exception {
        kill(150, atSystemCalls());
    }

    /**
     * One store, and a loader on it that is killed again and again, each time at another moment of another batch. What
     * is there in the end is what a loader would have made that nobody disturbed.
     */
    private void kill(int times, Killer killer) throws IOException, InterruptedException {
        Path db = temp.resolve("db");
        int last = -1;
        for (int kill = 0; kill < times; kill++) {
            last = Math.max(last, killer.kill(db, kill, last));
            try (var store = KnowledgeStore.open(db)) {
                int articles = store.articles().size();
                assertEquals(0, articles % 10, "batches are of ten articles");
                assertTrue(articles >= (last + 1) * 10, articles + " of " + last + " after kill " + kill);
                for (int batch = Math.max(0, last - 5); batch < articles / 10; batch++) {
                    assertEquals(10, store.put(Child.batch(batch)).unchanged().size(),
                            "batch " + batch + " after kill " + kill);
                }
                last = Math.max(last, articles / 10 - 1);
            }
        }
        assertTrue(last >= times / 4, "the loader hardly came on: " + last);
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

    /** A loader goes through what is there already, then writes: killed in both, and now and then at the start. */
    private static Killer atSomeMoment() {
        var random = new Random(20260814);
        return (db, kill, last) -> {
            int enough = random.nextInt(4) == 0 ? -1 : last + random.nextInt(3);
            return killed(db, enough, random.nextInt(30_000_000));
        };
    }

    private static Killer atSystemCalls() throws InterruptedException {
        assumeTrue(SystemCall.canKill(), "SKIPPED: strace is not here, so that no process is killed at a system call");
        SystemCall.Writing[] calls = SystemCall.Writing.values();
        // Eleven has no divisor in common with the number of any of the calls in three batches: all are met in time.
        return (db, kill, last) -> {
            SystemCall call = calls[kill % calls.length].at(11 * (kill / calls.length) + 23);
            Process loader = call.of(Child.command("load", db.toString())).start();
            int reported = -1;
            try (var lines = loader.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("committed ")) {
                        reported = Integer.parseInt(line.substring("committed ".length()));
                    }
                    if (reported > last + 100) {
                        loader.descendants().forEach(ProcessHandle::destroyForcibly);
                        throw new AssertionError("not killed at " + call);
                    }
                }
            }
            assertEquals(128 + 9, loader.waitFor(), call.toString());
            return reported;
        };
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
    @ValueSource(ints = { 1, 13, 15, 16, 28, 40 })
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

    /** The copy is for people: where it cannot be made, such as on a full disk, the store is opened all the same. */
    @Test
    void aTornJournalTailThatCannotBeCopiedIsCutOffAllTheSame() throws IOException {
        Path db = temp.resolve("db");
        try (var store = KnowledgeStore.open(db)) {
            store.put(KnowledgeStoreTest.many(5));
        }
        Path journal = db.resolve("tdb2/Data-0001/journal.jrnl");
        Path inTheWay = Files.createDirectories(journal.resolveSibling("journal.jrnl.torn/x"));
        Files.write(journal, new byte[18], StandardOpenOption.APPEND);
        var findings = Examination.of(db, false).findings();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().what().contains("the torn 18 bytes were removed (without a copy"),
                findings.toString());
        Files.write(journal, new byte[18], StandardOpenOption.APPEND);
        try (var store = KnowledgeStore.open(db)) {
            assertEquals(5, store.articles().size());
            assertEquals(6, store.put(KnowledgeStoreTest.many(6)).stored());
        }
        assertTrue(Files.exists(inTheWay));
    }

    /** A batch fails, and so does the opening behind it: once the cause is gone the store goes on by itself. */
    @Test
    void aStoreThatCouldNotBeOpenedAgainIsOpenedByTheNextWhoAsks() throws IOException {
        Path db = temp.resolve("db");
        Path data = db.resolve("tdb2/Data-0001");
        Path aside = temp.resolve("aside");
        try (var store = KnowledgeStore.open(db)) {
            store.put(KnowledgeStoreTest.many(5));
            whileCommitting(store, () -> {
                Files.move(data, aside);
                throw new IOException("as a disk that is gone");
            });
            var failed = assertThrows(StoreException.class, () -> store.put(KnowledgeStoreTest.many(6)));
            assertTrue(failed.getMessage().contains("could not be opened again"), failed.getMessage());
            for (int again = 0; again < 2; again++) {
                var closed = assertThrows(StoreException.class, () -> store.articles());
                assertTrue(closed.getMessage().contains("cannot be opened again"), closed.getMessage());
                assertThrows(StoreException.class, () -> store.put(KnowledgeStoreTest.many(7)));
            }
            Files.move(aside, data);
            int there = store.articles().size();
            assertTrue(there == 5 || there == 6, there + " articles");
            assertEquals(7, store.put(KnowledgeStoreTest.many(7)).stored());
            assertEquals(7, store.articles().size());
        }
        assertEquals(java.util.List.of(), Examination.of(db, true).findings());
    }

    /**
     * What a kill leaves behind the record of a commit, when TDB2 has put some of the batch in its place and not all:
     * the batch is finished, whether or not something torn stands behind the record.
     */
    @ParameterizedTest
    @ValueSource(ints = { 0, 5, 30 })
    void aBatchWhoseCommitIsInTheJournalIsFinished(int torn) throws IOException {
        Path db = temp.resolve("db");
        Path cut = temp.resolve("cut");
        Content expected;
        try (var store = KnowledgeStore.open(db)) {
            store.put(KnowledgeStoreTest.many(5));
            whileCommitting(store, () -> FileTree.copy(db, cut));
            store.put(KnowledgeStoreTest.many(6));
            expected = store.read(now -> Content.of(now));
        }
        Path journal = cut.resolve("tdb2/Data-0001/journal.jrnl");
        assertTrue(Files.size(journal) > 0, "the batch is still in the journal");
        byte[] entry = ByteBuffer.allocate(40).putInt(0, 8192).putInt(4, 12345).putInt(8, 1).array();
        Files.write(journal, java.util.Arrays.copyOf(entry, torn), StandardOpenOption.APPEND);
        try (var store = KnowledgeStore.open(cut)) {
            assertEquals(6, store.articles().size());
            assertEquals(6, store.put(KnowledgeStoreTest.many(6)).unchanged().size(), "no half batch");
            assertEquals(expected, store.read(now -> Content.of(now)));
        }
        assertEquals(java.util.List.of(), Examination.of(cut, true).findings());
        assertEquals(torn > 0, Files.exists(journal.resolveSibling("journal.jrnl.torn")));
    }

    interface Work {
        void run() throws IOException;
    }

    /** On the writer thread, once the commit is recorded: a part of the store of our own is told to take it over. */
    static void whileCommitting(KnowledgeStore store, Work work) {
        var id = ComponentId.allocLocal(10_000); // TDB2 numbers its own from 1
        var part = (TransactionalComponent) Proxy.newProxyInstance(CrashTest.class.getClassLoader(),
                new Class<?>[]{ TransactionalComponent.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentId" -> id;
                    case "promote" -> true;
                    case "commit" -> {
                        work.run();
                        yield null;
                    }
                    default -> null;
                });
        var transactions = TDBInternal.getDatasetGraphTDB(store.dataset()).getTxnSystem().getTxnMgr();
        transactions.modifyConfig(() -> transactions.add(part));
    }

    private Path copy(Path from) {
        Path to = temp.resolve("copy");
        FileTree.copy(from, to);
        return to;
    }
}
