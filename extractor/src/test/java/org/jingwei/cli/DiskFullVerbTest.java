package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.SmallDisk;
import org.jingwei.publish.Access;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk as the user of a verb or of the server meets it. */
class DiskFullVerbTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");
    private static final String FIRST = DEMO.resolve("yichang-fair.txt").toString();
    private static final String SECOND = DEMO.resolve("weihai-park.html").toString();
    private static final long PLENTY = 400L << 20;

    @TempDir
    Path folder;

    private SmallDisk disk;
    private Path db;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = SmallDisk.at(folder.resolve("disk"), 1000);
        db = disk.place().resolve("db");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            disk.close();
        }
    }

    private static Set<Quad> quads(Path db) {
        try (var store = KnowledgeStore.openExisting(db)) {
            return store.read(now -> Iter.asStream(now.find()).collect(Collectors.toSet()));
        }
    }

    private static void assertFull(Told told, String... words) {
        assertEquals(Exit.IO, told.exit(), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
        for (String word : words) {
            assertTrue(told.err().contains(word), told.err());
        }
    }

    @Test
    @Tag("slow")
    void aLoadStopsSaysWhatToDoAndIsResumed() throws IOException {
        PreparedStore.ready(db);
        assertEquals(0, Told.by("load", FIRST, "--db", db.toString()).exit());
        Set<Quad> before = quads(db);
        // Little is left: nothing is begun. Nothing is left: the page itself finds no place.
        disk.leave(20L << 20);
        assertFull(Told.by("load", FIRST, SECOND, "--db", db.toString()), "free disk space", "Free some space",
                "what was loaded before is kept");
        disk.leave(0);
        assertFull(Told.by("load", FIRST, SECOND, "--db", db.toString()), "No space left", "Free some space",
                "what was loaded before is kept");
        assertEquals(before, quads(db), "readable");
        Told asked = Told.by("query", "projects/signed-totals", "--db", db.toString());
        assertEquals(0, asked.exit(), asked.err());
        disk.leave(PLENTY);
        Told resumed = Told.by("load", FIRST, SECOND, "--db", db.toString());
        assertEquals(0, resumed.exit(), resumed.err());
        assertTrue(resumed.err().contains("1 article added, 0 replaced, 1 already there"), resumed.err());

        Path undisturbed = folder.resolve("undisturbed");
        PreparedStore.ready(undisturbed);
        assertEquals(0, Told.by("load", FIRST, SECOND, "--db", undisturbed.toString()).exit());
        assertEquals(articles(quads(undisturbed)), articles(quads(db)));
        Told doctor = Told.by("doctor", "--db", db.toString(), "--deep");
        assertEquals(0, doctor.exit(), doctor.out());
    }

    /** Without the rows of the catalog: they name the file of the archive, and a run that was stopped has one too. */
    private static Set<Quad> articles(Set<Quad> quads) {
        return quads.stream().filter(quad -> !quad.getPredicate().getURI().endsWith("archivedAt"))
                .collect(Collectors.toSet());
    }

    @Test
    void aCompactionOrBackupIsGivenUpAndLeavesNothing() throws IOException {
        SmallStore.of(db, DEMO.resolve("yichang-fair.txt"));
        Set<Quad> before = quads(db);
        Path file = disk.place().resolve("backups/monday.nq.gz");
        disk.leave(8 << 10);
        assertFull(Told.by("compact", "--db", db.toString()), "free disk space", "Free some space");
        assertFull(Told.by("backup", "--db", db.toString(), "--out", file.toString()), "No space left",
                "Check the disk");
        assertFalse(Files.exists(db.resolve("tdb2/.new")));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(0, left.count());
        }
        assertEquals(before, quads(db));
        disk.leave(PLENTY);
        assertEquals(0, Told.by("backup", "--db", db.toString(), "--out", file.toString()).exit());
        disk.leave(8 << 10);
        Path again = disk.place().resolve("again");
        assertFull(Told.by("restore", file.toString(), "--db", again.toString()), "free disk space", "Free some space");
        assertFalse(Files.exists(again) || Files.exists(again.resolveSibling(".again.part")));
        disk.leave(PLENTY);
        assertEquals(0, Told.by("compact", "--db", db.toString()).exit());
        assertEquals(before, quads(db));
    }

    @Test
    void aServerSaysThatAPageIsNotStoredAndGoesOnAnswering() throws Exception {
        try (var store = KnowledgeStore.open(db);
                var intake = new LiveIntake(store);
                var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                        .with(Access.OPEN_LOAD), intake);
                var client = HttpClient.newHttpClient()) {
            var load = HttpRequest.newBuilder(endpoint.address().resolve("/load")).header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofFile(Path.of(FIRST))).build();
            disk.leave(20L << 20);
            for (int again = 0; again < 2; again++) {
                var refused = client.send(load, HttpResponse.BodyHandlers.ofString());
                assertEquals(507, refused.statusCode(), refused.body());
                assertTrue(refused.body().contains("free disk space"), refused.body());
                var asked = client.send(HttpRequest.newBuilder(URI.create(endpoint.sparql()
                        + "?format=csv&query=ASK%7B%7D")).build(), HttpResponse.BodyHandlers.ofString());
                assertEquals(200, asked.statusCode(), asked.body());
            }
            assertEquals(0, store.articles().size());
            disk.leave(PLENTY);
            var stored = client.send(load, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, stored.statusCode(), stored.body());
            assertTrue(stored.body().contains("ADDED"), stored.body());
            assertEquals(1, store.articles().size());
        }
    }
}
