package org.jingwei.store;

import java.util.Objects;
import org.jingwei.source.RawPage;

/**
 * Where an article's graph came from, for its row in the ledger.
 *
 * @param identity SHA-256 of the raw page, in lower-case hexadecimal
 * @param location where the page was read, for people
 */
public record Origin(String identity, String location) {
    public Origin {
        Objects.requireNonNull(location);
        if (!identity.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + identity);
        }
    }

    public static Origin of(RawPage page) {
        return new Origin(page.identity(), page.location());
    }
}
