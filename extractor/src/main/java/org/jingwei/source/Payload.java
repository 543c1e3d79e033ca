package org.jingwei.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** What the headers of an HTTP message say about its body, and the body with its content encodings undone. */
final class Payload {
    /** Below this size a high ratio proves nothing: a blank page may compress a thousandfold. */
    private static final int SMALL = 1 << 20;

    private static final Pattern MARKUP = Pattern
            .compile("(?i)^(?:\\xef\\xbb\\xbf)?\\s*<(?:!--|(?:!doctype|html|head|meta|\\?xml|body|p|div)\\b)");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\\s\"';]+)");

    private Payload() {}

    /** Whether an answer with this status carries the page itself: 206 is a part of it, 204 nothing, 404 another one. */
    static boolean isWhole(int status) {
        return status == 200 || status == 203;
    }

    /** What a {@code Content-Type} makes of a body: no kind when it is something else than a page. */
    static Optional<RawPage.Kind> kind(Optional<String> contentType) {
        String type = contentType.map(t -> t.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).orElse("");
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> Optional.of(RawPage.Kind.HTML);
            case "text/plain" -> Optional.of(RawPage.Kind.TEXT);
            case "" -> Optional.of(RawPage.Kind.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** The label as stated, without its quotes. */
    static Optional<String> charset(Optional<String> contentType) {
        return contentType.map(CHARSET::matcher).filter(m -> m.find()).map(m -> m.group(1));
    }

    /**
     * The body as its author wrote it.
     *
     * @param codings      values of {@code Content-Encoding}, in the order they were applied
     * @param mostInflated bytes that may come out
     * @param mostRatio    how many times its size a body of more than a megabyte may inflate to
     */
    static byte[] decoded(byte[] body, List<String> codings, int mostInflated, int mostRatio) throws Trouble {
        var names = codings.stream().flatMap(c -> java.util.Arrays.stream(c.split(",")))
                .map(c -> c.strip().toLowerCase(Locale.ROOT)).filter(c -> !c.isEmpty() && !c.equals("identity"))
                .toList();
        if (names.size() > 2) {
            throw new Trouble("the body is encoded " + names.size() + " times",
                    "Save the page with a browser and name the file.");
        }
        byte[] bytes = body;
        for (String name : names.reversed()) {
            // Archives often keep the header of an encoding that they undid.
            if (!isUndone(name, bytes)) {
                bytes = decoded(name, bytes, body.length, mostInflated, mostRatio);
            }
        }
        return bytes;
    }

    /** Gzip has a mark of its own; of the others none begins as markup does. */
    private static boolean isUndone(String coding, byte[] bytes) {
        if (coding.equals("gzip") || coding.equals("x-gzip")) {
            return bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b;
        }
        return MARKUP.matcher(new String(bytes, 0, Math.min(bytes.length, 80), StandardCharsets.ISO_8859_1)).find();
    }

    private static byte[] decoded(String coding, byte[] bytes, int sent, int mostInflated, int mostRatio)
            throws Trouble {
        var inflater = new Inflater(isBare(bytes));
        var encoded = new ByteArrayInputStream(bytes);
        try (InputStream in = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(encoded);
            case "deflate" -> new InflaterInputStream(encoded, inflater);
            case "br" -> new BrotliInputStream(encoded);
            default -> throw new Trouble("the content encoding \"" + coding + "\" is not supported",
                    "Give the page unencoded, or with gzip, deflate or br.");
        }) {
            return read(in, sent, mostInflated, mostRatio);
        } catch (EOFException e) {
            throw new Trouble("the encoded body ends early", "Fetch the page again.");
        } catch (IOException | RuntimeException e) { // the brotli decoder meets hostile bytes with either
            throw new Trouble("the body is not what its content encoding says: " + coding,
                    "Fetch the page again, or save it with a browser.");
        } finally {
            inflater.end();
        }
    }

    /** "deflate" means zlib, and some servers send the bare stream; a zlib header is a multiple of 31. */
    private static boolean isBare(byte[] bytes) {
        return bytes.length < 2 || (((bytes[0] & 0xff) << 8) + (bytes[1] & 0xff)) % 31 != 0
                || (bytes[0] & 0x0f) != 8;
    }

    private static byte[] read(InputStream in, int sent, int mostInflated, int mostRatio)
            throws IOException, Trouble {
        var out = new ByteArrayOutputStream(Math.min(mostInflated, 4 * sent + 64));
        byte[] buffer = new byte[1 << 14];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > mostInflated) {
                throw new Trouble("the body inflates to more than " + mostInflated + " bytes",
                        "Leave the page out; articles are smaller.");
            }
            if (out.size() > SMALL && out.size() > (long) mostRatio * sent) {
                throw new Trouble("the body inflates to more than " + mostRatio + " times its size",
                        "Leave the page out; articles do not compress that far.");
            }
        }
        return out.toByteArray();
    }
}
