package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A store's files written anew without what batches have left behind in them. Nobody may use the store meanwhile. The
 * new files are made aside, read back, compared with the old ones, and put in their place by one rename: who is killed
 * at any moment leaves a whole store, and perhaps a folder that the next compaction removes.
 */
public final class Compaction {
    /**
     * @param statements how many the store has
     * @param before     bytes of the files of TDB2
     * @param after      likewise
     */
    public record Saved(long statements, long before, long after) {}

    private Compaction() {}

    /** @throws StoreException when it was not done; the store is as before */
    public static Saved run(Path directory, Steps steps) {
        try (var store = OfflineStore.take(directory)) {
            return run(store, steps);
        }
    }

    private static Saved run(OfflineStore store, Steps steps) {
        Path tdb2 = store.layout().tdb2();
        Path made = store.layout().made();
        boolean swapped = false;
        try {
            store.layout().begin();
            store.layout().tidy();
            BulkFolder.delete(made);
            long before = BulkFolder.size(tdb2);
            Content was = store.read(now -> {
                Content content = Content.of(now);
                requireSpace(store.layout(), content.statements());
                Content copied = copied(now, made, content.statements(), steps);
                if (!copied.equals(content)) {
                    throw new StoreException("[" + tdb2 + "] the new files do not hold what the old ones do ("
                            + copied + " instead of " + content + ").",
                            "Check the disk. The store is as it was; jingwei doctor --deep looks further.");
                }
                return content;
            });
            BulkFolder.swap(made, tdb2);
            swapped = true;
            return new Saved(was.statements(), before, BulkFolder.size(tdb2));
        } catch (IOException | RuntimeException | InternalError e) {
            throw e instanceof StoreException told
                    ? told
                    : new StoreException(
                            "[" + store.layout().directory() + "] was not compacted: " + StoreException.why(e),
                            "The store is whole. Check the disk (space, permissions), then run it again.", e);
        } finally {
            if (!swapped) {
                tidy(made);
            }
        }
    }

    private static Content copied(DatasetGraph now, Path made, long all, Steps steps) {
        try {
            Files.createDirectories(made);
            BulkFolder.fill(made, OfflineStore.prefixes(now), sink -> {
                long[] done = { 0 };
                Content.of(now, quad -> {
                    sink.accept(quad);
                    steps.at(++done[0], all);
                });
            });
            return BulkFolder.content(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSpace(Layout layout, long statements) {
        long needed = BulkFolder.bytes(statements);
        long free = layout.freeSpace();
        if (free < needed) {
            throw new StoreException("[" + layout.directory() + "] has " + (free >> 20)
                    + " MB of free disk space; the new files may need " + (needed >> 20) + " MB beside the old ones.",
                    "Free some space, or restore a backup of the store into a directory on another disk.");
        }
    }

    private static void tidy(Path made) {
        try {
            BulkFolder.delete(made);
        } catch (IOException e) {
            // The next compaction removes it; doctor names it.
        }
    }
}
