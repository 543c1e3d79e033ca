package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jingwei.store.KnowledgeStore;

/** The description of the dataset, and the context of its JSON-LD, under their well-known addresses. */
final class CatalogServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CONTEXT = "/" + JsonLdContext.PATH;

    static final List<String> PATHS = List.of("/.well-known/void", "/catalog.ttl", "/dataset/*", CONTEXT);

    /** For what the store holds now; who would have to wait longer gets what it held before. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final transient KnowledgeStore store;
    private final transient Latest<byte[]> description;

    CatalogServlet(KnowledgeStore store) {
        this.store = store;
        this.description = new Latest<>(store, "what the store holds is being counted",
                (now, goOn) -> DatasetDescription.turtle(now, store.iris(), goOn));
    }

    @Override
    public void init() {
        description.begin();
    }

    @Override
    public void destroy() {
        description.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (request.getServletPath().equals(CONTEXT)) {
            Tagged.sendLasting(request, response, AnswerFormat.JSONLD.mediaType(),
                    JsonLdContext.file(store.iris()));
        } else {
            try {
                Tagged.send(request, response, AnswerFormat.TURTLE.mediaType(), description.value(PATIENCE, PATIENCE));
            } catch (Problem.Thrown e) {
                response.setHeader("Retry-After", Long.toString(PATIENCE.toSeconds()));
                e.problem().send(request, response);
            }
        }
    }
}
