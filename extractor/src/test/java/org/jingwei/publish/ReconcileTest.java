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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.jingwei.store.Retraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reconciliation service as its clients meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileTest {
    private static final String COMPANY = "org/00aa11bb22cc33dd";

    private KnowledgeStore store;
    private Endpoint endpoint;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    @BeforeAll
    void start(@TempDir Path temp) {
        PreparedStore.ready(temp.resolve("db"));
        store = Fixture.store(temp.resolve("db"));
        store.put(List.of(new ArticleGraph("00000000000000cc", Fixture.IRIS, Fixture.graph("""
                <id/%s> a schema:Organization ; schema:name "云湖<b>智造</b>装备有限公司"@zh-Hans .
                <doc/00000000000000cc/organisation/高新集团> a schema:Organization ; schema:name "高新集团"@zh-Hans .
                """.formatted(COMPANY)), Fixture.graph(""))));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    @Test
    void theManifestSaysWhatThereIs() throws Exception {
        var reply = get("");
        assertEquals(200, reply.statusCode());
        assertEquals("application/json;charset=utf-8", type(reply));
        Object manifest = Json.read(reply.body());
        ReconcileStructure.manifest(manifest);
        assertEquals("https://w3id.org/jingwei/id/", ReconcileStructure.object(manifest).get("identifierSpace"));
        assertTrue(reply.body().contains(endpoint.reconcile() + "/view?id={{id}}"), reply.body());
    }

    @Test
    void aBatchIsAnsweredByGetAndByPost() throws Exception {
        String batch = """
                {"q0": {"query": "江苏苏州"},
                 "q1": {"query": "鼓楼区", "type": "region", "limit": 2,
                        "properties": [{"pid": "containedInPlace", "v": "南京市"}]},
                 "q2": {"query": "苏洲市", "type": ["https://w3id.org/jingwei/ns#AdministrativeDivision"]},
                 "q3": {"query": "蘇州高新區", "type": "zone", "type_strict": "any"},
                 "q4": {"properties": [{"pid": "notation", "v": 320500}]},
                 "q5": {"query": "吉林", "type": "region"},
                 "q6": {"query": "云湖市"},
                 "q7": {"query": "贵州茅台", "type": "organisation"},
                 "q8": {"query": "雲湖<b>智造</b>裝備有限公司"},
                 "q9": {"query": ""},
                 "qa": {"query": "鼓楼区", "properties": [{"pid": "parent", "v": {"id": "region/350100", "name": "福州"}}]},
                 "qb": {"query": "https://w3id.org/jingwei/id/region/320500"},
                 "qc": {"query": "吉林", "type": "region", "properties": [{"pid": "kind", "v": ["prefecture"]}]},
                 "键<script>": {"query": "region/320500"}}""";
        var posted = post(batch);
        assertEquals(200, posted.statusCode());
        assertEquals(posted.body(), get("?queries=" + encoded(batch)).body());
        Object json = Json.read(posted.body());
        ReconcileStructure.results(json, Set.of("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "qa", "qb",
                "qc", "键<script>"));

        assertFirst(json, "q0", "region/320500", true);
        assertFirst(json, "q1", "region/320106", true);
        assertEquals(2, candidates(json, "q1").size());
        assertFirst(json, "q2", "region/320500", false);
        assertFirst(json, "q3", "zone/suzhou-high-tech", true);
        assertFirst(json, "q4", "region/320500", true);
        assertFirst(json, "q5", "region/220000", false);
        assertEquals(List.of(), candidates(json, "q6"));
        assertFirst(json, "q7", "org/600519.SH", true);
        assertFirst(json, "q8", COMPANY, true);
        assertEquals(List.of(), candidates(json, "q9"));
        assertFirst(json, "qa", "region/350102", true);
        assertFirst(json, "qb", "region/320500", true);
        assertFirst(json, "qc", "region/220200", true);
        assertFirst(json, "键<script>", "region/320500", true);
    }

    private static List<?> candidates(Object json, String key) {
        return ReconcileStructure.list(
                ReconcileStructure.object(ReconcileStructure.object(json).get(key)).get("result"));
    }

    private static void assertFirst(Object json, String key, String id, boolean match) {
        List<?> candidates = candidates(json, key);
        assertFalse(candidates.isEmpty(), key);
        Map<?, ?> first = ReconcileStructure.object(candidates.getFirst());
        assertEquals(id, first.get("id"), key);
        assertEquals(match, first.get("match"), key + ": " + candidates);
    }

    private HttpResponse<String> view(String id) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(endpoint.reconcile() + "/view?id=" + encoded(id))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whereAnEntityIsViewedItsPageIs() throws Exception {
        for (String id : List.of("region/320500", "zone/suzhou-high-tech", "org/600519.SH", COMPANY)) {
            var view = view(id);
            assertEquals(303, view.statusCode(), id);
            var page = send(HttpRequest.newBuilder(endpoint.address()
                    .resolve(view.headers().firstValue("Location").orElseThrow())).header("Accept", "text/html").GET());
            assertEquals(200, page.statusCode(), id);
            assertTrue(page.body().contains("https://w3id.org/jingwei/id/" + id), page.body());
        }
        assertEquals(404, get("/view?id=region%2F999999").statusCode());
        assertEquals(400, get("/view").statusCode());
        assertEquals(404, get("/view?id=" + encoded("//evil.example.org/")).statusCode());
    }

    @Test
    void everyCandidateCanBeViewedAndPreviewed() throws Exception {
        Object json = Json.read(post("{\"q\":{\"query\":\"吴江市\"},\"r\":{\"query\":\"中山大学\"}}").body());
        for (String key : List.of("q", "r")) {
            assertFalse(candidates(json, key).isEmpty());
            for (Object candidate : candidates(json, key)) {
                String id = (String) ReconcileStructure.object(candidate).get("id");
                assertEquals(303, view(id).statusCode());
                assertEquals(200, get("/preview?id=" + encoded(id)).statusCode());
            }
        }
    }

    @Test
    void previewsAreSmallAndHarmlessPages() throws Exception {
        var preview = get("/preview?id=" + encoded("region/320584"));
        assertEquals("text/html;charset=utf-8", type(preview));
        for (String shown : List.of("吴江市", "江苏省苏州市", "320584", "until", "吴江区")) {
            assertTrue(preview.body().contains(shown), preview.body());
        }
        var hostile = get("/preview?id=" + encoded(COMPANY));
        assertTrue(hostile.body().contains("&lt;b&gt;"), hostile.body());
        assertFalse(hostile.body().contains("<b>"), hostile.body());
        var none = get("/preview?id=" + encoded("<script>alert(1)</script>"));
        assertEquals(404, none.statusCode());
        assertFalse(none.body().contains("<script"), none.body());
        assertTrue(preview.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'none'"));
        assertEquals("DENY", preview.headers().firstValue("X-Frame-Options").orElse(""));
    }

    @Test
    void onlyAllowedOriginsReadAnswersAndShowPreviews() throws Exception {
        var settings = EndpointSettings.defaults().withPort(0).withAllowedOrigins(Set.of("http://127.0.0.1:3333"));
        try (var open = Endpoint.start(store, QueryLibrary.load(), settings)) {
            String here = open.reconcile().toString();
            for (String path : List.of("", "/suggest/entity?prefix=%E8%8B%8F%E5%B7%9E", "/suggest/type",
                    "/suggest/property", "/preview?id=region%2F320500", "?queries=nonsense")) {
                var allowed = send(HttpRequest.newBuilder(URI.create(here + path))
                        .header("Origin", "http://127.0.0.1:3333").GET());
                assertEquals("http://127.0.0.1:3333",
                        allowed.headers().firstValue("Access-Control-Allow-Origin").orElse(""), path);
                var other = send(HttpRequest.newBuilder(URI.create(here + path))
                        .header("Origin", "https://evil.example.org").GET());
                assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), path);
            }
            var preview = send(HttpRequest.newBuilder(URI.create(here + "/preview?id=region%2F320500")).GET());
            assertTrue(preview.headers().firstValue("X-Frame-Options").isEmpty());
            assertTrue(preview.headers().firstValue("Content-Security-Policy").orElse("")
                    .contains("frame-ancestors http://127.0.0.1:3333"));
            var page = send(HttpRequest.newBuilder(open.address().resolve("/id/region/320500")).GET());
            assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
        }
        assertTrue(send(HttpRequest.newBuilder(endpoint.reconcile()).header("Origin", "http://127.0.0.1:3333").GET())
                .headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    void whoIsTypingIsHelped() throws Exception {
        Object json = Json.read(get("/suggest/entity?prefix=" + encoded("苏州")).body());
        ReconcileStructure.suggestions(json);
        List<String> ids = ids(json);
        assertEquals("region/320500", ids.getFirst());
        assertTrue(ids.contains("zone/suzhou-high-tech"), ids::toString);
        assertEquals(ids.subList(5, 15),
                ids(Json.read(get("/suggest/entity?cursor=5&prefix=" + encoded("苏州")).body())).subList(0, 10));
        assertEquals(List.of("region/320500"),
                ids(Json.read(get("/suggest/entity?prefix=" + encoded("region/320500")).body())));
        assertEquals(List.of(COMPANY),
                ids(Json.read(get("/suggest/entity?type=organisation&prefix=" + encoded("雲湖")).body())));
        Object types = Json.read(get("/suggest/type?prefix=").body());
        ReconcileStructure.suggestions(types);
        assertEquals(3, ids(types).size());
        assertEquals(List.of("https://w3id.org/jingwei/ns#DevelopmentZone"),
                ids(Json.read(get("/suggest/type?prefix=" + encoded("开发区")).body())));
        Object properties = Json.read(get("/suggest/property?prefix=").body());
        ReconcileStructure.suggestions(properties);
        assertEquals(List.of("containedInPlace", "notation", "kind"), ids(properties));
        assertEquals(400, get("/suggest/entity?prefix=x&cursor=-1").statusCode());
        assertEquals(400, get("/suggest/entity?prefix=" + "x".repeat(201)).statusCode());
        assertEquals(List.of(), ids(Json.read(get("/suggest/entity?prefix=").body())));
    }

    private static List<String> ids(Object json) {
        return ReconcileStructure.list(ReconcileStructure.object(json).get("result")).stream()
                .map(one -> (String) ReconcileStructure.object(one).get("id")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "nonsense|JSON", "[]|object", "{\"q\":1}|object",
            "{\"q\":{\"query\":\"a\",\"type\":\"https://www.wikidata.org/entity/Q5\"}}|AdministrativeDivision",
            "{\"q\":{\"query\":\"\",\"type\":\"planet\"}}|no type",
            "{\"q\":{\"query\":\"a\",\"limit\":0}}|limit", "{\"q\":{\"query\":\"a\",\"limit\":1.5}}|limit",
            "{\"q\":{\"query\":\"a\",\"limit\":\"3\"}}|limit", "{\"q\":{\"query\":\"a\",\"type\":{}}}|type",
            "{\"q\":{\"query\":\"a\",\"properties\":{}}}|array",
            "{\"q\":{\"query\":\"a\",\"properties\":[{\"pid\":\"x\"}]}}|value v",
            "{\"q\":{\"query\":\"a\",\"properties\":[{\"pid\":\"population\",\"v\":1}]}}|containedInPlace" })
    void whatCannotBeAnsweredIsSaid(String batch, String word) throws Exception {
        for (var reply : List.of(post(batch), get("?queries=" + encoded(batch)))) {
            assertEquals(400, reply.statusCode(), reply.body());
            String message = (String) ReconcileStructure.object(Json.read(reply.body())).get("message");
            assertTrue(message.contains(word), message);
        }
    }

    /** As tables of people have them: blank, a number, nothing, a whole article. */
    @Test
    void aCellThatIsNoNameHoldsUpNoOther() throws Exception {
        var reply = post("""
                {"q0": {"query": ""}, "q1": {"query": "苏州市"}, "q2": {"query": " "}, "q3": {}, "q4": {"query": null},
                 "q5": {"query": 320500}, "q6": {"query": "%s"},
                 "q7": {"query": "苏州市", "properties": [{"pid": "containedInPlace", "v": null}]},
                 "q8": {"query": "苏州市", "properties": [{"pid": "containedInPlace", "v": "%s"}]}}"""
                .formatted("苏".repeat(201), "江".repeat(201)));
        assertEquals(200, reply.statusCode(), reply.body());
        Object json = Json.read(reply.body());
        ReconcileStructure.results(json, Set.of("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"));
        for (String empty : List.of("q0", "q2", "q3", "q4", "q6", "q8")) {
            assertEquals(List.of(), candidates(json, empty), empty);
        }
        for (String found : List.of("q1", "q5", "q7")) {
            assertFirst(json, found, "region/320500", true);
        }
    }

    @Test
    void theSizesOfBatchesAndNamesAreLimited() throws Exception {
        assertEquals(200, post(batch(100, "苏州市")).statusCode());
        var many = post(batch(101, "苏州市"));
        assertEquals(413, many.statusCode());
        assertTrue(many.body().contains("101 queries; send at most 100"), many.body());
        assertEquals(200, post(batch(1, "苏".repeat(200))).statusCode());
        assertEquals(413, postAsked("queries=" + encoded(batch(100, "苏".repeat(3000)))));
    }

    private static String batch(int queries, String name) {
        var batch = new LinkedHashMap<String, Object>();
        IntStream.range(0, queries).forEach(i -> batch.put("q" + i, Map.of("query", name)));
        return Json.line(batch);
    }

    @Test
    void whatIsNotOfferedIsSaid() throws Exception {
        assertTrue(get("?callback=f").body().contains("JSONP is not offered"));
        assertEquals(400, get("?callback=f&queries=" + encoded("{}")).statusCode());
        assertEquals(400, get("?query=x").statusCode());
        assertEquals(404, get("/extend").statusCode());
        assertEquals(415, send(HttpRequest.newBuilder(endpoint.reconcile()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))).statusCode());
        assertEquals(405, send(HttpRequest.newBuilder(URI.create(endpoint.reconcile() + "/suggest/type"))
                .POST(BodyPublishers.ofString("x"))).statusCode());
        assertEquals(400, form("a=b").statusCode());
        assertEquals(400, form("queries=%zz").statusCode());
        assertEquals("{}", get("?queries=%7B%7D").body().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?queries=nonsense", "/preview?id=x", "/suggest/entity?prefix=x", "/view?id=x" })
    void everyReplyCarriesTheSafeHeaders(String path) throws Exception {
        var reply = get(path);
        assertEquals("nosniff", reply.headers().firstValue("X-Content-Type-Options").orElse(""), path);
        assertTrue(reply.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        assertTrue(reply.headers().firstValue("Server").isEmpty());
    }

    @Test
    void nothingTwiceAmongTheSuggestionsOfAllPages() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int cursor = 0;; cursor += 20) {
            List<String> page = ids(Json.read(get("/suggest/entity?prefix=" + encoded("南") + "&cursor=" + cursor)
                    .body()));
            page.forEach(id -> assertTrue(seen.add(id), id));
            if (page.isEmpty()) {
                break;
            }
        }
        assertTrue(seen.size() > 100, seen.stream().collect(Collectors.joining(" ")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(endpoint.reconcile() + path)).GET());
    }

    private HttpResponse<String> post(String batch) throws IOException, InterruptedException {
        return form("queries=" + encoded(batch));
    }

    private HttpResponse<String> form(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint.reconcile())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
    }

    private int postAsked(String body) throws IOException, InterruptedException {
        try (var alone = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return alone.send(HttpRequest.newBuilder(endpoint.reconcile())
                    .header("Content-Type", "application/x-www-form-urlencoded").expectContinue(true)
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).statusCode();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is loaded into the running server is found, and what was taken out no longer. */
    @Test
    void namesFollowTheStore() throws Exception {
        String key = "00000000000000ee";
        String id = "org/00aa11bb22cc33ee";
        assertEquals(404, get("/view?id=" + id).statusCode());
        store.put(List.of(new ArticleGraph(key, Fixture.IRIS, Fixture.graph("""
                <id/%s> a schema:Organization ; schema:name "澜溪重型机床有限公司"@zh-Hans .
                """.formatted(id)), Fixture.graph(""))));
        assertBecomes(id, Set.of(id));
        Retraction.retract(store, key, "wrong");
        assertBecomes(id, Set.of());
    }

    /** The names are read in the background. */
    private void assertBecomes(String id, Set<String> expected) throws Exception {
        Set<String> found = Set.of();
        for (int time = 0; time < 100; time++) {
            found = candidates(Json.read(post("{\"q\":{\"query\":\"澜溪重型机床有限公司\"}}").body()), "q").stream()
                    .map(one -> ReconcileStructure.object(one).get("id").toString()).filter(id::equals)
                    .collect(Collectors.toSet());
            if (found.equals(expected)) {
                return;
            }
            Thread.sleep(100);
        }
        assertEquals(expected, found);
    }
}
