package org.jingwei.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.Iris;

/**
 * A store out of a {@link Backup}. Every byte is checked before anything is made; the store is made under another name,
 * read back and compared, and renamed when it is whole. A directory that is there, perhaps a mount point that nothing can
 * be renamed to, is filled from within: {@link Layout#moveIn}.
 */
public final class Restore {
    /**
     * @param statements in the store
     * @param archived   files in its archive
     */
    public record Restored(long statements, int archived) {}

    /** What the comments at the head of a backup say. */
    private record Head(Iris iris, Content content) {}

    private Restore() {}

    /**
     * @param directory where the store will be: new or empty
     * @throws StoreException when it was not restored; nothing is left then
     */
    public static Restored read(Path file, Path directory, Steps steps) {
        BackupFiles files = BackupFiles.of(file);
        Path place = real(directory);
        requireNew(place);
        if (!Files.isRegularFile(files.statements())) {
            throw new StoreException("[" + file + "] is not there.", "Name the file that backup made.");
        }
        try {
            Map<String, String> hashes = files.stated();
            requireWhole(files, hashes);
            Head head = head(files.statements());
            return Files.isDirectory(place)
                    ? within(files, hashes, head, place, steps)
                    : beside(files, hashes, head, place, steps);
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            throw new StoreException("[" + file + "] was not restored: " + StoreException.why(e),
                    "Check the disk (space, permissions), then run it again. Nothing was left in " + directory + ".",
                    e);
        }
    }

    /** A link to a folder on another disk: what is made, and the space for it, are there. */
    private static Path real(Path directory) {
        try {
            return Files.isDirectory(directory) ? directory.toRealPath() : directory.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new StoreException("[" + directory + "] cannot be looked at: " + StoreException.why(e),
                    "Check the disk and the permissions of the directory.", e);
        }
    }

    /** Minutes pass between the first look and the last: what somebody put there meanwhile is left alone. */
    private static void requireNew(Path place) {
        boolean free;
        try {
            free = Files.isDirectory(place) ? new Layout(place).isRestorable() : !Files.exists(place);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("[" + place + "] cannot be looked at: " + StoreException.why(e),
                    "Check the disk and the permissions of the directory.", e);
        }
        if (!free) {
            throw new StoreException("[" + place + "] is not empty.",
                    "Restore into a new directory; a store is never overwritten.");
        }
    }

    /** In the hands of one process, what one that was cut off has left of it is gone first. */
    private static Restored beside(BackupFiles files, Map<String, String> hashes, Head head, Path place, Steps steps)
            throws IOException {
        Path aside = place.resolveSibling("." + place.getFileName() + ".part");
        Files.createDirectories(aside);
        try (var ownership = Ownership.take(aside)) {
            try {
                Path made = aside.resolve("store");
                Restored restored = make(files, hashes, head, made, steps);
                requireNew(place);
                Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
                BulkFolder.sync(place.getParent());
                return restored;
            } finally {
                tidy(aside);
            }
        }
    }

    /** Likewise, as the owner of the directory: nobody else makes a store there meanwhile. */
    private static Restored within(BackupFiles files, Map<String, String> hashes, Head head, Path place, Steps steps)
            throws IOException {
        var layout = new Layout(place);
        try (var ownership = Ownership.take(place)) {
            try {
                requireNew(place);
                layout.removeRestored();
                Files.createDirectories(layout.restoring());
                Path made = layout.restoring().resolve("store");
                Restored restored = make(files, hashes, head, made, steps);
                requireNew(place);
                layout.moveIn(new Layout(made));
                return restored;
            } finally {
                tidy(layout);
            }
        }
    }

    private static void requireWhole(BackupFiles files, Map<String, String> hashes) throws IOException {
        for (Map.Entry<String, String> stated : hashes.entrySet()) {
            Path file = files.statements().resolveSibling(stated.getKey());
            if (!Files.isRegularFile(file)) {
                throw new StoreException("[" + file + "] is missing: it is part of the backup.",
                        "Put it back, or restore another backup.");
            }
            if (!BackupFiles.hash(file).equals(stated.getValue())) {
                throw new StoreException("[" + file + "] is damaged: its SHA-256 is not the one in "
                        + files.hashes().getFileName() + ". Nothing was restored.",
                        "Copy it again from where it was kept, or restore another backup.");
            }
        }
    }

    private static Head head(Path statements) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(statements)), StandardCharsets.UTF_8))) {
            String format = reader.readLine();
            String base = reader.readLine();
            String content = reader.readLine();
            if (!Backup.FORMAT.equals(format) || base == null || !base.startsWith(Backup.BASE) || content == null
                    || !content.startsWith(Backup.CONTENT)) {
                throw new StoreException("[" + statements + "] is no backup of a store, or one of another version.",
                        "Name a file that jingwei backup made.");
            }
            return new Head(Iris.below(base.substring(Backup.BASE.length())),
                    Content.parse(content.substring(Backup.CONTENT.length())));
        }
    }

    private static Restored make(BackupFiles files, Map<String, String> hashes, Head head, Path part, Steps steps)
            throws IOException {
        BulkFolder.delete(part);
        var layout = new Layout(part);
        layout.create();
        long needed = BulkFolder.bytes(head.content.statements())
                + (Files.isDirectory(files.archive()) ? BulkFolder.size(files.archive()) : 0);
        if (layout.freeSpace() < needed) {
            throw new StoreException("[" + part.getParent() + "] has " + (layout.freeSpace() >> 20)
                    + " MB of free disk space; the store may need " + (needed >> 20) + " MB.",
                    "Free some space, or restore into a directory on another disk.");
        }
        layout.iris(Optional.of(head.iris));
        int archived = 0;
        for (String name : hashes.keySet()) {
            if (name.startsWith(files.name(""))) {
                Files.createDirectories(layout.archive());
                Path to = layout.archive().resolve(name.substring(files.name("").length()));
                Files.copy(files.statements().resolveSibling(name), to);
                BulkFolder.sync(to);
                archived++;
            }
        }
        BulkFolder.fill(layout.tdb2(), Map.of(), sink -> parse(files.statements(), sink, head.content.statements(),
                steps));
        Content made = BulkFolder.content(layout.tdb2());
        if (!made.equals(head.content)) {
            throw new StoreException("[" + files.statements() + "] was not restored: the store has " + made
                    + ", and not what the backup was made from, " + head.content + ".",
                    "Check the disk, then run it again.");
        }
        layout.noteMade();
        return new Restored(made.statements(), archived);
    }

    private static void parse(Path statements, Consumer<Quad> sink, long all, Steps steps) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(statements), 1 << 16)) {
            long[] done = { 0 };
            StatementFile.read(in, quad -> {
                sink.accept(quad);
                steps.at(++done[0], all);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tidy(Layout layout) {
        try {
            layout.removeRestored();
            if (!layout.exists()) {
                layout.removeLock();
            }
        } catch (IOException | UncheckedIOException e) {
            // The next restore to this place removes it; the message tells of the disk.
        }
    }

    private static void tidy(Path part) {
        try {
            BulkFolder.delete(part);
        } catch (IOException | UncheckedIOException e) {
            // It has the name of a hidden, unfinished file; the message tells of the disk.
        }
    }
}
