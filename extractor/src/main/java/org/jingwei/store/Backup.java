package org.jingwei.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A store as one compressed N-Quads file, which any RDF tool reads; comments at its head carry what N-Quads cannot: the
 * base of the IRIs and what the content must add up to. The archive's files are copied beside it. The same store gives
 * the same bytes. The search index is left out: it is made from the rest.
 */
public final class Backup {
    static final String FORMAT = "# jingwei backup 1";
    static final String BASE = "# base ";
    static final String CONTENT = "# content ";

    /**
     * @param statements in all graphs
     * @param archived   files of the archive; none when they were left out
     * @param missing    files of the archive that the catalog names and that are not there
     * @param bytes      of all files of the backup
     */
    public record Written(long statements, int archived, int missing, long bytes) {}

    private Backup() {}

    /**
     * @param archived whether the files of the archive are copied too
     * @throws StoreException when it was not made, and nothing of it is left; an earlier one is never replaced
     */
    public static Written write(Path directory, Path file, boolean archived, Steps steps) {
        BackupFiles files = BackupFiles.of(file);
        Path part = files.statements().resolveSibling("." + files.statements().getFileName() + ".part");
        Path partArchive = files.statements().resolveSibling("." + files.archive().getFileName() + ".part");
        try (var store = OfflineStore.take(directory)) {
            return write(store, files, part, partArchive, archived, steps);
        }
    }

    private static Written write(OfflineStore store, BackupFiles files, Path part, Path partArchive, boolean archived,
            Steps steps) {
        try {
            Files.createDirectories(files.statements().getParent());
            removeUnfinished(files, part, partArchive);
            for (Path place : new Path[]{ files.statements(), files.archive(), files.hashes() }) {
                requireFree(place);
            }
            Map<String, String> hashes = new LinkedHashMap<>();
            int[] missing = { 0 };
            Content content = store.read(now -> {
                missing[0] = (int) new Ledger(store.iris()).archives(now).stream()
                        .filter(name -> !Files.isRegularFile(store.layout().directory().resolve(name))).count();
                Content all = Content.of(now);
                writeStatements(store, now, all, part, steps);
                return all;
            });
            hashes.put(files.statements().getFileName().toString(), BackupFiles.hash(part));
            int copied = 0;
            if (archived) {
                for (String name : Archive.files(store.layout())) {
                    Path from = store.layout().directory().resolve(name);
                    Files.createDirectories(partArchive);
                    Path to = partArchive.resolve(from.getFileName());
                    Files.copy(from, to);
                    BulkFolder.sync(to);
                    hashes.put(files.name(from.getFileName().toString()), BackupFiles.hash(to));
                    copied++;
                }
            }
            long bytes = Files.size(part) + (copied > 0 ? BulkFolder.size(partArchive) : 0);
            publish(files, part, partArchive, hashes);
            return new Written(content.statements(), copied, missing[0], bytes);
        } catch (StoreException e) {
            tidy(files, part, partArchive);
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            tidy(files, part, partArchive);
            throw new StoreException("[" + files.statements() + "] the backup was not made: " + StoreException.why(e),
                    "Check the disk (space, permissions), then run it again. The store was not touched.", e);
        }
    }

    /**
     * What one that was cut off has left. Its statements lie aside until all else is in its place: where they do, what
     * stands under the name of the backup is part of it. They go last, so that this can be cut off too.
     */
    private static void removeUnfinished(BackupFiles files, Path part, Path partArchive) throws IOException {
        if (Files.exists(part) && !Files.exists(files.statements())) {
            BulkFolder.delete(files.archive());
            Files.deleteIfExists(files.hashes());
        }
        BulkFolder.delete(partArchive);
        Files.deleteIfExists(part);
    }

    private static void requireFree(Path place) {
        if (Files.exists(place)) {
            throw new StoreException("[" + place + "] is there already.",
                    "A backup never replaces another, nor what is left of one: name another file, or remove it.");
        }
    }

    private static void writeStatements(OfflineStore store, DatasetGraph now, Content all,
            Path part, Steps steps) {
        try (OutputStream out = new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(part), 1 << 16), 1 << 16)) {
            out.write((FORMAT + "\n" + BASE + store.iris().base() + "\n" + CONTENT + all + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            writer.start();
            long[] done = { 0 };
            Content.of(now, quad -> {
                writer.quad(quad);
                steps.at(++done[0], all.statements());
            });
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements last: they are what a backup is known by. */
    private static void publish(BackupFiles files, Path part, Path partArchive, Map<String, String> hashes)
            throws IOException {
        var lines = new StringBuilder();
        hashes.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        if (Files.exists(partArchive)) {
            BulkFolder.sync(partArchive);
            Files.move(partArchive, files.archive(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(files.hashes(), lines);
        BulkFolder.sync(files.hashes());
        BulkFolder.sync(part);
        Files.move(part, files.statements(), StandardCopyOption.ATOMIC_MOVE);
        BulkFolder.sync(files.statements().getParent());
    }

    private static void tidy(BackupFiles files, Path part, Path partArchive) {
        try {
            removeUnfinished(files, part, partArchive);
        } catch (IOException e) {
            // The next backup of this name removes it.
        }
    }
}
