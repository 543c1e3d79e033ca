package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jingwei.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of its own, in memory. Only who may mount one runs this. */
class DiskFullTest {
    @TempDir
    Path temp;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = SmallDisk.at(temp.resolve("disk"), 160);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            disk.close();
        }
    }

    /** The check before each batch stops in time. */
    @Test
    void aLoadStopsBeforeTheDiskIsFullAndIsResumed() throws IOException, InterruptedException {
        var layout = new Layout(disk.place().resolve("db"));
        resumed(layout, layout::freeSpace, "free disk space");
    }

    /** Somebody else takes the room between the check and the write: the write itself fails. */
    @Test
    void aWriteThatFindsTheDiskFullIsGivenUpAndIsResumed() throws IOException, InterruptedException {
        resumed(new Layout(disk.place().resolve("db")), () -> Long.MAX_VALUE, "was not written");
    }

    /** A loader that dies of a full disk leaves both: a torn journal, and no room for a copy of it. */
    @Test
    void aTornJournalOnAFullDiskIsMended() throws IOException, InterruptedException {
        Path db = disk.place().resolve("db");
        try (var store = KnowledgeStore.open(db)) {
            store.put(Child.batch(0));
        }
        Files.write(db.resolve("tdb2/Data-0001/journal.jrnl"), new byte[18], StandardOpenOption.APPEND);
        disk.leave(0);
        try (var store = KnowledgeStore.open(db)) {
            assertEquals(10, store.articles().size());
        }
        disk.grow(600);
        disk.leave(400 << 20);
        assertEquals(List.of(), Examination.of(db, true).findings());
    }

    private void resumed(Layout layout, LongSupplier freeSpace, String why) throws IOException, InterruptedException {
        int batches = 0;
        try (var store = KnowledgeStore.open(layout, Optional.empty(), freeSpace)) {
            store.put(Child.batch(batches++));
            disk.leave(freeSpace.getAsLong() == Long.MAX_VALUE ? 1 << 20 : 66 << 20);
            StoreException full = null;
            for (; full == null && batches < 2000; batches++) {
                try {
                    store.put(Child.batch(batches));
                } catch (StoreException e) {
                    full = e;
                    batches--;
                }
            }
            assertTrue(full != null && full.getMessage().contains(why), "after " + batches + ": " + full);
            assertTrue(full.remedy().contains("What was loaded before is kept")
                    || full.remedy().contains("what was loaded before is kept"), full.remedy());
            int stored = batches;
            assertEquals(10 * stored, store.articles().size(), "readable, and without the batch that failed");
            assertThrows(StoreException.class, () -> store.put(Child.batch(stored)));
        }
        disk.grow(600);
        try (var store = KnowledgeStore.open(layout, Optional.empty(), freeSpace)) {
            assertEquals(10 * batches, store.articles().size());
            for (int batch = 0; batch <= batches + 1; batch++) {
                assertEquals(10, store.put(Child.batch(batch)).stored());
            }
            assertEquals(10 * (batches + 2), store.articles().size());
        }
        assertTrue(Examination.of(layout.directory(), true).findings().isEmpty());
    }
}
