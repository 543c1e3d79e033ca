package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jingwei.source.ArchiveReader;
import org.jingwei.source.ArchiveWriter;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;

/**
 * The pages as they arrived, below a store: {@code archive/run-NNNNNN.warc.gz}, one file for each run that read any.
 * A file is made for the first page, so that a run without new ones leaves none. Not thread-safe.
 */
final class Archive implements AutoCloseable {
    static final String FOLDER = "archive";
    private static final String FORM = "run-(\\d{6,9})\\.warc\\.gz";

    private final Layout layout;
    private final InstantSource clock;
    private final Supplier<Set<String>> named;
    private Path file;
    private ArchiveWriter writer;

    /** @param named the files that the store names: one that is missing leaves its number free, and must not be reborn */
    Archive(Layout layout, InstantSource clock, Supplier<Set<String>> named) {
        this.layout = layout;
        this.clock = clock;
        this.named = named;
    }

    /** The files of a store in the order of their runs, by name. */
    static List<String> files(Layout layout) {
        if (!Files.isDirectory(layout.archive())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layout.archive())) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.matches(FORM))
                    .sorted((a, b) -> Integer.compare(number(a), number(b))).map(name -> FOLDER + "/" + name).toList();
        } catch (IOException e) {
            throw new StoreException("[" + layout.archive() + "] cannot be listed: " + e.getMessage(),
                    "Check the disk and the permissions of the directory.", e);
        }
    }

    /** Whether a file of an archive is called so. */
    static boolean isName(String name) {
        return name.matches(FORM);
    }

    private static int number(String name) {
        return Integer.parseInt(name.replaceFirst(FORM, "$1"));
    }

    /** Keys of the pages of a file that are whole. */
    static Set<String> whole(Path file) {
        Set<String> keys = new HashSet<>();
        try (var reader = new ArchiveReader(file)) {
            reader.forEachRemaining(arrival -> {
                if (arrival instanceof Arrival.Page(RawPage page)) {
                    keys.add(page.key());
                }
            });
        } catch (IOException e) {
            // what cannot be read holds none
        }
        return keys;
    }

    /** Adds a page; it is safe after {@link #sync}. @return the file, below the store */
    String write(RawPage page) {
        try {
            if (writer == null) {
                begin();
            }
            writer.write(page);
            return FOLDER + "/" + file.getFileName();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void begin() throws IOException {
        Files.createDirectories(layout.archive());
        int last = Stream.concat(files(layout).stream(), named.get().stream())
                .map(name -> name.substring(FOLDER.length() + 1)).filter(name -> name.matches(FORM))
                .mapToInt(Archive::number).max().orElse(0);
        file = layout.archive().resolve(String.format(Locale.ROOT, "run-%06d.warc.gz", last + 1));
        writer = ArchiveWriter.create(file, clock, "jingwei " + Edition.version());
        // The name of a new file is safe on the disk only when its folder is.
        BulkFolder.sync(layout.archive());
        BulkFolder.sync(layout.directory());
    }

    /** Returns when every page given so far is on the disk. */
    void sync() {
        try {
            if (writer != null) {
                writer.sync();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What is behind a failure cannot be relied on: the next page goes to another file. */
    private StoreException failed(IOException e) {
        Path broken = file == null ? layout.archive() : file;
        try {
            close();
        } catch (StoreException second) {
            e.addSuppressed(second);
        }
        return new StoreException("[" + broken + "] the page could not be archived: " + e.getMessage()
                + "; nothing of its batch was stored.",
                "Free some space or check the disk, then run it again: what was loaded before is kept.", e);
    }

    @Override
    public void close() {
        ArchiveWriter open = writer;
        writer = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new StoreException("[" + file + "] did not close cleanly: " + e.getMessage(),
                    "Check the disk; every batch reported as loaded is kept.", e);
        }
    }
}
