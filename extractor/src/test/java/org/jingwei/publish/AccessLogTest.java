package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What is kept of requests, and how the server takes its leave. */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class AccessLogTest {
    private static final String TOKEN = "token-token-token-token-token-token-token";

    @TempDir
    static Path folder;

    private KnowledgeStore store;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    void open() {
        store = Fixture.store(folder.resolve("db"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void eachRequestIsALineWithItsQueryAndWithoutSecrets() throws Exception {
        Path log = folder.resolve("access.jsonl");
        Path tokens = Files.writeString(folder.resolve("tokens"), Tokens.line("office", Role.READ, TOKEN) + "\n");
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        var settings = EndpointSettings.defaults().withPort(0).with(new RequestLogFile(log, 40))
                .with(new Access(Optional.of(tokens), Optional.empty(), false));
        try (var endpoint = Endpoint.start(store, QueryLibrary.load(), settings)) {
            send(endpoint, HttpRequest.newBuilder(endpoint.sparql()).header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/sparql-query")
                    .POST(BodyPublishers.ofString("ASK { ?s ?p \"苏州\"\n}")));
            send(endpoint, HttpRequest.newBuilder(URI.create(endpoint.sparql() + "?query=ASK%7B%7D%23"
                    + "x".repeat(100))).header("Authorization", "Bearer " + TOKEN));
            send(endpoint, HttpRequest.newBuilder(endpoint.address().resolve("/api?access_token=" + TOKEN + "&a=b")));
            send(endpoint, HttpRequest.newBuilder(endpoint.address().resolve("/")).header("Authorization", "Bearer x"));
        }
        String text = Files.readString(log);
        assertFalse(text.contains(TOKEN), text);
        List<Map<?, ?>> lines = text.lines().<Map<?, ?>>map(AccessLogTest::object).toList();
        assertEquals(4, lines.size(), text);
        assertEquals(List.of("office", "POST", "/sparql", "ASK { ?s ?p \"苏州\"\n}", "200"),
                List.of("who", "method", "path", "query", "status").stream()
                        .map(name -> lines.get(0).get(name).toString()).toList());
        assertTrue(lines.get(0).get("time").toString().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"), text);
        assertEquals("127.0.0.1", lines.get(0).get("client"));
        assertEquals("ASK{}#" + "x".repeat(34) + "…", lines.get(1).get("query"));
        assertEquals("access_token=…&a=b", lines.get(2).get("parameters"));
        assertEquals("401", lines.get(2).get("status").toString());
        assertEquals("401", lines.get(3).get("status").toString());
    }

    @Test
    void secretsAreLeftOutWhateverStandsAround() {
        assertEquals("a=b&my_Token_2=…&c&key=…&=x", AccessLog.withoutSecrets("a=b&my_Token_2=x=y&c&key=&=x"));
        assertEquals("a=token&token", AccessLog.withoutSecrets("a=token&token"));
        String long64 = "token".repeat(13_000);
        assertEquals(long64, AccessLog.withoutSecrets(long64), "no parameter, and read in one go");
    }

    private static Map<?, ?> object(String line) {
        try {
            return (Map<?, ?>) Json.read(line);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(line, e);
        }
    }

    private void send(Endpoint endpoint, HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aRunningAnswerIsFinishedAndNewOnesAreTurnedAway() throws Exception {
        var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .withTimeout(Duration.ofSeconds(3)).withLimits(new Answer.Limits(1000, 1 << 20)));
        URI long3 = URI.create(endpoint.sparql() + "?query=" + java.net.URLEncoder.encode(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }",
                StandardCharsets.UTF_8));
        try (var kept = new Socket(InetAddress.getByName("127.0.0.1"), endpoint.port())) {
            byte[] ping = "GET /$/ping HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            kept.getOutputStream().write(ping);
            assertTrue(status(kept).contains(" 200 "));
            var running = client.sendAsync(HttpRequest.newBuilder(long3).build(), BodyHandlers.ofString());
            Thread.sleep(1500);
            var closing = CompletableFuture.runAsync(endpoint::close);
            Thread.sleep(500);
            kept.getOutputStream().write(ping);
            String late = status(kept);
            assertTrue(late.isEmpty() || late.contains(" 503 "), late);
            // It ends as it would have: here with what is said of time, not with a broken connection.
            assertTrue(running.get().body().contains("timed out"), running.get().body());
            closing.get();
        }
    }

    @Test
    void anAnswerThatTakesTooLongDoesNotHoldUpTheStop() throws Exception {
        Bounds standard = Bounds.DEFAULTS;
        var endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .with(new Bounds(Duration.ofSeconds(60), standard.limits(), standard.bodyBytes(), 2, 2,
                        standard.patience(), standard.connections(), Duration.ofMillis(300))));
        var running = client.sendAsync(HttpRequest.newBuilder(endpoint.sparql())
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l ."
                        + " ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x }"))
                .build(), BodyHandlers.ofString());
        Thread.sleep(1500);
        endpoint.close();
        // Whatever the client hears: nothing reads the store any more.
        assertTrue(running.handle((reply, failure) -> failure != null || reply.statusCode() >= 500).get());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("query") && thread.isAlive()
                        && List.of(thread.getStackTrace()).toString().contains("QueryExec")));
    }

    private static String status(Socket socket) throws IOException {
        byte[] some = new byte[4096];
        int read = socket.getInputStream().read(some);
        return read < 0 ? "" : new String(some, 0, read, StandardCharsets.US_ASCII);
    }
}
