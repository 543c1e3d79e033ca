package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;

/** A store with vocabulary and gazetteer and nothing else, written once and then copied: writing it takes seconds. */
public final class PreparedStore {
    private final Path original;

    private PreparedStore(Path original) {
        this.original = original;
    }

    /** Made for the first test that asks. */
    private static final class Shared {
        private static final PreparedStore STORE = made();

        private static PreparedStore made() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "prepared");
                return in(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes {@code to}, which does not exist, a store with vocabulary, gazetteer and their search. */
    public static void ready(Path to) {
        Shared.STORE.copy(to);
    }

    /** @param folder where the original lies as long as copies are wanted */
    public static PreparedStore in(Path folder) {
        Path original = folder.resolve("prepared");
        try (var store = KnowledgeStore.open(original)) {
            store.loadReference(Edition.current(), () -> ReferenceGraphs.vocabulary(Iris.standard()),
                    () -> ReferenceGraphs.gazetteer(Iris.standard()));
            store.search();
        }
        return new PreparedStore(original);
    }

    /** @param to does not exist yet */
    public void copy(Path to) {
        FileTree.copy(original, to);
    }
}
