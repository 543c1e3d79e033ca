package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jingwei.source.Json;

/**
 * A request that is not answered, and why: a problem document (RFC 9457).
 *
 * @param status  of HTTP
 * @param title   the same for all problems of a kind
 * @param detail  what is wrong with this request and what to do
 * @param members further members, such as what is allowed instead
 */
record Problem(int status, String title, String detail, Map<String, Object> members) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** A request that cannot be understood; {@code allowed} may be empty. */
    static Problem badRequest(String detail, List<String> allowed) {
        return new Problem(400, "Bad request", detail, allowed.isEmpty() ? Map.of() : Map.of("allowed", allowed));
    }

    static Problem notFound(String detail, List<String> names) {
        return new Problem(404, "No such query", detail, Map.of("queries", names));
    }

    /** An address of nothing. */
    static Problem nothingAt(String path) {
        return new Problem(404, "Not Found", "There is nothing at " + path + ". What there is to ask stands at /.",
                Map.of());
    }

    static Problem notAcceptable(List<String> mediaTypes) {
        return new Problem(406, "No such format", "The answer has none of the accepted media types. Accept one of "
                + String.join(", ", mediaTypes) + ", or give format.", Map.of("available", mediaTypes));
    }

    static Problem tooLarge(String detail) {
        return new Problem(422, "Answer too large", detail, Map.of());
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Not answered in time", detail, Map.of());
    }

    void send(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        HttpReply.send(response, status, MEDIA_TYPE, json());
    }

    /** As a problem document, or as a page for who likes pages better. */
    void send(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        boolean document = Negotiation.choose(request.getHeader("Accept"),
                List.of(MEDIA_TYPE, AnswerFormat.HTML.mediaType()), Function.identity())
                .orElse(MEDIA_TYPE).equals(MEDIA_TYPE);
        if (document) {
            send(response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            HttpReply.send(response, status, AnswerFormat.HTML.mediaType(), page());
        }
    }

    /** For people: every text in it is escaped. */
    String page() {
        return Pages.page(title, "<h1>" + Html.text(title) + "</h1>\n<p>"
                + Html.text(detail) + "</p>");
    }

    /** What clients sent may stand in it: no {@code <} is left for whoever takes it for a page. */
    String json() {
        return Json.pretty(document()).replace("<", "\\u003c");
    }

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.putAll(members);
        return document;
    }

    /** Ends a request with this problem. */
    Thrown thrown() {
        return new Thrown(this);
    }

    /** Carries a problem to where the reply is made. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        private Thrown(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
