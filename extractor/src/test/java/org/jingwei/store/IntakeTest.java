package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page that a store tells of is without its bytes, whenever the process ends; and none is taken in twice. */
class IntakeTest {
    private static final Iris IRIS = Iris.standard();
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-08-14T09:00:00Z"));
    static final Edition EDITION = new Edition("1.0+0", "g1");

    @TempDir
    Path temp;

    private final List<Taken> told = new ArrayList<>();

    // What is used by others

    static RawPage page(int n) {
        byte[] bytes = ("<p>第" + n + "个项目" + "签约".repeat(n % 50)).getBytes(StandardCharsets.UTF_8);
        return new RawPage("p" + n, "news/" + n + ".html", RawPage.Kind.HTML, bytes, RawPage.sha256(bytes),
                RawPage.Stated.NOTHING);
    }

    static Intake intake(KnowledgeStore store, int batch, Consumer<Taken> told) {
        return new Intake(store, EDITION, Intake.Again.NOTHING, batch, CLOCK, told);
    }

    static void add(Intake intake, RawPage page) {
        intake.add(page, article(page, "1"));
    }

    static ArticleGraph article(RawPage page, String... values) {
        Graph facts = GraphFactory.createDefaultGraph();
        Graph evidence = GraphFactory.createDefaultGraph();
        var url = NodeFactory.createURI("https://schema.org/url");
        facts.add(IRIS.article(page.key()), url, NodeFactory.createURI("http://news.example/" + page.name()));
        for (int n = 0; n < values.length; n++) {
            var fact = NodeFactory.createURI(IRIS.facts(page.key()).getURI() + "/amount/a" + (n + 1));
            facts.add(fact, IRIS.term("value"), NodeFactory.createLiteralString(values[n]));
            evidence.add(fact, IRIS.term("rule"), NodeFactory.createLiteralString("by hand"));
        }
        return new ArticleGraph(page.key(), IRIS, facts, evidence);
    }

    private KnowledgeStore open() {
        return KnowledgeStore.open(temp.resolve("db"));
    }

    private static Intake reading(KnowledgeStore store, Edition edition, Intake.Again again, Consumer<Taken> told) {
        return new Intake(store, edition, again, 100, CLOCK, told);
    }

    private List<Taken.Fate> fates() {
        List<Taken.Fate> fates = told.stream().map(Taken::fate).toList();
        told.clear();
        return fates;
    }

    private static List<RawPage> archived(KnowledgeStore store) {
        return ArchivedPages.all(store).stream().map(arrival -> ((Arrival.Page) arrival).page()).toList();
    }

    // Nothing is lost

    @Test
    void whatABatchThatFailsHeldIsNotStoredLater() {
        var free = new AtomicLong(Long.MAX_VALUE);
        try (var store = KnowledgeStore.open(new Layout(temp.resolve("db")), Optional.empty(), free::get);
                var intake = intake(store, 1, told::add)) {
            free.set(0);
            assertThrows(StoreException.class, () -> add(intake, page(1)));
            free.set(Long.MAX_VALUE);
            add(intake, page(2));
            assertEquals(List.of(page(2).key()), told.stream().map(Taken::key).toList());
        }
    }

    @Test
    void aKilledIntakeLosesNoPageThatItToldOf() throws IOException {
        var random = new Random(20261126);
        Path db = temp.resolve("db");
        int first = 0;
        for (int kill = 0; kill < 4; kill++) {
            Process loader = Child.start("intake", db.toString(), "" + first);
            List<String> reported = new ArrayList<>();
            try (var lines = new BufferedReader(
                    new InputStreamReader(loader.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null && reported.size() < 8 + 4 * kill; line = lines
                        .readLine()) {
                    if (line.startsWith("committed ")) {
                        reported.add(line.substring("committed ".length()));
                    }
                }
                for (long until = System.nanoTime() + random.nextInt(20_000_000); System.nanoTime() < until;) {
                    Thread.onSpinWait();
                }
                loader.destroyForcibly();
            }
            assertTrue(reported.size() >= 8, reported::toString);
            loader.onExit().join();
            try (var store = open()) {
                var pages = ArchivedPages.all(store);
                List<RawPage> kept = pages.stream().map(arrival -> ((Arrival.Page) arrival).page()).toList();
                assertEquals(List.of(), pages.lost());
                assertEquals(List.of(), pages.damages());
                assertTrue(kept.stream().map(RawPage::location).toList().containsAll(reported));
                assertTrue(kept.stream().map(RawPage::key).toList().containsAll(store.articles().keySet()));
                // Again, what was told of is passed over.
                try (var intake = intake(store, 4, told::add)) {
                    for (String location : reported) {
                        RawPage page = page(Integer.parseInt(location.replaceAll("\\D", "")));
                        assertInstanceOf(Intake.Known.Stored.class, intake.known(page));
                    }
                }
                first += reported.size();
            }
        }
    }

    @Test
    void whatWasArchivedAndNotStoredComesBack() {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            add(intake, page(1));
            intake.flush();
            add(intake, page(2)); // and here the process ends
        }
        try (var store = open()) {
            assertEquals(1, store.articles().size());
            var pages = ArchivedPages.all(store);
            try (var rebuild = Intake.ofArchive(pages, EDITION, Intake.Again.NOTHING, 10, told::add)) {
                pages.stream().map(arrival -> ((Arrival.Page) arrival).page()).forEach(page -> add(rebuild, page));
                rebuild.flush();
            }
            assertEquals(2, store.articles().size());
            assertEquals(1, Archive.files(store.layout()).size(), "what is archived is not written again");
            assertEquals(List.of(page(1), page(2)), archived(store));
        }
    }

    @Test
    void aFailureOfTheArchiveStoresNothingAndTheNextBatchIsWhole() throws IOException {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            Files.writeString(temp.resolve("db/archive"), "in the way");
            var failure = assertThrows(StoreException.class, () -> add(intake, page(1)));
            assertTrue(failure.getMessage().contains("nothing of its batch was stored"), failure.getMessage());
            Files.delete(temp.resolve("db/archive"));
            add(intake, page(2));
            intake.flush();
            assertEquals(Set.of(page(2).key()), store.articles().keySet());
            assertEquals(List.of(page(2)), archived(store));
        }
        // In the middle of a batch: what is not known to be on the disk is not told of.
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            add(intake, page(3));
            Files.move(temp.resolve("db/archive"), temp.resolve("aside"));
            Files.writeString(temp.resolve("db/archive"), "in the way");
            intake.close();
            assertThrows(StoreException.class, () -> add(intake, page(4)));
            Files.delete(temp.resolve("db/archive"));
            Files.move(temp.resolve("aside"), temp.resolve("db/archive"));
            intake.flush();
            assertEquals(Set.of(page(2).key()), store.articles().keySet());
            add(intake, page(3));
            intake.flush();
            assertEquals(List.of(page(2), page(3)), archived(store));
        }
    }

    @Test
    void aStoreThatCannotCommitTellsOfNoPage() {
        try (var store = KnowledgeStore.open(new Layout(temp.resolve("db")), Optional.empty(), () -> 1L << 20);
                var intake = intake(store, 100, told::add)) {
            add(intake, page(1));
            assertThrows(StoreException.class, intake::flush);
            assertEquals(List.of(), told);
            assertTrue(store.articles().isEmpty());
        }
    }

    // The same again

    @Test
    void aPageIsKnownWithItsEditionAndOfTwoAlikeTheFirstCounts() {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            assertInstanceOf(Intake.Known.New.class, intake.known(page(1)));
            add(intake, page(1));
            add(intake, page(1));
            intake.flush();
            assertEquals(List.of(Taken.Fate.UNCHANGED, Taken.Fate.ADDED), fates());
            assertInstanceOf(Intake.Known.Stored.class, intake.known(page(1)));
            for (Edition other : List.of(new Edition("1.0+1", "g1"), new Edition("1.0+0", "g2"), EDITION.with("x"))) {
                try (var later = reading(store, other, Intake.Again.NOTHING, told::add)) {
                    assertInstanceOf(Intake.Known.New.class, later.known(page(1)));
                }
            }
            try (var all = reading(store, EDITION, new Intake.Again(true, false), told::add)) {
                assertInstanceOf(Intake.Known.New.class, all.known(page(1)));
            }
            var before = store.read(KnowledgeStoreTest::quads);
            add(intake, page(1));
            intake.flush();
            assertEquals(List.of(Taken.Fate.UNCHANGED), fates());
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
            assertEquals(1, archived(store).size());
        }
    }

    /** Equal pages at two places, in whichever batches they come: the result would else hang on which was done first. */
    @Test
    void theSameBytesAtAnotherPlaceChangeNothing() {
        RawPage first = page(1);
        var second = new RawPage("copy", "news/copy.html", first.kind(), first.content(), first.identity(),
                first.stated());
        try (var store = open(); var intake = intake(store, 1, told::add)) {
            intake.reject(first, "EMPTY: nothing");
            var before = store.read(KnowledgeStoreTest::quads);
            for (int run = 0; run < 2; run++) {
                intake.reject(second, "EMPTY: nothing");
                intake.reject(first, "EMPTY: nothing");
            }
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
            assertEquals(List.of(Taken.Fate.REJECTED), fates().stream().distinct().toList());
            add(intake, first);
            before = store.read(KnowledgeStoreTest::quads);
            intake.add(second, article(second, "1"));
            assertEquals(List.of(Taken.Fate.ADDED, Taken.Fate.UNCHANGED), fates());
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
            assertEquals(List.of(first), archived(store));
            assertEquals(1, Archive.files(store.layout()).size());
        }
    }

    @Test
    void aFaultOfTheProgramTakesNoArticleOut() {
        try (var store = open(); var intake = intake(store, 1, told::add)) {
            add(intake, page(1));
            var before = store.read(KnowledgeStoreTest::quads);
            try (var later = reading(store, new Edition("2.0+0", "g1"), Intake.Again.NOTHING, told::add)) {
                later.fault(page(1), "NullPointerException: x");
                later.fault(page(2), "NullPointerException: x");
                later.flush();
            }
            assertEquals(List.of(Taken.Fate.ADDED, Taken.Fate.REJECTED), fates());
            assertEquals(Set.of(page(1).key()), store.articles().keySet());
            assertTrue(store.read(KnowledgeStoreTest::quads).containsAll(before));
            assertEquals(List.of(page(1), page(2)), archived(store), "to be read again once that is mended");
        }
    }

    @Test
    void onlyWhatChangedIsCounted() {
        try (var store = open(); var intake = intake(store, 1, told::add)) {
            intake.add(page(1), article(page(1), "10", "20", "30"));
            // One more in front shifts the numbers of the others.
            intake.add(page(1), article(page(1), "5", "10", "20", "30"));
            intake.add(page(1), article(page(1), "5", "20"));
            intake.reject(page(1), "EMPTY: nothing");
            intake.reject(page(1), "EMPTY: nothing");
            assertEquals(List.of("ADDED 3 0", "REPLACED 1 0", "REPLACED 0 2", "TAKEN_OUT 0 2", "REJECTED 0 0"),
                    told.stream().map(taken -> taken.fate() + " " + taken.factsAdded() + " " + taken.factsRemoved())
                            .toList());
            assertTrue(store.articles().isEmpty());
            assertEquals(1, archived(store).size());
        }
    }

    @Test
    void whatMayNotBeStoredIsRejectedAndTheRestIsStored() {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            intake.add(page(1), article(page(1), "a\0b"));
            add(intake, page(2));
            intake.flush();
            assertTrue(told.getFirst().reason().orElseThrow().contains("U+0000"));
            assertEquals(List.of(Taken.Fate.REJECTED, Taken.Fate.ADDED), fates());
            assertEquals(Set.of(page(2).key()), store.articles().keySet());
        }
    }

    // Retraction

    @Test
    void anArticleIsNamedInManyWays() {
        RawPage page = page(1);
        String document = IRIS.facts(page.key()).getURI();
        for (String what : List.of(page.key(), page.identity(), document, document + "/article",
                document + "/amount/a1", document + "/evidence", page.location(), "http://news.example/p1")) {
            try (var store = KnowledgeStore.open(temp.resolve("db" + RawPage.sha256(what.getBytes()).substring(0, 8)));
                    var intake = intake(store, 1, told::add)) {
                add(intake, page);
                add(intake, page(2));
                List<Retraction> done = Retraction.retract(store, what, "wrong");
                assertEquals(List.of(page.key()), done.stream().map(each -> each.tombstone().key()).toList(), what);
                assertTrue(done.getFirst().changed());
                assertEquals(1, done.getFirst().facts());
                assertEquals(Set.of(page(2).key()), store.articles().keySet());
                assertEquals(Optional.of(new Tombstone(page.key(), Optional.of(page.identity()),
                        Optional.of(page.location()), "wrong")), store.tombstone(page.key()));
                assertEquals(Optional.empty(), store.tombstone(page(2).key()));
                assertTrue(store.<Boolean>read(now -> !now.containsGraph(IRIS.facts(page.key()))
                        && !now.containsGraph(IRIS.evidence(page.key()))));
            }
        }
        try (var store = open(); var intake = intake(store, 1, told::add)) {
            add(intake, page);
            for (String what : List.of("0".repeat(16), page.key() + "0".repeat(48), "news", "http://news.example/",
                    IRIS.base() + "doc/" + "0".repeat(16), IRIS.base() + "doc/", "")) {
                assertEquals(List.of(), Retraction.retract(store, what, "wrong"), what);
            }
            assertEquals(1, store.articles().size());
        }
    }

    @Test
    void aRetractedPageStaysOutUntilItIsTakenBack() {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            add(intake, page(1));
            intake.flush();
            var stored = store.read(KnowledgeStoreTest::quads);
            add(intake, page(1)); // waits in a batch while it is retracted
            Retraction.retract(store, page(1).key(), "数字有误");
            var retracted = store.read(KnowledgeStoreTest::quads);
            intake.flush();
            assertEquals(new Intake.Known.Retracted("数字有误"), intake.known(page(1)));
            add(intake, page(1));
            intake.reject(page(1), "EMPTY: nothing");
            intake.flush();
            assertEquals(List.of(Taken.Fate.ADDED, Taken.Fate.RETRACTED, Taken.Fate.RETRACTED, Taken.Fate.RETRACTED),
                    fates());
            assertEquals(retracted, store.read(KnowledgeStoreTest::quads));
            assertEquals(List.of(), archived(store), "a rebuild does not see it");
            try (var back = reading(store, EDITION, new Intake.Again(false, true), told::add)) {
                assertInstanceOf(Intake.Known.New.class, back.known(page(1)));
                add(back, page(1));
                back.flush();
            }
            assertEquals(stored, store.read(KnowledgeStoreTest::quads));
            assertEquals(1, Archive.files(store.layout()).size());
        }
    }

    // Archive

    @Test
    void pagesOfManyRunsComeOnceEach() {
        for (int run = 0; run < 3; run++) {
            try (var store = open(); var intake = intake(store, 3, told::add)) {
                IntStream.range(run * 4, run * 4 + 6).mapToObj(IntakeTest::page).forEach(page -> add(intake, page));
                intake.flush();
            }
        }
        try (var store = open()) {
            assertEquals(List.of("archive/run-000001.warc.gz", "archive/run-000002.warc.gz",
                    "archive/run-000003.warc.gz"), Archive.files(store.layout()));
            assertEquals(IntStream.range(0, 14).mapToObj(IntakeTest::page).toList(), archived(store));
            assertEquals(List.of(page(3), page(9)), ArchivedPages
                    .of(store, Set.of(page(9).identity(), page(3).identity(), "0".repeat(64))).stream()
                    .map(arrival -> ((Arrival.Page) arrival).page()).toList());
        }
    }

    /** The bytes are the same, what its file is called is not: a rebuild must not bring the old name back. */
    @Test
    void aPageThatMovedIsKeptAgainWhenItIsReadAgain() {
        var moved = new RawPage("other", "elsewhere.html", RawPage.Kind.HTML, page(1).content(), page(1).identity(),
                RawPage.Stated.NOTHING);
        try (var store = open(); var intake = intake(store, 1, told::add)) {
            add(intake, page(1));
            assertInstanceOf(Intake.Known.Stored.class, intake.known(moved));
            try (var all = reading(store, EDITION, new Intake.Again(true, false), told::add)) {
                add(all, moved);
                all.flush();
            }
            List<RawPage> kept = archived(store);
            assertEquals(List.of("elsewhere.html"), kept.stream().map(RawPage::location).toList());
            assertEquals("other", kept.getFirst().name());
        }
    }

    @Test
    void whoeverReadsAllAgainRepairsADamagedArchive() throws IOException {
        try (var store = open(); var intake = intake(store, 100, told::add)) {
            for (int n = 0; n < 5; n++) {
                add(intake, page(n));
            }
            intake.flush();
        }
        Path file = temp.resolve("db/archive/run-000001.warc.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        try (var store = open()) {
            var damaged = ArchivedPages.all(store);
            assertEquals(4, damaged.stream().count());
            assertEquals(1, damaged.lost().size());
            assertTrue(damaged.damages().getFirst().contains("is damaged behind byte "), damaged.damages()::toString);
            try (var all = reading(store, EDITION, new Intake.Again(true, false), told::add)) {
                for (int n = 0; n < 5; n++) {
                    add(all, page(n));
                }
                all.flush();
            }
            var repaired = ArchivedPages.all(store);
            assertEquals(5, repaired.stream().count());
            assertEquals(List.of(), repaired.lost());
            assertEquals(2, Archive.files(store.layout()).size());
        }
    }

    @Test
    void anEditionIsTheProgramAndTheGazetteer() {
        Edition edition = Edition.current();
        assertEquals(edition, Edition.current());
        assertTrue(edition.program().matches("[^+]+[+][0-9a-f]{12}"), edition.program());
        assertTrue(edition.gazetteer().matches("[0-9a-f]{12}"), edition.gazetteer());
        assertEquals(edition.program() + " (least confidence 0.8)", edition.with("least confidence 0.8").program());
    }
}
