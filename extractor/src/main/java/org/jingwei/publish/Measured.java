package org.jingwei.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts and times every request, whatever becomes of it. */
final class Measured extends Handler.Wrapper {
    /** First part of a path to what is asked there. */
    private static final Map<String, String> KINDS = kinds();

    private final Metrics metrics;

    Measured(Handler next, Metrics metrics) {
        super(next);
        this.metrics = metrics;
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (String same : new String[]{ "sparql", "api", "page", "data", "suggest", "reconcile", "load", "try",
                "queries" }) {
            kinds.put(same, same);
        }
        for (String iri : new String[]{ "id", "doc", "code", "graph", "cube" }) {
            kinds.put(iri, "iri");
        }
        for (String document : new String[]{ "", "ontology", "ns", "shapes.ttl", "catalog.ttl", ".well-known",
                "dataset",
                "context.jsonld" }) {
            kinds.put(document, "document");
        }
        for (String operation : new String[]{ "health", "ready", "metrics", "$" }) {
            kinds.put(operation, "operation");
        }
        return Map.copyOf(kinds);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long begin = System.nanoTime();
        // What people make up as a path must not become a name in the metrics.
        String kind = kind(Request.getPathInContext(request));
        Request.addCompletionListener(request, failure -> metrics.answered(kind,
                failure == null ? outcome(response.getStatus()) : "aborted", System.nanoTime() - begin));
        return super.handle(request, response, callback);
    }

    /** Of {@code OPTIONS *} and {@code CONNECT host:1} too, which have no path. */
    private static String kind(String path) {
        return path == null || !path.startsWith("/") ? "other" : KINDS.getOrDefault(path.split("/", 3)[1], "other");
    }

    private static String outcome(int status) {
        return switch (status) {
            case 401, 403, 421 -> "refused";
            case 404, 410 -> "not_found";
            case 413, 414, 422, 431 -> "too_large";
            case 429, 503 -> "busy";
            default -> status < 400 ? "answered" : status < 500 ? "bad_request" : "failed";
        };
    }
}
