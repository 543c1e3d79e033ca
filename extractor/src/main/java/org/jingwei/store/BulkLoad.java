package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.core.Quad;

/**
 * Many pages into a store at once. What they state goes into a file; at the end the bulk loader makes new files of TDB2
 * out of it and of what the store holds besides, and one rename puts them in the place of the old ones. Until then the
 * store is as it was: a run that is cut off leaves a folder that the next opening removes. In memory are the keys of
 * the pages alone.
 */
final class BulkLoad implements AutoCloseable {
    private final KnowledgeStore store;
    private final Ledger ledger;
    private final long batches;
    private final long held;
    private final KeySet seen = new KeySet();
    private final KeySet stored = new KeySet();
    /** What the store holds of these is left behind. */
    private final KeySet replaced = new KeySet();
    private final Set<Node> replacedGraphs = new HashSet<>();
    private final StatementFile file;
    /** Statements in the file. */
    private long come;
    private boolean leaves;

    /** @throws StoreException when there is no room on the disk */
    BulkLoad(KnowledgeStore store) {
        this.store = store;
        this.ledger = new Ledger(store.iris());
        this.batches = store.batches();
        this.held = store.read(ledger::statements);
        try {
            BulkFolder.delete(store.layout().scratch());
            Files.createDirectories(store.layout().scratch());
            this.file = new StatementFile(store.layout().scratch().resolve("statements.nq"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whether a page with this key was taken in by this run. */
    boolean has(String key) {
        return seen.contains(key);
    }

    /** Whether it gave an article. */
    boolean hasArticle(String key) {
        return stored.contains(key);
    }

    /** @param plan what pages make of the store as it was before the run; none of them was taken in before */
    List<Taken> put(Function<DatasetGraph, List<PageChange>> plan) {
        requireSpace();
        List<PageChange> changes = store.read(plan);
        try {
            changes.forEach(change -> {
                String key = change.taken().key();
                seen.add(key);
                if (change.isStored()) {
                    stored.add(key);
                }
                if (change.delta().gone().isEmpty()) {
                    write(change.delta());
                } else {
                    leaves = true;
                    replaced.add(key);
                    write(change.anew(ledger));
                }
            });
        } catch (RuntimeException e) {
            throw failed(e);
        }
        return changes.stream().map(PageChange::taken).toList();
    }

    void loadReference(Edition edition, Supplier<Graph> vocabulary, Supplier<Graph> gazetteer) {
        List<Reference> missing = store.read(now -> Reference.isThere(now, store.iris(), ledger, edition)
                ? List.of()
                : Reference.missing(now, store.iris(), ledger, Optional.of(edition), vocabulary.get(),
                        gazetteer.get()));
        try {
            missing.forEach(part -> {
                leaves = true;
                replacedGraphs.add(part.name());
                write(part.change(DatasetGraphZero.create(), ledger));
            });
        } catch (UncheckedIOException e) {
            throw failed(e);
        }
    }

    private void write(Delta delta) {
        delta.come().forEach(file::write);
        come += delta.come().size();
    }

    /** Makes all that was put part of the store; the store is as before when this fails. */
    void finish(Steps steps) {
        if (!leaves && come == 0) {
            return;
        }
        requireSpace();
        try {
            store.exchange(batches, now -> made(now, steps));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | InternalError e) {
            throw failed(e);
        }
    }

    private Path made(DatasetGraph now, Steps steps) {
        Path made = store.layout().made();
        long[] kept = { 0 };
        try {
            BulkFolder.delete(made);
            // Without the mark of what is searched: who opens the search counts anew, and makes the index anew.
            BulkFolder.fill(made, Map.of(), sink -> {
                long[] done = { 0 };
                Consumer<Quad> counted = quad -> {
                    sink.accept(quad);
                    steps.at(++done[0], Math.max(done[0], held + come));
                };
                now.stream().filter(this::stays).forEach(counted);
                kept[0] = done[0];
                file.read(counted);
            });
            long found = BulkFolder.statements(made);
            if (found != kept[0] + come) {
                throw new StoreException("[" + made + "] the new files hold " + found + " statements, and not "
                        + (kept[0] + come) + ".", "Check the disk, then run it again. The store is as it was.");
            }
            Files.deleteIfExists(store.layout().scratch().resolve("statements.nq"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean stays(Quad quad) {
        Node thing = quad.getGraph().equals(ledger.graph()) ? quad.getSubject() : quad.getGraph();
        return !replacedGraphs.contains(thing)
                && !store.iris().articleKey(thing).filter(replaced::contains).isPresent();
    }

    private void requireSpace() {
        long needed = BulkFolder.bytes(held + come);
        long free = store.freeSpace();
        if (free < needed) {
            throw new StoreException("[" + store.directory() + "] has " + (free >> 20)
                    + " MB of free disk space; the new files may need " + (needed >> 20) + " MB beside the old ones.",
                    "The store is as it was. Free some space, or load without --bulk.");
        }
    }

    private StoreException failed(Throwable e) {
        return new StoreException("[" + store.directory() + "] nothing was loaded: " + e,
                "The store is as it was. Check the disk (space, permissions), then run it again.", e);
    }

    /** Removes what is left of the run. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // What is in it is in the store, or given up.
        }
        try {
            BulkFolder.delete(store.layout().made());
            BulkFolder.delete(store.layout().scratch());
        } catch (IOException e) {
            // The next opening removes it.
        }
    }
}
