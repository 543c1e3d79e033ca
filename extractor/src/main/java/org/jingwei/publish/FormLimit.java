package org.jingwei.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    private static final int TIMED_OUT = 408;
    private static final long GRACE_SECONDS = 5;

    private final Set<String> others;

    /** @param others paths, with everything below them, whose forms are not looked at */
    FormLimit(Handler next, Set<String> others) {
        super(next);
        this.others = Set.copyOf(others);
    }

    private static final class TooSlow extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The server's own lower limit of speed is for bodies that a servlet reads, and this one is read before. */
    private static byte[] body(Request request) throws IOException, TooSlow {
        var body = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        long begin = System.nanoTime();
        InputStream in = Content.Source.asInputStream(request);
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            body.write(some, 0, read);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            if (seconds >= GRACE_SECONDS && body.size() < seconds * Connectors.SLOWEST_BYTES_A_SECOND) {
                throw new TooSlow();
            }
        }
        return body.toByteArray();
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
            body = body(request);
        } catch (TooSlow e) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, callback, TIMED_OUT, "The form came too slowly.");
            return true;
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
