package org.jingwei.store;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene says which kinds of processor instructions it would like; nobody who runs a verb can do anything about it. */
final class SearchLog {
    /** Held, for the platform forgets the level of a logger that nobody holds. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private SearchLog() {}

    /** Leaves alone what a logging configuration of the operator has set. */
    static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            LUCENE.setLevel(Level.SEVERE);
        }
    }
}
