package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint says of itself, over HTTP. */
class CatalogTest {
    private static final Node TRIPLES = NodeFactory.createURI("http://rdfs.org/ns/void#triples");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeEach
    void start(@TempDir Path temp) {
        store = Fixture.store(temp.resolve("db"));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        store.close();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(endpoint.address() + path)).build(),
                BodyHandlers.ofByteArray());
    }

    private Graph description(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);
        assertEquals(200, response.statusCode());
        assertEquals("text/turtle; charset=utf-8", response.headers().firstValue("content-type").orElse("").toLowerCase(
                java.util.Locale.ROOT));
        return RDFParser.fromString(new String(response.body(), StandardCharsets.UTF_8), Lang.TURTLE).toGraph();
    }

    private long counted(Graph description) {
        return ((Number) description.find(Fixture.IRIS.dataset(), TRIPLES, Node.ANY).next().getObject()
                .getLiteralValue()).longValue();
    }

    private long stored() {
        return store.read(dataset -> {
            var count = new long[1];
            dataset.find().forEachRemaining(quad -> count[0]++);
            return count[0];
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { ".well-known/void", "catalog.ttl", "dataset", "dataset/facts" })
    void theDescriptionIsServedAndCountsWhatIsThere(String path) throws Exception {
        assertEquals(stored(), counted(description(path)));
    }

    /** A count from before a batch would be a wrong number. */
    @Test
    void theCountsFollowTheStore() throws Exception {
        long before = counted(description("catalog.ttl"));
        store.put(List.of(Fixture.article("00000000000000cc", "又一个签约会", 3)));
        long after = counted(description("catalog.ttl"));
        assertTrue(after > before);
        assertEquals(stored(), after);
    }

    @Test
    void theContextIsServed() throws Exception {
        HttpResponse<byte[]> response = get("context.jsonld");
        assertEquals(200, response.statusCode());
        assertArrayEquals(JsonLdContext.file(Fixture.IRIS), response.body());
        assertTrue(((java.util.Map<?, ?>) Json.read(new String(response.body(), StandardCharsets.UTF_8)))
                .containsKey("@context"));
    }

    /** A term says what its values are; a value that is something else is spelled out and comes back the same. */
    @Test
    void termsAreTypedAndEveryValueComesBack() throws Exception {
        var context = (java.util.Map<?, ?>) ((java.util.Map<?, ?>) Json
                .read(new String(JsonLdContext.file(Fixture.IRIS), StandardCharsets.UTF_8))).get("@context");
        assertEquals(java.util.Map.of("@id", "jw:evidence", "@type", "@id"), context.get("jw:evidence"));
        assertEquals(java.util.Map.of("@id", "jw:confidence", "@type", "xsd:decimal"), context.get("jw:confidence"));
        assertEquals(java.util.Map.of("@id", "rdfs:label", "@container", "@language"), context.get("rdfs:label"));
        org.apache.jena.graph.Graph graph = Fixture
                .graph("""
                        <id/x> a jw:Signing , schema:Event ; jw:evidence <id/span> , "no span" ; jw:confidence 0.90 , 1 , "high" ;
                            <http://www.w3.org/2000/01/rdf-schema#label> "苏州"@zh-Hans , "蘇州"@zh-Hant , "Suzhou"@en , "Soochow"@en .
                        <id/y> <http://www.w3.org/2000/01/rdf-schema#label> "Suzhou"@en , "plain" ; jw:evidence "https://a.example/" ;
                            jw:confidence <id/x> ; jw:trigger "签约" , "signed"@en , <id/x> .
                        <id/z> <http://www.w3.org/2000/01/rdf-schema#label> "plain" ; jw:evidence <id/span> .
                        """);
        String json = new String(AnswerFormat.JSONLD.write(new Answer.Statements(graph.stream()
                .sorted(Exporter.TRIPLES).toList()), Fixture.IRIS), StandardCharsets.UTF_8);
        assertTrue(RDFParser.fromString(json, Lang.JSONLD).toGraph().isIsomorphicWith(graph), json);
        assertTrue(
                json.contains("\"rdfs:label\":{\"en\":[\"Soochow\",\"Suzhou\"],\"zh-Hans\":\"苏州\",\"zh-Hant\":\"蘇州\"}"),
                json);
        assertTrue(json.contains("\"jw:evidence\":\"" + Fixture.IRIS.base() + "id/span\""), json);
    }

    /** Text that looks like a formula is text. */
    @Test
    void anAnswerIsAWorkbook() throws Exception {
        String query = "PREFIX schema: <https://schema.org/> PREFIX jw: <https://w3id.org/jingwei/ns#> "
                + "SELECT DISTINCT ?name ?n { ?s schema:name ?name OPTIONAL { ?s jw:projectCount ?n } } ORDER BY ?name";
        HttpResponse<byte[]> response = get("sparql?format=xlsx&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode());
        assertEquals("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                response.headers().firstValue("content-type").orElse(""));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals("name", rows.get(0).getCell(0).asString());
            assertEquals("n", rows.get(0).getCell(1).asString());
            List<String> names = rows.stream().skip(1).map(row -> row.getCell(0).asString()).sorted().toList();
            assertEquals(List.of("<script>alert(1)</script>", "=HYPERLINK(1)", "石湖新区签约会", "苏州市"), names);
            Row signing = rows.stream().filter(row -> row.getCell(0).asString().equals("石湖新区签约会")).findFirst()
                    .orElseThrow();
            assertEquals(12, signing.getCell(1).asNumber().intValueExact());
        }
    }
}
