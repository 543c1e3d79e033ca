package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code load --bulk} stores what batches store, tells the same, and leaves a store that is whole. */
class BulkFlagTest {
    @TempDir
    Path folder;

    @Test
    void itStoresWhatBatchesStore() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(pages.resolve("a.txt"), "本报讯 2021年5月28日，清河区举行项目集中签约仪式，共签约12个项目，总投资30亿元。");
        Files.writeString(pages.resolve("b.txt"), "本报讯 2021年6月1日，清河区举行项目集中开工仪式，共开工18个项目。");
        Files.writeString(pages.resolve("c.txt"), "hello");
        Path batches = folder.resolve("batches");
        Path bulk = folder.resolve("bulk");
        PreparedStore.ready(batches);
        Told one = Told.by("load", pages.toString(), "--db", batches.toString());
        Told other = Told.by("load", pages.toString(), "--bulk", "--db", bulk.toString());
        assertEquals(Exit.SOME_REJECTED, one.exit(), one.err());
        assertEquals(one.exit(), other.exit(), other.err());
        assertTrue(other.err().contains("2 articles added"), other.err());
        assertEquals(StoreLines.of(batches), StoreLines.of(bulk));
        assertEquals(Exit.DONE, Told.by("doctor", "--deep", "--db", bulk.toString()).exit());
        Told again = Told.by("load", pages.toString(), "--bulk", "--db", bulk.toString());
        assertTrue(again.err().contains("2 already there"), again.err());
        assertEquals(StoreLines.of(batches), StoreLines.of(bulk));
        try (Stream<Path> left = Files.list(bulk.resolve("tdb2"))) {
            assertEquals(1, left.filter(file -> file.getFileName().toString().startsWith("Data-")).count());
        }
    }
}
