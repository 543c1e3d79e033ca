package org.jingwei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The room that folders take.
 *
 * @param length    of their files, holes too
 * @param allocated bytes that the file system keeps for them
 */
record Disk(long length, long allocated) {

    static Disk of(Path folder) throws IOException {
        long length = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                length += Files.size(file);
            }
        }
        return new Disk(length, allocated(folder));
    }

    /** Java does not tell; {@code du} does. */
    private static long allocated(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Long.parseLong(said.split("\\s+")[0]) << 10;
    }

    /** A folder with all in it, holes kept: TDB2's files are longer than what is in them. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to.toAbsolutePath().getParent());
        try {
            int exit = new ProcessBuilder("cp", "-a", "--sparse=always", from.toString(), to.toString()).inheritIO()
                    .start().waitFor();
            if (exit != 0) {
                throw new IOException("cp of " + from + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** How many times the first of two is the second. */
    String over(Disk before) {
        return String.format(Locale.ROOT, "%.3f times as large (%.3f by length), %d MB from %d MB",
                (double) allocated / before.allocated, (double) length / before.length, allocated >> 20,
                before.allocated >> 20);
    }
}
