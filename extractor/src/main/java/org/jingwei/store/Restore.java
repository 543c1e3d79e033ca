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
 * read back and compared, and renamed when it is whole.
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
        Path aside = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Map<String, String> hashes = files.stated();
            requireWhole(files, hashes);
            Head head = head(files.statements());
            Files.createDirectories(aside);
            try (var ownership = Ownership.take(aside)) {
                return make(files, hashes, head, aside.resolve("store"), place, steps);
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            throw new StoreException("[" + file + "] was not restored: " + StoreException.why(e),
                    "Check the disk (space, permissions), then run it again. Nothing was left in " + directory + ".",
                    e);
        }
    }

    /** A link to a folder on another disk: what is made beside it, and the space for it, are there. */
    private static Path real(Path directory) {
        try {
            return Files.isDirectory(directory) ? directory.toRealPath() : directory.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new StoreException("[" + directory + "] cannot be looked at: " + StoreException.why(e),
                    "Check the disk and the permissions of the directory.", e);
        }
    }

    private static void requireNew(Path place) {
        if (!KnowledgeStore.isNew(place)) {
            throw new StoreException("[" + place + "] is not empty.",
                    "Restore into a new directory; a store is never overwritten.");
        }
    }

    /** In the hands of one process, what one that was cut off has left of it is gone first. */
    private static Restored make(BackupFiles files, Map<String, String> hashes, Head head, Path made, Path place,
            Steps steps) throws IOException {
        try {
            Restored restored = make(files, hashes, head, made, steps);
            empty(place);
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
            BulkFolder.sync(place.getParent());
            return restored;
        } finally {
            tidy(made.getParent());
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

    /**
     * Removes a directory that holds nothing, or what was begun and never became a store. Since it was looked at first
     * somebody may have put something there, which is left alone.
     */
    private static void empty(Path place) throws IOException {
        requireNew(place);
        if (Files.isDirectory(place)) {
            Ownership.take(place).close(); // refused while somebody makes a store there
            new Layout(place).removeUnfinished();
        }
    }

    private static void tidy(Path part) {
        try {
            BulkFolder.delete(part);
        } catch (IOException e) {
            // It has the name of a hidden, unfinished file; the message tells of the disk.
        }
    }
}
