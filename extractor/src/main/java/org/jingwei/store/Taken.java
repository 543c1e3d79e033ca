package org.jingwei.store;

import java.util.Optional;
import org.jingwei.source.RawPage;

/**
 * What an {@link Intake} made of a page.
 *
 * @param key          of its article
 * @param identity     SHA-256 of its bytes
 * @param location     where it was read
 * @param reason       why it was retracted, or what the store does not take in its article; absent else
 * @param factsAdded   facts that the store did not have of it before
 * @param factsRemoved facts that the store has of it no longer
 */
public record Taken(String key, String identity, String location, Fate fate, Optional<String> reason, int factsAdded,
        int factsRemoved) {

    /** What became of a page. */
    public enum Fate {
        /** The store had no article of it. */
        ADDED,
        /** Its article says something else than before. */
        REPLACED,
        /** Its article was there already, statement for statement. */
        UNCHANGED,
        /** It gives no article, nor did it before. */
        REJECTED,
        /** It gives no article any more: the one that it gave was taken out. */
        TAKEN_OUT,
        /** It was retracted before, and nothing was changed. */
        RETRACTED
    }

    static Taken of(RawPage page, Fate fate) {
        return of(page, fate, Optional.empty());
    }

    static Taken of(RawPage page, Fate fate, Optional<String> reason) {
        return new Taken(page.key(), page.identity(), page.location(), fate, reason, 0, 0);
    }
}
