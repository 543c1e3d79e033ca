package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.store.KnowledgeStore;

/**
 * The pages beside the query endpoint: the start page, the queries, the ontology, and one for every IRI below the base
 * of the store, as a page, as Turtle or as JSON-LD.
 */
final class PagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINKS = 500;

    static final List<String> PATHS = List.of("", "/ontology", "/ns/*", "/queries/*", "/id/*", "/doc/*", "/code/*",
            "/graph/*", "/cube/*");

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
        if (path.isEmpty() || path.equals("/")) {
            html(response, 200, store.read(dataset -> Pages.start(Summary.of(dataset, store.iris()), library)));
        } else if (path.equals("/ontology") || ontology.isNamed(store.iris().base() + path.substring(1))) {
            ontology(request, response);
        } else if (path.startsWith("/queries/")) {
            Optional<LibraryQuery> query = library.named(path.substring("/queries/".length()));
            if (query.isPresent()) {
                html(response, 200, Pages.query(query.get().below(store.iris()), library));
            } else {
                Problem.nothingAt(path).send(request, response);
            }
        } else {
            thing(request, response);
        }
    }

    private void ontology(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Vary", "Accept");
        AnswerFormat format = format(request, OntologyDocument.FORMATS);
        HttpReply.send(response, 200, format.mediaType(), ontology.as(format));
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

    private void thing(HttpServletRequest request, HttpServletResponse response) {
        Optional<Node> node = iri(request);
        Optional<Description> found = node.flatMap(n -> store.read(dataset -> describe(dataset, n)));
        if (found.isEmpty()) {
            Problem.nothingAt(request.getRequestURI()).send(request, response);
            return;
        }
        response.setHeader("Vary", "Accept");
        AnswerFormat format = format(request, List.of(AnswerFormat.HTML, AnswerFormat.TURTLE, AnswerFormat.JSONLD));
        if (format != AnswerFormat.HTML && found.get().moreLinks() && found.get().links().isEmpty()) {
            Problem.tooLarge("This graph has more than " + MOST_LINKS + " statements. Nothing was left out silently:"
                    + " ask /sparql for a part of it, or export it.").send(response);
            return;
        }
        byte[] body = format == AnswerFormat.HTML
                ? Pages.thing(found.get(), store.iris()).getBytes(StandardCharsets.UTF_8)
                : format.write(new Answer.Statements(found.get().about()), store.iris());
        HttpReply.send(response, 200, format.mediaType(), body);
    }

    /**
     * The IRI that a request for its path means. An IRI holds letters of any script as they are and percent-encodes
     * the rest; on the wire both are percent-encoded, so only the bytes beyond ASCII are taken back.
     */
    private Optional<Node> iri(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(1);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int high = c == '%' && i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = high >= 8 ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        String iri = store.iris().base() + bytes.toString(StandardCharsets.UTF_8);
        try {
            return IRIx.create(iri).isReference() ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }

    /**
     * What the graph says about a thing.
     *
     * @param thing    its IRI
     * @param about    statements that it is the subject of, distinct, sorted
     * @param links    statements that it is the object of, the first {@value PagesServlet#MOST_LINKS}, sorted
     * @param moreLinks whether there are more of these
     */
    record Description(Node thing, List<Triple> about, List<Triple> links, boolean moreLinks) {}

    private static Optional<Description> describe(DatasetGraph dataset, Node node) {
        List<Triple> about = distinct(dataset, node, Node.ANY, Integer.MAX_VALUE);
        List<Triple> links = distinct(dataset, Node.ANY, node, MOST_LINKS + 1);
        if (about.isEmpty() && links.isEmpty()) {
            return graph(dataset, node);
        }
        boolean more = links.size() > MOST_LINKS;
        return Optional.of(new Description(node, about, more ? links.subList(0, MOST_LINKS) : links, more));
    }

    /** A graph nobody speaks of is described by what is in it. */
    private static Optional<Description> graph(DatasetGraph dataset, Node node) {
        var content = new ArrayList<Triple>();
        var quads = dataset.find(node, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext() && content.size() < MOST_LINKS) {
            content.add(quads.next().asTriple());
        }
        content.sort(Exporter.TRIPLES);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Description(node, content, List.of(), quads.hasNext()));
    }

    private static List<Triple> distinct(DatasetGraph dataset, Node subject, Node object, int most) {
        var triples = new java.util.TreeSet<>(Exporter.TRIPLES);
        java.util.Iterator<Quad> quads = dataset.find(Node.ANY, subject, Node.ANY, object);
        while (quads.hasNext() && triples.size() < most) {
            triples.add(quads.next().asTriple());
        }
        return List.copyOf(triples);
    }

    private static void html(HttpServletResponse response, int status, String page) {
        HttpReply.send(response, status, AnswerFormat.HTML.mediaType(), page);
    }
}
