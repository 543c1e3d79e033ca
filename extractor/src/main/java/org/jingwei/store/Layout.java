package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jingwei.rdf.Iris;

/**
 * What a store directory holds: {@code jingwei-store} (its format and the base of its IRIs), {@code lock} and
 * {@code owner}; {@code tdb2}, which Jena's own tools open too; {@code tdb2-made}, which says that there were files in it;
 * {@code archive}, the pages as they arrived; {@code search}, which can be made from {@code tdb2}; {@code bulk-new} during
 * a bulk run.
 */
final class Layout {
    private static final String MARKER = "jingwei-store";
    /** A line for people, then the names of the files that must be there; it appears whole or not at all. */
    private static final String MADE = "tdb2-made";
    private static final String MADE_TEXT = "The files of TDB2 were made. Where they are gone, the store is lost, not empty.\n";
    /** What is there before a directory is a store; {@code lost+found} is the file system's, where it begins here. */
    private static final List<String> UNFINISHED = List.of("lock", "owner", MARKER + ".part", "lost+found");
    private static final String FORMAT = "format 1";

    private final Path directory;

    Layout(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path directory() {
        return directory;
    }

    Path tdb2() {
        return directory.resolve("tdb2");
    }

    /** Where the bytes of the pages are kept; made by {@link Archive}. */
    Path archive() {
        return directory.resolve("archive");
    }

    /** What a bulk run keeps of its pages; there only while one is running, or was cut off. */
    Path scratch() {
        return directory.resolve("bulk-new");
    }

    /** Where a restore makes a store in a directory that is there already. */
    Path restoring() {
        return directory.resolve(".restore.part");
    }

    /** Where it is, entries of a store that is none yet were put here by that restore. */
    private Path moving() {
        return restoring().resolve("moving");
    }

    /** The next state of {@link #tdb2} while it is made, on the disk where that is. */
    Path made() {
        return BulkFolder.made(tdb2());
    }

    /** Removes what a bulk run, a compaction or a restore that was cut off left behind. For the owner, before TDB2 is opened. */
    void tidy() {
        try {
            BulkFolder.delete(restoring()); // cut off when all was in its place
        } catch (IOException e) {
            // Nothing in it is of use; doctor names it.
        }
        try {
            if (Files.exists(made()) || Files.exists(scratch())) {
                // Cut off behind the rename, it left the state before it.
                List<Path> states = BulkFolder.generations(tdb2());
                for (Path old : states.subList(0, Math.max(0, states.size() - 1))) {
                    BulkFolder.delete(old);
                }
                BulkFolder.delete(scratch());
                BulkFolder.delete(made());
            }
        } catch (IOException e) {
            throw new StoreException(
                    "[" + directory + "] what is left of a load or a compaction that was cut off cannot be "
                            + "removed: " + StoreException.why(e),
                    "Check the permissions of the directory, or remove " + scratch() + " and " + made() + ".", e);
        }
    }

    /**
     * Makes the files of TDB2 in a store that never had any, such as one that was killed while it was made. Every opening
     * asks first: TDB2 itself takes a folder without files for an empty store.
     *
     * @throws StoreException when the store had files, and they are gone
     */
    void begin() {
        try {
            if (BulkFolder.generations(tdb2()).isEmpty()) {
                requireNeverMade();
                Files.createDirectories(tdb2());
                BulkFolder.begin(tdb2());
                noteMade();
            } else if (Files.exists(noted())) {
                requireWhole();
            } else {
                noteMadeLater();
            }
        } catch (IOException e) {
            throw new StoreException("[" + tdb2() + "] cannot be made: " + StoreException.why(e),
                    "Check the disk (space, permissions), then run it again.", e);
        }
    }

    /** Without statements from now on: for who has said that what was there is gone for good. */
    void beginAnew() {
        try {
            if (!BulkFolder.generations(tdb2()).isEmpty()) {
                throw new StoreException("[" + tdb2() + "] is not lost: it has files, and nothing was begun anew.",
                        "Leave out --anew. If these files are damaged and there is no backup, move the folder away first.");
            }
            Files.deleteIfExists(noted());
            Files.createDirectories(tdb2());
            BulkFolder.begin(tdb2());
            noteMade();
        } catch (IOException e) {
            throw new StoreException("[" + tdb2() + "] cannot be made: " + StoreException.why(e),
                    "Check the disk (space, permissions), then run it again.", e);
        }
    }

    private Path noted() {
        return directory.resolve(MADE);
    }

    /** Returns when it is on the disk that the files of TDB2, which are, were made. */
    void noteMade() throws IOException {
        Path part = directory.resolve(MADE + ".part");
        Files.writeString(part, MADE_TEXT + String.join("\n", BulkFolder.files(tdb2())) + "\n");
        BulkFolder.sync(part);
        Files.move(part, noted(), StandardCopyOption.ATOMIC_MOVE);
        BulkFolder.sync(directory);
    }

    /** TDB2 makes a file that is missing anew, empty, and answers as if nothing had ever been in it. */
    private void requireWhole() throws IOException {
        var missing = new TreeSet<>(Files.readString(noted()).lines().skip(1).filter(name -> !name.isBlank()).toList());
        missing.removeAll(BulkFolder.files(tdb2()));
        if (!missing.isEmpty()) {
            throw new StoreException("[" + BulkFolder.generations(tdb2()).getLast() + "] lacks "
                    + String.join(", ", missing) + ": files that were there are gone.",
                    "Put them back from where they went, or " + OfflineStore.WITHOUT_TDB2);
        }
    }

    /** Of a store from before there was such a note; a full disk must not keep it from being read. */
    private void noteMadeLater() {
        try {
            noteMade();
        } catch (IOException e) {
            // The next opening notes it.
        }
    }

    /** Pages and a search index are only ever written into a store whose files of TDB2 are there. */
    private void requireNeverMade() {
        if (Files.exists(noted()) || Files.isDirectory(search()) || !Archive.files(this).isEmpty()) {
            throw new StoreException("[" + tdb2() + "] holds no data: the files that were there are gone.",
                    "Put them back from where they went (a link or a mount that is not there?), or "
                            + OfflineStore.WITHOUT_TDB2);
        }
    }

    Path search() {
        return directory.resolve("search");
    }

    boolean exists() {
        return Files.isRegularFile(directory.resolve(MARKER));
    }

    boolean isNew() {
        try {
            return !Files.exists(directory) || !exists() && Files.isDirectory(directory) && isFree();
        } catch (IOException | UncheckedIOException e) {
            return false; // opening it says what is wrong
        }
    }

    /** Makes the directory a store's; one that holds other people's files is left alone. */
    void create() {
        try {
            Files.createDirectories(directory);
            requireNoRestore();
            if (!exists() && !isFree()) {
                throw new StoreException("[" + directory + "] is not a store and not empty.",
                        "Give the directory of a store, or a new or empty one.");
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("[" + directory + "] cannot be made a store.",
                    "Give a directory that you may write to.", e);
        }
    }

    private boolean isFree() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).allMatch(UNFINISHED::contains);
        }
    }

    /** Half of a store must never be begun as a new one. */
    void requireNoRestore() {
        if (!exists() && Files.exists(restoring())) {
            throw new StoreException("[" + directory + "] is being restored, or a restore into it was cut off.",
                    "Run that restore again, or empty the directory.");
        }
    }

    /** Whether a restore may make a store here, in a directory that is there: in one cut off before, too. */
    boolean isRestorable() throws IOException {
        List<Path> own = Files.exists(moving()) ? parts() : List.of();
        try (Stream<Path> entries = Files.list(directory)) {
            return !exists() && entries.allMatch(path -> UNFINISHED.contains(path.getFileName().toString())
                    || path.equals(restoring()) || own.contains(path));
        }
    }

    /** What a restored store consists of beside its marker, in the order in which it is put in its place. */
    private List<Path> parts() {
        return List.of(archive(), tdb2(), noted());
    }

    /**
     * Puts a store that is whole in its place here, the marker last: until then nobody takes this for a store, and what
     * is here is known to be the restore's.
     *
     * @param made is on the disk, below {@link #restoring}
     */
    void moveIn(Layout made) throws IOException {
        Files.writeString(moving(), "What stands beside this folder was put there by a restore.\n");
        BulkFolder.sync(moving());
        BulkFolder.sync(restoring());
        for (Path part : made.parts()) {
            if (Files.exists(part)) {
                Files.move(part, directory.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        BulkFolder.sync(directory);
        Files.move(made.directory.resolve(MARKER), directory.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        BulkFolder.sync(directory);
    }

    /** Removes all that a restore has made here that was cut off, and nothing else. */
    void removeRestored() throws IOException {
        if (!exists() && Files.exists(moving())) {
            for (Path part : parts()) {
                BulkFolder.delete(part);
            }
        }
        BulkFolder.delete(restoring());
    }

    /** Removes what its owner has left in a directory that did not become a store. */
    void removeLock() throws IOException {
        Files.deleteIfExists(directory.resolve("owner"));
        Files.deleteIfExists(directory.resolve("lock"));
    }

    /** The base that the store's IRIs begin with. A new store takes the one wanted; an old one keeps its own. */
    Iris iris(Optional<Iris> wanted) {
        try {
            requireNoRestore();
            if (!exists()) {
                Iris iris = wanted.orElseGet(Iris::standard);
                // The marker first: a folder tdb2 without it would be other people's.
                Path part = directory.resolve(MARKER + ".part");
                Files.writeString(part, FORMAT + "\nbase " + iris.base() + "\n");
                BulkFolder.sync(part);
                Files.move(part, directory.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
                BulkFolder.sync(directory);
                return iris;
            }
            String[] lines = Files.readString(directory.resolve(MARKER), StandardCharsets.UTF_8).split("\n");
            if (lines.length < 2 || !lines[0].equals(FORMAT) || !lines[1].startsWith("base ")) {
                throw new StoreException("[" + directory.resolve(MARKER) + "] is of an unknown format.",
                        "Open the store with the version of the program that wrote it.");
            }
            Iris iris = Iris.below(lines[1].substring("base ".length()));
            if (wanted.isPresent() && !wanted.get().base().equals(iris.base())) {
                throw new StoreException(
                        "[" + directory + "] holds IRIs under " + iris.base() + ", not " + wanted.get().base() + ".",
                        "Say --base " + iris.base() + ", or load into a new directory.");
            }
            return iris;
        } catch (IOException e) {
            throw new StoreException("[" + directory + "] cannot be read: " + e.getMessage(),
                    "Give a directory that you may read and write.", e);
        }
    }

    /** Bytes this process may still write in the store: the least, where {@code tdb2} is on a disk of its own. */
    long freeSpace() {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            return Files.isDirectory(tdb2()) ? Math.min(free, Files.getFileStore(tdb2()).getUsableSpace()) : free;
        } catch (IOException e) {
            throw new StoreException("[" + directory + "] does not tell its free space: " + e.getMessage(),
                    "Give a directory on a local disk.", e);
        }
    }
}
