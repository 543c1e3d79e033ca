package org.jingwei.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Lines in UTF-8: one object a line with {@code id}, {@code url}, {@code title}, {@code published} and {@code text}
 * or {@code html}, all but the last optional; {@link JsonFields} says what they are called. Other fields are passed over. A
 * {@code text} that holds markup is read as markup.
 * Holds one line at a time. Blank lines are passed over; a line that is no such object is {@link Arrival.Unreadable} and
 * the next ones go on. Lines end in LF or CR LF; a byte order mark may precede the first.
 */
final class JsonLines extends Arrivals {
    private static final String FORM = "Write one object a line, such as {\"id\": \"a1\", \"title\": \"…\", "
            + "\"published\": \"2021-05-28\", \"text\": \"…\"}; only text or html is needed.";

    private final String location;
    private final String base;
    private final PageName names;
    private final JsonFields fields;
    private final InputStream in;
    private int line;
    private boolean tooLong;
    private boolean stopped;

    /** @param in closed by {@link #close()} */
    JsonLines(String location, String base, PageName names, JsonFields fields, InputStream in) {
        this.location = location;
        this.base = base;
        this.names = names;
        this.fields = fields;
        this.in = in;
    }

    @Override
    protected Arrival find() {
        while (!stopped) {
            byte[] bytes;
            try {
                bytes = readLine();
            } catch (IOException e) {
                stopped = true;
                return new Arrival.Unreadable(location + ":" + (line + 1), "reading stopped: " + Inputs.cause(e),
                        "Check the file or what feeds it; the lines before were read.");
            }
            if (bytes == null) {
                return null;
            }
            if (tooLong) {
                return unreadable("the line is larger than " + Inputs.MOST_TEXT, "Leave the object out or split it.");
            }
            if (!isBlank(bytes)) {
                return page(bytes);
            }
        }
        return null;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line without its end, {@code null} behind the last; of a line that is too long, only its beginning. */
    private byte[] readLine() throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < Inputs.MOST_BYTES) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        byte[] read = bytes.toByteArray();
        int from = line == 1 && Inputs.startsWithUtf8Mark(read) ? 3 : 0;
        int to = read.length > from && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        return from == 0 && to == read.length ? read : java.util.Arrays.copyOfRange(read, from, to);
    }

    private Arrival page(byte[] bytes) {
        Object value;
        try {
            value = Json.read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return unreadable("the line is not UTF-8", "Convert the file to UTF-8, the only encoding of JSON.");
        } catch (Json.Malformed e) {
            return unreadable("not JSON: " + e.inLine(), FORM);
        }
        if (!(value instanceof Map<?, ?> object)) {
            return unreadable("not a JSON object", FORM);
        }
        for (String key : List.of(fields.title(), fields.url(), fields.published(), fields.text(), fields.html())) {
            Object field = object.get(key);
            if (field != null && !(field instanceof String)) {
                return unreadable("\"" + key + "\" is not a string", FORM);
            }
        }
        Optional<String> html = string(object, fields.html());
        Optional<String> content = html.or(() -> string(object, fields.text()));
        if (content.isEmpty()) {
            return unreadable("the object has neither \"" + fields.text() + "\" nor \"" + fields.html() + "\"", FORM);
        }
        Object id = object.get(fields.id());
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            return unreadable("\"" + fields.id() + "\" is neither a string nor a number", FORM);
        }
        String name = id != null && !id.toString().isBlank() ? id.toString() : base + "-" + line;
        var stated = new RawPage.Stated(string(object, fields.url()), string(object, fields.title()),
                string(object, fields.published()),
                Optional.of("UTF-8"));
        return new Arrival.Page(new RawPage(names.unique(name), location + ":" + line,
                html.isPresent() ? RawPage.Kind.HTML : RawPage.Kind.UNKNOWN,
                paired(content.get()).getBytes(StandardCharsets.UTF_8), RawPage.sha256(bytes), stated));
    }

    private static Optional<String> string(Map<?, ?> object, String key) {
        return Optional.ofNullable((String) object.get(key)).map(JsonLines::paired).filter(s -> !s.isBlank());
    }

    /**
     * With U+FFFD for the unpaired surrogates that a JSON escape can state and no encoding can carry: what is left of
     * a character must show that one is missing.
     */
    private static String paired(String text) {
        return text.codePoints().noneMatch(JsonLines::isHalf)
                ? text
                : text.codePoints().map(c -> isHalf(c) ? '\ufffd' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private Arrival unreadable(String reason, String remedy) {
        return new Arrival.Unreadable(location + ":" + line, reason, remedy);
    }
}
