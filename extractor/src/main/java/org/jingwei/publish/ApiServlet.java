package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.graph.Node;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;

/**
 * The questions of the library as addresses: {@code GET /api/NAME?PARAMETER=VALUE}. Besides, what there is to ask: a
 * page at {@code /api}, an OpenAPI document at {@code /api/openapi.json}, and the queries themselves as RDF at
 * {@code /.well-known/sparql-examples}.
 */
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String API = "/api";
    private static final String OPENAPI = "/api/openapi.json";
    private static final String EXAMPLES = "/.well-known/sparql-examples";
    private static final String METHODS = "GET, HEAD";

    static final List<String> PATHS = List.of(API, API + "/*", EXAMPLES);

    private final transient KnowledgeStore store;
    private final transient QueryLibrary library;
    private final transient EndpointSettings settings;
    private final transient Running running;
    private final transient StoreWatch watch;

    ApiServlet(KnowledgeStore store, QueryLibrary library, EndpointSettings settings, Running running,
            StoreWatch watch) {
        this.store = store;
        this.library = library;
        this.settings = settings;
        this.running = running;
        this.watch = watch;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!List.of("GET", "HEAD").contains(request.getMethod())) {
                response.setHeader("Allow", METHODS);
                throw new Problem(405, "Method not allowed", "Ask with GET.", Map.of()).thrown();
            }
            answer(request, response);
        } catch (Problem.Thrown e) {
            e.problem().send(request, response);
        } catch (TextQuery.Refused e) {
            TextSearch.notReady(e, watch, request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        switch (path) {
            case API, API + "/" -> Tagged.send(request, response, "text/html", ApiPage.of(library));
            case OPENAPI -> Tagged.send(request, response, "application/json",
                    Json.pretty(OpenApi.of(library, settings.limits())));
            case EXAMPLES -> Tagged.send(request, response, AnswerFormat.TURTLE.mediaType(),
                    SparqlExamples.of(library.below(store.iris()), store.iris(), endpoint(request)));
            default -> ask(request, response, path.substring(API.length() + 1));
        }
    }

    /** Where this request found us: the address of the query endpoint as the client knows it. */
    private static String endpoint(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        return here.substring(0, here.length() - request.getRequestURI().length()) + "/sparql";
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, String name) {
        LibraryQuery query = library.named(name).orElseThrow(() -> Problem.notFound("There is no query of this name.",
                library.all().stream().map(LibraryQuery::name).toList()).thrown());
        ApiRequest asked = ApiRequest.of(request, query);
        response.addHeader("Vary", "Accept, Accept-Language");
        var job = new Job(settings.limits(), 0);
        // One row more than asked for tells whether there are more.
        var manner = new QueryLibrary.Manner(asked.language(), asked.offset(), asked.limit().map(rows -> rows + 1),
                limits(asked), Optional.of(settings.timeout()), job::runs);
        if (asked.format() == ApiFormat.RQ) {
            Tagged.send(request, response, asked.format().mediaType(), text(query, asked, manner));
            return;
        }
        TextSearch.require(query.text(), watch);
        var table = (Answer.Table) inTurn(request, response, job, () -> run(query, asked, manner));
        if (asked.limit().isPresent() && table.rows().size() > asked.limit().get()) {
            table = new Answer.Table(table.columns(), table.rows().subList(0, asked.limit().get().intValue()));
            if (asked.limit().get() > 0) {
                response.setHeader("Link", "<" + next(request, asked) + ">; rel=\"next\"");
            }
        }
        byte[] body = asked.format() == ApiFormat.TTL
                ? AnswerFormat.TURTLE.write(things(table), store.iris())
                : asked.format().write(table, query, asked.language(), store.iris());
        asked.language().ifPresent(language -> response.setHeader("Content-Language", language.tag()));
        if (asked.format().isFile()) {
            response.setHeader("Content-Disposition", "inline; filename=\"" + query.name().replace('/', '-') + "."
                    + asked.format().code() + "\"");
        }
        Tagged.send(request, response, asked.format().mediaType(), body);
    }

    private String text(LibraryQuery query, ApiRequest asked, QueryLibrary.Manner manner) {
        try {
            return QueryLibrary.text(query, store, asked.values(), manner);
        } catch (RefusedValue e) {
            throw Problem.badRequest(e.getMessage() + " " + e.remedy(), List.of()).thrown();
        }
    }

    /** All statements about the things that the rows name. */
    private Answer.Statements things(Answer.Table table) {
        return store.read(now -> {
            var statements = new TreeSet<>(Exporter.TRIPLES);
            table.rows().stream().flatMap(row -> table.columns().stream().map(row::get))
                    .filter(node -> node != null && node.isURI()).distinct()
                    .forEach(thing -> now.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                        statements.add(quad.asTriple());
                        if (statements.size() > settings.limits().rows()) {
                            throw Problem.tooLarge("There are more than " + settings.limits().rows()
                                    + " statements about"
                                    + " what the rows name. Nothing was left out silently: ask for a part of it with limit"
                                    + " and offset, or export the graph.").thrown();
                        }
                    }));
            if (statements.isEmpty()) {
                throw new Problem(406, "No graph",
                        "The rows name nothing by its IRI, so there is no graph of them. Ask for"
                                + " json, csv or xlsx.",
                        Map.of()).thrown();
            }
            return new Answer.Statements(List.copyOf(statements));
        });
    }

    /** The row that tells whether there are more is not answered, and so may be one too many. */
    private Answer.Limits limits(ApiRequest asked) {
        Answer.Limits limits = settings.limits();
        return asked.limit().filter(rows -> rows == limits.rows()).isPresent()
                ? new Answer.Limits(limits.rows() + 1, limits.characters())
                : limits;
    }

    private Answer run(LibraryQuery query, ApiRequest asked, QueryLibrary.Manner manner) {
        try {
            return QueryLibrary.runReady(query, store, asked.values(), manner);
        } catch (Answer.TooLarge e) {
            throw Problem.tooLarge("The answer has more than " + settings.limits().rows()
                    + " rows, or very long values. Nothing was left out silently: give more parameters, or ask for a"
                    + " part of it with limit and offset.").thrown();
        } catch (RefusedValue e) {
            throw Problem.badRequest(e.getMessage() + " " + e.remedy(), List.of()).thrown();
        } catch (PublishException e) {
            if (e.getCause() instanceof QueryCancelledException) {
                throw Problem.unavailable(e.getMessage() + " " + e.remedy()).thrown();
            }
            if (e.getCause() instanceof TextQuery.Refused refused) {
                throw refused.later() ? refused : Problem.badRequest(refused.getMessage(), List.of()).thrown();
            }
            throw e;
        }
    }

    private Answer inTurn(HttpServletRequest request, HttpServletResponse response, Job job,
            Callable<Answer> work) {
        try {
            return running.run(RequestLogEntry.client(request, settings.listening()), job,
                    settings.timeout().plusMillis(500), work);
        } catch (Running.Busy e) {
            response.setHeader("Retry-After", Long.toString(e.retryAfter()));
            throw Problem.unavailable(e.getMessage()).thrown();
        } catch (ActionErrorException e) {
            throw Problem.unavailable(e.getMessage()).thrown(); // stopped, for the memory it took
        } catch (QueryCancelledException e) {
            throw Problem.unavailable("The server is stopping.").thrown();
        } catch (TimeoutException e) {
            throw Problem.unavailable("The query took too long. Ask for less: give more parameters.").thrown();
        } catch (OutOfMemoryError e) {
            throw Problem.unavailable(Running.OUT_OF_MEMORY).thrown();
        }
    }

    /** The address of the rows that follow. */
    private static String next(HttpServletRequest request, ApiRequest asked) {
        var query = new StringBuilder();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(ApiRequest.OFFSET)) {
                query.append(encoded(name)).append('=').append(encoded(values[0])).append('&');
            }
        });
        return request.getRequestURI() + "?" + query + ApiRequest.OFFSET + "="
                + (asked.offset() + asked.limit().orElse(0L));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
