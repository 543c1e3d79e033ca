package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.store.KnowledgeStore;

/** The description of the dataset, and the context of its JSON-LD, under their well-known addresses. */
final class CatalogServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CONTEXT = "/" + JsonLdContext.PATH;

    static final List<String> PATHS = List.of("/.well-known/void", "/catalog.ttl", "/dataset/*", CONTEXT);

    private static final long PATIENCE_SECONDS = 5;

    private final transient KnowledgeStore store;
    private final transient ReentrantLock counting = new ReentrantLock();
    private transient volatile Counted counted;
    private transient Thread ahead;
    private volatile boolean closed;

    CatalogServlet(KnowledgeStore store) {
        this.store = store;
    }

    /** A description and the state of the store that it was counted from. */
    private record Counted(long state, byte[] turtle) {}

    /** Counts before anybody asks, so that who asks first need not wait. */
    @Override
    public void init() {
        if (ahead != null) {
            return; // it is begun once for each of its paths
        }
        ahead = Thread.ofPlatform().daemon().name("description").start(() -> {
            try {
                description();
            } catch (CancellationException | Problem.Thrown e) {
                // The endpoint was closed, or somebody else counts.
            }
        });
    }

    /** Returns when nothing is read from the store any more. */
    @Override
    public void destroy() {
        closed = true;
        try {
            ahead.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopWhenClosed() {
        if (closed) {
            throw new CancellationException();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (request.getServletPath().equals(CONTEXT)) {
            Tagged.sendLasting(request, response, AnswerFormat.JSONLD.mediaType(),
                    JsonLdContext.file(store.iris()));
        } else {
            try {
                Tagged.send(request, response, AnswerFormat.TURTLE.mediaType(), description());
            } catch (Problem.Thrown e) {
                e.problem().send(request, response);
            }
        }
    }

    /**
     * Counting reads the whole store, so it is done once for each state of it, whoever asks. Who waits too long for it has
     * the last count: it says of what day it is.
     */
    private byte[] description() {
        try {
            if (!counting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Counted last = counted;
                if (last == null) {
                    throw Problem.unavailable("The store is being counted. Ask again in a while.").thrown();
                }
                return last.turtle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The server is stopping.").thrown();
        }
        try {
            return counted();
        } finally {
            counting.unlock();
        }
    }

    private byte[] counted() {
        return store.read(dataset -> {
            long state = TDBInternal.getDatasetGraphTDB(dataset).getTxnSystem().getThreadTransaction()
                    .getDataVersion();
            if (counted == null || counted.state() != state) {
                counted = new Counted(state, DatasetDescription.turtle(dataset, store.iris(), this::stopWhenClosed));
            }
            return counted.turtle();
        });
    }
}
