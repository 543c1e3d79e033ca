package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeStoreTest {
    /** Before a graph is read: Jena begun by two classes at once, each with another part, waits for itself for ever. */
    private static final Iris IRIS = Iris.standard();
    private static final String KEY = "00000000000000aa";
    private static final String OTHER = "00000000000000bb";

    @TempDir
    Path temp;

    @Test
    void anArticleIsTwoNamedGraphsAndALedgerRow() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            var report = store.put(List.of(article(KEY, "12.5")),
                    a -> Optional.of(new Origin("ab".repeat(32), "新闻/一.html")));
            assertEquals(List.of(KEY), report.added());
            assertEquals(1, report.stored());
            assertTrue(store.<Boolean>read(d -> d.getDefaultGraph().isEmpty()), "nothing in the default graph");
            assertEquals(List.of(IRIS.facts(KEY).getURI(), IRIS.evidence(KEY).getURI(), IRIS.graph("catalog").getURI()),
                    store.read(d -> graphNames(d)));
            assertEquals(1, store.articles().size());
            assertEquals(2, store.articles().get(KEY));
            assertTrue(store.<Boolean>read(d -> d.contains(IRIS.graph("catalog"), IRIS.facts(KEY), Node.ANY,
                    NodeFactory.createLiteralString("新闻/一.html"))));
            assertTrue(store.<Boolean>read(d -> d.contains(IRIS.graph("catalog"), IRIS.facts(KEY), Node.ANY,
                    NodeFactory.createLiteralString("ab".repeat(32)))));
        }
    }

    @Test
    void theSameArticleTwiceChangesNothing() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            // Spellings that TDB2 stores as values: 1.50, 007, a date.
            var article = article(KEY, "1.50", "s:b s:n 007 , \"+3\"^^x:integer , \"2021-05-26\"^^x:date , 1.0e3 .");
            store.put(List.of(article));
            var before = store.read(KnowledgeStoreTest::quads);
            var report = store.put(List.of(article));
            assertEquals(List.of(KEY), report.unchanged());
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
        }
    }

    @Test
    void aChangedArticleReplacesItsOwnStatementsOnly() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.put(List.of(article(KEY, "1"), article(OTHER, "5")));
            var report = store.put(List.of(article(KEY, "2"), article(OTHER, "5")));
            assertEquals(List.of(KEY), report.replaced());
            assertEquals(List.of(OTHER), report.unchanged());
            try (var fresh = KnowledgeStore.open(temp.resolve("fresh"))) {
                fresh.put(List.of(article(KEY, "2"), article(OTHER, "5")));
                assertEquals(fresh.read(KnowledgeStoreTest::quads), store.read(KnowledgeStoreTest::quads));
            }
        }
    }

    @Test
    void anArticleWithoutFactsIsKnown() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            var empty = new ArticleGraph(KEY, IRIS, GraphFactory.createDefaultGraph(),
                    GraphFactory.createDefaultGraph());
            assertEquals(List.of(KEY), store.put(List.of(empty)).added());
            assertEquals(List.of(KEY), store.put(List.of(empty)).unchanged());
            assertEquals(List.of(KEY), store.put(List.of(article(KEY, "1"))).replaced());
        }
    }

    @Test
    void everythingIsThereAfterReopening() {
        TreeSet<String> before;
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.put(List.of(article(KEY, "1")));
            before = store.read(KnowledgeStoreTest::quads);
        }
        try (var store = KnowledgeStore.openExisting(temp.resolve("db"))) {
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
            assertEquals(List.of(KEY), store.put(List.of(article(KEY, "1"))).unchanged());
        }
    }

    @Test
    void whatNoFileCanCarryIsRefusedAndTheRestIsStored() {
        Function<Node, ArticleGraph> withObject = node -> {
            Graph facts = GraphFactory.createDefaultGraph();
            facts.add(NodeFactory.createURI("https://example.org/s"), NodeFactory.createURI("https://example.org/p"),
                    node);
            return new ArticleGraph(KEY, IRIS, facts, GraphFactory.createDefaultGraph());
        };
        List<Node> bad = List.of(NodeFactory.createLiteralString("a\0b"), NodeFactory.createLiteralString("\ud800"),
                NodeFactory.createLiteralString("\ufffe"), NodeFactory.createLiteralString("\u0007"),
                NodeFactory.createBlankNode(), NodeFactory.createURI("javascript:alert(1)"),
                NodeFactory.createURI("file:///etc/passwd"), NodeFactory.createURI("relative"),
                NodeFactory.createURI("http://example.org/a b"), NodeFactory.createURI("http://example.org/<x>"));
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            for (Node node : bad) {
                var report = store.put(List.of(withObject.apply(node), article(OTHER, "1")));
                assertEquals(List.of(KEY), report.refused().stream().map(LoadReport.Refused::key).toList(),
                        node.toString());
            }
            assertEquals(List.of(OTHER), List.copyOf(store.articles().keySet()));
        }
    }

    @Test
    void aSecondOwnerIsRefused() throws IOException, InterruptedException {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            var same = assertThrows(StoreException.class, () -> KnowledgeStore.open(temp.resolve("db")));
            assertTrue(same.getMessage().contains("in use by this process"), same.getMessage());

            var other = Child.run("open", temp.resolve("db").toString());
            assertEquals(1, other.exit(), other.output());
            assertTrue(other.output().contains("is in use by process " + ProcessHandle.current().pid()),
                    other.output());
            assertTrue(other.output().contains("one user at a time"), other.output());
            store.put(List.of(article(KEY, "1")));
        }
        var after = Child.run("open", temp.resolve("db").toString());
        assertEquals(0, after.exit(), after.output());
    }

    @Test
    void aFailedBatchLeavesNothingAndTheStoreGoesOn() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.put(List.of(article(KEY, "1")));
            var before = store.read(KnowledgeStoreTest::quads);
            DatasetGraph handle = store.dataset();
            // As TDB2 does when the disk is full: an Error, in the middle of the batch.
            var failure = assertThrows(StoreException.class, () -> store.write(1, d -> {
                many(50).forEach(a -> a.facts().find().forEachRemaining(t -> d.add(Quad.create(a.factsName(), t))));
                throw new InternalError("No space left on device");
            }));
            assertTrue(failure.getMessage().contains("was not written"), failure.getMessage());
            assertNotNull(failure.remedy());
            assertEquals(before, store.read(KnowledgeStoreTest::quads));
            assertEquals(50, store.put(many(50)).added().size());
            assertEquals(51, store.articles().size());
            assertEquals(handle, store.dataset());
        }
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            assertEquals(51, store.articles().size());
        }
    }

    @Test
    void anInterruptedCallerDoesNotHarmTheBatch() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            Thread.currentThread().interrupt();
            store.put(many(20));
            assertTrue(Thread.interrupted(), "the caller still learns of its interrupt");
            store.put(List.of(article(KEY, "1")));
            assertEquals(21, store.articles().size());
        }
    }

    @Test
    void tooLittleSpaceStopsBeforeWriting() {
        try (var store = KnowledgeStore.open(new Layout(temp.resolve("db")), Optional.empty(), () -> 1L << 20)) {
            var failure = assertThrows(StoreException.class, () -> store.put(many(3)));
            assertTrue(failure.getMessage().contains("1 MB of free disk space"), failure.getMessage());
            assertTrue(store.articles().isEmpty());
        }
    }

    @Test
    void directoriesThatAreNoStoresAreLeftAlone() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "mine");
        var failure = assertThrows(StoreException.class, () -> KnowledgeStore.open(temp));
        assertTrue(failure.getMessage().contains("not a store and not empty"), failure.getMessage());
        assertEquals(List.of("thesis.txt"), listing(temp));
        var missing = assertThrows(StoreException.class, () -> KnowledgeStore.openExisting(temp.resolve("none")));
        assertTrue(missing.remedy().contains("jingwei load"), missing.remedy());
        assertFalse(Files.exists(temp.resolve("none")));
    }

    @Test
    void aStoreKeepsItsBase() {
        Iris own = Iris.below("https://data.example.org/news/");
        try (var store = KnowledgeStore.open(temp.resolve("db"), own)) {
            assertThrows(StoreException.class, () -> store.put(List.of(article(KEY, "1"))));
        }
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            assertEquals(own.base(), store.iris().base());
        }
        assertThrows(StoreException.class, () -> KnowledgeStore.open(temp.resolve("db"), IRIS));
    }

    @Test
    void vocabularyAndGazetteerAreReplacedAsAWhole() {
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            assertTrue(store.loadReference(graph("s:v a s:Class ."), graph("s:g a s:Place . s:h a s:Place .")));
            assertFalse(store.loadReference(graph("s:v a s:Class ."), graph("s:g a s:Place . s:h a s:Place .")));
            assertTrue(store.loadReference(graph("s:v a s:Class ."), graph("s:g a s:Place .")));
            assertEquals(1, store.<Integer>read(d -> d.getGraph(IRIS.graph("gazetteer")).size()));
        }
    }

    @Test
    void whatAnEditionMadeIsMadeOnce() {
        Edition one = new Edition("1.0+0", "g1");
        Edition other = new Edition("1.0+0", "g2");
        Supplier<Graph> never = () -> {
            throw new AssertionError("it is there");
        };
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            assertTrue(store.loadReference(one, () -> graph("s:v a s:Class ."), () -> graph("s:g a s:Place .")));
            assertFalse(store.loadReference(one, never, never));
            assertTrue(store.loadReference(other, () -> graph("s:v a s:Class ."), () -> graph("s:h a s:Place .")));
            assertTrue(store.loadReference(one, () -> graph("s:v a s:Class ."), () -> graph("s:g a s:Place .")));
            // Made by hand: no edition is known of it.
            assertTrue(store.loadReference(graph("s:v a s:Class ."), graph("s:h a s:Place .")));
            assertTrue(store.loadReference(one, () -> graph("s:v a s:Class ."), () -> graph("s:g a s:Place .")));
            assertFalse(store.loadReference(one, never, never));
        }
    }

    /** A store of an earlier version has no hash of its gazetteer: it is compared, mended, and known from then on. */
    @Test
    void aGazetteerWithoutAHashIsComparedStatementByStatement() {
        Graph vocabulary = graph("s:v a s:Class .");
        Graph gazetteer = graph("s:g a s:Place ; s:height 1.50 .");
        try (var store = KnowledgeStore.open(temp.resolve("db"))) {
            store.loadReference(vocabulary, gazetteer);
            TreeSet<String> whole = store.read(KnowledgeStoreTest::quads);
            Node name = IRIS.graph("gazetteer");
            store.write(9, d -> {
                d.deleteAny(IRIS.graph("catalog"), name, Node.ANY, Node.ANY);
                d.deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
                d.add(name, name, name, name);
            });
            assertTrue(store.loadReference(vocabulary, gazetteer));
            assertEquals(whole, store.read(KnowledgeStoreTest::quads));
            assertFalse(store.loadReference(vocabulary, gazetteer));
        }
    }

    @Test
    void fingerprintsTellApartWhatIsWrittenAlike() {
        var graphs = List.of("s:a s:p \"b\" .", "s:a s:p \"b\"@en .", "s:a s:p \"b@en\" .", "s:a s:p s:b .",
                "s:a s:p \"1\"^^x:integer .", "s:a s:p \"01\"^^x:integer .", "s:a s:p \"1\"^^x:decimal .",
                "s:ab s:p s: .",
                "s:a s:bp s: .", "s:a s:p \"b\" . s:a s:p s:b .", "");
        assertEquals(graphs.size(), graphs.stream().map(g -> Fingerprint.of(graph(g))).distinct().count());
        assertEquals(Fingerprint.of(graph("s:a s:p s:b . s:c s:p s:b .")),
                Fingerprint.of(graph("s:c s:p s:b . s:a s:p s:b .")));
    }

    static List<ArticleGraph> many(int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> article(String.format(java.util.Locale.ROOT, "%016x", 0x1000 + i), "" + i)).toList();
    }

    static ArticleGraph article(String key, String value, String... more) {
        return new ArticleGraph(key, IRIS,
                graph("s:" + key + " s:value " + value + " ; s:name \"项目 " + key + "\"@zh-Hans . "
                        + String.join(" ", more)),
                graph("s:" + key + " s:exact \"签约" + value + "个项目\" ."));
    }

    static Graph graph(String turtle) {
        return RDFParser.fromString("PREFIX s: <https://example.org/> PREFIX x: <http://www.w3.org/2001/XMLSchema#> "
                + turtle, Lang.TURTLE).toGraph();
    }

    static TreeSet<String> quads(DatasetGraph dataset) {
        var quads = new TreeSet<String>();
        dataset.find().forEachRemaining(quad -> quads.add(quad.toString()));
        return quads;
    }

    private static List<String> graphNames(DatasetGraph dataset) {
        var names = new TreeSet<String>();
        dataset.listGraphNodes().forEachRemaining(node -> names.add(node.getURI()));
        return List.copyOf(names);
    }

    private static List<String> listing(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    /** A link or a mount that is not there after a restart leaves no folder, or an empty one. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void lostFilesAreNotTakenForAnEmptyStore(boolean folderIsLeft) throws IOException {
        Path db = temp.resolve("db");
        Path aside = temp.resolve("aside");
        Files.createDirectories(aside);
        try (var store = KnowledgeStore.open(db)) {
            store.put(many(5));
        }
        BulkFolder.delete(db.resolve("search"));
        Files.move(db.resolve("tdb2"), aside.resolve("tdb2"));
        if (folderIsLeft) {
            Files.createDirectory(db.resolve("tdb2"));
        }
        List<Executable> openings = List.of(() -> KnowledgeStore.open(db), () -> KnowledgeStore.openExisting(db),
                () -> Backup.write(db, temp.resolve("b.nq.gz"), true, (done, all) -> {}),
                () -> Compaction.run(db, (done, all) -> {}));
        for (int again = 0; again < 2; again++) {
            for (Executable opening : openings) {
                var refused = assertThrows(StoreException.class, opening);
                assertTrue(refused.getMessage().contains("holds no data"), refused.getMessage());
                assertTrue(refused.remedy().contains("Put them back") && refused.remedy().contains("rebuild --anew"),
                        refused.remedy());
            }
            assertTrue(Examination.of(db, false).findings().getFirst().what().contains("holds no data"));
        }
        assertFalse(Files.exists(temp.resolve("b.nq.gz")));
        Files.deleteIfExists(db.resolve("tdb2"));
        Files.move(aside.resolve("tdb2"), db.resolve("tdb2"));
        try (var store = KnowledgeStore.openExisting(db)) {
            assertEquals(5, store.articles().size());
        }
    }

    @Test
    void aStoreFromBeforeLostFilesWereNotedOpensAndIsGivenTheNote() throws IOException {
        Path db = temp.resolve("db");
        try (var store = KnowledgeStore.open(db)) {
            store.put(many(5));
        }
        Files.delete(db.resolve("tdb2-made"));
        try (var store = KnowledgeStore.openExisting(db)) {
            assertEquals(5, store.articles().size());
        }
        assertTrue(Files.exists(db.resolve("tdb2-made")));
    }

    @Test
    void aStoreWhoseFilesAreLostIsBegunAnewOnlyWhenToldSo() throws IOException {
        Path db = temp.resolve("db");
        try (var store = KnowledgeStore.open(db)) {
            store.put(many(5));
        }
        var refused = assertThrows(StoreException.class, () -> KnowledgeStore.openAnew(db));
        assertTrue(refused.getMessage().contains("is not lost"), refused.getMessage());
        BulkFolder.delete(db.resolve("tdb2"));
        try (var store = KnowledgeStore.openAnew(db)) {
            assertEquals(0, store.articles().size());
            store.put(many(3));
        }
        try (var store = KnowledgeStore.openExisting(db)) {
            assertEquals(3, store.articles().size());
        }
    }

    /** Half the files of a new store would be taken for whole ones by TDB2, and no backup could ever be made. */
    @Test
    void aStoreThatWasKilledWhileItWasMadeIsMadeAnew(@TempDir Path temp) throws IOException {
        Path db = temp.resolve("db");
        Path half = Files.createDirectories(db.resolve("tdb2/.new/Data-0001"));
        Files.createDirectories(db.resolve("tdb2"));
        KnowledgeStore.open(temp.resolve("other")).close();
        Files.copy(temp.resolve("other/jingwei-store"), db.resolve("jingwei-store"));
        Files.write(half.resolve("SPO.bpt"), new byte[24]);
        try (var store = KnowledgeStore.open(db)) {
            assertEquals(0, store.articles().size());
        }
        assertFalse(Files.exists(db.resolve("tdb2/.new")));
        assertEquals(new Content(0, "0".repeat(32)), BulkFolder.content(db.resolve("tdb2")));
    }
}
