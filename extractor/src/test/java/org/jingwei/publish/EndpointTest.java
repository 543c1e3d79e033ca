package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointTest {
    private static final String COUNTS = "PREFIX jw: <https://w3id.org/jingwei/ns#> "
            + "SELECT ?n WHERE { ?e jw:projectCount ?n ; jw:evidence ?s } ORDER BY ?n";

    private KnowledgeStore store;
    private Endpoint endpoint;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    @BeforeAll
    void start(@TempDir Path temp) {
        store = Fixture.store(temp.resolve("db"));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .withTimeout(Duration.ofSeconds(2)).withLimits(new Answer.Limits(1000, 1 << 20)));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    /** Whatever a test sent, the server still answers. */
    @AfterEach
    void stillAnswers() throws Exception {
        assertEquals(200, get(COUNTS, "text/csv").statusCode());
    }

    @Test
    void queriesAreAnsweredOverTheUnionOfAllGraphs() throws Exception {
        var csv = get(COUNTS, "text/csv");
        assertEquals("n\r\n7\r\n12\r\n", csv.body());
        assertEquals("text/csv; charset=utf-8", type(csv));

        var json = post("application/sparql-query", COUNTS);
        assertEquals("application/sparql-results+json; charset=utf-8", type(json));
        assertTrue(Json.read(json.body()).toString().contains("value=12"), json.body());

        var form = post("application/x-www-form-urlencoded", "query=" + encoded(COUNTS));
        assertEquals(json.body(), form.body());

        var graph = get("SELECT ?n { GRAPH <https://w3id.org/jingwei/doc/00000000000000bb> "
                + "{ ?e <https://w3id.org/jingwei/ns#projectCount> ?n } }", "text/csv");
        assertEquals("n\r\n7\r\n", graph.body());

        var turtle = get("CONSTRUCT WHERE { ?e <https://w3id.org/jingwei/ns#projectCount> ?n }", "*/*");
        assertEquals("text/turtle; charset=utf-8", type(turtle));
        assertEquals(2, RDFParser.fromString(turtle.body(), Lang.TURTLE).toGraph().size());
        assertTrue(get("ASK { ?s ?p '苏州市'@zh-Hans }", "*/*").body().contains("true"));
        assertTrue(get("ASK {}", "application/sparql-results+xml").body().contains("<boolean>true"));
    }

    @Test
    void pagesFromHereEscapeWhatArticlesSay() throws Exception {
        var html = get("SELECT ?n { ?e <https://schema.org/name> ?n }", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertEquals("text/html; charset=utf-8", type(html));
        assertTrue(html.body().contains("&lt;script&gt;alert(1)"), html.body());
        assertFalse(html.body().contains("<script"), html.body());
        var csv = get("SELECT ?n { ?e <https://schema.org/name> ?n }", "text/csv").body();
        assertTrue(csv.contains("'=HYPERLINK(1)"), csv);
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        var before = store.<Integer>read(d -> (int) d.stream().count());
        assertEquals(400, post("application/x-www-form-urlencoded", "update=" + encoded("CLEAR ALL")).statusCode());
        assertEquals(415, post("application/sparql-update", "CLEAR ALL").statusCode());
        assertEquals(400, post("application/sparql-query", "DELETE WHERE { ?s ?p ?o }").statusCode());
        assertEquals(415, post("text/turtle", "<a:b> <a:b> <a:b> .").statusCode());
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            var response = send(HttpRequest.newBuilder(endpoint.sparql()).method(method, BodyPublishers.ofString("")));
            assertTrue(List.of(404, 405, 415).contains(response.statusCode()), method + response.statusCode());
        }
        for (String path : List.of("update", "upload", "data", "get", "sparql/update", "sparql/data", "$/server",
                "$/datasets", "$/compact/sparql", "$/backup/sparql", "$/tasks", "$/stats", "$/metrics")) {
            var response = send(HttpRequest.newBuilder(endpoint.address().resolve("/" + path))
                    .POST(BodyPublishers.ofString("x")));
            assertTrue(List.of(404, 405).contains(response.statusCode()), path + " " + response.statusCode());
        }
        assertEquals(before, store.<Integer>read(d -> (int) d.stream().count()));
    }

    @Test
    void noOtherServerIsAsked() throws Exception {
        var asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        other.start();
        try {
            String url = "http://localhost:" + other.getAddress().getPort() + "/x";
            for (String query : List.of("SELECT * { SERVICE <" + url + "> { ?s ?p ?o } }",
                    "SELECT * { SERVICE SILENT <" + url + "> { ?s ?p ?o } }",
                    "SELECT * { VALUES ?u { <" + url + "> } SERVICE ?u { ?s ?p ?o } }",
                    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <" + url + "> { ?s ?p ?o } } }",
                    "SELECT * { { SELECT * { SERVICE SILENT <" + url + "> { ?s ?p ?o } } } }",
                    "SELECT * { SERVICE <loop:1000:bulk:" + url + "> { ?s ?p ?o } }",
                    "ASK { OPTIONAL { SERVICE SILENT <" + url + "> { ?s ?p ?o } } }",
                    "SELECT (EXISTS { SERVICE SILENT <" + url + "> { ?s ?p ?o } } AS ?x) {}",
                    "SELECT (COUNT(*) AS ?n) {} HAVING (EXISTS { SERVICE SILENT <" + url + "> { ?s ?p ?o } })",
                    "SELECT * {} ORDER BY (EXISTS { SERVICE SILENT <" + url + "> { ?s ?p ?o } })",
                    "SELECT (SUM(IF(EXISTS { SERVICE SILENT <" + url + "> { ?s ?p ?o } }, 1, 2)) AS ?n) {}")) {
                var response = get(query, "*/*");
                assertTrue(List.of(403, 422).contains(response.statusCode()), query + ": " + response.statusCode());
            }
            // A graph that is not here is empty, not fetched.
            assertEquals("n\r\n0\r\n",
                    get("SELECT (COUNT(*) AS ?n) FROM <" + url + "> { ?s ?p ?o }", "text/csv").body());
            assertEquals("n\r\n0\r\n",
                    get("SELECT (COUNT(*) AS ?n) FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", "text/csv")
                            .body());
            send(HttpRequest.newBuilder(URI.create(endpoint.sparql() + "?query-ref=" + encoded(url))).GET());
            assertEquals(0, asked.get());
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "<java:java.lang.Runtime>()", "<http://jena.apache.org/ARQ/function#wait>(100000)",
            "<java:org.apache.jena.sparql.function.library.wait>(100000)",
            "<http://jena.apache.org/ARQ/function#sprintf>('%1000000000d', 1)",
            "<http://jena.apache.org/ARQ/js#f>(1)", "<http://jena.apache.org/ARQ/function#version>()",
            "<http://www.w3.org/2005/xpath-functions#apply>(<java:x.Y>, 1)", "<https://example.org/f>(1)" })
    void functionsThatAreNotAllowedAreRefused(String call) throws Exception {
        for (String query : List.of("SELECT (" + call + " AS ?x) {}", "SELECT * { FILTER(" + call + ") }",
                "SELECT * { BIND(" + call + " AS ?x) }", "SELECT (SUM(" + call + ") AS ?x) {}",
                "SELECT ?p { ?s ?p ?o } GROUP BY ?p HAVING (" + call + " > 1)",
                "SELECT * { ?s ?p ?o } ORDER BY " + call,
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?r FILTER(" + call + ") } }")) {
            assertEquals(403, get(query, "*/*").statusCode(), query);
        }
    }

    @Test
    void propertyFunctionsAreOrdinaryProperties() throws Exception {
        assertEquals("x\r\n", get("SELECT ?x { ?x <http://jena.apache.org/ARQ/property#splitIRI> ('a' 'b') }",
                "text/csv").body());
        assertEquals("x\r\n", get("SELECT ?x { ?x <java:org.apache.jena.sparql.pfunction.library.version> ?v }",
                "text/csv").body());
        assertEquals("b\r\n",
                get("SELECT ?b { <https://w3id.org/jingwei/id/region/320500> "
                        + "<http://jena.apache.org/ARQ/property#str> ?b }", "text/csv").body());
    }

    @Test
    void allowedFunctionsWork() throws Exception {
        assertEquals("a,b,c\r\n3,true,2021-05-26\r\n", get("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
                + "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> SELECT (xsd:integer('3') AS ?a) "
                + "(fn:contains('石湖新区', '新区') AS ?b) (xsd:date('2021-05-26') AS ?c) {}", "text/csv").body());
    }

    @Test
    void aLongRunningQueryIsStopped() throws Exception {
        String cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }";
        var response = get(cross, "*/*");
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("timed out"), response.body());
        // A client may ask for less time, never for more.
        var more = send(HttpRequest.newBuilder(
                URI.create(endpoint.sparql() + "?timeout=600&query=" + encoded(cross))).GET());
        assertEquals(503, more.statusCode());
    }

    @Test
    void aLargeAnswerIsRefusedAndSaysSo() throws Exception {
        String many = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        var response = get(many, "text/csv");
        assertEquals(422, response.statusCode());
        assertTrue(response.body().contains("more than 1000 rows"), response.body());
        assertEquals(1001, get(many + " LIMIT 1000", "text/csv").body().lines().count());
        String wide = "SELECT (CONCAT(?x,?x,?x,?x,?x,?x,?x,?x,?x,?x) AS ?y) { BIND(\"" + "很".repeat(50_000)
                + "\" AS ?x) VALUES ?i { 1 2 3 } }";
        assertEquals(422, post("application/sparql-query", wide).statusCode());
        assertEquals(422, get("CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "*/*").statusCode());
    }

    @Test
    void largeRequestsAreRefused() throws Exception {
        String comment = COUNTS + "\n#" + "x".repeat(300 << 10);
        assertEquals(413, sendAsked("application/sparql-query", BodyPublishers.ofString(comment)));
        assertEquals(413, sendAsked("application/x-www-form-urlencoded",
                BodyPublishers.ofString("query=" + encoded(comment))));
        // Without a stated length.
        assertEquals(413, sendAsked("application/sparql-query",
                BodyPublishers.fromPublisher(BodyPublishers.ofString(comment))));
        assertTrue(List.of(414, 431).contains(get(COUNTS + "#" + "x".repeat(80 << 10), "*/*").statusCode()));
        assertEquals(200, sendAsked("application/sparql-query",
                BodyPublishers.ofString(COUNTS + "\n#" + "x".repeat(200 << 10))));
    }

    @Test
    void compressedBodiesDoNotGrowBeyondTheLimit() throws Exception {
        var zipped = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(zipped)) {
            gzip.write((COUNTS + "\n#" + "x".repeat(20 << 20)).getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(zipped.size() < 100_000);
        assertEquals(415, sendAsked(HttpRequest.newBuilder(endpoint.sparql())
                .header("Content-Type", "application/sparql-query").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))));
    }

    @Test
    void badQueriesAreTheClientsFault() throws Exception {
        var bad = get("SELECT * WHERE { ?s ?p }", "*/*");
        assertEquals(400, bad.statusCode());
        assertTrue(bad.body().contains("line 1"), bad.body());
        assertEquals(400, get("", "*/*").statusCode());
        assertEquals(400, get("JSON { 'a': ?s } WHERE { ?s ?p ?o }", "*/*").statusCode());
        String deep = "SELECT * { " + "{".repeat(20_000) + "}".repeat(20_000) + " }";
        assertTrue(List.of(400, 414, 431).contains(post("application/sparql-query", deep).statusCode()));
        String expression = "SELECT (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " AS ?x) {}";
        assertEquals(400, post("application/sparql-query", expression).statusCode());
    }

    @Test
    void everyReplyCarriesTheSafeHeaders() throws Exception {
        var replies = Map.of("query", get(COUNTS, "*/*"), "bad query", get("nonsense", "*/*"), "not found",
                send(HttpRequest.newBuilder(endpoint.address().resolve("/none")).GET()), "start",
                send(HttpRequest.newBuilder(endpoint.address()).GET()), "compressed",
                send(HttpRequest.newBuilder(endpoint.sparql()).header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("x"))));
        replies.forEach((name, reply) -> {
            assertEquals("nosniff", reply.headers().firstValue("X-Content-Type-Options").orElse(""), name);
            assertTrue(reply.headers().firstValue("Content-Security-Policy").orElse("")
                    .contains("frame-ancestors 'none'"), name);
            assertTrue(reply.headers().firstValue("Server").isEmpty(), name);
            assertTrue(type(reply).toLowerCase(java.util.Locale.ROOT).contains("charset=utf-8"), name + type(reply));
            assertTrue(reply.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), name);
            assertEquals(1, reply.headers().allValues("X-Content-Type-Options").size(), name);
        });
    }

    @Test
    void foreignPagesMayReadOnlyWhereAllowed() throws Exception {
        var settings = EndpointSettings.defaults().withPort(0).withAllowedOrigins(Set.of("https://stat.example.org"));
        try (var open = Endpoint.start(store, QueryLibrary.load(), settings)) {
            var allowed = send(HttpRequest.newBuilder(URI.create(open.sparql() + "?query=ASK%7B%7D"))
                    .header("Origin", "https://stat.example.org").GET());
            assertEquals("https://stat.example.org",
                    allowed.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            var other = send(HttpRequest.newBuilder(URI.create(open.sparql() + "?query=ASK%7B%7D"))
                    .header("Origin", "https://evil.example.org").GET());
            assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
            var preflight = send(HttpRequest.newBuilder(open.sparql()).header("Origin", "https://stat.example.org")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertEquals(204, preflight.statusCode());
            assertEquals("GET, POST", preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
        }
    }

    @Test
    void anotherNameForThisMachineIsMisdirected() throws Exception {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), endpoint.port())) {
            socket.getOutputStream()
                    .write("GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 421"), reply);
        }
    }

    @Test
    void aTakenPortIsSaid() {
        var settings = EndpointSettings.defaults().withPort(endpoint.port());
        var failure = assertThrows(PublishException.class,
                () -> Endpoint.start(store, QueryLibrary.load(), settings));
        assertTrue(failure.getMessage().contains("Port " + endpoint.port()), failure.getMessage());
        assertTrue(failure.remedy().contains("another port"), failure.remedy());
    }

    @Test
    void manyHeavyClientsDoNotStopThePointQueries() throws Exception {
        var heavy = IntStream.range(0, 12).mapToObj(i -> client.sendAsync(HttpRequest.newBuilder(URI.create(
                endpoint.sparql() + "?query="
                        + encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }")))
                .build(), BodyHandlers.ofString())).toList();
        assertEquals(200, get("ASK {}", "*/*").statusCode());
        for (CompletableFuture<HttpResponse<String>> one : heavy) {
            assertEquals(503, one.get().statusCode());
        }
    }

    @Test
    void thingsHavePages() throws Exception {
        URI region = endpoint.address().resolve("/id/region/320500");
        var html = send(HttpRequest.newBuilder(region).header("Accept", "text/html").GET());
        assertTrue(html.body().contains("<h1>苏州市</h1>"), html.body());
        var turtle = send(HttpRequest.newBuilder(region).header("Accept", "text/turtle").GET());
        assertEquals(1, RDFParser.fromString(turtle.body(), Lang.TURTLE).toGraph().size());
        var json = send(HttpRequest.newBuilder(region).header("Accept", "application/ld+json").GET());
        assertEquals(1, RDFParser.fromString(json.body(), Lang.JSONLD).toGraph().size());
        // Parentheses stand for themselves in an IRI, Han characters too; on the wire the latter are encoded.
        var organisation = send(HttpRequest.newBuilder(endpoint.address()
                .resolve("/id/org/" + encoded("石湖") + "(" + encoded("集团") + ")" + encoded("公司"))).GET());
        assertEquals(200, organisation.statusCode());
        var event = send(HttpRequest.newBuilder(endpoint.address().resolve("/doc/00000000000000bb/event/e1"))
                .header("Accept", "text/html").GET());
        assertTrue(event.body().contains("<h1>&lt;script&gt;"), event.body());
        assertFalse(event.body().replace("<script type=\"module\" src=\"/assets/thing.js\"></script>", "")
                .contains("<script"), event.body());
        var graph = send(HttpRequest.newBuilder(endpoint.address().resolve("/doc/00000000000000bb")).GET());
        assertEquals(200, graph.statusCode());
        var none = send(HttpRequest.newBuilder(endpoint.address().resolve("/id/%3Cscript%3E")).GET());
        assertEquals(404, none.statusCode());
        assertFalse(none.body().contains("<script>"), none.body());
    }

    @Test
    void whatIsNotThereIsAnsweredInTheClientsFormat() throws Exception {
        for (String path : List.of("/api/nope/%3Cb%3E", "/nowhere/%3Cb%3E", "/id/%3Cb%3E", "/queries/%3Cb%3E",
                "/.well-known/%3Cb%3E", "/a/%2F/..%2f/%3Cb%3E", "/x;y=%00/%3Cb%3E")) {
            URI address = endpoint.address().resolve(path);
            var document = send(HttpRequest.newBuilder(address).header("Accept", "*/*").GET());
            assertTrue(List.of(400, 404).contains(document.statusCode()), path + document.statusCode());
            assertEquals("application/problem+json; charset=utf-8", type(document), path + document.body());
            var problem = (java.util.Map<?, ?>) org.jingwei.source.Json.read(document.body());
            assertEquals(java.math.BigInteger.valueOf(document.statusCode()), problem.get("status"), path);
            assertFalse(document.body().toLowerCase(java.util.Locale.ROOT).contains("jetty"), document.body());
            var page = send(HttpRequest.newBuilder(address)
                    .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").GET());
            assertEquals(document.statusCode(), page.statusCode(), path);
            assertEquals("text/html; charset=utf-8", type(page), path + page.body());
            assertTrue(page.body().contains("经纬 Jingwei"), page.body());
            assertFalse(page.body().contains("<b>"), page.body());
        }
    }

    @Test
    void theOntologyIsAPageForBrowsersAndTurtleForPrograms() throws Exception {
        URI ontology = endpoint.address().resolve("/ontology");
        assertEquals("text/html; charset=utf-8", type(send(HttpRequest.newBuilder(ontology)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").GET())));
        assertEquals("text/turtle; charset=utf-8", type(send(HttpRequest.newBuilder(ontology)
                .header("Accept", "*/*").GET())));
    }

    private HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(endpoint.sparql() + "?query=" + encoded(query)))
                .header("Accept", accept).GET());
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint.sparql()).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The status; the server may hang up on a client that goes on sending, so the client asks before it sends. */
    private int sendAsked(String type, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return sendAsked(HttpRequest.newBuilder(endpoint.sparql()).header("Content-Type", type).POST(body));
    }

    private static int sendAsked(HttpRequest.Builder request) throws IOException, InterruptedException {
        // On a connection of its own: the server closes it.
        try (var alone = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return alone.send(request.expectContinue(true).build(), BodyHandlers.ofString()).statusCode();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").replace("; ", ";").replace(";", "; ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
