package org.jingwei;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, in memory, that is really full when it is. Only who may mount one has it. */
public final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /**
     * Skips the test where nothing can be mounted.
     *
     * @param place becomes a folder
     */
    public static SmallDisk at(Path place, int megabytes) throws IOException, InterruptedException {
        Files.createDirectory(place);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", place.toString()),
                "SKIPPED: no file system can be mounted here, so that no disk can be filled");
        return new SmallDisk(place);
    }

    public Path place() {
        return place;
    }

    /** Leaves about so many bytes, and takes up the rest with one file; a smaller one than before gives space back. */
    public void leave(long bytes) throws IOException {
        Path ballast = place.resolve("ballast");
        Files.deleteIfExists(ballast);
        long size = Files.getFileStore(place).getUsableSpace() - bytes;
        byte[] block = new byte[1 << 12];
        try (var out = Files.newOutputStream(ballast)) {
            for (long done = 0; done + block.length <= size; done += block.length) {
                out.write(block);
            }
        }
    }

    /** Makes it larger. */
    public void grow(int megabytes) throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount,size=" + megabytes + "m", place.toString())) {
            throw new IOException(place + " cannot be made larger");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", place.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
