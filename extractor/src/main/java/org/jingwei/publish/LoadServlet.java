package org.jingwei.publish;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;

/**
 * Pages into the store of the running server: POST one as HTML or text, one or more as JSON Lines, or the address of
 * one in the parameter {@code url}. The answer tells of each page what it states, or why it was refused. Who may is the
 * {@link Guard}'s. Pages are read one request at a time; readers of the store are not held up.
 */
final class LoadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/load";
    private static final int MOST_BYTES = 16 << 20;
    private static final int PATIENCE_SECONDS = 30;

    private final transient PageLoader loader;
    private final transient Semaphore turn = new Semaphore(1, true);

    LoadServlet(PageLoader loader) {
        this.loader = loader;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", "POST");
                throw new Problem(405, "Method not allowed", "Send the page with POST.", Map.of()).thrown();
            }
            List<LoadedPage> pages = load(request, response);
            HttpReply.send(response, status(pages), "application/json",
                    Json.pretty(Map.of("pages", pages.stream().map(LoadedPage::json).toList())));
        } catch (Problem.Thrown e) {
            e.problem().send(request, response);
        }
    }

    private static int status(List<LoadedPage> pages) {
        if (!pages.isEmpty() && pages.getLast() instanceof LoadedPage.Halted halted) {
            return halted.why().status();
        }
        return pages.stream().anyMatch(LoadedPage.Stored.class::isInstance) ? 200 : 422;
    }

    private List<LoadedPage> load(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = body(request); // before any parameter is asked: the body is no form, whatever type it claims
        Optional<String> url = Optional.ofNullable(request.getParameter("url"));
        if (url.isPresent() == body.length > 0) {
            throw bad("Send a page as the body, or the address of one in the parameter url.");
        }
        if (url.isPresent() && !url.get().matches("(?i)https?://[^\\s]+")) {
            throw bad("The parameter url takes an http or https address.");
        }
        boolean mine = false;
        try {
            mine = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                response.setHeader("Retry-After", Integer.toString(PATIENCE_SECONDS));
                throw new Problem(503, "Busy", "Other pages are being read. Try again in a while.", Map.of()).thrown();
            }
            Stream<Arrival> arrivals = url.isPresent()
                    ? Inputs.open(List.of(url.get()), InputStream.nullInputStream())
                    : Inputs.open(List.of("-"), new ByteArrayInputStream(body)).map(a -> uploaded(a, request));
            try (arrivals) {
                return loader.load(arrivals);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The server is stopping.").thrown();
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "Too large", "A request holds at most 16 MB of pages. Send fewer at a time.",
                    Map.of())
                    .thrown();
        }
        return body;
    }

    private static Problem.Thrown bad(String detail) {
        return new Problem(400, "No page", detail, Map.of()).thrown();
    }

    /** Where it came from is what the client says, in the parameter {@code location}. */
    static Arrival uploaded(Arrival arrival, HttpServletRequest request) {
        String from = Matcher.quoteReplacement(Optional.ofNullable(request.getParameter("location")).orElse("upload"));
        return switch (arrival) {
            case Arrival.Page(RawPage page) -> new Arrival.Page(new RawPage(
                    page.name().equals("stdin") ? page.key() : page.name(),
                    page.location().replaceFirst("^-", from), page.kind(),
                    page.content(), page.identity(), page.stated()));
            case Arrival.Unreadable(String location, String reason, String remedy) ->
                new Arrival.Unreadable(location.replaceFirst("^-", from),
                        reason, remedy);
            case Arrival.PassedOver passedOver -> passedOver;
        };
    }
}
