package org.jingwei.publish;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jingwei.link.Entity;
import org.jingwei.link.NameSearch;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;

/**
 * The <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation Service
 * API 0.2</a> over regions, zones and organisations, for OpenRefine and other clients. An entity's id is the end of its
 * IRI, {@code region/320500}. There is no JSONP: pages of other origins read answers where the endpoint's settings let
 * them. What names can be found is read from the store at the start, and again when it has changed and somebody asks;
 * where that takes a while, answers are of the names before.
 */
final class ReconcileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int SUGGESTIONS = 20;
    private static final int MOST_SKIPPED = 10_000;
    /** For names at all; and for those of the newest batch. */
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static final String PATH = "/reconcile";
    static final List<String> PATHS = List.of(PATH, PATH + "/*");
    static final String PREVIEW = PATH + "/preview";

    private final transient KnowledgeStore store;
    private final transient ReconcileTypes types;
    private final String idSpace;
    private final transient Latest<NameSearch> names;

    ReconcileServlet(KnowledgeStore store) {
        this.store = store;
        this.types = new ReconcileTypes(store.iris());
        this.idSpace = store.iris().base() + "id/";
        this.names = new Latest<>(store, "names are being read",
                (now, goOn) -> KnownThings.search(now, store.iris(), goOn));
    }

    @Override
    public void init() {
        names.begin();
    }

    @Override
    public void destroy() {
        names.close();
    }

    private NameSearch search() {
        return names.value(FIRST, PATIENCE);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (Problem.Thrown e) {
            response.setHeader("Retry-After", Long.toString(FIRST.toSeconds()));
            refuse(response, new ReconcileQueries.Refused(e.problem().status(), e.problem().detail()));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        try {
            switch (path) {
                case "", "/" -> manifestOrAnswers(request, response);
                case "/view" -> view(request, response);
                case "/preview" -> preview(request, response);
                case "/suggest/entity" -> json(response, 200, entities(request));
                case "/suggest/type" -> json(response, 200, among(request,
                        types.all().stream().map(ReconcileTypes.Type::described).toList()));
                case "/suggest/property" -> json(response, 200, among(request,
                        Arrays.stream(ReconcileTypes.Property.values())
                                .map(ReconcileTypes.Property::described).toList()));
                default -> throw new ReconcileQueries.Refused(404, "There is nothing here; the service is at " + PATH
                        + ".");
            }
        } catch (ReconcileQueries.Refused e) {
            refuse(response, e);
        }
    }

    private void manifestOrAnswers(HttpServletRequest request, HttpServletResponse response)
            throws ReconcileQueries.Refused {
        if (request.getParameter("callback") != null) {
            throw new ReconcileQueries.Refused(400, "JSONP is not offered. Ask without callback; a page of another "
                    + "origin may read the answer when this server was started with that origin allowed.");
        }
        String queries = request.getParameter("queries");
        if (queries != null) {
            json(response, 200, answer(queries));
        } else if (request.getParameter("query") != null) {
            throw new ReconcileQueries.Refused(400,
                    "Single queries are of version 0.1. Send queries={\"q0\":{\"query\":\"…\"}}.");
        } else {
            json(response, 200, manifest(request));
        }
    }

    /** A form with {@code queries}. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!Optional.ofNullable(request.getPathInfo()).orElse("").replace("/", "").isEmpty()) {
                throw new ReconcileQueries.Refused(405, "Only GET is answered here; batches go to " + PATH + ".");
            }
            String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
            if (!type.split(";", 2)[0].strip().equals(FORM)) {
                throw new ReconcileQueries.Refused(415, "Send a form (" + FORM + ") with the batch in queries.");
            }
            json(response, 200, answer(queries(request)));
        } catch (ReconcileQueries.Refused e) {
            refuse(response, e);
        }
    }

    /** The form is taken apart here: the servlet's own limits on forms answer with less than one can act on. */
    private static String queries(HttpServletRequest request) throws ReconcileQueries.Refused {
        String body;
        try {
            body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException http) {
                    throw new ReconcileQueries.Refused(http.getCode(), "The form cannot be taken: " + http.getReason());
                }
            }
            throw new ReconcileQueries.Refused(400, "The form did not arrive.");
        }
        for (String field : body.split("&")) {
            if (field.startsWith("queries=")) {
                try {
                    return URLDecoder.decode(field.substring("queries=".length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    throw new ReconcileQueries.Refused(400, "queries is not well encoded: " + e.getMessage());
                }
            }
        }
        throw new ReconcileQueries.Refused(400, "The form has no field queries with the batch.");
    }

    private Map<String, Object> answer(String queries) throws ReconcileQueries.Refused {
        return new ReconcileQueries(search(), types, idSpace).answer(queries);
    }

    private Map<String, Object> manifest(HttpServletRequest request) {
        StringBuffer url = request.getRequestURL();
        String here = url.substring(0, url.length() - request.getRequestURI().length()) + PATH;
        var suggest = new LinkedHashMap<String, Object>();
        for (String what : List.of("entity", "type", "property")) {
            suggest.put(what, ordered("service_url", here, "service_path", "/suggest/" + what));
        }
        return ordered("versions", List.of("0.2"), "name",
                "经纬 Jingwei: regions, development zones, organisations of China",
                "identifierSpace", idSpace, "schemaSpace", store.iris().namespace(), "defaultTypes",
                types.all().stream().map(ReconcileTypes.Type::json).toList(), "view",
                ordered("url", here + "/view?id={{id}}"), "preview",
                ordered("url", here + "/preview?id={{id}}", "width", ReconcileTexts.WIDTH, "height",
                        ReconcileTexts.HEIGHT),
                "suggest", suggest, "batchSize", ReconcileQueries.MOST_QUERIES);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The page of the entity; the ids hold slashes, which clients encode, so that they cannot be part of a path. */
    private void view(HttpServletRequest request, HttpServletResponse response) throws ReconcileQueries.Refused {
        String id = id(request);
        Entity entity = search().entity(id)
                .orElseThrow(() -> new ReconcileQueries.Refused(404, "There is nothing with that id."));
        response.setStatus(303);
        response.setHeader("Location", address(entity));
        response.setContentLength(0);
    }

    private static String address(Entity entity) {
        var address = new StringBuilder("/id/");
        for (byte b : entity.id().getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                address.append('%').append(String.format(Locale.ROOT, "%02X", b));
            } else {
                address.append((char) b);
            }
        }
        return address.toString();
    }

    private void preview(HttpServletRequest request, HttpServletResponse response) throws ReconcileQueries.Refused {
        String id = id(request);
        NameSearch search = search();
        Optional<Entity> entity = search.entity(id);
        String page = entity
                .map(e -> ReconcileTexts.preview(e, types.of(e.thing().kind()).name(), search, address(e)))
                .orElseGet(() -> ReconcileTexts.unknown(id));
        HttpReply.send(response, entity.isPresent() ? 200 : 404, AnswerFormat.HTML.mediaType(), page);
    }

    private String id(HttpServletRequest request) throws ReconcileQueries.Refused {
        String id = Optional.ofNullable(request.getParameter("id")).orElse("");
        if (id.isEmpty() || id.length() > 4 * NameSearch.LONGEST) {
            throw new ReconcileQueries.Refused(400, "Give the id of an entity: ?id=region/320500.");
        }
        return id.startsWith(idSpace) ? id.substring(idSpace.length()) : id;
    }

    private Map<String, Object> entities(HttpServletRequest request) throws ReconcileQueries.Refused {
        String prefix = prefix(request);
        List<String> wanted = Optional.ofNullable(request.getParameterValues("type")).map(List::of).orElse(List.of());
        var result = new ArrayList<Object>();
        // Suggestions as one types: nothing of an unknown type is found yet.
        var kinds = types.kinds(wanted);
        if (wanted.isEmpty() || !kinds.isEmpty()) {
            String beginning = prefix.startsWith(idSpace) ? prefix.substring(idSpace.length()) : prefix;
            NameSearch search = search();
            for (Entity entity : search.startingWith(beginning, kinds, cursor(request), SUGGESTIONS)) {
                result.add(ordered("id", entity.id(), "name", entity.label(), "description",
                        ReconcileTexts.description(entity, search), "notable",
                        List.of(types.of(entity.thing().kind()).json())));
            }
        }
        return Map.of("result", result);
    }

    private static Map<String, Object> among(HttpServletRequest request, List<Map<String, Object>> all)
            throws ReconcileQueries.Refused {
        String prefix = prefix(request).toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = all.stream()
                .filter(one -> (one.get("id") + " " + one.get("name")).toLowerCase(Locale.ROOT).contains(prefix))
                .skip(cursor(request)).toList();
        return Map.of("result", found);
    }

    private static String prefix(HttpServletRequest request) throws ReconcileQueries.Refused {
        String prefix = Optional.ofNullable(request.getParameter("prefix")).orElse("").strip();
        if (prefix.length() > NameSearch.LONGEST) {
            throw new ReconcileQueries.Refused(400, "The prefix has " + prefix.length() + " characters; the most is "
                    + NameSearch.LONGEST + ".");
        }
        return prefix;
    }

    private static int cursor(HttpServletRequest request) throws ReconcileQueries.Refused {
        String cursor = Optional.ofNullable(request.getParameter("cursor")).orElse("0");
        if (!cursor.matches("\\d{1,5}") || Integer.parseInt(cursor) > MOST_SKIPPED) {
            throw new ReconcileQueries.Refused(400, "cursor must be a whole number from 0 to " + MOST_SKIPPED + ".");
        }
        return Integer.parseInt(cursor);
    }

    private static void refuse(HttpServletResponse response, ReconcileQueries.Refused refused) {
        json(response, refused.status(), ordered("status", "error", "message", refused.getMessage()));
    }

    private static void json(HttpServletResponse response, int status, Object value) {
        HttpReply.send(response, status, JSON, Json.line(value) + "\n");
    }
}
