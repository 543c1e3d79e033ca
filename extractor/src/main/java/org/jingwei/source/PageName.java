package org.jingwei.source;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Names of pages: safe as file names on any system, and each given once. Not thread-safe. */
final class PageName {
    /** File systems allow 255 bytes; outputs append an extension. */
    private static final int MOST_BYTES = 200;

    private final Set<String> given = new HashSet<>();

    /** {@code wanted} made safe; with {@code -2}, {@code -3} … behind it when an earlier page has that name. */
    String unique(String wanted) {
        String safe = safe(wanted);
        String name = safe;
        for (int n = 2; !given.add(name); n++) {
            name = safe + "-" + n;
        }
        return name;
    }

    /** No separator, colon, wildcard, quote or control character, no dot in front, neither empty nor too long. */
    static String safe(String wanted) {
        String name = wanted.strip().replaceAll("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "_")
                .replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name.isEmpty() ? "page" : name;
    }

    /** The file name without its last extension. */
    static String base(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
