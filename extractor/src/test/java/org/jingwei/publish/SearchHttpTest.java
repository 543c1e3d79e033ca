package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search as a client over HTTP has it: in SPARQL, as questions of the API, as suggestions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchHttpTest {
    private static final String TEXT = "PREFIX text: <http://jena.apache.org/text#> PREFIX oa: <http://www.w3.org/ns/oa#> "
            + "PREFIX schema: <https://schema.org/> ";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        store.put(List.of(article("00000000000000aa", "石湖新区签约会", "甲企业签约12个项目"),
                article("00000000000000bb", "石湖新区论坛", "论坛发布120个项目")));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .withTimeout(Duration.ofSeconds(20)));
    }

    private static ArticleGraph article(String key, String event, String sentence) {
        return new ArticleGraph(key, Fixture.IRIS, Fixture.graph("""
                <doc/%1$s/article> a jw:SourceDocument ; schema:identifier "article-%1$s" ;
                    schema:datePublished "2024-03-12" ; jw:rawText <doc/%1$s/raw> .
                <doc/%1$s/event/e1> a jw:Signing ; jw:eventType <code/eventType/SIGNING> ; schema:name "%2$s"@zh-Hans ;
                    schema:location <id/region/320500> .
                <doc/%1$s/person/林一舟> a schema:Person ; schema:name "林一舟"@zh-Hans .
                <id/region/320500> a jw:AdministrativeDivision ; schema:name "苏州市"@zh-Hans ;
                    schema:alternateName "苏州"@zh-Hans .
                """.formatted(key, event)), Fixture.graph("""
                <doc/%1$s/event/e1> jw:evidence <doc/%1$s/span/3-20> .
                <doc/%1$s/span/3-20> oa:hasSource <doc/%1$s/raw> ; oa:start 3 ; oa:end 20 ; oa:exact "%2$s" .
                """.formatted(key, sentence)));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(endpoint.address().resolve(path)).GET().build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        return get("/sparql?format=csv&query=" + encoded(TEXT + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void assertRows(String expected, String query) throws Exception {
        HttpResponse<String> reply = ask(query);
        assertEquals(200, reply.statusCode(), reply.body());
        assertEquals(expected, String.join(" | ", reply.body().strip().split("\r\n")), query);
    }

    @Test
    void namesAndSentencesAreFoundInSparql() throws Exception {
        assertRows("n,score | 苏州,1 | 苏州市,0.667",
                "SELECT ?n ?score { (?s ?score ?n) text:query '苏州' } ORDER BY DESC(?score)");
        assertRows("n", "SELECT ?n { (?s ?score ?n) text:query '无此名' }");
        assertRows("n | 甲企业签约12个项目", "SELECT ?n { (?s ?score ?n) text:query (oa:exact '12个项目' 5) }");
        assertRows("n | 苏州市", "SELECT ?n { (?s ?score ?n) text:query (schema:name '苏州' 5) }");
        assertRows("n | 苏州", "SELECT ?n { (?s ?score ?n) text:query ('苏' 1) }");
        assertRows("n,p | 苏州,https://schema.org/alternateName",
                "SELECT ?n ?p { (?s ?score ?n ?p) text:query ('苏' 1) }");
    }

    @Test
    void aSearchJoinsWithTheRestOfAQuery() throws Exception {
        assertRows("name | 石湖新区签约会 | 石湖新区论坛", "SELECT ?name { ?region text:query ('苏州' 1) . "
                + "?event schema:location ?region ; schema:name ?name } ORDER BY ?name");
        // The thing is known before the search, as a variable or by its IRI.
        assertRows("n | 苏州市", "SELECT ?n { ?region schema:alternateName '苏州'@zh-Hans . "
                + "(?region ?score ?n) text:query (schema:name '苏') }");
        assertRows("n | 苏州 | 苏州市", "SELECT ?n { (<https://w3id.org/jingwei/id/region/320500> ?score ?n) "
                + "text:query '苏' } ORDER BY ?n");
        assertRows("n", "SELECT ?n { (<https://w3id.org/jingwei/id/region/1> ?score ?n) text:query '苏' }");
    }

    @Test
    void onlyWhatTheGraphsAskedHaveIsFound() throws Exception {
        assertRows("n | 石湖新区论坛", "SELECT ?n { GRAPH <https://w3id.org/jingwei/doc/00000000000000bb> "
                + "{ (?s ?score ?n) text:query '石湖' } }");
        assertRows("g | https://w3id.org/jingwei/doc/00000000000000bb",
                "SELECT ?g { GRAPH ?g { (?s ?score ?n) text:query '新区论坛' } }");
        assertRows("n | 石湖新区签约会", "SELECT ?n FROM <https://w3id.org/jingwei/doc/00000000000000aa> "
                + "{ (?s ?score ?n) text:query '石湖' }");
    }

    @ParameterizedTest
    @ValueSource(strings = { "(?s ?score) text:query (oa:start '苏州')", "?s text:query (schema:name oa:exact '苏州')",
            "?s text:query ('苏州' 0)", "?s text:query ('苏州' 1001)", "?s text:query ('苏州' 'lang:zh')",
            "?s text:query ('苏州' 5 'highlight:s:e')", "?s text:query 5", "?s text:query (schema:name)",
            "?s text:query schema:name", "(?a ?b ?c ?d ?e ?f) text:query '苏州'" })
    void whatCannotBeMeantIsAnError(String pattern) throws Exception {
        HttpResponse<String> reply = ask("SELECT * { " + pattern + " }");
        assertEquals(400, reply.statusCode(), reply.body());
        assertTrue(reply.body().contains("text:query: "), reply.body());
    }

    @Test
    void tooManyCharactersAreAnError() throws Exception {
        HttpResponse<String> reply = ask("SELECT * { ?s text:query '" + "苏".repeat(201) + "' }");
        assertEquals(400, reply.statusCode(), reply.body());
        assertTrue(reply.body().contains("at most 200 characters"), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "*州", "苏*", "?", "苏州~0.1", "/苏.*/", "[* TO *]", "\\", "a\"b", "text:苏州", "AND",
            "(((((" })
    void wordsHaveNoSyntax(String words) throws Exception {
        HttpResponse<String> reply = ask(
                "SELECT (COUNT(*) AS ?n) { ?s text:query \"\"\"" + words.replace("\\", "\\\\") + "\"\"\" }");
        assertEquals(200, reply.statusCode(), reply.body());
        HttpResponse<String> api = get("/api/search/names?words=" + encoded(words));
        assertEquals(200, api.statusCode(), api.body());
        HttpResponse<String> suggest = get("/suggest?prefix=" + encoded(words));
        assertEquals(200, suggest.statusCode(), suggest.body());
    }

    @Test
    void noOtherPropertyFunctionIsThere() throws Exception {
        assertRows("x", "SELECT ?x { ?x <java:org.apache.jena.sparql.pfunction.library.version> ?v }");
        assertRows("x", "SELECT ?x { ?x <http://jena.apache.org/ARQ/property#splitIRI> ('a' 'b') }");
        assertRows("x", "SELECT ?x { ('a') <http://jena.apache.org/ARQ/property#concat> (?x) }");
    }

    @Test
    void theApiSearches() throws Exception {
        var names = (List<?>) Json.read(get("/api/search/names?words=" + encoded("蘇州")).body());
        assertEquals(1, names.size());
        var region = (Map<?, ?>) names.getFirst();
        assertEquals("苏州市", region.get("name"));
        assertEquals("苏州", region.get("matched"));
        assertEquals("region", region.get("kind"));
        assertEquals(java.math.BigDecimal.valueOf(1.0), new java.math.BigDecimal(region.get("score").toString())
                .setScale(1));
        var events = (List<?>) Json.read(get("/api/search/names?kind=event&words=" + encoded("石湖 论坛")).body());
        assertEquals(List.of("石湖新区论坛"), events.stream().map(e -> ((Map<?, ?>) e).get("name")).toList());
        var sentences = (List<?>) Json.read(get("/api/search/sentences?words=" + encoded("12个项目")).body());
        assertEquals(1, sentences.size());
        var sentence = (Map<?, ?>) sentences.getFirst();
        assertEquals("甲企业签约12个项目", sentence.get("sentence"));
        assertEquals("https://w3id.org/jingwei/doc/00000000000000aa/event/e1", sentence.get("fact"));
        assertEquals("石湖新区签约会", sentence.get("states"));
        assertEquals(400, get("/api/search/names").statusCode());
        HttpResponse<String> long_ = get("/api/search/names?words=" + encoded("苏".repeat(201)));
        assertEquals(400, long_.statusCode(), long_.body());
    }

    private List<String> suggested(String query) throws Exception {
        HttpResponse<String> reply = get("/suggest?" + query);
        assertEquals(200, reply.statusCode(), reply.body());
        assertEquals("application/json;charset=utf-8", reply.headers().firstValue("Content-Type").orElse("")
                .replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        return ((List<?>) ((Map<?, ?>) Json.read(reply.body())).get("suggestions")).stream().map(one -> {
            var map = (Map<?, ?>) one;
            return map.get("name") + " " + map.get("kind") + " " + map.get("region");
        }).toList();
    }

    @Test
    void oneKindIsFoundAmongManyNamesOfAnother(@TempDir Path temp) throws Exception {
        var people = new StringBuilder(
                "<id/region/320500> a jw:AdministrativeDivision ; schema:name \"石湖风景名胜区\"@zh-Hans .\n");
        for (int n = 0; n < 1100; n++) {
            people.append("<id/person/p%1$d> a schema:Person ; schema:name \"石湖%1$d\"@zh-Hans .\n".formatted(n));
        }
        var few = people.substring(0, people.indexOf("<id/person/p600>"));
        for (boolean more : List.of(false, true)) {
            try (var many = KnowledgeStore.open(temp.resolve("db" + more))) {
                many.put(List.of(new ArticleGraph("00000000000000cc", Fixture.IRIS,
                        Fixture.graph(more ? people.toString() : few), Fixture.graph(""))));
                many.search();
                try (var open = Endpoint.start(many, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
                    String body = client.send(HttpRequest.newBuilder(open.address()
                            .resolve("/suggest?kind=region&prefix=" + encoded("石湖"))).build(), BodyHandlers.ofString())
                            .body();
                    assertEquals(!more, body.contains("石湖风景名胜区"), body);
                    assertEquals(more, body.contains("\"more\":true"), body);
                }
            }
        }
    }

    @Test
    void namesAreSuggestedWhileOneTypes() throws Exception {
        assertEquals(List.of("苏州市 region null"), suggested("prefix=" + encoded("苏")));
        assertEquals(List.of("石湖新区论坛 event 苏州市", "石湖新区签约会 event 苏州市"), suggested("prefix=" + encoded("石湖")));
        assertEquals(List.of("石湖新区论坛 event 苏州市"), suggested("limit=1&prefix=" + encoded("新区")));
        assertEquals(List.of("林一舟 person null"), suggested("prefix=" + encoded("林")), "one of two articles");
        assertEquals(List.of(), suggested("kind=region&prefix=" + encoded("林")));
        assertEquals(List.of(), suggested("prefix="));
        for (String wrong : List.of("", "prefix=a&kind=star", "prefix=a&limit=0", "prefix=a&limit=51",
                "prefix=" + encoded("苏".repeat(201)))) {
            HttpResponse<String> reply = get("/suggest?" + wrong);
            assertEquals(400, reply.statusCode(), wrong);
            assertTrue(reply.headers().firstValue("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE), wrong);
        }
    }

    @Test
    void whatIsStoredMeanwhileIsFound() throws Exception {
        String key = "00000000000000cc";
        assertFalse(suggested("prefix=" + encoded("青岗")).stream().anyMatch(s -> s.contains("青岗")));
        store.put(List.of(article(key, "青岗论坛", "青岗论坛举行")));
        assertEquals(List.of("青岗论坛 event 苏州市"), suggested("prefix=" + encoded("青岗")));
        store.put(List.of(article(key, "别的论坛", "别的论坛举行")));
        assertEquals(List.of(), suggested("prefix=" + encoded("青岗")));
        assertRows("n | 别的论坛举行", "SELECT ?n { (?s ?score ?n) text:query (oa:exact '论坛举行') }");
        store.put(List.of(new ArticleGraph(key, Fixture.IRIS, Fixture.graph(""), Fixture.graph(""))));
        assertRows("n", "SELECT ?n { (?s ?score ?n) text:query (oa:exact '论坛举行') }");
    }
}
