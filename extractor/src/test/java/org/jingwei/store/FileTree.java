package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class FileTree {
    private FileTree() {}

    /** A copy under a path where nothing is yet; without TDB2's lock, which belongs to a process and not to the data. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            Files.createDirectories(to.toAbsolutePath().getParent());
            for (Path file : files.filter(f -> !f.getFileName().toString().equals("tdb.lock")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
