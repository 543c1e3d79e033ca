package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.jingwei.store.Tombstone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was retracted is gone from every answer, stays away, and is remembered with its reason. */
class RetractVerbTest {
    private static final String REASON = "数字有误 (corrected)";

    @TempDir
    Path folder;

    private Path page;
    private Path other;
    private String db;
    private String hash;

    @BeforeEach
    void load() throws IOException {
        page = Files.writeString(folder.resolve("a.html"),
                "<html><head><link rel=\"canonical\" href=\"http://news.example/a\"><title>清河区签约</title></head><body><p>"
                        + "本报讯 2021年5月28日，清河区举行项目集中签约仪式，共签约12个项目，总投资30亿元。</p></body></html>");
        other = Files.writeString(folder.resolve("b.txt"), "本报讯 2021年6月1日，清河区举行项目集中开工仪式，共开工18个项目。");
        db = folder.resolve("db").toString();
        PreparedStore.ready(Path.of(db));
        hash = RawPage.sha256(Files.readAllBytes(page));
        assertEquals(Exit.DONE, Told.by("load", page.toString(), other.toString(), "--db", db).exit());
    }

    private Told retract(String... what) {
        var arguments = new java.util.ArrayList<>(List.of("retract"));
        arguments.addAll(List.of(what));
        arguments.addAll(List.of("--db", db, "--reason", REASON));
        return Told.by(arguments.toArray(String[]::new));
    }

    private List<String> statements() {
        return StoreLines.of(Path.of(db));
    }

    private String articles() {
        return Told.by("query", "coverage/articles", "--db", db, "--format", "csv").out();
    }

    private Tombstone tombstone() {
        try (var store = KnowledgeStore.openExisting(Path.of(db))) {
            return store.tombstone(hash.substring(0, 16)).orElseThrow();
        }
    }

    @Test
    void whatItStatedIsGoneAndTheReasonStays() {
        assertTrue(articles().contains("清河区签约"));
        Told told = retract(page.toString());
        assertEquals(Exit.DONE, told.exit(), told.err());
        assertTrue(told.err().matches("\\w{16} \\(.*a[.]html\\): retracted, [1-9]\\d* facts taken out\n"), told.err());
        assertFalse(articles().contains("清河区签约"), articles());
        assertTrue(articles().contains("b,"), articles());
        assertEquals(new Tombstone(hash.substring(0, 16), java.util.Optional.of(hash),
                java.util.Optional.of(page.toString()), REASON), tombstone());
        assertEquals(Exit.DONE, Told.by("check", "--db", db).exit());
        assertTrue(retract(hash).err().contains("was retracted already"));
        Told unknown = retract("nowhere.html");
        assertEquals(Exit.SOME_REJECTED, unknown.exit());
        assertTrue(unknown.err().startsWith("nowhere.html: nothing in "), unknown.err());
    }

    @Test
    void anArticleHasTheNameThatTablesShow() {
        assertTrue(articles().contains("\nb,"), articles());
        Told part = Told.by("export", "--article", "b", "--format", "nquads", "--db", db);
        assertEquals(Exit.DONE, part.exit(), part.err());
        assertTrue(part.out().contains("/doc/" + RawPage.sha256(bytes(other)).substring(0, 16)), part.out());
        assertFalse(part.out().contains(hash.substring(0, 16)), part.out());
        Told told = retract("b");
        assertEquals(Exit.DONE, told.exit(), told.err());
        assertFalse(articles().contains("\nb,"), articles());
        assertTrue(articles().contains("清河区签约"), articles());
        Told gone = Told.by("export", "--article", "b", "--format", "nquads", "--db", db);
        assertEquals(Exit.WRONG_USAGE, gone.exit());
        assertTrue(gone.err().contains("there is no article b in "), gone.err());
    }

    @Test
    void whatTwoArticlesAreCalledIsNeitherExportedNorTakenOut() throws IOException {
        Path folders = Files.createDirectories(folder.resolve("more"));
        Files.writeString(folders.resolve("b.txt"), "本报讯 2021年6月2日，清河区举行项目集中开工仪式，共开工21个项目。");
        assertEquals(Exit.DONE, Told.by("load", folders.toString(), "--db", db).exit());
        Told several = Told.by("export", "--article", "b", "--format", "nquads", "--db", db);
        assertEquals(Exit.WRONG_USAGE, several.exit());
        assertTrue(several.err().contains("several articles are called b: give one of their keys, "), several.err());
        String before = articles();
        Told refused = retract("b");
        assertEquals(Exit.SOME_REJECTED, refused.exit());
        assertTrue(refused.err().startsWith("b: several articles are called so, and none was taken out."),
                refused.err());
        assertEquals(before, articles());
        assertEquals(Exit.DONE, retract("b", "--all").exit());
        assertFalse(articles().contains("\nb,"), articles());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itStaysAwayUntilItIsTakenBack() {
        List<String> before = statements();
        retract(hash);
        List<String> retracted = statements();
        Told again = Told.by("load", page.toString(), other.toString(), "--force", "--db", db);
        assertEquals(Exit.DONE, again.exit(), again.err());
        assertTrue(again.err().contains(page + ": retracted: " + REASON), again.err());
        assertTrue(again.err().contains("0 articles added, 0 replaced, 1 already there, 1 retracted"), again.err());
        assertEquals(retracted, statements());
        Told rebuilt = Told.by("rebuild", "--force", "--db", db);
        assertEquals(Exit.DONE, rebuilt.exit(), rebuilt.err());
        assertTrue(rebuilt.err().contains("1 retracted, not read"), rebuilt.err());
        assertEquals(retracted, statements());

        Told back = Told.by("load", page.toString(), "--unretract", "--db", db);
        assertTrue(back.err().contains("1 article added"), back.err());
        assertEquals(before, statements());
    }

    @Test
    void usage() {
        assertEquals(Exit.WRONG_USAGE, Told.by("retract", hash, "--db", db).exit());
        assertEquals(Exit.WRONG_USAGE, Told.by("retract", hash, "--db", db, "--reason", " ").exit());
        assertEquals(Exit.WRONG_USAGE, Told.by("retract", "--db", db, "--reason", "x").exit());
        Told absent = Told.by("retract", hash, "--db", folder.resolve("none").toString(), "--reason", "x");
        assertEquals(Exit.IO, absent.exit());
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
