package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Tombstone;

/**
 * Linked data. The IRI of a thing answers 303 with the address of its page or its data, by the header {@code Accept} or
 * the parameter {@code format}; these answer 200. What belongs to a retracted article is gone (410), with the reason.
 */
final class EntityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<AnswerFormat> FORMATS = List.of(AnswerFormat.HTML, AnswerFormat.TURTLE,
            AnswerFormat.JSONLD);
    private static final List<AnswerFormat> DATA = List.of(AnswerFormat.TURTLE, AnswerFormat.JSONLD);
    private static final int GONE = 410;

    static final List<String> PATHS = List.of("/id/*", "/doc/*", "/code/*", "/graph/*", "/cube/*", "/page/*",
            "/data/*");

    private final transient KnowledgeStore store;
    private final transient Once<Graph> vocabulary;

    EntityServlet(KnowledgeStore store) {
        this.store = store;
        Iris iris = store.iris();
        this.vocabulary = new Once<>(() -> ReferenceGraphs.vocabulary(iris));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean page = path.startsWith(Resource.PAGE);
        boolean data = path.startsWith(Resource.DATA);
        String raw = path.substring(page || data ? Resource.PAGE.length() : 1);
        Optional<Resource> resource = Resource.of(raw, store.iris());
        Optional<Tombstone> gone = resource.flatMap(r -> store.iris().articleKey(r.node())).flatMap(store::tombstone);
        if (gone.isPresent()) {
            gone(gone.get()).send(request, response);
            return;
        }
        if (page) {
            page(request, response, resource);
            return;
        }
        Optional<Description> found = resource.flatMap(r -> store.read(now -> Description.of(now, r.node())));
        if (found.isEmpty()) {
            Problem.nothingAt(path).send(request, response);
        } else if (data) {
            data(request, response, found.get());
        } else {
            seeOther(request, response, resource.orElseThrow());
        }
    }

    private static Problem gone(Tombstone tombstone) {
        return new Problem(GONE, "Retracted", "The article " + tombstone.key() + " was taken out of this store: "
                + tombstone.reason(), Map.of("article", tombstone.key(), "reason", tombstone.reason()));
    }

    private static void seeOther(HttpServletRequest request, HttpServletResponse response, Resource resource) {
        response.addHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-cache");
        AnswerFormat format = wanted(request, FORMATS, AnswerFormat.TURTLE);
        String location = format == AnswerFormat.HTML
                ? resource.page() + language(request).map(lang -> "?lang=" + lang.code()).orElse("")
                : resource.data() + "?format=" + format.name().toLowerCase(Locale.ROOT);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        response.setContentLength(0);
    }

    private void page(HttpServletRequest request, HttpServletResponse response, Optional<Resource> resource) {
        Optional<Language> stated = language(request);
        Language language = stated.or(() -> Language.preferred(request.getHeader("Accept-Language")))
                .orElse(Language.ZH);
        Optional<String> page = resource.flatMap(r -> store.read(now -> Description.of(now, r.node())
                .map(found -> new EntityPage(now, store.iris(),
                        new Names(now, store.iris(), vocabulary.get(), language), found)
                        .html())));
        if (page.isEmpty()) {
            Problem.nothingAt(request.getRequestURI()).send(request, response);
            return;
        }
        if (stated.isEmpty()) {
            response.addHeader("Vary", "Accept-Language");
        }
        response.setHeader("Content-Language", language.tag());
        Tagged.send(request, response, AnswerFormat.HTML.mediaType(), page.get());
    }

    private void data(HttpServletRequest request, HttpServletResponse response, Description found) {
        if (format(request, DATA).isEmpty()) {
            response.addHeader("Vary", "Accept");
        }
        if (found.cut()) {
            Problem.tooLarge("This graph has more than " + Description.MOST + " statements. Nothing was left out"
                    + " silently: ask /sparql for a part of it, or export it.").send(response);
            return;
        }
        AnswerFormat format = wanted(request, DATA, AnswerFormat.TURTLE);
        Tagged.send(request, response, format.mediaType(),
                format.write(new Answer.Statements(found.about()), store.iris()));
    }

    private static Optional<Language> language(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::named);
    }

    private static Optional<AnswerFormat> format(HttpServletRequest request, List<AnswerFormat> offered) {
        return Optional.ofNullable(request.getParameter("format")).flatMap(AnswerFormat::named)
                .filter(offered::contains);
    }

    private static AnswerFormat wanted(HttpServletRequest request, List<AnswerFormat> offered, AnswerFormat otherwise) {
        return format(request, offered)
                .or(() -> Negotiation.choose(request.getHeader("Accept"), offered, AnswerFormat::mediaType))
                .orElse(otherwise);
    }
}
