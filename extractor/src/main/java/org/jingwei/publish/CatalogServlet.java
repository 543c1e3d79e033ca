package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.store.KnowledgeStore;

/** The description of the dataset, and the context of its JSON-LD, under their well-known addresses. */
final class CatalogServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CONTEXT = "/" + JsonLdContext.PATH;

    static final List<String> PATHS = List.of("/.well-known/void", "/catalog.ttl", "/dataset/*", CONTEXT);

    private final transient KnowledgeStore store;
    private transient Counted counted;
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
        ahead = Thread.ofPlatform().daemon().name("description").start(() -> {
            try {
                description();
            } catch (CancellationException e) {
                // The endpoint was closed.
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
            Tagged.send(request, response, AnswerFormat.TURTLE.mediaType(), description());
        }
    }

    /** Counting reads the whole store, so it is done once for each state of it, whoever asks. */
    private synchronized byte[] description() {
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
