package org.jingwei.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.Warcinfo;

/**
 * The pages of a file that {@link ArchiveWriter} wrote, equal to what was written, in that order; holds one at a time.
 * A page whose bytes are not what its digest says is never given. Damage does not end the reading: it goes on with the
 * next record that is whole, and {@link #damages()} tells afterwards where something was passed over. Every arrival is
 * a page. Not thread-safe.
 */
public final class ArchiveReader extends Arrivals {
    static final String DIGEST = "WARC-Block-Digest";

    /** What is said of a page can hold a headline as long as a page. */
    private static final int MOST_FORM = 4 * Inputs.MOST_BYTES;

    /**
     * Something in the file that is no whole page.
     *
     * @param offset of the byte behind which reading stumbled
     * @param tail   whether no whole record stands behind it: what a process leaves that was killed while it wrote
     * @param reason what is wrong, for people
     */
    public record Damage(long offset, boolean tail, String reason) {}

    /** A resource that waits for its metadata. */
    private record Waiting(String id, byte[] content) {}

    private final FileChannel channel;
    private final List<Damage> damages = new ArrayList<>();
    private WarcReader reader;
    private Waiting waiting;
    private long last;
    private boolean ended;

    public ArchiveReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    protected Arrival find() {
        while (!ended) {
            try {
                Optional<RawPage> page = page();
                if (page.isPresent()) {
                    return new Arrival.Page(page.get());
                }
            } catch (Trouble e) {
                damages.add(new Damage(last, false, e.getMessage()));
            } catch (IOException | RuntimeException e) { // the library meets damaged bytes with either
                String reason = e instanceof IOException io ? Inputs.cause(io) : e.toString();
                long stumbled = last;
                waiting = null;
                ended = !foundBehind(reader == null ? -1 : last);
                damages.add(new Damage(stumbled, ended, reason));
            }
        }
        return null;
    }

    /** Where something was passed over so far, in the order of the file. */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }

    private Optional<RawPage> page() throws IOException, Trouble {
        if (reader == null) {
            reader = new WarcReader(channel);
        }
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
            ended = true;
            if (waiting != null) {
                waiting = null;
                damages.add(new Damage(last, true, "nothing is said of the last page"));
            }
            return Optional.empty();
        }
        last = reader.position();
        switch (record.get()) {
            case WarcResource resource -> {
                if (waiting != null) {
                    waiting = null;
                    damages.add(new Damage(last, false, "nothing is said of the page before"));
                }
                waiting = new Waiting(header(resource, "WARC-Record-ID"), sound(resource, Inputs.MOST_BYTES));
            }
            case WarcMetadata metadata -> {
                Waiting of = waiting;
                waiting = null;
                if (of == null || !of.id.equals(header(metadata, "WARC-Refers-To"))) {
                    throw new Trouble("what is said of a page stands without the page", "");
                }
                return Optional.of(ArchivedForm.page(sound(metadata, MOST_FORM), of.content));
            }
            case Warcinfo info -> {
            }
            default -> throw new Trouble("a record of the unknown type " + record.get().type(), "");
        }
        return Optional.empty();
    }

    private static String header(WarcRecord record, String name) throws Trouble {
        return record.headers().first(name).orElseThrow(() -> new Trouble("a record without " + name, ""));
    }

    /** The block of a record when it is what its digest says. */
    private static byte[] sound(WarcRecord record, int most) throws IOException, Trouble {
        byte[] block = record.body().stream().readNBytes(most);
        if (!header(record, DIGEST).equals("sha256:" + RawPage.sha256(block))) {
            throw new Trouble("a record whose bytes are not those that its digest names", "");
        }
        return block;
    }

    /** Puts the reader at the first record that begins behind {@code offset} and can be read. */
    private boolean foundBehind(long offset) {
        try {
            for (long at = member(offset + 1); at >= 0; at = member(at + 1)) {
                if (isRecord(at)) {
                    channel.position(at);
                    reader = new WarcReader(channel);
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isRecord(long at) throws IOException {
        channel.position(at);
        try {
            Optional<WarcRecord> record = new WarcReader(channel).next();
            record.ifPresent(WarcRecord::type);
            return record.isPresent();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Offset of the first three bytes, from {@code from}, with which a gzip member begins; -1 without. */
    private long member(long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(1 << 16);
        for (long at = from;; at += window.limit() - 2) {
            window.clear();
            while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {
                // until it is full or the file ends
            }
            window.flip();
            for (int i = 0; i + 2 < window.limit(); i++) {
                if (window.get(i) == 0x1f && window.get(i + 1) == (byte) 0x8b && window.get(i + 2) == 8) {
                    return at + i;
                }
            }
            if (window.limit() < window.capacity()) {
                return -1;
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
