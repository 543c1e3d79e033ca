package org.jingwei.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.Adler32;

/**
 * TDB2's journal before TDB2 sees it. A process killed while it writes an entry leaves a torn tail, and TDB2 6.0.0
 * then refuses to open the store at all. What stands behind the last commit record was never committed: it is cut off,
 * and a copy of the whole journal is kept beside it.
 *
 * <p>An entry is a header of 16 bytes (length of the body, negative for none; Adler-32 of header and body with this field
 * zero; type; component) and the body; type 3 is a commit. All numbers are big-endian and of four bytes. A journal with a
 * commit in it must not be shortened before that: TDB2 may have begun to put the batch in its place.
 */
final class Journal {
    private static final String NAME = "journal.jrnl";
    private static final int HEADER = 16;
    private static final int COMMIT = 3;

    private Journal() {}

    /** Mends the journal of the newest generation below {@code tdb2}, which TDB2 opens; it asks for no other. */
    static void mend(Path tdb2) {
        try {
            List<Path> generations = BulkFolder.generations(tdb2);
            if (!generations.isEmpty() && Files.isRegularFile(generations.getLast().resolve(NAME))) {
                mendFile(generations.getLast().resolve(NAME));
            }
        } catch (IOException e) {
            throw new StoreException("[" + tdb2 + "] cannot be checked before opening: " + e.getMessage(),
                    "Check the disk and the permissions of the directory.", e);
        }
    }

    private static void mendFile(Path journal) throws IOException {
        if (Files.size(journal) == 0) {
            return;
        }
        Extent extent;
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            extent = extent(channel);
        }
        if (extent.whole()) {
            return;
        }
        if (extent.commitBehindDamage()) {
            throw new StoreException("[" + journal + "] is damaged before a committed batch.",
                    "Check the disk, then restore the store from a backup or load its articles into a new directory.");
        }
        Files.copy(journal, journal.resolveSibling(NAME + ".torn"), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(extent.committed());
            channel.force(true);
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
