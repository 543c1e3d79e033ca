package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the web page over HTTP. What they do is seen in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServletTest {
    private static final Path WEB = Path.of("src/main/web");

    private final HttpClient client = HttpClient.newHttpClient();
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(endpoint.address().toString().replaceFirst("/$", "") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/region/320500", "/questions", "/questions/indicators/growth", "/search?words=a",
            "/try",
            "/editor" })
    void everyViewHasAnAddress(String path) throws Exception {
        var page = get(path);
        assertEquals(200, page.statusCode());
        assertEquals("text/html; charset=utf-8", page.headers().firstValue("Content-Type").orElse("")
                .replace(";charset", "; charset"));
        assertTrue(new String(page.body(), StandardCharsets.UTF_8).contains("src=\"/assets/app.js\""));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("script-src 'self';") && policy.contains("connect-src 'self';"), policy);
    }

    @Test
    void filesComeAsTheyAreOrCompressed() throws Exception {
        byte[] plain = get("/assets/app.js").body();
        assertArrayEquals(Files.readAllBytes(WEB.resolve("app.js")), plain);
        var small = get("/assets/app.js", "Accept-Encoding", "br, gzip;q=0.8");
        assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElseThrow());
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes());
        assertTrue(get("/assets/app.js", "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding")
                .isEmpty());
        String tag = small.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, get("/assets/app.js", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode());
        assertEquals("text/javascript", get("/assets/echarts.js").headers().firstValue("Content-Type").orElseThrow()
                .replaceFirst(";.*", ""));
        assertEquals(200, get("/assets/yasqe.css").statusCode());
    }

    /** A region's figures are many; the same bytes compressed are another representation with a tag of its own. */
    @Test
    void answersAreCompressedForWhoTakesThat() throws Exception {
        var plain = get("/api/openapi.json");
        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(plain.headers().allValues("Vary").contains("Accept-Encoding"), plain.headers().toString());
        var small = get("/api/openapi.json", "Accept-Encoding", "gzip, br");
        assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(small.body().length * 4 < plain.body().length, small.body().length + " bytes");
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes());
        String tag = small.headers().firstValue("ETag").orElseThrow();
        assertFalse(tag.equals(plain.headers().firstValue("ETag").orElseThrow()));
        assertEquals(304, get("/api/openapi.json", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/assets/", "/assets/nope.js", "/assets/index.html", "/assets/a/b.js",
            "/assets/..%2fapp.js",
            "/assets/App.js", "/assets/org.class", "/assets/.js" })
    void nothingElseOfTheProgramCanBeHad(String path) throws Exception {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void bordersAreShownWhereThereAreAny(@TempDir Path temp) throws Exception {
        assertFalse(new String(get("/").body(), StandardCharsets.UTF_8).contains("data-map"));
        assertEquals(404, get("/assets/map.json").statusCode());
        Path map = Files.writeString(temp.resolve("map.json"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":320000},
                "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""");
        var settings = EndpointSettings.defaults().withPort(0);
        try (var with = Endpoint.start(store, QueryLibrary.load(), settings.withMap(map))) {
            var page = client.send(HttpRequest.newBuilder(with.address()).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(page.body().contains("data-map=\"/assets/map.json\""), page.body());
            var borders = client.send(HttpRequest.newBuilder(with.address().resolve("/assets/map.json")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(Files.readString(map), borders.body());
        }
        for (String broken : List.of("{}", "no JSON", "{\"type\":\"FeatureCollection\",\"features\":[]}")) {
            Files.writeString(map, broken);
            assertTrue(assertThrows(PublishException.class,
                    () -> Endpoint.start(store, QueryLibrary.load(), settings.withMap(map)).close()).getMessage()
                    .contains("map.json"));
        }
    }

    /** So that no text from a page can become markup or code, and nothing is asked elsewhere. */
    @Test
    void scriptsMakeNoMarkupOutOfTextAndAskNobodyElse() throws IOException {
        var never = Pattern
                .compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|srcdoc"
                        + "|(fetch|import|src:|href:)\\(?\\s*['\"`](https?:)?//");
        try (Stream<Path> files = Files.list(WEB)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
            assertTrue(scripts.size() > 10);
            for (Path script : scripts) {
                assertFalse(never.matcher(Files.readString(script)).find(), script.toString());
            }
        }
    }
}
