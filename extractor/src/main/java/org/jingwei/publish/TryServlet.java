package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;

/**
 * What a page states, without storing anything: POST one page as text, HTML or a JSON object, as {@code /load} takes
 * it. The answer is 200 also for a page that is no article: it says why. Two are read at the same time, one of a client,
 * each for a limited time. GET has the view that posts here.
 */
final class TryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/try";
    static final int MOST_BYTES = 1 << 20;
    private static final String MOST = "1 MB";
    private static final int AT_ONCE = 2;
    private static final int OF_ONE_CLIENT = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Also for the models, which are read with the first page. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final transient Optional<PageReader> reader;
    private final boolean loads;
    private final transient WebServlet view;
    private final transient Turns turns = new Turns(AT_ONCE, OF_ONE_CLIENT, PATIENCE);
    private final transient Listening listening;
    private final transient Workers workers = new Workers();

    /**
     * @param reader empty where the server was started without one
     * @param listening tells clients apart
     * @param loads  whether pages can be stored here, at {@code /load}: the answer tells, for who wants that next
     */
    TryServlet(Optional<PageReader> reader, Listening listening, boolean loads, WebServlet view) {
        this.reader = reader;
        this.listening = listening;
        this.loads = loads;
        this.view = view;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> view.doGet(request, response);
                case "POST" -> {
                    byte[] body = body(request);
                    Map<String, Object> answer = read(request, response, body).json();
                    if (loads) {
                        answer.put("load", LoadServlet.PATH);
                    }
                    response.setHeader("Cache-Control", "no-store");
                    // What the page says stands in it: no < is left for whoever takes it for a page.
                    HttpReply.send(response, 200, "application/json",
                            Json.pretty(answer).replace("<", "\\u003c"));
                }
                default -> {
                    response.setHeader("Allow", "GET, HEAD, POST");
                    throw new Problem(405, "Method not allowed", "Send the page with POST.", Map.of()).thrown();
                }
            }
        } catch (Problem.Thrown e) {
            e.problem().send(request, response);
        }
    }

    /** Before any parameter is asked: the body is no form, whatever type it claims. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private ReadPage read(HttpServletRequest request, HttpServletResponse response, byte[] body) {
        PageReader reads = reader.orElseThrow(() -> new Problem(404, "No reader",
                "This server was started without a reader of pages. jingwei serve and jingwei demo have one.", Map.of())
                .thrown());
        if (body.length == 0) {
            throw bad("Send a page as the body: text, HTML, or one JSON object with title, published and text.");
        }
        Arrival arrival = LoadServlet.uploaded(only(body), request);
        try {
            Turns.Turn turn = turns.take(RequestLogEntry.client(request, listening)).orElseThrow(() -> {
                response.setHeader("Retry-After", Long.toString(turns.retryAfter()));
                return new Problem(503, "Busy", "Other pages are being read. Try again in a while.", Map.of())
                        .thrown();
            });
            // The turn ends with the work, not with the client's patience: reading cannot be stopped half-way.
            return workers.run(() -> {
                try (turn) {
                    return read(reads, arrival);
                }
            }, MOST_TIME, turn::close);
        } catch (TimeoutException e) {
            throw Problem.unavailable("The page was not read within " + MOST_TIME.toSeconds()
                    + " seconds. Send a shorter one, or try again in a while.").thrown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The server is stopping.").thrown();
        }
    }

    private static ReadPage read(PageReader reader, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Page(RawPage page) -> reader.read(page);
            case Arrival.Unreadable(String location, String reason, String remedy) ->
                new ReadPage.Refused("source", "UNREADABLE", reason, remedy);
            case Arrival.PassedOver(String location, String what) ->
                new ReadPage.Refused("source", "PASSED_OVER", "passed over " + what, "Send an article.");
        };
    }

    private static Arrival only(byte[] body) {
        try (Stream<Arrival> arrivals = Inputs.open(List.of("-"), new ByteArrayInputStream(body))) {
            Iterator<Arrival> each = arrivals.iterator();
            if (!each.hasNext()) {
                throw bad("There is no page in the body.");
            }
            Arrival first = each.next();
            if (first instanceof Arrival.Page(RawPage page) && page.content().length > MOST_BYTES) {
                throw tooLarge(); // it was packed
            }
            if (each.hasNext()) {
                throw bad("Send one page at a time; many go to /load.");
            }
            return first;
        }
    }

    private static Problem.Thrown tooLarge() {
        return new Problem(413, "Too large", "A page may have " + MOST + " here. Larger ones go to /load.", Map.of())
                .thrown();
    }

    private static Problem.Thrown bad(String detail) {
        return new Problem(400, "No page", detail, Map.of()).thrown();
    }

    @Override
    public void destroy() {
        workers.close();
    }
}
