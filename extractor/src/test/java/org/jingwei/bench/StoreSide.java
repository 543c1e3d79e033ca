package org.jingwei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Origin;

/** A way to bring batches of articles into a store; each side has a copy of its own. */
interface StoreSide extends AutoCloseable {
    String name();

    /** Returns when the batch is committed. */
    void write(List<ReadyArticles.Ready> batch);

    /** Returns when all there is can be asked for, search included. */
    default void settle() {}

    <T> T read(Function<DatasetGraph, T> question);

    @Override
    void close();

    /** Nothing but TDB2: begin, add, commit. */
    static StoreSide bare(Path directory) {
        return new Bare("bare", directory, false);
    }

    /** Nothing but TDB2: both graphs and the row of each article out, then in again. */
    static StoreSide dropAndAdd(Path directory) {
        return new Bare("drop and add", directory, true);
    }

    /** The store. */
    static StoreSide store(Path directory) {
        return new Store("store", KnowledgeStore.openExisting(directory), true);
    }

    /** The store without search: a file stands in the place of its index. */
    static StoreSide withoutSearch(Path directory) throws IOException {
        Disk.delete(directory.resolve("search"));
        Files.writeString(directory.resolve("search"), "no index here");
        return new Store("without search", KnowledgeStore.openExisting(directory), false);
    }

    /** The store, with the bytes of the pages archived. */
    static StoreSide intake(Path directory) {
        return new Pages(KnowledgeStore.openExisting(directory));
    }

    /** TDB2 alone. */
    record Bare(String name, DatasetGraph dataset, boolean drops) implements StoreSide {
        Bare(String name, Path directory, boolean drops) {
            this(name, DatabaseMgr.connectDatasetGraph(Location.create(directory.resolve("tdb2"))), drops);
        }

        @Override
        public void write(List<ReadyArticles.Ready> batch) {
            dataset.begin(ReadWrite.WRITE);
            for (ReadyArticles.Ready ready : batch) {
                if (drops) {
                    Node facts = ready.graph().factsName();
                    Node evidence = ready.graph().evidenceName();
                    Node catalog = ready.graph().iris().graph("catalog");
                    dataset.removeGraph(facts);
                    dataset.removeGraph(evidence);
                    dataset.deleteAny(catalog, facts, Node.ANY, Node.ANY);
                    dataset.deleteAny(catalog, evidence, Node.ANY, Node.ANY);
                }
                for (Quad quad : ready.quads()) {
                    dataset.add(quad);
                }
            }
            dataset.commit();
            dataset.end();
        }

        @Override
        public <T> T read(Function<DatasetGraph, T> question) {
            return dataset.calculateRead(() -> question.apply(dataset));
        }

        @Override
        public void close() {
            TDBInternal.expel(dataset, true);
        }
    }

    /** {@link KnowledgeStore#put}. */
    record Store(String name, KnowledgeStore store, boolean searched) implements StoreSide {
        public Store {
            if (searched) {
                store.search(System.out::println);
            }
        }

        @Override
        public void write(List<ReadyArticles.Ready> batch) {
            Map<String, Optional<Origin>> origins = new HashMap<>();
            batch.forEach(ready -> origins.put(ready.graph().key(), Optional.of(ready.origin())));
            List<ArticleGraph> graphs = batch.stream().map(ReadyArticles.Ready::graph).toList();
            if (store.put(graphs, graph -> origins.get(graph.key())).stored() != batch.size()) {
                throw new IllegalStateException("some articles were refused");
            }
        }

        @Override
        public void settle() {
            if (searched) {
                store.search().suggest("x", 1);
            }
        }

        @Override
        public <T> T read(Function<DatasetGraph, T> question) {
            return store.read(question);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** {@link Intake}. */
    record Pages(KnowledgeStore store, Intake intake) implements StoreSide {
        Pages(KnowledgeStore store) {
            this(store, new Intake(store, Edition.current(), Intake.Again.NOTHING, Integer.MAX_VALUE,
                    InstantSource.system(), taken -> {}));
            store.search(System.out::println);
        }

        @Override
        public String name() {
            return "intake";
        }

        @Override
        public void write(List<ReadyArticles.Ready> batch) {
            batch.forEach(ready -> intake.add(ready.page(), ready.graph()));
            intake.flush();
        }

        @Override
        public void settle() {
            store.search().suggest("x", 1);
        }

        @Override
        public <T> T read(Function<DatasetGraph, T> question) {
            return store.read(question);
        }

        @Override
        public void close() {
            intake.close();
            store.close();
        }
    }
}
