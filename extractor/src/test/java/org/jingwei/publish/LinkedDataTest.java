package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Retraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the IRIs of a store answer on the web: Cool URIs for the Semantic Web, section 4.2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedDataTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String COMPANY = "/id/org/" + encoded("石湖") + "(" + encoded("集团") + ")" + encoded("公司");
    private static final String RETRACTED = "00000000000000cc";

    private Path directory;
    private KnowledgeStore store;
    private Endpoint endpoint;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    void start(@TempDir Path temp) {
        directory = temp;
        store = Fixture.store(temp.resolve("db"));
        store.put(List.of(Fixture.article(RETRACTED, "作废的活动", 3)));
        assertEquals(1, Retraction.retract(store, RETRACTED, "更正 <b>\u202e启事").size());
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                          | /page/id/region/320500
            text/turtle                        | /data/id/region/320500?format=turtle
            application/ld+json                | /data/id/region/320500?format=jsonld
            text/turtle;q=0.5, text/html;q=0.4 | /data/id/region/320500?format=turtle
            image/png                          | /data/id/region/320500?format=turtle
            */*                                | /page/id/region/320500
            """)
    void anIriLeadsToThePageOrTheData(String accept, String location) throws Exception {
        var reply = get("/id/region/320500", "Accept", accept);
        assertEquals(303, reply.statusCode());
        assertEquals(location, header(reply, "Location"));
        assertEquals("Accept", header(reply, "Vary"));
        assertEquals("", reply.body());
        assertEquals(200, get(header(reply, "Location"), "Accept", accept).statusCode());
    }

    @Test
    void theLocationOfAChineseIriIsAscii() throws Exception {
        var reply = get(COMPANY, "Accept", "text/turtle");
        assertEquals("/data" + COMPANY + "?format=turtle", header(reply, "Location"));
        var turtle = get(header(reply, "Location"), "Accept", "*/*");
        assertEquals(1, RDFParser.fromString(turtle.body(), Lang.TURTLE).toGraph().size());
        assertTrue(turtle.body().contains("石湖(集团)公司"), turtle.body());
        assertEquals("/page" + COMPANY + "?lang=en", header(get(COMPANY + "?lang=en", "Accept", BROWSER), "Location"));
        assertEquals("/data/id/region/320500?format=jsonld",
                header(get("/id/region/320500?format=jsonld", "Accept", BROWSER), "Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "甲%2F乙", "甲%25乙", "50%25" })
    void anIriWithASlashOrAPercentSignInASegmentIsAnAddress(String name) throws Exception {
        var iri = "/id/org/" + Resource.encoded(name);
        try (var other = KnowledgeStore.open(directory.resolve(name.replace("%", "")))) {
            other.put(List.of(new ArticleGraph("00000000000000dd", Fixture.IRIS,
                    Fixture.graph("<id/org/" + name + "> schema:name \"甲\" ."), Fixture.graph(""))));
            try (var open = Endpoint.start(other, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                var reply = send(HttpRequest.newBuilder(open.address().resolve(iri)).header("Accept", "text/turtle"));
                assertEquals("/data" + iri + "?format=turtle", header(reply, "Location"), reply.body());
                var data = send(HttpRequest.newBuilder(open.address().resolve(header(reply, "Location"))));
                assertTrue(data.body().contains("甲"), data.body());
                // Elsewhere it is as wrong as any other name.
                for (String path : List.of("/api/a%2Fb", "/sparql%2Fx", "/%2Fload", "/queries/a%25b", "/ns/%25")) {
                    assertEquals(404, send(HttpRequest.newBuilder(open.address().resolve(path))).statusCode(), path);
                }
            }
        }
    }

    @Test
    void everyIriOfTheStoreIsAnswered() throws Exception {
        var iris = store.read(now -> {
            var found = new java.util.TreeSet<String>();
            now.find().forEachRemaining(quad -> List.of(quad.getGraph(), quad.getSubject()).forEach(node -> {
                if (node.isURI() && node.getURI().startsWith(Fixture.IRIS.base())
                        && !node.getURI().contains(RETRACTED)) {
                    found.add(node.getURI());
                }
            }));
            return found;
        });
        assertTrue(iris.size() > 8, iris::toString);
        for (String iri : iris) {
            var reply = get("/" + Resource.encoded(iri.substring(Fixture.IRIS.base().length())), "Accept",
                    "text/turtle");
            assertEquals(303, reply.statusCode(), iri);
            assertEquals(200, get(header(reply, "Location"), "Accept", "*/*").statusCode(), iri);
        }
    }

    @Test
    void aStoreOfAnotherBaseIsServedHere(@TempDir Path temp) throws Exception {
        Iris iris = Iris.below("https://kg.example.org/deep/er/");
        try (var other = KnowledgeStore.open(temp.resolve("db"), iris)) {
            other.put(List.of(new ArticleGraph(Fixture.KEY, iris, RDFParser.fromString("""
                    BASE <https://kg.example.org/deep/er/> PREFIX schema: <https://schema.org/>
                    <id/place/石湖> schema:name "石湖"@zh-Hans ; schema:containedInPlace <id/place/苏州> .
                    """, Lang.TURTLE).toGraph(), RDFParser.fromString("", Lang.TURTLE).toGraph())));
            try (var open = Endpoint.start(other, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                URI lake = open.address().resolve("/id/place/" + encoded("石湖"));
                var reply = send(HttpRequest.newBuilder(lake).header("Accept", "text/html"));
                assertEquals("/page/id/place/" + encoded("石湖"), header(reply, "Location"));
                var page = send(HttpRequest.newBuilder(open.address().resolve(header(reply, "Location"))));
                assertTrue(page.body().contains("href=\"/page/id/place/" + encoded("苏州")), page.body());
                assertTrue(page.body().contains("https://kg.example.org/deep/er/id/place/石湖"), page.body());
                var data = send(HttpRequest.newBuilder(open.address().resolve("/data/id/place/" + encoded("石湖"))));
                assertTrue(data.body().contains("kg.example.org/deep/er/id/place/"), data.body());
            }
        }
    }

    @Test
    void aRetractedArticleIsGoneAndSaysWhy() throws Exception {
        for (String path : List.of("/doc/" + RETRACTED, "/doc/" + RETRACTED + "/article",
                "/page/doc/" + RETRACTED + "/event/e1", "/data/doc/" + RETRACTED + "/evidence")) {
            var gone = get(path, "Accept", "application/json");
            assertEquals(410, gone.statusCode(), path);
            assertTrue(gone.body().contains("启事"), gone.body());
            assertEquals("no-store", header(gone, "Cache-Control"));
            var page = get(path, "Accept", BROWSER);
            assertEquals(410, page.statusCode(), path);
            assertTrue(page.body().contains("更正 &lt;b&gt;\ufffd启事"), page.body());
        }
        assertEquals(303, get("/doc/" + Fixture.KEY, "Accept", BROWSER).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/id/region/none", "/page/id/region/none", "/data/id/region/none", "/page/sparql",
            "/page/page/id/region/320500", "/page/", "/data/", "/id/", "/page//evil.example.org/id/x" })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        int status = get(path, "Accept", BROWSER).statusCode();
        assertTrue(status == 404 || status == 400, path + " " + status);
    }

    @Test
    void thePageIsInTheLanguageOfTheReader() throws Exception {
        String path = "/page/id/region/320500";
        var chinese = get(path, "Accept-Language", "fr");
        assertEquals("zh-Hans", header(chinese, "Content-Language"));
        assertTrue(chinese.body().contains("<html lang=\"zh-Hans\" "), chinese.body());
        assertEquals("Accept-Language", header(chinese, "Vary"));
        assertEquals("en", header(get(path, "Accept-Language", "en-GB,zh;q=0.5"), "Content-Language"));
        var stated = get(path + "?lang=en", "Accept-Language", "zh");
        assertEquals("en", header(stated, "Content-Language"));
        assertTrue(stated.body().contains("<html lang=\"en\" "), stated.body());
        assertEquals(List.of("Accept-Encoding"), stated.headers().allValues("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/page/id/region/320500", "/data/id/region/320500?format=turtle", "/ontology",
            "/ontology?format=html", "/shapes.ttl", "/catalog.ttl", "/.well-known/void", "/context.jsonld", "/api",
            "/api/people/roles", "/" })
    void whoHasItAlreadyIsToldSo(String path) throws Exception {
        var first = get(path, "Accept", "*/*");
        assertEquals(200, first.statusCode(), first.body());
        String tag = header(first, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        assertFalse(header(first, "Cache-Control").isEmpty(), path);
        for (String sent : List.of(tag, "\"x\", W/" + tag, "*")) {
            var again = get(path, "If-None-Match", sent);
            assertEquals(304, again.statusCode(), path);
            assertEquals("", again.body());
            assertEquals(tag, header(again, "ETag"));
            assertEquals(first.headers().firstValue("Vary"), again.headers().firstValue("Vary"));
            assertEquals(header(first, "Cache-Control"), header(again, "Cache-Control"));
        }
        assertEquals(200, get(path, "If-None-Match", "\"" + "0".repeat(32) + "\"").statusCode());
        var head = send(HttpRequest.newBuilder(endpoint.address().resolve(path)).method("HEAD",
                BodyPublishers.noBody()));
        assertEquals(200, head.statusCode(), path);
        assertEquals("", head.body());
        assertEquals(tag, header(head, "ETag"));
        assertEquals(header(first, "Content-Length"), header(head, "Content-Length"));
    }

    @Test
    void aChangedThingHasAnotherTag(@TempDir Path temp) throws Exception {
        try (var changing = Fixture.store(temp.resolve("db"));
                var open = Endpoint.start(changing, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
            URI event = open.address().resolve("/data/doc/" + Fixture.KEY + "/event/e1?format=turtle");
            String before = header(send(HttpRequest.newBuilder(event)), "ETag");
            changing.put(List.of(Fixture.article(Fixture.KEY, "石湖新区签约会", 13)));
            var after = send(HttpRequest.newBuilder(event).header("If-None-Match", before));
            assertEquals(200, after.statusCode());
            assertFalse(header(after, "ETag").equals(before));
            Retraction.retract(changing, Fixture.KEY, "wrong");
            assertEquals(410, send(HttpRequest.newBuilder(event).header("If-None-Match", before)).statusCode());
        }
    }

    @Test
    void answersForForeignPagesVaryByOriginWhoeverAsks() throws Exception {
        var settings = EndpointSettings.defaults().withPort(0).withAllowedOrigins(Set.of("https://stat.example.org"));
        try (var open = Endpoint.start(store, QueryLibrary.load(), settings)) {
            var reply = send(HttpRequest.newBuilder(open.address().resolve("/page/id/region/320500")));
            assertEquals(Set.of("Origin", "Accept-Language", "Accept-Encoding"),
                    Set.copyOf(reply.headers().allValues("Vary")));
        }
    }

    @Test
    void theShapesAreThere() throws Exception {
        var shapes = get("/shapes.ttl", "Accept", "*/*");
        assertEquals("text/turtle; charset=utf-8", header(shapes, "Content-Type"));
        assertTrue(RDFParser.fromString(shapes.body(), Lang.TURTLE).toGraph()
                .isIsomorphicWith(org.jingwei.rdf.ReferenceGraphs.shapes(Fixture.IRIS)));
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint.address().resolve(path)).header(header, value));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
