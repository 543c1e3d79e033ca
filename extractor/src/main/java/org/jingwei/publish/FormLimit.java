package org.jingwei.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses forms of very many fields. The server counts names only, and the time for fields of one name grows with the
 * square of their number: 60 000 in 240 KB take it more than twenty seconds. Stands where bodies are limited already.
 */
final class FormLimit extends Handler.Wrapper {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BAD_REQUEST = 400;

    private final Set<String> others;

    /** @param others paths, with everything below them, whose forms are not looked at */
    FormLimit(Handler next, Set<String> others) {
        super(next);
        this.others = Set.copyOf(others);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith(FORM)
                || Guard.isBelow(Request.getPathInContext(request), others).isPresent()) {
            return super.handle(request, response, callback);
        }
        byte[] body;
        try {
            body = Content.Source.asInputStream(request).readAllBytes();
        } catch (IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException http) {
                    Response.writeError(request, response, callback, http.getCode(), http.getReason());
                    return true;
                }
            }
            Response.writeError(request, response, callback, BAD_REQUEST, "The form did not arrive.");
            return true;
        }
        int fields = 1;
        for (byte b : body) {
            fields += b == '&' ? 1 : 0;
        }
        if (fields > SafeHeaders.MOST_PARAMETERS) {
            Response.writeError(request, response, callback, BAD_REQUEST, "Too many fields in the form.");
            return true;
        }
        Content.Source again = Content.Source.from(ByteBuffer.wrap(body));
        return super.handle(new Request.Wrapper(request) {
            @Override
            public Content.Chunk read() {
                return again.read();
            }

            @Override
            public void demand(Runnable callback) {
                again.demand(callback);
            }
        }, response, callback);
    }
}
