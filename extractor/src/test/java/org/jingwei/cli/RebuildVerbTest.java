package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store keeps what it was made from, and is made again from that. */
class RebuildVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");

    @TempDir
    Path folder;

    private Path news;
    private String db;

    @BeforeEach
    void pages() throws IOException {
        news = Files.createDirectory(folder.resolve("news"));
        for (String name : List.of("yichang-fair.txt", "weihai-park.html")) {
            Files.copy(DEMO.resolve(name), news.resolve(name));
        }
        Files.writeString(news.resolve("feed.jsonl"), line("清河区签约12个项目", "2021-05-28", "12")
                + line("清河区签约15个项目", "2021-06-28", "15") + "{\"text\":\"too little\"}\n");
        Files.write(news.resolve("picture.html"),
                new byte[]{ (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 });
        db = folder.resolve("db").toString();
        if (!Files.exists(Path.of(db))) {
            PreparedStore.ready(Path.of(db));
        }
    }

    private static String line(String title, String day, String count) {
        return "{\"id\":\"n" + count + "\",\"title\":\"" + title + "\",\"published\":\"" + day + "\",\"text\":\"本报讯 "
                + "清河区举行项目集中签约仪式，共签约" + count + "个项目，总投资" + count + "亿元。\"}\n";
    }

    private Told load(String... more) {
        return by("load", news.toString(), more);
    }

    private Told rebuild(String... more) {
        var arguments = new ArrayList<>(List.of("rebuild", "--db", db));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    private Told by(String verb, String input, String... more) {
        var arguments = new ArrayList<>(List.of(verb, input, "--db", db));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray(String[]::new));
    }

    private static List<String> statements(String db) {
        return StoreLines.of(Path.of(db));
    }

    private List<Path> archive() throws IOException {
        try (var files = Files.list(folder.resolve("db/archive"))) {
            return files.sorted().toList();
        }
    }

    private static void assertLast(Told told, String words) {
        assertTrue(told.err().lines().toList().getLast().contains(words), told.err());
    }

    // What load keeps

    @Test
    void theSameInputTwiceChangesNothing() throws IOException {
        assertEquals(Exit.SOME_REJECTED, load().exit());
        List<String> before = statements(db);
        byte[] letters = Files.readAllBytes(folder.resolve("db-rejected.jsonl"));
        byte[] kept = Files.readAllBytes(archive().getFirst());
        Files.copy(news.resolve("yichang-fair.txt"), news.resolve("copy.txt"));
        Told again = load();
        assertLast(again, "0 articles added, 0 replaced, 5 already there; 2 rejected");
        assertEquals(before, statements(db));
        assertArrayEquals(letters, Files.readAllBytes(folder.resolve("db-rejected.jsonl")));
        assertEquals(1, archive().size(), "nothing new was read, so there is nothing to keep");
        assertArrayEquals(kept, Files.readAllBytes(archive().getFirst()));
        Files.delete(news.resolve("copy.txt"));
        assertLast(load("--force"), "0 articles added, 0 replaced, 4 already there");
        assertArrayEquals(kept, Files.readAllBytes(archive().getFirst()));
        assertEquals(1, archive().size());
    }

    /** A line is known by its bytes; what is taken from it is said by flags, and a wrong flag must not stay. */
    @Test
    void aLineReadByOtherFieldsIsReadAgain() throws IOException {
        Path feed = Files.writeString(folder.resolve("other.jsonl"),
                "{\"text\":\"本报讯 清河区举行项目集中签约仪式，共签约12个项目。\",\"body\":\"本报讯 清河区举行项目集中签约仪式，共签约15个项目。\"}\n");
        assertEquals(Exit.DONE, by("load", feed.toString()).exit());
        assertLast(by("load", feed.toString(), "--field", "text=body"), "0 articles added, 1 replaced");
        assertLast(by("load", feed.toString(), "--field", "text=body"), "0 replaced, 1 already there");
        List<String> before = statements(db);
        assertLast(rebuild("--force"),
                "0 articles changed, 0 added, 1 as before, 0 taken out; 0 facts added, 0 removed");
        assertEquals(before, statements(db));
    }

    // Rebuild

    @Test
    void aRebuiltStoreIsThatOfAFreshLoad() throws IOException {
        load("--least-confidence", "0.97");
        List<String> before = statements(db);
        Files.walk(news).filter(Files::isRegularFile).forEach(file -> assertTrue(file.toFile().delete()));
        Told rebuilt = rebuild();
        assertEquals(Exit.SOME_REJECTED, rebuilt.exit(), rebuilt.err());
        assertLast(rebuilt, " articles changed, 0 added, ");
        assertTrue(rebuilt.err().matches("(?s).* taken out; [1-9]\\d* facts added, \\d+ removed; 2 rejected, see .*"),
                rebuilt.err());
        assertNotEquals(before, statements(db));
        String first = db;
        pagesAgain();
        load();
        assertEquals(statements(db), statements(first));
        db = first;
        Told again = rebuild();
        assertLast(again,
                "0 articles changed, 0 added, 4 as before, 0 taken out; 0 facts added, 0 removed; 2 rejected");
        assertEquals(Exit.SOME_REJECTED, again.exit());
    }

    private void pagesAgain() throws IOException {
        Files.walk(news).sorted(java.util.Comparator.reverseOrder())
                .forEach(file -> assertTrue(file.toFile().delete()));
        pages();
        db = folder.resolve("fresh").toString();
    }

    @Test
    void anArticleWhosePageIsNowRejectedIsTakenOut() throws IOException {
        load();
        List<String> before = statements(db);
        byte[] bytes = "<p>not Chinese at all</p>".getBytes(StandardCharsets.UTF_8);
        var page = new RawPage("old", "old.html", RawPage.Kind.HTML, bytes, RawPage.sha256(bytes),
                RawPage.Stated.NOTHING);
        try (var store = KnowledgeStore.openExisting(Path.of(db));
                var intake = new Intake(store, new Edition("0.0.1", "x"), Intake.Again.NOTHING, 1,
                        InstantSource.system(), taken -> {})) {
            var facts = GraphFactory.createDefaultGraph();
            facts.add(Iris.standard().article(page.key()), Iris.standard().term("p"), Iris.standard().term("o"));
            intake.add(page, new ArticleGraph(page.key(), Iris.standard(), facts, GraphFactory.createDefaultGraph()));
            assertTrue(store.articles().containsKey(page.key()));
        }
        Told rebuilt = rebuild();
        assertTrue(rebuilt.err().contains("old.html: its article was taken out"), rebuilt.err());
        assertLast(rebuilt, "4 as before, 1 taken out");
        assertTrue(Files.readString(folder.resolve("db-rebuild-rejected.jsonl")).contains("\"location\":\"old.html\""));
        assertFalse(Files.readString(folder.resolve("db-rejected.jsonl")).contains("old.html"), "that of load stays");
        List<String> after = new ArrayList<>(statements(db));
        List<String> row = after.stream().filter(line -> line.contains(page.key())).toList();
        after.removeAll(row);
        assertEquals(before, after);
        assertTrue(row.stream().anyMatch(line -> line.contains("pageState/REJECTED")), row::toString);
        assertTrue(row.stream().allMatch(line -> line.contains("graph/catalog")), row::toString);
        assertEquals(Exit.DONE, Told.by("check", "--db", db).exit());
    }

    /**
     * A store that lost its database is made again from its pages alone, and what a process left that was killed while
     * it wrote a page does no harm.
     */
    @Test
    void theArchiveAloneIsEnough() throws IOException {
        load();
        List<String> before = statements(db);
        Files.walk(folder.resolve("db/tdb2")).sorted(java.util.Comparator.reverseOrder())
                .forEach(file -> assertTrue(file.toFile().delete()));
        Files.write(folder.resolve("db/archive/run-000002.warc.gz"),
                java.util.Arrays.copyOf(Files.readAllBytes(archive().getFirst()), 300));
        Told refused = rebuild();
        assertEquals(Exit.IO, refused.exit(), refused.err());
        assertTrue(refused.err().contains("rebuild --anew"), refused.err());
        Told rebuilt = rebuild("--anew");
        assertEquals(Exit.SOME_REJECTED, rebuilt.exit(), rebuilt.err());
        assertLast(rebuilt, "4 added");
        assertFalse(rebuilt.err().contains("damaged"), rebuilt.err());
        assertEquals(before, statements(db));
        Told again = rebuild("--anew");
        assertEquals(Exit.IO, again.exit(), again.err());
        assertTrue(again.err().contains("is not lost"), again.err());
        assertEquals(before, statements(db));
        Files.writeString(news.resolve("new.txt"), "本报讯 6月1日，清河区举行项目集中签约仪式，共签约18个项目。");
        load();
        assertEquals(List.of("run-000001.warc.gz", "run-000002.warc.gz", "run-000003.warc.gz"),
                archive().stream().map(path -> path.getFileName().toString()).toList());
    }

    // What goes wrong

    @Test
    void aMissingFileOfTheArchiveIsToldAndNothingIsChanged() throws IOException {
        load("--least-confidence", "0.97");
        List<String> before = statements(db);
        Files.move(archive().getFirst(), folder.resolve("aside"));
        Told told = rebuild();
        assertEquals(Exit.IO, told.exit(), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
        assertTrue(told.err().contains("run-000001.warc.gz] is missing: 6 pages were kept there"), told.err());
        assertTrue(told.err().contains("Nothing was changed") && told.err().contains("--force"), told.err());
        assertEquals(before, statements(db));
        // The remedy works.
        load("--force");
        assertEquals("run-000002.warc.gz", archive().getFirst().getFileName().toString(),
                "its name is not given again");
        Told after = rebuild();
        assertEquals(Exit.SOME_REJECTED, after.exit(), after.err());
    }

    @Test
    void aDamagedFileOfTheArchiveIsToldAndTheOtherPagesAreRead() throws IOException {
        load("--least-confidence", "0.97");
        Path file = archive().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40, (byte) 0);
        Files.write(file, bytes);
        Told told = rebuild();
        assertEquals(Exit.IO, told.exit(), told.err());
        assertLast(told, "is damaged behind byte ");
        assertTrue(told.err().contains("1 page could not be read again and stays as before: "), told.err());
        assertTrue(told.err().contains("Restore the file from a backup"), told.err());
        load("--force");
        Told after = rebuild();
        assertEquals(Exit.SOME_REJECTED, after.exit(), after.err());
        assertTrue(after.err().contains("No page of the store was lost with it."), after.err());
    }

    @Test
    void anArchiveThatCannotBeWrittenStoresNothing() throws IOException {
        KnowledgeStore.open(Path.of(db)).close();
        Files.writeString(folder.resolve("db/archive"), "in the way");
        Told told = load();
        assertEquals(Exit.IO, told.exit(), told.err());
        assertLast(told, "nothing of its batch was stored");
        Files.delete(folder.resolve("db/archive"));
        assertLast(load(), "4 articles added");
    }

    @Test
    void articlesThatWereNeverArchivedAreCounted() {
        String key = "00000000000000aa";
        var facts = GraphFactory.createDefaultGraph();
        facts.add(Iris.standard().article(key), Iris.standard().term("p"), Iris.standard().term("o"));
        try (var store = KnowledgeStore.open(Path.of(db))) {
            store.put(List.of(new ArticleGraph(key, Iris.standard(), facts, GraphFactory.createDefaultGraph())));
        }
        Told told = rebuild();
        assertEquals(Exit.SOME_REJECTED, told.exit());
        assertLast(told, "1 article without an archived page, left as before: load them again");
    }
}
