package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jingwei.store.KnowledgeStore;

/**
 * The pages beside the query endpoint: the queries, the ontology and its shapes.
 */
final class PagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final List<String> PATHS = List.of("/ontology", "/ns/*", "/shapes.ttl", "/queries/*");

    private final transient KnowledgeStore store;
    private final transient QueryLibrary library;
    private final transient OntologyDocument ontology;

    PagesServlet(KnowledgeStore store, QueryLibrary library) {
        this.store = store;
        this.library = library;
        this.ontology = new OntologyDocument(store.iris());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.equals("/ontology") || ontology.isNamed(store.iris().base() + path.substring(1))) {
            ontology(request, response);
        } else if (path.equals("/shapes.ttl")) {
            Tagged.sendLasting(request, response, AnswerFormat.TURTLE.mediaType(), ontology.shapes());
        } else if (path.startsWith("/queries/")) {
            Optional<LibraryQuery> query = library.named(path.substring("/queries/".length()));
            if (query.isPresent()) {
                html(request, response, Pages.query(query.get().below(store.iris()), library));
            } else {
                Problem.nothingAt(path).send(request, response);
            }
        } else {
            Problem.nothingAt(path).send(request, response);
        }
    }

    private void ontology(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        AnswerFormat format = format(request, OntologyDocument.FORMATS);
        Tagged.sendLasting(request, response, format.mediaType(), ontology.as(format));
    }

    /**
     * By the parameter {@code format}, else by the header; Turtle for who accepts none of them. Of the ontology a client
     * that takes anything gets Turtle: that is what programs send that read vocabularies (curl, Jena, rdflib with its
     * fallback), and browsers name text/html before anything else.
     */
    private static AnswerFormat format(HttpServletRequest request, List<AnswerFormat> offered) {
        return Optional.ofNullable(request.getParameter("format")).flatMap(AnswerFormat::named)
                .filter(offered::contains)
                .or(() -> Negotiation.choose(request.getHeader("Accept"), offered, AnswerFormat::mediaType))
                .orElse(AnswerFormat.TURTLE);
    }

    private static void html(HttpServletRequest request, HttpServletResponse response, String page) {
        Tagged.send(request, response, AnswerFormat.HTML.mediaType(), page);
    }
}
