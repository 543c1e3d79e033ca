package org.jingwei.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A TDB2 folder that is filled once, away from everybody, and then put in its place whole. TDB2 keeps its files in
 * {@code Data-NNNN} and opens the highest number: one rename makes another state the store's, and a process that is
 * killed before or behind it leaves a whole store.
 */
final class BulkFolder {
    /** Five million statements in twenty-five thousand articles took 380 bytes each. */
    private static final long BYTES_A_STATEMENT = 600;
    private static final long BYTES_KEPT_FREE = 128L << 20;
    private static final Pattern OF_EACH_STATE = Pattern.compile("(?!journal)[\\w-]+\\.(bpt|dat|idn|obj|bdf)");
    private static final Pattern GENERATION = Pattern.compile("Data-(\\d{4,9})");

    private BulkFolder() {}

    /** Bytes that a folder of so many statements may need. */
    static long bytes(long statements) {
        return BYTES_KEPT_FREE + statements * BYTES_A_STATEMENT;
    }

    /**
     * Makes a TDB2 folder and returns when it is on the disk.
     *
     * @param folder   does not exist, or is empty
     * @param prefixes the store's, by name
     * @param source   gives all statements
     */
    static void fill(Path folder, Map<String, String> prefixes, Consumer<Consumer<Quad>> source)
            throws IOException {
        Files.createDirectories(folder);
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            DataLoader loader = LoaderFactory.sequentialLoader(dataset, (form, arguments) -> {});
            loader.startBulk();
            source.accept(loader.streamRDF()::quad);
            prefixes.forEach((name, iri) -> dataset.prefixes().add(name, iri));
            loader.finishBulk();
        } finally {
            TDBInternal.expel(dataset, true);
        }
        syncAll(folder);
    }

    /** What is in a folder that is filled, read back from the disk. */
    static Content content(Path folder) {
        return read(folder, Content::of);
    }

    /** How many statements are in a folder that is filled, as its index has them. */
    static long statements(Path folder) {
        return read(folder, dataset -> TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable()
                .size());
    }

    private static <T> T read(Path folder, Function<DatasetGraph, T> question) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            return dataset.calculateRead(() -> question.apply(dataset));
        } finally {
            TDBInternal.expel(dataset, true);
        }
    }

    /**
     * Makes a folder without statements one of TDB2, unless it is: its files are made aside and put in place by one
     * rename. TDB2 itself makes them one after the other, and takes half of them for whole ones for ever.
     *
     * @param tdb2 is there
     */
    static void begin(Path tdb2) throws IOException {
        if (!generations(tdb2).isEmpty()) {
            return;
        }
        Path made = made(tdb2);
        delete(made);
        Files.createDirectories(made);
        TDBInternal.expel(DatabaseMgr.connectDatasetGraph(Location.create(made)), true);
        syncAll(made);
        Path first = generations(made).getLast();
        Files.move(first, tdb2.resolve(first.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        sync(tdb2);
        delete(made);
    }

    /**
     * Where the next state of a TDB2 folder is made: below it, since it may be a link to another disk, or a disk of its
     * own, and no rename leads from one disk to another. TDB2 looks at its own names only.
     */
    static Path made(Path tdb2) {
        return tdb2.resolve(".new");
    }

    /** Makes the state below {@code made} that of {@code tdb2}, whose earlier ones are removed. */
    static void swap(Path made, Path tdb2) throws IOException {
        List<Path> earlier = generations(tdb2);
        int number = earlier.isEmpty() ? 1 : number(earlier.getLast()) + 1;
        Files.move(generations(made).getLast(), tdb2.resolve(String.format(Locale.ROOT, "Data-%04d", number)),
                StandardCopyOption.ATOMIC_MOVE);
        sync(tdb2);
        try {
            for (Path old : earlier) {
                delete(old);
            }
            delete(made);
        } catch (IOException e) {
            // The new state is the store's: it is done. What is left the next compaction removes; doctor names it.
        }
    }

    /** Names of the files that each state has whatever is in it, in order, as the one that is opened has them. */
    static SortedSet<String> files(Path tdb2) throws IOException {
        try (Stream<Path> files = Files.list(generations(tdb2).getLast())) {
            return files.map(file -> file.getFileName().toString()).filter(OF_EACH_STATE.asMatchPredicate())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The states of a TDB2 folder, the one that is opened last; none where there is no folder. */
    static List<Path> generations(Path tdb2) throws IOException {
        if (!Files.isDirectory(tdb2)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tdb2)) {
            return files.filter(file -> GENERATION.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingInt(BulkFolder::number)).toList();
        }
    }

    private static int number(Path generation) {
        Matcher matcher = GENERATION.matcher(generation.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(generation.toString());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Bytes of all files below a folder, as long as they are; holes count. */
    static long size(Path folder) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Removes a folder and all that is in it; nothing when it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void syncAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                sync(file);
            }
        }
    }

    /** Returns when a file, or the names in a folder, are on the disk. */
    static void sync(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        try (FileChannel channel = FileChannel.open(path,
                isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and writes such names through.
            if (!isFolder) {
                throw e;
            }
        }
    }
}
