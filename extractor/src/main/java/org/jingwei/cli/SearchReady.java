package org.jingwei.cli;

import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.StoreException;

/** Opens the search of a store for those who do not need it: they go on without, and say so. */
final class SearchReady {
    private SearchReady() {}

    static void open(KnowledgeStore store, Terminal terminal) {
        try {
            store.search(terminal::say);
        } catch (StoreException e) {
            terminal.say(e.getMessage() + " " + e.remedy());
        }
    }
}
