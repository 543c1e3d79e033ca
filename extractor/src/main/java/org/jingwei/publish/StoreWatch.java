package org.jingwei.publish;

import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.StoreException;

/**
 * Counts what a store holds, beside the server's work: at the start, and once a minute when the store has changed. Also
 * makes the search ready again where somebody found that it is not.
 */
final class StoreWatch implements AutoCloseable {
    private static final long PAUSE_MILLISECONDS = 60_000;

    private final KnowledgeStore store;
    private final Metrics metrics;
    private final Thread thread = Thread.ofPlatform().daemon().name("store watch").unstarted(this::run);
    private volatile boolean closed;
    private boolean searchWanted;
    private long state = -1;

    StoreWatch(KnowledgeStore store, Metrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** A servlet is begun once for each of its paths; this begins with the first. */
    synchronized void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Whether the store can be read. */
    boolean isStoreReady() {
        try {
            store.read(now -> now.contains(store.iris().graph("catalog"), Node.ANY, Node.ANY, Node.ANY));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether search answers at once; asks for the search where it does not. */
    boolean isSearchReady() {
        boolean ready = store.isSearchReady();
        if (!ready) {
            synchronized (this) {
                searchWanted = true;
                notifyAll();
            }
        }
        return ready;
    }

    private void run() {
        try {
            Runnable round = Recurring.of("store watch", () -> {
                count();
                makeSearchReady();
            });
            while (!closed) {
                round.run();
                pause();
            }
        } catch (CancellationException e) {
            // The endpoint was closed.
        }
    }

    private synchronized void pause() {
        try {
            if (!closed && !searchWanted) {
                wait(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void makeSearchReady() {
        synchronized (this) {
            if (!searchWanted || closed) {
                return;
            }
            searchWanted = false;
        }
        try {
            store.search(line -> {}, () -> closed);
        } catch (StoreException e) {
            // Whoever asks whether it is ready hears that it is not.
        }
    }

    private void count() {
        try {
            long at = store.state();
            if (at != state) {
                store.read(now -> {
                    count(now);
                    return null;
                });
                state = at;
            }
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // A store that cannot be read has nothing to count; readiness says so.
        }
    }

    private void count(DatasetGraph now) {
        Iris iris = store.iris();
        var articles = new TreeMap<String, Long>();
        now.find(iris.graph("catalog"), Node.ANY, iris.term("pageState"), Node.ANY).forEachRemaining(quad -> {
            goOn();
            articles.merge(quad.getObject().getURI().replaceFirst(".*/", "").toLowerCase(Locale.ROOT), 1L,
                    Long::sum);
        });
        var facts = new TreeMap<String, Long>();
        now.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(quad -> {
            goOn();
            if (quad.getObject().isURI() && quad.getObject().getURI().startsWith(iris.namespace())
                    && iris.factsKey(quad.getGraph()).isPresent()) {
                facts.merge(quad.getObject().getURI().substring(iris.namespace().length()), 1L, Long::sum);
            }
        });
        metrics.counted(articles, facts);
    }

    private void goOn() {
        if (closed) {
            throw new CancellationException();
        }
    }

    /** Returns when nothing is read from the store any more. An interrupt would close the files of the store. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
