package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.apache.jena.query.QueryFactory;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** SERVICE to endpoints of the settings, and to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteServicesTest {
    private static final String REGION = "https://w3id.org/jingwei/id/region/320500";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer other;
    private String base;
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        base = "http://localhost:" + other.getAddress().getPort();
        other.createContext("/good", exchange -> reply(exchange, 200, """
                {"head":{"vars":["v0","v1"]},"results":{"bindings":[
                {"v0":{"type":"uri","value":"%s"},"v1":{"type":"literal","value":"12748262"}},
                {"v0":{"type":"uri","value":"http://example.org/other"},"v1":{"type":"literal","value":"1"}}]}}"""
                .formatted(REGION)));
        other.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", base + "/secret");
            reply(exchange, 302, "");
        });
        other.createContext("/secret", exchange -> reply(exchange, 200, "{}"));
        other.createContext("/broken", exchange -> reply(exchange, 500, ""));
        other.createContext("/html", exchange -> reply(exchange, 200, "<html>no</html>"));
        other.createContext("/large", exchange -> reply(exchange, 200, "{\"x\":\"" + "y".repeat(200_000) + "\"}"));
        other.createContext("/slow", exchange -> {
            try {
                Thread.sleep(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            reply(exchange, 200, "{}");
        });
        other.start();
        store = Fixture.store(temp.resolve("db"));
        var services = new Services(Set.of(base + "/good", base + "/moved", base + "/broken", base + "/html",
                base + "/large", base + "/slow", "http://localhost:1/closed", "http://127.0.0.1.nip.invalid/x"),
                Duration.ofSeconds(1), 100_000, 3);
        endpoint = Endpoint.start(store, QueryLibrary.load(),
                EndpointSettings.defaults().withPort(0).with(services));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
        other.stop(0);
    }

    @AfterEach
    void forget() {
        asked.clear();
    }

    private void reply(HttpExchange exchange, int status, String body) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath() + " "
                + URLDecoder.decode(form.replaceFirst("^query=", ""), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private HttpResponse<String> ask(String query) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(endpoint.sparql() + "?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8))).header("Accept", "text/csv").build(),
                BodyHandlers.ofString());
    }

    @Test
    void rowsAreJoinedWithThoseOfAListedEndpoint() throws Exception {
        var answer = ask("SELECT DISTINCT ?region ?people { ?region <https://schema.org/name> '苏州市'@zh-Hans . SERVICE <"
                + base + "/good> { ?region <https://example.org/population> ?people } }");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("region,people\r\n" + REGION + ",12748262\r\n", answer.body());
        assertEquals(1, asked.size(), asked::toString);
        String sent = asked.getFirst().substring("/good ".length());
        assertTrue(sent.contains("VALUES") && sent.contains(REGION), sent);
        QueryFactory.create(sent);
    }

    @Test
    void silentHidesAnEndpointThatIsDownAndNothingElse() throws Exception {
        for (String down : List.of(base + "/broken", base + "/slow", "http://localhost:1/closed")) {
            assertEquals(502, ask("SELECT * { SERVICE <" + down + "> { ?s ?p ?o } }").statusCode(), down);
            assertEquals(200, ask("SELECT * { SERVICE SILENT <" + down + "> { ?s ?p ?o } }").statusCode(), down);
        }
        for (String silent : List.of("", "SILENT ")) {
            var moved = ask("SELECT * { SERVICE " + silent + "<" + base + "/moved> { ?s ?p ?o } }");
            assertEquals(502, moved.statusCode());
            assertTrue(moved.body().contains("sends on to another address"), moved.body());
            assertEquals(502, ask("SELECT * { SERVICE " + silent + "<" + base + "/html> { ?s ?p ?o } }").statusCode());
            var large = ask("SELECT * { SERVICE " + silent + "<" + base + "/large> { ?s ?p ?o } }");
            assertEquals(502, large.statusCode());
            assertTrue(large.body().contains("more than 100000 bytes"), large.body());
            assertEquals(403,
                    ask("SELECT * { SERVICE " + silent + "<" + base + "/secret> { ?s ?p ?o } }").statusCode());
            assertEquals(403, ask("SELECT * { BIND(<" + base + "/good> AS ?u) SERVICE " + silent
                    + "?u { ?s ?p ?o } }").statusCode());
        }
        assertTrue(asked.stream().noneMatch(question -> question.startsWith("/secret")), asked::toString);
    }

    @Test
    void aQueryAsksOnlySoOften() throws Exception {
        String often = "SELECT * { VALUES ?x { 1 2 3 4 5 } OPTIONAL { SERVICE <" + base + "/good> { ?x ?p ?o } } }";
        String union = "SELECT * { " + ("{ SERVICE SILENT <" + base + "/good> { ?s ?p ?o } } UNION ").repeat(4)
                + "{} }";
        assertTrue(List.of(200, 422).contains(ask(often).statusCode()));
        var refused = ask(union);
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("more than 3 times"), refused.body());
    }

    @Test
    void whatIsAskedThereMayUseWhatIsNotAllowedHere() throws Exception {
        var answer = ask("SELECT * { SERVICE <" + base + "/good> { ?a <https://example.org/p> ?b "
                + "FILTER(<https://example.org/f>(?b)) SERVICE <https://example.org/label> { ?a ?l ?b } } }");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(asked.getFirst().contains("https://example.org/f"), asked::toString);
    }
}
