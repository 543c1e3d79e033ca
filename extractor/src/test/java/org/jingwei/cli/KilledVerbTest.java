package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.Main;
import org.jingwei.store.FileTree;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.SystemCall;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Verbs killed in the midst of their work: the store holds what it held, half a backup is none, the same command again
 * does what it should have done, and leaves nothing behind of both.
 */
@Isolated
class KilledVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final int KILLED = 128 + 9;

    /** Calls by which files come and go. */
    private static final List<String> CALLS = List.of("mkdir", "rename", "unlink", "rmdir", "fsync", "msync", "write",
            "ftruncate", "pwrite64");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Set<Quad> expected;

    private Path db;
    private Path file;
    private Path again;

    /** A verb, and what is to be found after it was killed. */
    private interface Found {
        void check(String when) throws IOException;
    }

    @BeforeAll
    static void original() {
        Path db = shared.resolve("db");
        SmallStore.of(db, DEMO.resolve("yichang-fair.txt"), DEMO.resolve("weihai-park.html"));
        expected = quads(db);
        assertTrue(expected.size() > 500);
    }

    @BeforeEach
    void store() throws IOException {
        db = folder.resolve("stores/db");
        file = folder.resolve("backups/monday.nq.gz");
        again = folder.resolve("targets/again");
        FileTree.copy(shared.resolve("db"), db);
    }

    private static Set<Quad> quads(Path db) {
        try (var store = KnowledgeStore.openExisting(db)) {
            return store.read(now -> Iter.asStream(now.find()).collect(Collectors.toSet()));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Kills the verb once each of these is there. */
    private static void killAt(List<Path> traces, Found found, String... arguments) throws Exception {
        int killed = 0;
        for (Path trace : traces) {
            Process verb = new ProcessBuilder(command(arguments)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            while (verb.isAlive() && !Files.exists(trace)) {
                Thread.onSpinWait();
            }
            verb.destroyForcibly();
            killed += verb.waitFor() == KILLED ? 1 : 0;
            found.check("killed at " + trace.getFileName());
        }
        assertTrue(killed >= traces.size() - 1, "the verb was done before it was killed: " + killed);
    }

    /** Kills the verb at its calls, the first, second, third, fifth... of each, until it has no more of them. */
    private static void killAtSystemCalls(Found found, String... arguments) throws Exception {
        Assumptions.assumeTrue(SystemCall.canKill(),
                "SKIPPED: strace is not here, so that no process is killed at a system call");
        int kills = 0;
        for (String call : CALLS) {
            boolean killed = true;
            for (int nth = 1; killed && nth < 200; nth += 1 + nth / 2) {
                Process verb = new SystemCall(call, nth).of(command(arguments))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                int exit = verb.waitFor();
                killed = exit == KILLED;
                assertTrue(killed || exit == 0, call + " " + nth + ": " + exit);
                kills += killed ? 1 : 0;
                found.check(call + " " + nth);
            }
        }
        assertTrue(kills >= 20, kills + " kills");
    }

    // Compaction

    private void compacted(String when) throws IOException {
        Told doctor = Told.by("doctor", "--db", db.toString(), "--deep");
        assertTrue(doctor.exit() == 0 || doctor.out().lines().filter(line -> line.startsWith("FOUND")).count() == 1
                && doctor.out().contains("Run compact again"), when + ": " + doctor.out());
        assertEquals(expected, quads(db), when);
        Told told = Told.by("compact", "--db", db.toString());
        assertEquals(0, told.exit(), when + ": " + told.err());
        Told healthy = Told.by("doctor", "--db", db.toString(), "--deep");
        assertEquals(0, healthy.exit(), when + ": " + healthy.out());
        assertEquals(expected, quads(db), when);
        assertFalse(Files.exists(db.resolve("tdb2/.new")), when);
        assertEquals(1, names(db.resolve("tdb2")).stream().filter(name -> name.startsWith("Data")).count(), when);
        remove(db); // TDB2's generations are counted up: each kill meets the same names
        FileTree.copy(shared.resolve("db"), db);
    }

    @Test
    void aKilledCompactionLosesNothing() throws Exception {
        killAt(List.of(db.resolve("tdb2/.new"), db.resolve("tdb2/.new/Data-0001/GSPO.dat"),
                db.resolve("tdb2/Data-0002")), this::compacted, "compact", "--db", db.toString());
    }

    @Test
    @Tag("slow")
    void aCompactionKilledAtSystemCallsLosesNothing() throws Exception {
        killAtSystemCalls(this::compacted, "compact", "--db", db.toString());
    }

    // Backup

    private void backedUp(String when) throws IOException {
        assertEquals(expected, quads(db), when);
        if (!Files.exists(file)) {
            Told half = Told.by("restore", file.toString(), "--db", again.toString());
            assertEquals(74, half.exit(), when);
            assertTrue(half.err().contains("is not there"), half.err());
            Told told = Told.by("backup", "--db", db.toString(), "--out", file.toString());
            assertEquals(0, told.exit(), when + ": " + told.err());
        }
        assertEquals(List.of("monday-archive", "monday.nq.gz", "monday.nq.gz.sha256"), names(file.getParent()), when);
        Told restored = Told.by("restore", file.toString(), "--db", again.toString());
        assertEquals(0, restored.exit(), when + ": " + restored.err());
        assertEquals(expected, quads(again), when);
        assertEquals(0, Told.by("doctor", "--db", db.toString(), "--deep").exit(), when);
        remove(again);
        remove(file.getParent());
    }

    @Test
    void aKilledBackupIsNone() throws Exception {
        killAt(List.of(file.resolveSibling(".monday.nq.gz.part"), file.resolveSibling(".monday-archive.part"),
                file.resolveSibling("monday.nq.gz.sha256")), this::backedUp, "backup", "--db", db.toString(), "--out",
                file.toString());
    }

    @Test
    @Tag("slow")
    void aBackupKilledAtSystemCallsIsWholeOrNone() throws Exception {
        killAtSystemCalls(this::backedUp, "backup", "--db", db.toString(), "--out", file.toString());
    }

    /** Each moment of the end, without a process: the archive and the hashes are in their places, or one of them. */
    @Test
    void whatACutOffBackupLeftUnderItsNameIsReplaced() throws IOException {
        Path part = file.resolveSibling(".monday.nq.gz.part");
        for (boolean hashes : new boolean[]{ false, true }) {
            assertEquals(0, Told.by("backup", "--db", db.toString(), "--out", file.toString()).exit());
            Files.move(file, part);
            if (!hashes) {
                Files.delete(file.resolveSibling("monday.nq.gz.sha256"));
            }
            backedUp("hashes: " + hashes);
        }
        // Without the statements aside it may be what somebody keeps: it is left alone.
        assertEquals(0, Told.by("backup", "--db", db.toString(), "--out", file.toString()).exit());
        Files.delete(file);
        Told told = Told.by("backup", "--db", db.toString(), "--out", file.toString());
        assertEquals(74, told.exit());
        assertTrue(told.err().contains("is there already"), told.err());
    }

    // Restore

    private void restored(String when) throws IOException {
        if (!Files.exists(again)) {
            Told told = Told.by("restore", file.toString(), "--db", again.toString());
            assertEquals(0, told.exit(), when + ": " + told.err());
            assertEquals(List.of("again"), names(again.getParent()), when);
        }
        assertEquals(expected, quads(again), when);
        assertEquals(0, Told.by("doctor", "--db", again.toString(), "--deep").exit(), when);
        remove(again);
    }

    private String[] restore() {
        assertEquals(0, Told.by("backup", "--db", db.toString(), "--out", file.toString()).exit());
        return new String[]{ "restore", file.toString(), "--db", again.toString() };
    }

    @Test
    void aKilledRestoreMakesNoStoreAndTheNextClearsUp() throws Exception {
        Path made = again.resolveSibling(".again.part/store");
        killAt(List.of(again.resolveSibling(".again.part"), made.resolve("archive"),
                made.resolve("tdb2/Data-0001/GSPO.dat")), this::restored, restore());
    }

    // Restore into a directory that is there

    private void restoredWithin(String when) throws IOException {
        if (!Files.exists(again.resolve("jingwei-store"))) {
            Told asked = Told.by("query", "coverage/articles", "--db", again.toString());
            assertEquals(74, asked.exit(), when + ": " + asked.out());
            Told told = Told.by("restore", file.toString(), "--db", again.toString());
            assertEquals(0, told.exit(), when + ": " + told.err());
        }
        assertEquals(expected, quads(again), when);
        assertFalse(Files.exists(again.resolve(".restore.part")), when);
        assertEquals(0, Told.by("doctor", "--db", again.toString(), "--deep").exit(), when);
        remove(again);
        Files.createDirectories(again);
    }

    private String[] restoreWithin() throws IOException {
        Files.createDirectories(again);
        return restore();
    }

    @Test
    void aKilledRestoreIntoADirectoryLeavesNoHalfStore() throws Exception {
        Path made = again.resolve(".restore.part/store");
        killAt(List.of(again.resolve(".restore.part"), made.resolve("archive"),
                made.resolve("tdb2/Data-0001/GSPO.dat"), again.resolve("tdb2")), this::restoredWithin,
                restoreWithin());
    }

    @Test
    @Tag("slow")
    void aRestoreIntoADirectoryKilledAtSystemCallsLeavesNoHalfStore() throws Exception {
        killAtSystemCalls(this::restoredWithin, restoreWithin());
    }

    @Test
    @Tag("slow")
    void aRestoreKilledAtSystemCallsMakesAWholeStoreOrNone() throws Exception {
        killAtSystemCalls(this::restored, restore());
    }
}
