package org.jingwei.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jingwei.source.RawPage;

/**
 * What the catalog graph says of a page.
 *
 * @param key      of the article
 * @param hash     SHA-256 of the raw page; absent of an article made by hand
 * @param location where the page was read; absent likewise
 * @param edition  what it was read with; absent of one stored without an {@link Intake}
 * @param archive  where its bytes are kept: a file below the store, and behind {@code #} which reading of a line they
 *                 are ({@link #reading}); absent likewise
 * @param reason   of a state that is not {@code STORED}
 */
record LedgerRow(String key, PageState state, Optional<String> hash, Optional<String> location,
        Optional<Edition> edition, Optional<String> archive, Optional<String> reason) {

    /** Whether it was read from these bytes in this way. */
    boolean isOf(RawPage page) {
        return hash.equals(Optional.of(page.identity()))
                && archive.map(place -> place.replaceFirst("^[^#]*", "")).equals(Optional.of(reading(page)));
    }

    /** The file below the store that holds the bytes. */
    Optional<String> archiveFile() {
        return archive.map(place -> place.replaceFirst("#.*$", ""));
    }

    LedgerRow retracted(String why) {
        return new LedgerRow(key, PageState.RETRACTED, hash, location, edition, archive, Optional.of(why));
    }

    /**
     * Which text and headline were taken from a line of JSON, whose hash does not tell: the user says what its fields
     * are called. Empty of pages that are their bytes.
     */
    static String reading(RawPage page) {
        if (RawPage.sha256(page.content()).equals(page.identity())) {
            return "";
        }
        String all = page.kind() + "\n" + RawPage.sha256(page.content()) + "\n" + page.stated();
        return "#" + RawPage.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
