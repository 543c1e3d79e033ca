package org.jingwei.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an archive keeps of a page besides its content: everything that reading it again depends on, as one JSON
 * object in UTF-8. Absent values are left out.
 */
final class ArchivedForm {
    private ArchivedForm() {}

    static byte[] of(RawPage page) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("identity", page.identity());
        object.put("name", page.name());
        object.put("location", page.location());
        object.put("kind", page.kind().name());
        page.stated().url().ifPresent(url -> object.put("url", url));
        page.stated().title().ifPresent(title -> object.put("title", title));
        page.stated().published().ifPresent(published -> object.put("published", published));
        page.stated().charset().ifPresent(charset -> object.put("charset", charset));
        page.stated().captured().ifPresent(captured -> object.put("captured", captured.toString()));
        return escaped(Json.line(object)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The page with this content.
     *
     * @throws Trouble when {@code form} is none that {@link #of} made
     */
    static RawPage page(byte[] form, byte[] content) throws Trouble {
        try {
            if (!(Json.read(new String(form, StandardCharsets.UTF_8)) instanceof Map<?, ?> object)) {
                throw new Trouble("what is said of the page is no object", "");
            }
            return new RawPage(string(object, "name"), string(object, "location"),
                    RawPage.Kind.valueOf(string(object, "kind")), content, string(object, "identity"),
                    new RawPage.Stated(optional(object, "url"), optional(object, "title"),
                            optional(object, "published"), optional(object, "charset"),
                            optional(object, "captured").map(Instant::parse)));
        } catch (Json.Malformed | IllegalArgumentException | DateTimeException e) {
            throw new Trouble("what is said of the page cannot be read: " + e.getMessage(), "");
        }
    }

    private static String string(Map<?, ?> object, String key) throws Trouble {
        return optional(object, key).orElseThrow(() -> new Trouble("nothing is said of the page's " + key, ""));
    }

    private static Optional<String> optional(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** An unpaired surrogate has no bytes in UTF-8; names of files can hold one. */
    private static String escaped(String json) {
        var out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
