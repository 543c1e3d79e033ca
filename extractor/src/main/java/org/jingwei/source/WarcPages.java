package org.jingwei.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a WARC archive, plain or compressed: response records with a 2xx status and resource records, where the
 * target is an http, https, ftp or file address and the type is HTML, XHTML or plain text or is not stated. Everything
 * else in an archive (requests, revisits, metadata, images, redirects, robots.txt) is passed over. Holds one page at a
 * time. A record that cannot be used is {@link Arrival.Unreadable} and the next ones go on; behind a damaged record the
 * archive cannot be followed and ends.
 */
final class WarcPages implements Iterator<Arrival>, AutoCloseable {
    /**
     * Bytes that may be read off the archive for the headers of one record. They inflate at most 1032 times, so that
     * memory stays bounded.
     */
    private static final int MOST_HEADER = 1 << 16;
    /** What may be inflated of a record, page or not, before its ratio counts. */
    private static final long SMALL = 64L << 20;

    private final String location;
    private final PageName names;
    private final WebOptions limits;
    private final Metered metered;
    private WarcReader reader;
    private Arrival next;
    private int pages;
    private boolean done;

    /** @param in closed by {@link #close()} */
    WarcPages(String location, PageName names, WebOptions limits, InputStream in) {
        this.location = location;
        this.names = names;
        this.limits = limits;
        this.metered = new Metered(Channels.newChannel(in));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !done) {
            try {
                step();
            } catch (Trouble e) {
                done = true;
                next = e.at(where());
            } catch (IOException | RuntimeException e) { // the library meets hostile bytes with either
                done = true;
                next = new Arrival.Unreadable(where(), "the archive is damaged here: " + cause(e),
                        "Repair or leave out this record; the pages before it were read.");
            }
        }
        return next != null;
    }

    @Override
    public Arrival next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Arrival arrival = next;
        next = null;
        return arrival;
    }

    @Override
    public void close() {
        try {
            metered.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String where() {
        return location + (reader == null ? "" : "@" + reader.position());
    }

    private void step() throws IOException, Trouble {
        metered.allow(MOST_HEADER);
        if (reader == null) {
            reader = new WarcReader(metered);
        }
        Optional<WarcRecord> found = reader.next();
        if (found.isEmpty()) {
            done = true;
            if (pages == 0) {
                throw new Trouble("the archive holds no pages",
                        "Pages are its response and resource records of type HTML or plain text.");
            }
            return;
        }
        long from = metered.count;
        WarcRecord record = found.get();
        long size = record.body().size();
        if (size < 0) {
            throw new IOException("a record of " + size + " bytes");
        }
        metered.allow(Long.MAX_VALUE);
        try {
            switch (record) {
                case WarcResponse response -> response(response);
                case WarcResource resource -> resource(resource);
                default -> {
                }
            }
        } catch (IOException | RuntimeException e) { // what is wrong in this record need not concern the next
            next = new Arrival.Unreadable(where(), "the record is damaged: " + cause(e), "Leave out this record.");
        }
        metered.allow(Long.MAX_VALUE);
        drain(record.body(), from);
    }

    private static String cause(Exception e) {
        return e instanceof IOException io ? Inputs.cause(io) : e.toString();
    }

    private void resource(WarcResource resource) throws IOException {
        if (isPage(resource.target())) {
            take(resource, resource.headers().first("Content-Type"), resource.body(), List.of());
        }
    }

    private void response(WarcResponse response) throws IOException {
        if (!isPage(response.target()) || !response.contentType().base().equals(MediaType.HTTP)) {
            return;
        }
        metered.allow(MOST_HEADER);
        var http = response.http();
        metered.allow(Long.MAX_VALUE);
        if (http.status() >= 200 && http.status() < 300) {
            take(response, http.headers().first("Content-Type"), http.body(), http.headers().all("Content-Encoding"));
        }
    }

    private static boolean isPage(String target) {
        return target.matches("(?i)<?(https?|ftp|file):.*") && !target.matches("(?i)<?https?://[^/]*/robots\\.txt>?");
    }

    private void take(WarcTargetRecord record, Optional<String> contentType, MessageBody body, List<String> codings)
            throws IOException {
        String target = record.target().replaceAll("^<|>$", "");
        var stated = contentType.or(() -> record.headers().first("WARC-Identified-Payload-Type"));
        var kind = Payload.kind(stated);
        if (kind.isEmpty()) {
            return;
        }
        pages++;
        String place = location + ":" + target;
        try {
            byte[] sent = body.stream().readNBytes(Inputs.MOST_BYTES + 1);
            if (sent.length > Inputs.MOST_BYTES) {
                throw new Trouble("larger than " + Inputs.MOST_TEXT, "Leave the record out; articles are smaller.");
            }
            byte[] content = Payload.decoded(sent, codings, limits.mostInflated(), limits.mostRatio());
            Optional<String> url = Optional.of(target).filter(t -> t.matches("(?i)https?:.*"));
            next = new Arrival.Page(new RawPage(names.unique(PageName.ofUrl(target)), place, kind.get(), content,
                    RawPage.sha256(content),
                    new RawPage.Stated(url, Optional.empty(), Optional.empty(), Payload.charset(stated))));
        } catch (Trouble e) {
            next = e.at(place);
        }
    }

    /** Reads over the rest of a record; a record that inflates out of proportion ends the archive. */
    private void drain(MessageBody body, long from) throws IOException, Trouble {
        var buffer = ByteBuffer.allocate(1 << 16);
        while (body.read(buffer) >= 0) {
            buffer.clear();
            long read = metered.count - from + (1 << 13);
            if (body.position() > SMALL && body.position() / read > limits.mostRatio()) {
                throw new Trouble("a record inflates to more than " + limits.mostRatio() + " times its size",
                        "Leave the record out; the pages behind it were not read.");
            }
        }
    }

    /** Counts what is read off the archive, and reads no more than is allowed. */
    private static final class Metered implements ReadableByteChannel {
        private final ReadableByteChannel channel;
        private long count;
        private long most;

        Metered(ReadableByteChannel channel) {
            this.channel = channel;
        }

        void allow(long more) {
            most = more == Long.MAX_VALUE ? more : count + more;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            if (count >= most) {
                throw new IOException("the headers of a record do not end");
            }
            int n = channel.read(to);
            count += Math.max(n, 0);
            return n;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
