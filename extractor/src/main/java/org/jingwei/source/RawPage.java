package org.jingwei.source;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One page as it arrived.
 *
 * @param name       what outputs of this page are called: the base name of its file, or its stated {@code id}
 * @param location   where it was read, for people: a path, {@code -} for standard input, {@code FILE:LINE}, a URL
 * @param kind       what the content is, as far as the source states it
 * @param content    the bytes of the text or markup; not copied, never changed
 * @param identity   SHA-256, in lower-case hexadecimal, of the bytes that make this page this page: the content of
 *                   a file, of a web answer or of an archived record, each without its transfer and content
 *                   encodings; the whole line of a JSON Lines object, whose title and date are read as well. The same
 *                   bytes are the same page wherever they lie: a file, its copy and its archived record are one page,
 *                   and so are two equal lines. Lines that share their text but differ in their id are two, and a line
 *                   is another page than a file that holds its text.
 * @param stated     what the source says about the page besides its content
 */
public record RawPage(String name, String location, Kind kind, byte[] content, String identity, Stated stated) {

    /** What the bytes are; {@code UNKNOWN} leaves it to the article room to look. */
    public enum Kind {
        TEXT, HTML, UNKNOWN
    }

    /**
     * What came with the content: each absent unless the source stated it.
     *
     * @param published as written
     * @param charset   the label of an HTTP header, as written
     * @param captured  when an archive says that it captured the page. Absent of everything else: the time of a file
     *                  is that of a copy, and the time of a web answer is the clock's, with which reading a page twice
     *                  would give two results. It says nothing about when the page was published
     */
    public record Stated(Optional<String> url, Optional<String> title, Optional<String> published,
            Optional<String> charset, Optional<Instant> captured) {
        public static final Stated NOTHING = new Stated(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());

        /** Of a page that no archive captured. */
        public Stated(Optional<String> url, Optional<String> title, Optional<String> published,
                Optional<String> charset) {
            this(url, title, published, charset, Optional.empty());
        }
    }

    public RawPage {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        if (!identity.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + identity);
        }
    }

    /** The first 16 hexadecimal digits of the identity: the key of the page's graphs. */
    public String key() {
        return identity.substring(0, 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPage that && identity.equals(that.identity) && location.equals(that.location);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return location + " (" + key() + ", " + content.length + " bytes)";
    }

    /** The SHA-256 of these bytes in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
