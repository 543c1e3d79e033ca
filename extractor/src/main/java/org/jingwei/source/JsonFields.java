package org.jingwei.source;

import java.util.Optional;

/**
 * What the fields of a JSON Lines object are called.
 *
 * @param id        a string or number that names the page
 * @param url       where the page was published
 * @param title     its headline
 * @param published its date, as written
 * @param text      its content as plain text
 * @param html      its content as markup; taken before {@code text} where both are there
 */
public record JsonFields(String id, String url, String title, String published, String text, String html) {
    public static final JsonFields DEFAULTS = new JsonFields("id", "url", "title", "published", "text", "html");

    /** {@code id}, {@code url}, {@code title}, {@code published}, {@code text}, {@code html}: what can be renamed. */
    public static final java.util.List<String> NAMES = java.util.List.of("id", "url", "title", "published", "text",
            "html");

    public JsonFields {
        for (String name : new String[]{ id, url, title, published, text, html }) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a field needs a name");
            }
        }
    }

    /**
     * These fields, one of them renamed.
     *
     * @param assignment {@code text=content}: ours on the left, theirs on the right
     * @return empty when the left side is none of {@link #NAMES} or the right side is empty
     */
    public Optional<JsonFields> with(String assignment) {
        int equals = assignment.indexOf('=');
        String theirs = equals < 0 ? "" : assignment.substring(equals + 1).strip();
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        return switch (assignment.substring(0, equals).strip()) {
            case "id" -> Optional.of(new JsonFields(theirs, url, title, published, text, html));
            case "url" -> Optional.of(new JsonFields(id, theirs, title, published, text, html));
            case "title" -> Optional.of(new JsonFields(id, url, theirs, published, text, html));
            case "published" -> Optional.of(new JsonFields(id, url, title, theirs, text, html));
            case "text" -> Optional.of(new JsonFields(id, url, title, published, theirs, html));
            case "html" -> Optional.of(new JsonFields(id, url, title, published, text, theirs));
            default -> Optional.empty();
        };
    }
}
