package org.jingwei.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as plain Java values: {@code Map<String, Object>} in document order, {@code List<Object>}, {@code String},
 * {@code BigDecimal} or {@code BigInteger}, {@code Boolean}, {@code null}. The only place that knows the JSON library.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final ObjectReader READER = MAPPER.readerFor(Object.class);
    private static final ObjectReader EMBEDDED = MAPPER.readerFor(Object.class)
            .withFeatures(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA);
    private static final ObjectWriter LINE = MAPPER.writer();
    private static final ObjectWriter PRETTY = MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT)
            .with(new com.fasterxml.jackson.core.util.DefaultPrettyPrinter()
                    .withObjectIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter(" ", "\n")));

    private Json() {}

    /** Not well-formed JSON; the message names line, column and what was expected. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final int column;

        Malformed(String what, int line, int column) {
            super(what + (line < 1 ? "" : " (line " + line + (column < 1 ? "" : ", column " + column) + ")"));
            this.what = what;
            this.column = column;
        }

        /** For JSON that is one line of something larger. */
        String inLine() {
            return what + (column < 1 ? "" : " (column " + column + ")");
        }
    }

    public static Object read(String json) throws Malformed {
        return read(READER, json);
    }

    /** JSON as templates write it into pages: strings may hold line breaks, a list may end with a comma. */
    public static Object readEmbedded(String json) throws Malformed {
        return read(EMBEDDED, json);
    }

    private static Object read(ObjectReader reader, String json) throws Malformed {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new Malformed(e.getOriginalMessage(), where.getLineNr(), where.getColumnNr());
        }
    }

    /** One line, no spaces. */
    public static String line(Object value) {
        return write(LINE, value);
    }

    /** Indented by one space, lists of scalars on one line, LF, a final LF. */
    public static String pretty(Object value) {
        return write(PRETTY, value) + "\n";
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plain JSON value: " + e.getOriginalMessage(), e);
        }
    }
}
