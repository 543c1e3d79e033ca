package org.jingwei.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Adler32;

/**
 * TDB2's journal before TDB2 sees it. A process killed while it writes an entry leaves a torn tail, and TDB2 6.0.0
 * then refuses to open the store at all. What stands behind the last commit record was never committed: it is cut off,
 * and a copy of the whole journal is kept beside it where there is room for one.
 *
 * <p>An entry is a header of 16 bytes (length of the body, negative for none; Adler-32 of header and body with this field
 * zero; type; component) and the body; type 3 is a commit. All numbers are big-endian and of four bytes. A journal with a
 * commit in it must not be shortened before that: TDB2 may have begun to put the batch in its place.
 */
final class Journal {
    private static final String NAME = "journal.jrnl";
    private static final int HEADER = 16;
    private static final int COMMIT = 3;

    private static final Logger TROUBLE = Logger.getLogger(Journal.class.getName());

    /**
     * What was done to a torn journal.
     *
     * @param bytes that were cut off
     * @param kept  whether there is a copy of it as it was
     */
    record Cut(long bytes, boolean kept) {}

    private Journal() {}

    /**
     * Mends the journal of the newest generation below {@code tdb2}, which TDB2 opens; it asks for no other.
     *
     * @return what was cut off; empty of a whole journal
     */
    static Optional<Cut> mend(Path tdb2) {
        try {
            List<Path> generations = BulkFolder.generations(tdb2);
            return generations.isEmpty() || !Files.isRegularFile(generations.getLast().resolve(NAME))
                    ? Optional.empty()
                    : mendFile(generations.getLast().resolve(NAME));
        } catch (IOException e) {
            throw new StoreException("[" + tdb2 + "] cannot be checked before opening: " + e.getMessage(),
                    "Check the disk and the permissions of the directory.", e);
        }
    }

    private static Optional<Cut> mendFile(Path journal) throws IOException {
        long size = Files.size(journal);
        if (size == 0) {
            return Optional.empty();
        }
        Extent extent;
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            extent = extent(channel);
        }
        if (extent.whole()) {
            return Optional.empty();
        }
        if (extent.commitBehindDamage()) {
            throw new StoreException("[" + journal + "] is damaged before a committed batch.",
                    "Check the disk, then restore the store from a backup or load its articles into a new directory.");
        }
        boolean kept = isKept(journal);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(extent.committed());
            channel.force(true);
        }
        return Optional.of(new Cut(size - extent.committed(), kept));
    }

    /**
     * Keeps a copy for whoever wants to look: nothing needs it. A loader that dies because the disk is full leaves a torn
     * journal and no room for another; its store must be opened all the same.
     */
    private static boolean isKept(Path journal) {
        Path copy = journal.resolveSibling(NAME + ".torn");
        try {
            Files.copy(journal, copy, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            TROUBLE.log(Level.SEVERE,
                    () -> "[" + journal + "] was torn by a run that was cut off; its torn end was cut "
                            + "off without a copy, which could not be made: " + StoreException.why(e)
                            + " No batch that was reported is lost. Check the disk (space, permissions).");
            discard(copy);
            return false;
        }
    }

    private static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // The next copy replaces it.
        }
    }

    /**
     * @param committed         offset behind the last commit that is whole, together with everything before it
     * @param whole             whether every entry is
     * @param commitBehindDamage whether a commit record stands behind an entry that is not whole
     */
    private record Extent(long committed, boolean whole, boolean commitBehindDamage) {}

    private static Extent extent(FileChannel channel) throws IOException {
        long size = channel.size();
        long at = 0;
        long committed = 0;
        boolean damaged = false;
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (at < size) {
            header.clear();
            if (size - at < HEADER || read(channel, header, at) < HEADER) {
                return new Extent(committed, false, false);
            }
            int length = Math.max(0, header.getInt(0));
            int type = header.getInt(8);
            if (type < 1 || type > 4 || size - at - HEADER < length) {
                return new Extent(committed, false, false);
            }
            if (!sound(channel, header, at, length)) {
                damaged = true;
            } else if (type == COMMIT) {
                if (damaged) {
                    return new Extent(committed, false, true);
                }
                committed = at + HEADER + length;
            }
            at += HEADER + length;
        }
        return new Extent(committed, !damaged, false);
    }

    private static boolean sound(FileChannel channel, ByteBuffer header, long at, int length) throws IOException {
        int stated = header.getInt(4);
        header.putInt(4, 0);
        Adler32 sum = new Adler32();
        sum.update(header.array());
        ByteBuffer body = ByteBuffer.allocate(Math.min(length, 1 << 16));
        for (int done = 0; done < length; done += body.limit()) {
            body.clear().limit(Math.min(body.capacity(), length - done));
            if (read(channel, body, at + HEADER + done) < body.limit()) {
                return false;
            }
            sum.update(body.flip());
        }
        return stated == (int) sum.getValue();
    }

    private static int read(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        int total = 0;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at + total);
            if (n < 0) {
                break;
            }
            total += n;
        }
        return total;
    }
}
