package org.jingwei.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * One WARC 1.1 file of raw pages, each record a gzip member of its own. A page is two records: a resource, whose
 * target is where the page was read, and a metadata record that refers to it with what else reading it again depends
 * on. The date of a resource is when an archive captured it, where the page came from one, else the clock's: it is for
 * archivists, and nothing here reads it. {@link ArchiveReader} gives the pages back. Not thread-safe.
 */
public final class ArchiveWriter implements AutoCloseable {
    private static final MediaType JSON = MediaType.parse("application/json");

    private final FileChannel channel;
    private final WarcWriter writer;
    private final InstantSource clock;

    private ArchiveWriter(FileChannel channel, InstantSource clock) throws IOException {
        this.channel = channel;
        this.writer = new WarcWriter(channel, WarcCompression.GZIP);
        this.clock = clock;
    }

    /**
     * @param file     must not be there yet
     * @param software name and version of the program
     */
    public static ArchiveWriter create(Path file, InstantSource clock, String software) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean open = false;
        try {
            var archive = new ArchiveWriter(channel, clock);
            archive.begin(file.getFileName().toString(), software);
            open = true;
            return archive;
        } finally {
            if (!open) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }

    private void begin(String name, String software) throws IOException {
        Instant now = now();
        writer.write(new Warcinfo.Builder().version(MessageVersion.WARC_1_1).date(now)
                .recordId(id(name + " " + software + " " + now)).filename(name)
                .fields(Map.of("software", List.of(software), "format", List.of("WARC File Format 1.1"))).build());
    }

    /** After a failure what was written of the page is cut off again, as far as the disk lets it. */
    public void write(RawPage page) throws IOException {
        long before = channel.position();
        boolean whole = false;
        try {
            records(page);
            whole = true;
        } finally {
            if (!whole) {
                cutTo(before);
            }
        }
    }

    private void records(RawPage page) throws IOException {
        Instant date = page.stated().captured().orElseGet(this::now);
        byte[] form = ArchivedForm.of(page);
        String digest = RawPage.sha256(page.content());
        UUID id = id(digest + " " + date + " " + RawPage.sha256(form));
        var resource = new WarcResource.Builder().version(MessageVersion.WARC_1_1).date(date).recordId(id)
                .setHeader("WARC-Target-URI", target(page)).setHeader("WARC-Payload-Digest", "sha256:" + digest)
                .setHeader(ArchiveReader.DIGEST, "sha256:" + digest).body(type(page), page.content());
        writer.write(resource.build());
        writer.write(new WarcMetadata.Builder().version(MessageVersion.WARC_1_1).date(date).recordId(id("of " + id))
                .targetURI(target(page)).setHeader("WARC-Refers-To", "<urn:uuid:" + id + ">")
                .setHeader(ArchiveReader.DIGEST, "sha256:" + RawPage.sha256(form)).body(JSON, form).build());
    }

    private void cutTo(long length) {
        try {
            channel.truncate(length);
            channel.position(length);
        } catch (IOException e) {
            // What is left of the page is a torn tail, which readers recognise.
        }
    }

    /** Returns when everything written is on the disk. */
    public void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    private static String target(RawPage page) {
        return uri(page.stated().url().filter(url -> url.matches("(?is)https?://.*"))
                .orElseGet(() -> page.location().matches("(?is)https?://.*")
                        ? page.location()
                        : "file:" + page.location()));
    }

    /** What an address may not hold, as UTF-8 in percent signs. */
    private static String uri(String address) {
        var out = new StringBuilder(address.length() + 16);
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && "\"<>\\^`{|}".indexOf(b) < 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** As an archivist's tools want it; {@code null} where the source stated nothing. */
    private static MediaType type(RawPage page) {
        String charset = page.stated().charset().filter(label -> label.matches("[A-Za-z0-9._-]+"))
                .map(label -> "; charset=" + label).orElse("");
        return switch (page.kind()) {
            case HTML -> MediaType.parse("text/html" + charset);
            case TEXT -> MediaType.parse("text/plain" + charset);
            case UNKNOWN -> null;
        };
    }
}
