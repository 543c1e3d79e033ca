package org.jingwei.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What a request is answered with that reaches no servlet, or that one gives up: a problem document, or the same as a
 * page where the client likes pages better. A failure of ours says no more than that.
 */
final class ErrorBody extends ErrorHandler {
    private static final int LONGEST = 200;
    private static final int FAILED = 500;

    @Override
    protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
            Callback callback) {
        Problem problem = new Problem(code, HttpStatus.getMessage(code), detail(request, code, message), Map.of());
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        String type = Negotiation.choose(accept, List.of(Problem.MEDIA_TYPE, AnswerFormat.HTML.mediaType()),
                Function.identity()).orElse(Problem.MEDIA_TYPE);
        byte[] body = type.equals(Problem.MEDIA_TYPE)
                ? problem.json().getBytes(StandardCharsets.UTF_8)
                : problem.page().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + ";charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static String detail(Request request, int code, String message) {
        boolean told = message != null && !message.isBlank() && !message.equals(HttpStatus.getMessage(code));
        if (code == HttpStatus.NOT_FOUND_404) {
            return "There is nothing at " + shown(request.getHttpURI().getPath())
                    + ". What there is to ask stands at /.";
        }
        if (code >= FAILED) {
            return told && code != FAILED ? shown(message) : "The server failed at this request.";
        }
        return told ? shown(message) : "The request is not answered. What there is to ask stands at /.";
    }

    private static String shown(String text) {
        String one = text == null ? "this address" : text;
        return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
    }
}
