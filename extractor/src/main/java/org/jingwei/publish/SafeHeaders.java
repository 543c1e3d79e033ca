package org.jingwei.publish;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.ResponseHttpFields;
import org.eclipse.jetty.util.Callback;

/**
 * What every reply carries, errors too: no guessing of types, no scripts but the files below {@code /assets}, no frames, no referrer; and which foreign
 * pages may read it. It also refuses requests that came in under another name than the server's, on the loopback interface
 * this machine's: a page elsewhere can point its own name here. Compressed request bodies are refused, and
 * what takes long to take apart.
 */
final class SafeHeaders extends Handler.Wrapper {
    private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    /** The first sends back what it was sent, secrets too; the second asks for a tunnel. */
    private static final Set<String> NOT_HERE = Set.of("TRACE", "CONNECT");
    static final int MOST_PARAMETERS = 100;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALLOWED = 405;
    private static final int UNSUPPORTED = 415;
    private static final int MISDIRECTED = 421;

    private final boolean loopback;
    private final Set<String> names;
    private final Set<String> origins;

    SafeHeaders(Handler next, boolean loopback, Listening listening) {
        super(next);
        this.loopback = loopback;
        this.names = listening.names();
        this.origins = listening.allowedOrigins();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestLogEntry.begin(request);
        boolean framed = !origins.isEmpty() && Request.getPathInContext(request).equals(ReconcileServlet.PREVIEW);
        ALWAYS.forEach((name, value) -> {
            if (!framed || !name.equals("X-Frame-Options")) {
                String kept = framed ? value.replace("frame-ancestors 'none'", frameAncestors()) : value;
                response.getHeaders().add(lasting(name, kept));
            }
        });
        if (NOT_HERE.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, callback, NOT_ALLOWED, "This server answers to GET and POST.");
            return true;
        }
        if (!answersTo(Request.getServerName(request))) {
            Response.writeError(request, response, callback, MISDIRECTED,
                    names.isEmpty() ? "This server answers to localhost only." : "This server has another name.");
            return true;
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            // A small body that unpacks to a large one would pass the size limit, and parse for minutes.
            Response.writeError(request, response, callback, UNSUPPORTED, "Send the request body uncompressed.");
            return true;
        }
        String query = request.getHttpURI().getQuery();
        if (query != null && query.chars().filter(c -> c == '&').count() > MOST_PARAMETERS) {
            Response.writeError(request, response, callback, BAD_REQUEST, "Too many parameters.");
            return true;
        }
        if (!isKnown(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            Response.writeError(request, response, callback, UNSUPPORTED, "Send text in UTF-8.");
            return true;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (!origins.isEmpty() && !origins.contains("*")) {
            // Without an origin too: what a cache keeps of that answer must not go to one.
            response.getHeaders().add(lasting("Vary", "Origin"));
        }
        if (origin != null && (origins.contains("*") || origins.contains(origin))) {
            response.getHeaders().add(lasting("Access-Control-Allow-Origin", origins.contains("*") ? "*" : origin));
            if (HttpMethod.OPTIONS.is(request.getMethod())) {
                response.getHeaders().put("Access-Control-Allow-Methods", "GET, POST");
                response.getHeaders().put("Access-Control-Allow-Headers", "Content-Type, Accept, Authorization");
                response.getHeaders().put("Access-Control-Max-Age", "86400");
                response.setStatus(204);
                callback.succeeded();
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    /** Whether the charset of a body, where one is stated, exists. */
    private static boolean isKnown(String contentType) {
        String charset = contentType == null ? null : MimeTypes.getCharsetFromContentType(contentType);
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private boolean answersTo(String name) {
        if (loopback && OWN_NAMES.contains(name)) {
            return true;
        }
        return name != null && names.contains(name.toLowerCase(Locale.ROOT)) || !loopback && names.isEmpty();
    }

    /** Whoever may read answers may show the preview of an entity: it has nothing to click but a link. */
    private String frameAncestors() {
        return "frame-ancestors " + String.join(" ", new TreeSet<>(origins));
    }

    /** A header that stays when an error empties the response. */
    private static HttpField lasting(String name, String value) {
        return new ResponseHttpFields.PersistentHttpField(new HttpField(name, value));
    }
}
