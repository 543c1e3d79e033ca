package org.jingwei.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jingwei.publish.LoadedPage;
import org.jingwei.source.Inputs;
import org.jingwei.store.KnowledgeStore;

/** A store of pages alone, archived and searched, without the gazetteer: what copies it is done in no time. */
final class SmallStore {
    private SmallStore() {}

    /** @param db does not exist yet */
    static void of(Path db, Path... pages) {
        try (var store = KnowledgeStore.open(db); var intake = new LiveIntake(store)) {
            store.search();
            List<LoadedPage> loaded = intake.load(Inputs.open(Stream.of(pages).map(Path::toString).toList(),
                    InputStream.nullInputStream()));
            if (loaded.size() != pages.length || !loaded.stream().allMatch(LoadedPage.Stored.class::isInstance)) {
                throw new AssertionError(loaded);
            }
        }
    }
}
