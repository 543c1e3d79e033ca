package org.jingwei.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * The pages of a WARC archive, plain or compressed: response records with status 200 or 203 and resource records, where
 * the target is an http, https, ftp or file address and the type is HTML, XHTML or plain text or is not stated. Other
 * records are passed over; of answers, revisits (whose page is another record) and conversions (whose text is no
 * page's) the last arrival tells how many. Holds one page at a time. A record that cannot be used, or that the crawler
 * cut off, is {@link Arrival.Unreadable} and the next ones go on; behind a damaged record the archive cannot be
 * followed and ends.
 */
final class WarcPages extends Arrivals {
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
    private final Tally passedOver = new Tally();
    private WarcReader reader;
    private int pages;
    private boolean ended;

    /** @param in closed by {@link #close()} */
    WarcPages(String location, PageName names, WebOptions limits, InputStream in) {
        this.location = location;
        this.names = names;
        this.limits = limits;
        this.metered = new Metered(Channels.newChannel(in));
    }

    @Override
    protected Arrival find() {
        while (!ended) {
            try {
                Optional<WarcRecord> record = record();
                ended = record.isEmpty();
                Arrival found = ended ? summary() : arrival(record.get());
                if (found != null) {
                    return found;
                }
            } catch (Trouble e) {
                ended = true;
                return e.at(where());
            } catch (IOException | RuntimeException e) { // the library meets hostile bytes with either
                ended = true;
                return new Arrival.Unreadable(where(), "the archive is damaged here: " + cause(e),
                        "Repair or leave out this record; the pages before it were read.");
            }
        }
        return null;
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

    private static String cause(Exception e) {
        return e instanceof IOException io ? Inputs.cause(io) : e.toString();
    }

    private Optional<WarcRecord> record() throws IOException {
        metered.allow(MOST_HEADER);
        if (reader == null) {
            reader = new WarcReader(metered);
        }
        return reader.next();
    }

    /** What came of the archive besides pages; {@code null} when there is nothing to tell. */
    private Arrival summary() throws Trouble {
        if (pages == 0) {
            throw new Trouble("the archive holds no pages" + (passedOver.isEmpty() ? "" : ", only " + passedOver),
                    "Pages are its response and resource records of type HTML or plain text.");
        }
        return passedOver.isEmpty() ? null : new Arrival.PassedOver(location, passedOver.toString());
    }

    private Arrival arrival(WarcRecord record) throws IOException, Trouble {
        long from = metered.count;
        long size = record.body().size();
        if (size < 0) {
            throw new IOException("a record of " + size + " bytes");
        }
        metered.allow(Long.MAX_VALUE);
        Arrival found;
        try {
            found = switch (record) {
                case WarcResponse response -> response(response);
                case WarcResource resource -> resource(resource);
                case WarcRevisit revisit -> passOver("revisit");
                case WarcConversion conversion -> passOver("conversion");
                default -> null;
            };
        } catch (IOException | RuntimeException e) { // what is wrong in this record need not concern the next
            found = new Arrival.Unreadable(where(), "the record is damaged: " + cause(e), "Leave out this record.");
        }
        metered.allow(Long.MAX_VALUE);
        drain(record.body(), from);
        return found;
    }

    private Arrival passOver(String what) {
        passedOver.add(what);
        return null;
    }

    private Arrival resource(WarcResource resource) throws IOException {
        var capture = new WarcCapture(resource, location);
        if (!capture.isOfPage()) {
            return null;
        }
        var type = resource.headers().first("Content-Type");
        return Payload.kind(type).isEmpty()
                ? passOver(Tally.ofType(type))
                : page(capture, type, capture::resource);
    }

    private Arrival response(WarcResponse response) throws IOException {
        var capture = new WarcCapture(response, location);
        if (!capture.isOfPage() || !capture.isHttp()) {
            return null;
        }
        metered.allow(MOST_HEADER);
        var http = response.http();
        metered.allow(Long.MAX_VALUE);
        if (!Payload.isWhole(http.status())) {
            return passOver("answer with status " + http.status());
        }
        var type = http.headers().first("Content-Type")
                .or(() -> response.headers().first("WARC-Identified-Payload-Type"));
        return Payload.kind(type).isEmpty()
                ? passOver(Tally.ofType(type))
                : page(capture, type, () -> capture.answer(http.headers(), limits));
    }

    private interface Content {
        byte[] read() throws IOException, Trouble;
    }

    private Arrival page(WarcCapture capture, Optional<String> type, Content content) throws IOException {
        pages++;
        try {
            byte[] bytes = content.read();
            return new Arrival.Page(new RawPage(names.unique(PageName.ofUrl(capture.target())), capture.place(),
                    Payload.kind(type).orElseThrow(), bytes, RawPage.sha256(bytes),
                    new RawPage.Stated(capture.url(), Optional.empty(), Optional.empty(), Payload.charset(type),
                            capture.date())));
        } catch (Trouble e) {
            return e.at(capture.place());
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
