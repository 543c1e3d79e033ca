package org.jingwei.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names of pages: safe as file names on any system, and each given once. Not thread-safe. */
final class PageName {
    /** File systems allow 255 bytes; outputs append an extension. */
    private static final int MOST_BYTES = 200;

    /** Each name given, with the number to try next for another page of that name. */
    private final Map<String, Integer> given = new HashMap<>();

    /** {@code wanted} made safe; with {@code -2}, {@code -3} … behind it when an earlier page has that name. */
    String unique(String wanted) {
        String safe = safe(wanted);
        if (given.putIfAbsent(safe, 2) == null) {
            return safe;
        }
        int n = given.get(safe);
        while (given.putIfAbsent(safe + "-" + n, 2) != null) {
            n++;
        }
        given.put(safe, n + 1);
        return safe + "-" + n;
    }

    /** No separator, colon, wildcard, quote or control character, no dot in front, neither empty nor too long. */
    static String safe(String wanted) {
        // The rest is cut anyway, and what arrives may be megabytes long.
        String name = wanted.substring(0, Math.min(wanted.length(), 4 * MOST_BYTES)).strip()
                .replaceAll("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "_")
                .replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name.isEmpty() ? "page" : name;
    }

    /** Host and path of a web address, without a page's extension: {@code www.example.org_2021_a}. */
    static String ofUrl(String url) {
        return url.replaceFirst("^[A-Za-z]+:/*", "").replaceFirst("#.*$", "").replaceFirst("/+$", "")
                .replaceFirst("(?i)\\.(?:html?|xhtml|shtml)$", "");
    }

    /** The file name without its last extension. */
    static String base(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
