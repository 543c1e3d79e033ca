package org.jingwei.cli;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Taken;

/**
 * A store and the way into it. A new store is made for the first page, so that a run without any leaves none behind.
 * It is opened on one thread; any may ask for it.
 */
final class Shelf implements AutoCloseable {
    private final Supplier<KnowledgeStore> opener;
    private final BiFunction<KnowledgeStore, Consumer<Taken>, Intake> way;
    private Consumer<Taken> told = taken -> {};
    private volatile Intake intake;
    private KnowledgeStore store;

    /** @param way into the store, which tells the other of each page */
    Shelf(Supplier<KnowledgeStore> opener, BiFunction<KnowledgeStore, Consumer<Taken>, Intake> way) {
        this.opener = opener;
        this.way = way;
    }

    /** Who is told what becomes of each page from now on. */
    void tell(Consumer<Taken> listener) {
        told = listener;
    }

    /** Opens the store if it is not open. */
    Intake open() {
        if (intake == null) {
            store = opener.get();
            Intake ready = way.apply(store, taken -> told.accept(taken));
            intake = ready;
            ready.loadReference(() -> ReferenceGraphs.vocabulary(store.iris()),
                    () -> ReferenceGraphs.gazetteer(store.iris()));
        }
        return intake;
    }

    /** The way into the store; empty when there is none yet. */
    Optional<Intake> intake() {
        return Optional.ofNullable(intake);
    }

    /** The store; empty when there is none yet. */
    Optional<KnowledgeStore> store() {
        return Optional.ofNullable(store);
    }

    @Override
    public void close() {
        try (KnowledgeStore opened = store; Intake last = intake) {
            // both, the way into it first
        }
    }
}
