package org.jingwei.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks a server with a token, times each answer and notes every status that was not to be expected. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int BUSY = 503;

    /** The server had no time: an honest answer, as long as it is rare. */
    static final class TurnedAway extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI server;
    private final String token;
    private final Tally tally;

    Client(URI server, String token, Tally tally) {
        this.server = server;
        this.token = token;
        this.tally = tally;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param expected statuses; another is noted */
    HttpResponse<String> get(String kind, String path, Map<String, String> headers, Integer... expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path));
        headers.forEach(request::header);
        return send(kind, request, path, List.of(expected));
    }

    HttpResponse<String> get(String kind, String path) throws IOException, InterruptedException {
        return get(kind, path, Map.of(), 200);
    }

    HttpResponse<String> post(String kind, String path, String type, byte[] body, Integer... expected)
            throws IOException, InterruptedException {
        return send(kind, HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)), path, List.of(expected));
    }

    /** The answer to a SPARQL query as CSV without its first line. */
    List<String> ask(String kind, String sparql) throws IOException, InterruptedException {
        return post(kind, "/sparql?format=csv", "application/sparql-query", sparql.getBytes(StandardCharsets.UTF_8),
                200).body().lines().skip(1).toList();
    }

    private HttpResponse<String> send(String kind, HttpRequest.Builder request, String what, List<Integer> expected)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var reply = http.send(request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        tally.answered(kind, System.nanoTime() - begin);
        if (reply.statusCode() == BUSY && !expected.contains(BUSY)) {
            tally.turnedAway(kind + " " + what);
            throw new TurnedAway();
        }
        check(expected.contains(reply.statusCode()), kind, what, reply);
        return reply;
    }

    void check(boolean right, String kind, String what, HttpResponse<String> reply) {
        if (!right) {
            String body = reply.body();
            tally.wrong(kind + " " + what + ": " + reply.statusCode() + " "
                    + (body.length() > 500 ? body.substring(0, 500) + "…" : body));
        }
    }

    void wrong(String what) {
        tally.wrong(what);
    }
}
