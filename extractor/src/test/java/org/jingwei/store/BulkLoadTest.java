package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bulk run makes the same of the same pages as a run in batches, or nothing at all. */
class BulkLoadTest {
    private static final Graph VOCABULARY = SearchFixture.graph("<ns#A> skos:prefLabel '甲'@zh .");
    private static final Graph GAZETTEER = SearchFixture.graph("<id/region/1> schema:name '宜昌市'@zh .");
    private static final Graph GREATER = SearchFixture.graph("<id/region/1> schema:name '宜昌'@zh, '宜昌市'@zh .");

    @TempDir
    Path temp;

    private final List<String> told = new ArrayList<>();

    private static Intake intake(KnowledgeStore store, boolean bulk, Intake.Again again, Consumer<Taken> told) {
        return intake(store, bulk, IntakeTest.EDITION, again, told);
    }

    private static Intake intake(KnowledgeStore store, boolean bulk, Edition edition, Intake.Again again,
            Consumer<Taken> told) {
        return bulk
                ? Intake.inBulk(store, edition, again, 7, IntakeTest.CLOCK, told)
                : new Intake(store, edition, again, 100, IntakeTest.CLOCK, told);
    }

    private static void put(Intake intake, int n, String... values) {
        intake.add(IntakeTest.page(n), IntakeTest.article(IntakeTest.page(n), values));
    }

    /** Twenty articles, one of them retracted, and a page that gives none. */
    static void first(KnowledgeStore store, boolean bulk, Consumer<Taken> told) {
        try (var intake = intake(store, bulk, Intake.Again.NOTHING, told)) {
            intake.loadReference(() -> VOCABULARY, () -> GAZETTEER);
            for (int n = 0; n < 20; n++) {
                put(intake, n, "1.50", "值" + n);
            }
            put(intake, 3, "the same bytes");
            intake.reject(IntakeTest.page(20), "EMPTY: nothing");
            put(intake, 21, "a\0b");
            intake.finish((done, all) -> {});
        }
        Retraction.retract(store, IntakeTest.page(4).key(), "数字有误");
    }

    /** Over those: new, replaced, taken out, unchanged, retracted, and one that gave none before; {@code more} besides. */
    static void second(KnowledgeStore store, boolean bulk, int more, Consumer<Taken> told, Steps steps) {
        try (var intake = intake(store, bulk, new Edition("1.0+0", "g2"), new Intake.Again(true, false), told)) {
            intake.loadReference(() -> VOCABULARY, () -> GREATER);
            put(intake, 0, "1.50", "another");
            put(intake, 1, "1.50", "值1");
            intake.reject(IntakeTest.page(2), "EMPTY: nothing");
            put(intake, 4, "1.50");
            put(intake, 20, "7");
            for (int n = 30; n < 40 + more; n++) {
                put(intake, n, "1.50", "新" + n);
            }
            intake.finish(steps);
        }
    }

    static void second(KnowledgeStore store, int more, Consumer<String> said) {
        second(store, true, more, taken -> {}, (done, all) -> {
            if (done == 1 || done % 500 == 0) {
                said.accept("at " + done);
            }
        });
    }

    private KnowledgeStore open(String name) {
        return KnowledgeStore.open(temp.resolve(name));
    }

    private static Content content(KnowledgeStore store) {
        return store.read(now -> Content.of(now));
    }

    /** All statements; how often a run was cut off before is seen in the number of the archive's file alone. */
    private static List<String> lines(KnowledgeStore store) {
        return store.read(now -> KnowledgeStoreTest.quads(now).stream()
                .map(line -> line.toString().replaceAll("archive/run-\\d+", "archive/run")).toList());
    }

    @Test
    void itMakesOfTheSamePagesWhatBatchesMake() throws IOException {
        for (boolean overOld : List.of(false, true)) {
            var fates = new ArrayList<List<String>>();
            var contents = new ArrayList<Object>();
            for (boolean bulk : List.of(false, true)) {
                told.clear();
                Consumer<Taken> tell = taken -> told.add(taken.toString());
                try (var store = open("db" + overOld + bulk)) {
                    first(store, bulk != overOld, tell);
                    if (overOld) {
                        assertEquals(List.of("宜昌市"), SearchFixture.names(store, "宜昌"));
                        second(store, bulk, 0, tell, (done, all) -> {});
                        assertEquals(List.of("宜昌", "宜昌市"), SearchFixture.names(store, "宜昌"), "never stale");
                    }
                    contents.add(store.read(KnowledgeStoreTest::quads));
                }
                fates.add(List.copyOf(told));
                var looked = Examination.of(temp.resolve("db" + overOld + bulk), true);
                assertEquals(List.of(), looked.findings());
                assertFalse(Files.exists(temp.resolve("db" + overOld + bulk + "/bulk-new")));
            }
            assertEquals(contents.get(0), contents.get(1));
            assertEquals(new HashSet<>(fates.get(0)), new HashSet<>(fates.get(1)));
        }
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        try (var store = open("db")) {
            first(store, true, taken -> {});
            Content before = content(store);
            List<Path> states = BulkFolder.generations(store.layout().tdb2());
            try (var intake = intake(store, true, Intake.Again.NOTHING, taken -> told.add(taken.fate().name()))) {
                intake.loadReference(() -> VOCABULARY, () -> GAZETTEER);
                assertInstanceOf(Intake.Known.Stored.class, intake.known(IntakeTest.page(1)));
                assertEquals(new Intake.Known.Retracted("数字有误"), intake.known(IntakeTest.page(4)));
                put(intake, 1, "1.50", "值1");
                put(intake, 4, "1.50", "值4");
                intake.reject(IntakeTest.page(20), "EMPTY: nothing");
                assertInstanceOf(Intake.Known.New.class, intake.known(IntakeTest.page(20)));
                intake.finish((done, all) -> {});
            }
            assertEquals(List.of("RETRACTED", "UNCHANGED", "REJECTED"), told);
            assertEquals(before, content(store));
            assertEquals(states, BulkFolder.generations(store.layout().tdb2()), "no new files");
            assertEquals(1, Archive.files(store.layout()).size());
        }
    }

    @Test
    void nothingIsThereBeforeItIsFinishedAndOtherWritersAreNotOverwritten() {
        try (var store = open("db")) {
            first(store, false, taken -> {});
            Content before = content(store);
            try (var intake = intake(store, true, Intake.Again.NOTHING, taken -> {})) {
                put(intake, 50, "1");
                intake.flush();
                assertInstanceOf(Intake.Known.Stored.class, intake.known(IntakeTest.page(50)));
            }
            assertEquals(before, content(store));
            try (var intake = intake(store, true, Intake.Again.NOTHING, taken -> {})) {
                put(intake, 50, "1");
                Retraction.retract(store, IntakeTest.page(5).key(), "wrong");
                Content retracted = content(store);
                var refused = assertThrows(StoreException.class, () -> intake.finish((done, all) -> {}));
                assertTrue(refused.getMessage().contains("was written to while"), refused.getMessage());
                assertEquals(retracted, content(store));
            }
        }
    }

    @Test
    void itLooksForRoomFirst() {
        try (var store = KnowledgeStore.open(new Layout(temp.resolve("db")), Optional.empty(), () -> 100L << 20);
                var intake = intake(store, true, Intake.Again.NOTHING, taken -> {})) {
            put(intake, 1, "1");
            var full = assertThrows(StoreException.class, () -> intake.finish((done, all) -> {}));
            assertTrue(full.getMessage().contains("100 MB of free disk space"), full.getMessage());
            assertTrue(full.remedy().contains("The store is as it was"), full.remedy());
            assertTrue(store.articles().isEmpty());
        }
    }

    /**
     * Killed at the beginning, while pages come in, while the new files are made, at the end: each time over the store
     * as it was, for on a busy machine a run may have ended before it is killed.
     */
    @Test
    void aKilledRunLeavesTheStoreAsBeforeOrAsAfter() throws IOException {
        var random = new Random(20261126);
        int more = 300;
        Object before;
        Object after;
        try (var store = open("old"); var other = open("other")) {
            first(store, false, taken -> {});
            first(other, false, taken -> {});
            before = lines(store);
            second(other, false, more, taken -> {}, (done, all) -> {});
            after = lines(other);
        }
        for (String point : List.of("open", "at 1", "at 2500", "at 5000")) {
            Path db = temp.resolve("killed " + point);
            FileTree.copy(temp.resolve("old"), db);
            Process loader = Child.start("bulk", db.toString(), "" + more);
            var said = new ArrayList<String>();
            try (var lines = new BufferedReader(
                    new InputStreamReader(loader.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.equals(point)) {
                        break;
                    }
                }
                assertEquals(point, said.getLast(), () -> "the run said " + said);
                for (long until = System.nanoTime() + random.nextInt(30_000_000); System.nanoTime() < until;) {
                    Thread.onSpinWait();
                }
                loader.destroyForcibly();
            }
            loader.onExit().join();
            try (var store = KnowledgeStore.open(db)) {
                Object found = lines(store);
                assertTrue(found.equals(before) || found.equals(after), point);
                assertFalse(Files.exists(store.layout().scratch()));
                assertFalse(Files.exists(store.layout().made()));
                assertEquals(1, BulkFolder.generations(store.layout().tdb2()).size());
                second(store, more, line -> {});
                assertEquals(after, lines(store));
                List<RawPage> pages = List.of(IntakeTest.page(0), IntakeTest.page(40 + more - 1));
                pages.forEach(page -> assertTrue(store.articles().containsKey(page.key())));
                store.search();
            }
            assertEquals(List.of(), Examination.of(db, true).findings());
        }
    }

    @Test
    void keysAreKept() {
        var keys = new KeySet();
        for (long n = -3000; n < 3000; n++) {
            String key = String.format("%016x", n * 0x9E3779B97F4A7C15L);
            assertFalse(keys.contains(key));
            assertTrue(keys.add(key));
            assertFalse(keys.add(key));
            assertTrue(keys.contains(key));
        }
        assertTrue(keys.contains("0".repeat(16)));
    }
}
