package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.SmallDisk;
import org.jingwei.store.FileTree;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Restore;
import org.jingwei.store.StoreException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and compaction: what comes out is what went in, or a message and nothing. */
class BackupVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");

    @TempDir
    Path folder;

    private Path db;
    private Path file;

    @TempDir
    static Path shared;

    /** Written once and copied for each test. */
    @BeforeAll
    static void original() {
        Path db = shared.resolve("db");
        SmallStore.of(db, DEMO.resolve("yichang-fair.txt"), DEMO.resolve("weihai-park.html"),
                DEMO.resolve("lancang-notice.txt"));
        Told retract = Told.by("retract", key(db), "--db", db.toString(), "--reason", "更正 \"quoted\"");
        assertEquals(0, retract.exit(), retract.err());
    }

    @BeforeEach
    void store() throws IOException {
        db = folder.resolve("db");
        file = folder.resolve("backups/monday.nq.gz");
        FileTree.copy(shared.resolve("db"), db);
    }

    private static String key(Path db) {
        try (var store = KnowledgeStore.openExisting(db)) {
            return store.articles().firstKey();
        }
    }

    private Told backup(String... more) {
        return Told.by(Stream.concat(Stream.of("backup", "--db", db.toString(), "--out", file.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private Told restore(Path to) {
        return Told.by("restore", file.toString(), "--db", to.toString());
    }

    private static Set<Quad> quads(Path db) {
        try (var store = KnowledgeStore.openExisting(db)) {
            return store.read(now -> Iter.asStream(now.find()).collect(Collectors.toSet()));
        }
    }

    /** Without what a rebuild gives a store that never had it: vocabulary and gazetteer. */
    private static Set<Quad> articles(Set<Quad> quads) {
        return quads.stream().filter(quad -> quad.getGraph().getURI().contains("/doc/")).collect(Collectors.toSet());
    }

    private static String export(Path db, String format) {
        Told told = Told.by("export", "--db", db.toString(), "--format", format);
        assertEquals(0, told.exit(), told.err());
        return told.out();
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws IOException {
        Told told = backup();
        assertEquals(0, told.exit(), told.err());
        assertEquals(List.of("monday-archive", "monday.nq.gz", "monday.nq.gz.sha256"), names(file.getParent()));
        Path again = folder.resolve("again");
        Told restored = restore(again);
        assertEquals(0, restored.exit(), restored.err());

        Set<Quad> expected = quads(db);
        assertTrue(expected.size() > 1000);
        assertEquals(expected, quads(again));
        for (String format : List.of("trig", "turtle", "jsonld")) {
            assertEquals(export(db, format), export(again, format));
        }
        Path archived = Path.of("archive/run-000001.warc.gz");
        assertArrayEquals(Files.readAllBytes(db.resolve(archived)), Files.readAllBytes(again.resolve(archived)));
        assertEquals(Files.readString(db.resolve("jingwei-store")), Files.readString(again.resolve("jingwei-store")));
        // The new one is a store in full: searched, loaded into, rebuilt.
        assertFalse(Files.exists(again.resolve("search")));
        String[] search = { "query", "search/sentences", "--words", "项目", "--format", "csv", "--db" };
        Told found = Told.by(Stream.concat(Stream.of(search), Stream.of(again.toString())).toArray(String[]::new));
        assertEquals(Told.by(Stream.concat(Stream.of(search), Stream.of(db.toString())).toArray(String[]::new)).out(),
                found.out());
        assertTrue(found.out().lines().count() > 1, found.out() + found.err());
        assertTrue(Files.exists(again.resolve("search")));
        Told rebuild = Told.by("rebuild", "--db", again.toString());
        assertEquals(0, rebuild.exit(), rebuild.err());
        assertEquals(articles(expected), articles(quads(again)));
    }

    @Test
    void theSameStoreGivesTheSameBytes() throws IOException {
        assertEquals(0, backup().exit());
        byte[] first = Files.readAllBytes(file);
        file = folder.resolve("backups/tuesday.nq.gz");
        assertEquals(0, backup("--without-archive").exit());
        assertArrayEquals(first, Files.readAllBytes(file));
        assertFalse(names(file.getParent()).contains("tuesday-archive"));
        Path again = folder.resolve("again");
        assertEquals(0, restore(again).exit());
        assertEquals(quads(db), quads(again));
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        assertEquals(0, backup().exit());
        Path target = folder.resolve("targets/again");
        Path archived = file.resolveSibling("monday-archive/run-000001.warc.gz");
        for (Path damaged : List.of(file, archived)) {
            byte[] whole = Files.readAllBytes(damaged);
            for (int at : new int[]{ 0, whole.length / 2, whole.length - 1 }) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 1;
                Files.write(damaged, flipped);
                refused(damaged, target, "is damaged");
            }
            Files.write(damaged, java.util.Arrays.copyOf(whole, whole.length - 1));
            refused(damaged, target, "is damaged");
            Files.delete(damaged);
            refused(damaged, target, damaged.equals(file) ? "is not there" : "is missing");
            Files.write(damaged, whole);
        }
        Path hashes = file.resolveSibling("monday.nq.gz.sha256");
        String stated = Files.readString(hashes);
        Files.writeString(hashes, stated + "0".repeat(64) + "  ../db/lock\n");
        refused(hashes, target, "did not write");
        Files.delete(hashes);
        refused(hashes, target, "is missing");
    }

    private void refused(Path damaged, Path target, String why) throws IOException {
        Told told = restore(target);
        assertEquals(74, told.exit(), told.err());
        assertTrue(told.err().contains(damaged.getFileName().toString()) && told.err().contains(why), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
        assertEquals(List.of(), names(target.getParent()));
    }

    /** A file whose hash is right and whose content is not what its head says, such as one cut and hashed anew. */
    @Test
    void aBackupThatLacksStatementsIsRefused() throws IOException {
        assertEquals(0, backup().exit());
        List<String> lines;
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
            lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        }
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines.subList(0, lines.size() - 1)) + "\n").getBytes("UTF-8"));
        }
        Files.writeString(file.resolveSibling("monday.nq.gz.sha256"),
                org.jingwei.source.RawPage.sha256(Files.readAllBytes(file)) + "  monday.nq.gz\n");
        Told told = restore(folder.resolve("targets/again"));
        assertEquals(74, told.exit());
        assertTrue(told.err().contains("not what the backup was made from"), told.err());
        assertEquals(List.of(), names(folder.resolve("targets")));
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        assertEquals(0, backup().exit());
        byte[] first = Files.readAllBytes(file);
        Told second = backup();
        assertEquals(74, second.exit());
        assertTrue(second.err().contains("is there already"), second.err());
        assertArrayEquals(first, Files.readAllBytes(file));

        Told over = restore(db);
        assertEquals(74, over.exit());
        assertTrue(over.err().contains("is not empty"), over.err());
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertEquals(0, restore(empty).exit());
        assertEquals(quads(db), quads(empty));
    }

    /**
     * A backup of the first format, kept in the repository: whoever changes how statements are summed up, or what a
     * backup looks like, finds out here that all backups of users would be lost.
     */
    @Test
    void aBackupOfTheFirstFormatIsRestoredForEver() throws IOException {
        file = Path.of("src/test/resources/backup-1/first.nq.gz");
        Path again = folder.resolve("again");
        Told told = restore(again);
        assertEquals(0, told.exit(), told.err());
        assertTrue(told.err().contains("210 statements, 1 file of the archive"), told.err());
        Set<Quad> restored = quads(again);
        assertEquals(210, restored.size());
        assertTrue(restored.stream().anyMatch(quad -> quad.getObject().isLiteral()
                && quad.getObject().getLiteralLexicalForm().equals("更正 \"quoted\" 𠮷")), "a retraction and its reason");
        Told doctor = Told.by("doctor", "--db", again.toString(), "--deep");
        assertEquals(0, doctor.exit(), doctor.out());
        assertTrue(doctor.out().contains("archive: 1 of 1 files"), doctor.out());
    }

    /** Minutes pass between the first look and the end. */
    @Test
    void whatSomebodyPutThereMeanwhileIsLeftAlone() throws IOException {
        assertEquals(0, backup().exit());
        Path place = Files.createDirectories(folder.resolve("place"));
        var failure = assertThrows(StoreException.class, () -> Restore.read(file, place, (done, all) -> {
            if (done == 1) {
                write(place.resolve("letter.txt"));
            }
        }));
        assertTrue(failure.getMessage().contains("is not empty"), failure.getMessage());
        assertEquals(List.of("letter.txt"), names(place));
        assertFalse(Files.exists(folder.resolve(".place.part")));
    }

    private static void write(Path letter) {
        try {
            Files.writeString(letter, "dear");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The usual volume of a container: nothing can be renamed to it, and nothing beside it is on its disk. */
    @Test
    void aMountPointIsFilledFromWithin() throws IOException, InterruptedException {
        assertEquals(0, backup().exit());
        try (var disk = SmallDisk.at(folder.resolve("volume"), 400)) {
            Files.createDirectory(disk.place().resolve("lost+found"));
            Told told = restore(disk.place());
            assertEquals(0, told.exit(), told.err());
            assertEquals(quads(db), quads(disk.place()));
            assertFalse(Files.exists(disk.place().resolve(".restore.part")));
            assertEquals(0, Told.by("doctor", "--db", disk.place().toString(), "--deep").exit());
        }
    }

    /** Each moment at which a restore into a directory that is there can be cut off, without a process. */
    @Test
    void halfOfARestoredStoreIsNoStoreAndTheNextRestoreReplacesIt() throws IOException {
        assertEquals(0, backup().exit());
        List<String> parts = List.of("archive", "tdb2", "tdb2-made", "jingwei-store");
        for (int moved = 0; moved <= parts.size(); moved++) {
            Path whole = folder.resolve("whole" + moved);
            Path place = Files.createDirectory(folder.resolve("place" + moved));
            assertEquals(0, restore(whole).exit());
            Files.createDirectory(place.resolve(".restore.part"));
            Files.writeString(place.resolve(".restore.part/moving"), "");
            for (String part : parts.subList(0, moved)) {
                Files.move(whole.resolve(part), place.resolve(part));
            }
            if (moved < parts.size()) {
                assertFalse(KnowledgeStore.isNew(place));
                for (Executable opening : List.<Executable>of(() -> KnowledgeStore.open(place),
                        () -> KnowledgeStore.openExisting(place))) {
                    var refused = assertThrows(StoreException.class, opening);
                    assertTrue(refused.getMessage().contains("is not a store")
                            || refused.getMessage().contains("a restore into it was cut off"), refused.getMessage());
                }
                Told told = restore(place);
                assertEquals(0, told.exit(), moved + ": " + told.err());
            } else {
                assertEquals(1, Told.by("doctor", "--db", place.toString()).exit(), "names what is left over");
                assertEquals(74, restore(place).exit());
            }
            assertEquals(quads(db), quads(place), moved + " moved");
            assertFalse(Files.exists(place.resolve(".restore.part")));
            assertEquals(0, Told.by("doctor", "--db", place.toString(), "--deep").exit());
        }
        // Without the word of a restore it is somebody's.
        Path theirs = Files.createDirectories(folder.resolve("theirs/archive"));
        Files.createDirectory(theirs.resolveSibling(".restore.part"));
        Told told = restore(theirs.getParent());
        assertEquals(74, told.exit());
        assertTrue(told.err().contains("is not empty"), told.err());
        assertTrue(Files.exists(theirs));
    }

    /** What is made first lies in the folder that the link leads to, perhaps on another disk. */
    @Test
    void aLinkToAnEmptyFolderIsFollowed() throws IOException {
        assertEquals(0, backup().exit());
        Path real = Files.createDirectories(folder.resolve("disk/place"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Told told = restore(link);
        assertEquals(0, told.exit(), told.err());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(quads(db), quads(real));
    }

    @Test
    void wrongUsageAndAStoreInUseAreTold() {
        assertEquals(2, Told.by("backup", "--db", db.toString(), "--out", "x.zip").exit());
        assertEquals(2, Told.by("restore", "x.zip", "--db", db.toString()).exit());
        assertEquals(74, Told.by("backup", "--db", folder.resolve("none").toString(), "--out", file.toString()).exit());
        try (var store = KnowledgeStore.openExisting(db)) {
            for (Told told : List.of(backup(), Told.by("compact", "--db", db.toString()))) {
                assertEquals(74, told.exit());
                assertTrue(told.err().contains("is in use"), told.err());
            }
        }
        assertFalse(Files.exists(file));
    }

    /** The statements on a fast disk, the archive on a large one. */
    @Test
    void aDatabaseOnAnotherDiskIsCompactedAndLoadedInBulk() throws IOException, InterruptedException {
        Set<Quad> expected = quads(db);
        try (var disk = SmallDisk.at(folder.resolve("fast"), 500)) {
            Path fast = disk.place().resolve("statements");
            FileTree.copy(db.resolve("tdb2"), fast);
            Files.move(db.resolve("tdb2"), folder.resolve("old"));
            Files.createSymbolicLink(db.resolve("tdb2"), fast);
            Told told = Told.by("compact", "--db", db.toString());
            assertEquals(0, told.exit(), told.err());
            assertEquals(List.of("Data-0002"), names(fast).stream().filter(name -> name.startsWith("Data")).toList());
            assertEquals(expected, quads(db));
            Told bulk = Told.by("load", DEMO.toString(), "--db", db.toString(), "--bulk");
            assertEquals(0, bulk.exit(), bulk.err());
            assertEquals(List.of("Data-0003"), names(fast).stream().filter(name -> name.startsWith("Data")).toList());
            assertTrue(quads(db).size() > expected.size());
            assertEquals(0, Told.by("doctor", "--db", db.toString()).exit());
            // What counts is the room where the new files will be.
            disk.leave(8 << 10);
            Told full = Told.by("compact", "--db", db.toString());
            assertEquals(74, full.exit());
            assertTrue(full.err().contains("free disk space"), full.err());
        }
    }

    @Test
    void aCompactedStoreHoldsTheSameAndItsSearchGoesOn() throws IOException {
        Set<Quad> expected = quads(db);
        String exported = export(db, "trig");
        Told first = Told.by("query", "search/sentences", "--words", "项目", "--format", "csv", "--db", db.toString());
        Files.createDirectories(db.resolve("tdb2/.new/Data-0001"));
        Told told = Told.by("compact", "--db", db.toString());
        assertEquals(0, told.exit(), told.err());
        assertEquals(List.of("Data-0002"),
                names(db.resolve("tdb2")).stream().filter(name -> name.startsWith("Data")).toList());
        assertFalse(Files.exists(db.resolve("tdb2/.new")));
        assertEquals(expected, quads(db));
        assertEquals(exported, export(db, "trig"));
        Told again = Told.by("query", "search/sentences", "--words", "项目", "--format", "csv", "--db", db.toString());
        assertEquals(first.out(), again.out());
        assertFalse(again.err().contains("made anew"), "the mark of the search index was lost: " + again.err());
        assertEquals(0, Told.by("load", DEMO.toString(), "--db", db.toString()).exit());
        assertTrue(quads(db).size() > expected.size());
    }
}
