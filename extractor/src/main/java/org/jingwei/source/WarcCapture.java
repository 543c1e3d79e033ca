package org.jingwei.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;

/** One record of a WARC archive that captured something from somewhere. */
final class WarcCapture {
    private static final int MOST_HTTP_HEADERS = 1 << 20;
    private static final Pattern CHUNK = Pattern.compile("(?s)[0-9A-Fa-f]{1,8}[ \\t]*(?:;[^\\n]*)?\\r?\\n.*");

    private final WarcTargetRecord record;
    private final String location;

    /** @param location of the archive */
    WarcCapture(WarcTargetRecord record, String location) {
        this.record = record;
        this.location = location;
    }

    /** Old archives write addresses in angle brackets. */
    String target() {
        return record.target().replaceAll("^<|>$", "");
    }

    String place() {
        return location + ":" + target();
    }

    Optional<String> url() {
        return Optional.of(target()).filter(t -> t.matches("(?is)https?:.*"));
    }

    boolean isOfPage() {
        return target().matches("(?is)(https?|ftp|file):.*") && !target().matches("(?i)https?://[^/]*/robots\\.txt");
    }

    boolean isHttp() {
        return record.contentType().base().equals(MediaType.HTTP);
    }

    /** When it was captured; absent where the archive states no whole date and time. */
    Optional<Instant> date() {
        try {
            return record.headers().first("WARC-Date").map(String::strip).filter(t -> t.matches("[12]\\d{3}-.*Z"))
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The content of a resource. */
    byte[] resource() throws IOException, Trouble {
        return small(block());
    }

    /**
     * The body of an HTTP answer, as its author wrote it. A record is as long as it says; the {@code Content-Length}
     * inside it is only believed where it tells of something missing, since archives that undo encodings keep it.
     */
    byte[] answer(MessageHeaders headers, WebOptions limits) throws IOException, Trouble {
        byte[] block = block();
        byte[] body = Arrays.copyOfRange(block, endOfHeaders(block), block.length);
        boolean encoded = headers.first("Content-Encoding").isPresent();
        if (headers.contains("Transfer-Encoding", "chunked")) {
            if (CHUNK.matcher(start(body)).matches()) {
                body = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block))).body().stream()
                        .readAllBytes();
            }
        } else if (!encoded && headers.first("Content-Length").map(String::strip).filter(n -> n.matches("\\d{1,15}"))
                .map(Long::valueOf).orElse(0L) > body.length) {
            throw cutOff("it holds " + body.length + " of " + headers.first("Content-Length").get().strip() + " bytes");
        }
        return Payload.decoded(small(body), headers.all("Content-Encoding"), limits.mostInflated(),
                limits.mostRatio());
    }

    private byte[] block() throws IOException, Trouble {
        WarcTruncationReason truncated = record.truncated();
        if (truncated != WarcTruncationReason.NOT_TRUNCATED) {
            throw cutOff(record.headers().first("WARC-Truncated").orElse("unspecified"));
        }
        return record.body().stream().readNBytes(Inputs.MOST_BYTES + MOST_HTTP_HEADERS);
    }

    private static Trouble cutOff(String why) {
        return new Trouble("the crawler cut the page off: " + why,
                "Fetch the page itself; what is left of it may end in the middle of a number.");
    }

    private static byte[] small(byte[] body) throws Trouble {
        if (body.length > Inputs.MOST_BYTES) {
            throw new Trouble("larger than " + Inputs.MOST_TEXT, "Leave the record out; articles are smaller.");
        }
        return body;
    }

    private static String start(byte[] body) {
        return new String(body, 0, Math.min(body.length, 400), StandardCharsets.ISO_8859_1);
    }

    /** Behind the first empty line; the end when there is none. */
    private static int endOfHeaders(byte[] block) {
        for (int i = 0; i + 1 < block.length; i++) {
            if (block[i] == '\n' && (block[i + 1] == '\n' || i + 2 < block.length && block[i + 1] == '\r'
                    && block[i + 2] == '\n')) {
                return i + (block[i + 1] == '\n' ? 2 : 3);
            }
        }
        return block.length;
    }
}
