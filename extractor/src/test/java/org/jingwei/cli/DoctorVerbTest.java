package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.VOID;
import org.jingwei.rdf.Iris;
import org.jingwei.store.FileTree;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code doctor} on copies of a store, each damaged in another way. */
class DoctorVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Path db;

    @BeforeAll
    static void original() {
        SmallStore.of(shared.resolve("db"), DEMO.resolve("yichang-fair.txt"), DEMO.resolve("weihai-park.html"));
    }

    @BeforeEach
    void copy() throws IOException {
        db = folder.resolve("db");
        FileTree.copy(shared.resolve("db"), db);
    }

    private Told doctor(String... more) {
        return Told.by(Stream.concat(Stream.of("doctor", "--db", db.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void finds(String part, String what, String... more) {
        Told told = doctor(more);
        assertEquals(1, told.exit(), told.out() + told.err());
        List<String> found = told.out().lines().filter(line -> line.startsWith("FOUND ")).toList();
        assertEquals(1, found.size(), told.out());
        assertTrue(found.getFirst().startsWith("FOUND " + part + ": ") && found.getFirst().contains(what), told.out());
        assertTrue(told.out().contains("\n  do: "), told.out());
    }

    /** As another program would that knows nothing of the rules. */
    private void write(Consumer<DatasetGraph> change) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(db.resolve("tdb2")));
        Txn.executeWrite(dataset, () -> change.accept(dataset));
        TDBInternal.expel(dataset, true);
    }

    private String key() {
        try (var store = KnowledgeStore.openExisting(db)) {
            return store.articles().firstKey();
        }
    }

    @Test
    void aHealthyStoreIsCalledSo() {
        for (Told told : List.of(doctor(), doctor("--deep"))) {
            assertEquals(0, told.exit(), told.out() + told.err());
            assertEquals(db + ": healthy\n", told.err());
            assertTrue(told.out().contains("catalog: 2 articles, 2 rows\n"), told.out());
            assertTrue(told.out().contains("archive: 1 of 1 files"), told.out());
            assertTrue(told.out().contains("search: an index of this state of the store\n"), told.out());
        }
        assertEquals(0, Told.by("retract", key(), "--db", db.toString(), "--reason", "x").exit());
        assertEquals(0, doctor("--deep").exit());
        assertEquals(0, Told.by("compact", "--db", db.toString()).exit());
        assertEquals(0, doctor("--deep").exit(), "a compacted store is healthy");
    }

    @Test
    void graphsAndCatalogThatDisagreeAreFound() throws IOException {
        Node facts = Iris.standard().facts(key());
        Node evidence = Iris.standard().evidence(key());
        Node catalog = Iris.standard().graph("catalog");
        Node word = NodeFactory.createURI("urn:x:y");
        var quad = Quad.create(facts, word, word, word);
        write(now -> now.add(quad));
        finds("catalog", "<" + facts + "> has not as many statements");
        write(now -> now.delete(quad));
        assertEquals(0, doctor().exit());

        var stray = Quad.create(word, word, word, word);
        write(now -> now.add(stray));
        finds("catalog", "<urn:x:y> has no row");
        write(now -> now.delete(stray));

        var loose = Quad.create(Quad.defaultGraphIRI, word, word, word);
        write(now -> now.add(loose));
        finds("tdb2", "the default graph holds 1 statements");
        write(now -> now.delete(loose));

        write(now -> now.deleteAny(catalog, evidence, VOID.triples.asNode(), Node.ANY));
        finds("catalog", "<" + evidence + "> has no row");
    }

    @Test
    void anArticleThatIsGoneIsFound() {
        Node evidence = Iris.standard().evidence(key());
        write(now -> now.deleteAny(evidence, Node.ANY, Node.ANY, Node.ANY));
        finds("catalog", "<" + evidence + "> is in the catalog and not in the store");
    }

    @Test
    void aDamagedArchiveIsFoundByADeepLookAndAMissingOneByAny() throws IOException {
        Path file = db.resolve("archive/run-000001.warc.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 0x55;
        Files.write(file, bytes);
        assertEquals(0, doctor().exit());
        finds("archive", "does not hold whole 1 of the pages", "--deep");
        Files.delete(file);
        finds("archive", "archive/run-000001.warc.gz is missing");
    }

    @Test
    void aTornJournalIsFoundOnce() throws IOException {
        Path journal = db.resolve("tdb2/Data-0001/journal.jrnl");
        Files.write(journal, new byte[]{ 0, 0, 32, 0, 1, 2, 3 }, StandardOpenOption.APPEND);
        finds("journal", "the torn 7 bytes were removed");
        assertEquals(0, doctor().exit());
    }

    @Test
    void whatACompactionLeftIsFound() throws IOException {
        Files.createDirectories(db.resolve("tdb2/.new"));
        finds("tdb2", "left over from a compaction");
        assertEquals(0, Told.by("compact", "--db", db.toString()).exit());
        assertEquals(0, doctor().exit());
    }

    @Test
    void aDamagedIndexIsFoundAndOneOfAnotherStateTold() throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(db.resolve("search"))) {
            segment = files.filter(file -> file.toString().endsWith(".cfs") || file.toString().endsWith(".fdt"))
                    .findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 0x55;
        Files.write(segment, damaged);
        finds("search", "the index is damaged");
        Files.write(segment, bytes);
        write(now -> now.prefixes().add("jingwei-search", "urn:x-jingwei:search:" + "0".repeat(32)));
        Told told = doctor();
        assertEquals(0, told.exit(), "there is nothing to do: " + told.out());
        assertTrue(told.out().contains("search: an index of another state of the store"), told.out());
    }

    @Test
    void tdb2FilesThatCannotBeReadAreFound() throws IOException {
        Files.write(db.resolve("tdb2/Data-0001/nodes-data.obj"), new byte[100]);
        Told told = doctor();
        assertEquals(1, told.exit(), told.out() + told.err());
        assertTrue(told.out().contains("FOUND tdb2: "), told.out());
    }

    /** TDB2 would make an empty one, and answer from it. */
    @ParameterizedTest
    @ValueSource(strings = { "GSPO.bpt", "POSG.dat", "nodes-data.obj", "nodes.idn" })
    void oneFileOfTdb2ThatIsGoneIsFoundAndNothingIsAnswered(String name) throws IOException {
        Path file = db.resolve("tdb2/Data-0001").resolve(name);
        Files.move(file, folder.resolve(name));
        finds("tdb2", "lacks " + name + ": files that were there are gone");
        for (String[] verb : new String[][]{ { "query", "coverage/articles" }, { "load", folder.toString() },
                { "backup", "--out", folder.resolve("a.nq.gz").toString() }, { "compact" } }) {
            Told told = Told
                    .by(Stream.concat(Stream.of(verb), Stream.of("--db", db.toString())).toArray(String[]::new));
            assertEquals(74, told.exit(), verb[0] + told.err());
            assertTrue(told.err().contains("lacks " + name), told.err());
        }
        assertFalse(Files.exists(file), "nobody makes an empty one");
        Files.move(folder.resolve(name), file);
        assertEquals(0, doctor().exit());
    }

    @Test
    void filesOfTdb2ThatAreGoneAreFoundAndNotBackedUp() throws IOException {
        Files.move(db.resolve("tdb2"), folder.resolve("aside"));
        finds("tdb2", "holds no data");
        Told told = Told.by("backup", "--db", db.toString(), "--out", folder.resolve("a.nq.gz").toString());
        assertEquals(74, told.exit(), told.err());
        assertTrue(told.err().contains("official statistics and identity links"), told.err());
        Files.delete(db.resolve("tdb2-made")); // of a store from before there was such a note
        finds("tdb2", "holds no data");
        KnowledgeStore.openAnew(db).close();
        assertTrue(doctor().out().contains("FOUND catalog: it names no file of the archive"), doctor().out());
    }

    @Test
    void aNumberOfStatementsThatIsNoneIsFound() throws IOException {
        Node evidence = Iris.standard().evidence(key());
        Node catalog = Iris.standard().graph("catalog");
        write(now -> {
            now.deleteAny(catalog, evidence, VOID.triples.asNode(), Node.ANY);
            now.add(catalog, evidence, VOID.triples.asNode(), NodeFactory.createLiteralString("many"));
        });
        finds("catalog", "<" + evidence + "> has not as many statements as the catalog says");
    }

    @Test
    void theJournalOfAStateThatWasReplacedDoesNotCount() throws IOException {
        assertEquals(0, Told.by("compact", "--db", db.toString()).exit());
        Path old = Files.createDirectories(db.resolve("tdb2/Data-0001"));
        Files.write(old.resolve("journal.jrnl"), new byte[]{ 0, 0, 32, 0, 1, 2, 3 });
        finds("tdb2", "left over from a compaction");
        KnowledgeStore.openExisting(db).close();
        assertEquals(7, Files.size(old.resolve("journal.jrnl")));
    }

    @Test
    void whatCannotBeLookedAtIsNoFinding() throws IOException {
        assertEquals(74, Told.by("doctor", "--db", folder.resolve("none").toString()).exit());
        try (var store = KnowledgeStore.openExisting(db)) {
            assertEquals(74, doctor().exit());
        }
        Files.writeString(db.resolve("jingwei-store"), "format 9\n");
        assertEquals(74, doctor().exit());
    }
}
