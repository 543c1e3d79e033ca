package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.StatedArticle;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API as a client over HTTP sees it, on the invented articles of the expected rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final Path ARTICLES = Path.of("src/test/resources/queries/articles");
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private final QueryLibrary library = QueryLibrary.load();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) throws IOException, Json.Malformed {
        PreparedStore.ready(temp.resolve("db"));
        store = KnowledgeStore.open(temp.resolve("db"));
        var articles = new ArrayList<ArticleGraph>();
        try (Stream<Path> files = Files.list(ARTICLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                articles.add(StatedArticle.graph(file.getFileName().toString().replace(".json", ""),
                        Files.readString(file)));
            }
        }
        store.put(articles);
        endpoint = Endpoint.start(store, library, EndpointSettings.defaults().withPort(0)
                .withTimeout(Duration.ofSeconds(20)).withLimits(new Answer.Limits(20, 1 << 20)));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    @Test
    void rowsComeAsAPlainArrayWithValuesOfTheirTypes() throws Exception {
        var reply = get("projects/largest?region=" + encoded("苏州") + "&atLeast=610000000", Map.of());
        assertEquals(200, reply.statusCode());
        assertEquals("application/json; charset=utf-8", type(reply));
        var rows = (List<?>) Json.read(reply.body());
        assertEquals(2, rows.size());
        var first = (Map<?, ?>) rows.getFirst();
        assertEquals("德国海默轴承项目", first.get("project"));
        assertEquals(java.math.BigInteger.valueOf(1_000_000_000), first.get("value"));
        assertEquals("signed", first.get("phase"));
        assertFalse(((Map<?, ?>) rows.get(1)).containsKey("unknown"));
        // An article found by none of its own names is no row at all, not an error.
        assertEquals("[ ]", get("projects/largest?region=" + encoded("拉萨"), Map.of()).body().strip());
    }

    /** 20 rows are the most: the 21st, that tells of more, is not one of them. */
    @Test
    void asManyRowsAsThereMayBeCanBeAskedFor() throws Exception {
        var paged = get("review/inferred?limit=20", Map.of());
        assertEquals(200, paged.statusCode(), paged.body());
        assertEquals(20, ((List<?>) Json.read(paged.body())).size());
        assertTrue(paged.headers().firstValue("Link").orElse("").contains("offset=20"), paged.headers().toString());
        assertEquals(422, get("review/inferred?limit=21", Map.of()).statusCode());
    }

    @Test
    void anAnswerIsAWorkbookOrTheGraphOfWhatItNames() throws Exception {
        var workbook = get("events/timeline?format=xlsx&lang=zh", Map.of());
        assertEquals(XlsxTable.MEDIA_TYPE, type(workbook));
        assertTrue(workbook.headers().firstValue("Content-Disposition").orElse("").contains("events-timeline.xlsx"));
        var graph = get("events/timeline?format=ttl&limit=1", Map.of());
        assertEquals("text/turtle; charset=utf-8", type(graph));
        assertTrue(graph.body().contains("jw:eventType"), graph.body());
        assertEquals(406, get("indicators/coverage?format=ttl", Map.of()).statusCode());
    }

    /** What the editor shows is the question that was asked: it gives the same rows. */
    @Test
    void aQuestionWithItsValuesIsAQueryThatAnybodyCanAsk() throws Exception {
        for (String question : List.of("indicators/growth?region=" + encoded("宜昌") + "&lang=zh",
                "projects/list?region=420500&lang=en", "events/timeline?from=2023&lang=zh",
                "projects/investment?by=year&lang=zh", "search/names?words=" + encoded("宜昌") + "&lang=zh")) {
            var text = get(question + "&format=rq", Map.of());
            assertEquals("application/sparql-query; charset=utf-8", type(text));
            assertFalse(text.body().contains("#+"), text.body());
            var asked = client.send(HttpRequest.newBuilder(endpoint.sparql()).header("Accept", "text/csv")
                    .header("Content-Type", "application/sparql-query")
                    .POST(HttpRequest.BodyPublishers.ofString(text.body()))
                    .build(), BodyHandlers.ofString());
            assertEquals(200, asked.statusCode(), question + asked.body());
            long rows = ((List<?>) Json.read(get(question, Map.of()).body())).size();
            assertTrue(rows > 0, question);
            assertEquals(rows, asked.body().lines().count() - 1, question + asked.body());
        }
    }

    @Test
    void aValueIsNeverPartOfTheQuery() throws Exception {
        String value = encoded("x\" ?_period } DROP ALL # ?_lang");
        var text = get("indicators/figures?indicator=" + value + "&period=2021&format=rq", Map.of());
        assertTrue(text.body().contains("x\\\" ?_period } DROP ALL # ?_lang"), text.body());
        QueryFactory.create(text.body());
    }

    @Test
    void sparqlResultsKeepTermsAndLanguages() throws Exception {
        var reply = get("projects/list?region=" + encoded("宜昌"), Map.of("Accept", "application/sparql-results+json"));
        assertEquals("application/sparql-results+json; charset=utf-8", type(reply));
        var results = (Map<?, ?>) ((Map<?, ?>) Json.read(reply.body())).get("results");
        var row = (Map<?, ?>) ((List<?>) results.get("bindings")).getFirst();
        assertEquals("zh-Hans", ((Map<?, ?>) row.get("project")).get("xml:lang"));
    }

    @Test
    void csvHasTheHeadingsOfTheLanguageAskedFor() throws Exception {
        String path = "projects/by-phase?format=csv";
        assertEquals("phase,projects,withInvestment,parts\r\nsigned,2,2,0\r\noperating,1,0,0\r\nstarted,1,1,0\r\n",
                get(path, Map.of()).body());
        assertEquals(
                "phase,projects,with investment,parts counted as their project\r\nsigned,2,2,0\r\noperating,1,0,0\r\nstarted,1,1,0\r\n",
                get(path + "&lang=en", Map.of("Accept-Language", "zh-CN")).body());
        var chinese = get(path, Map.of("Accept-Language", "fr;q=0.9, zh-CN, en;q=0.8"));
        assertEquals("阶段,项目数,有总投资的项目数,并入所属项目的分期数", chinese.body().lines().findFirst().orElseThrow());
        assertTrue(chinese.body().contains("已签约,2,2,0"), chinese.body());
        assertEquals("zh-Hans", chinese.headers().firstValue("Content-Language").orElse(""));
        assertEquals("Accept, Accept-Language", chinese.headers().firstValue("Vary").orElse(""));
        // A header that nobody can read asks for nothing.
        assertEquals(get(path, Map.of()).body(), get(path, Map.of("Accept-Language", ";;q=x")).body());
    }

    @Test
    void partsFollowEachOtherUntilTheEnd() throws Exception {
        String all = get("amounts/list?format=csv", Map.of()).body();
        var parts = new StringBuilder();
        String next = "/api/amounts/list?format=csv&limit=4&role=";
        int requests = 0;
        while (next != null && requests++ < 5) {
            var reply = send(HttpRequest.newBuilder(endpoint.address().resolve(next)));
            parts.append(parts.isEmpty() ? reply.body() : reply.body().replaceFirst("^[^\n]*\n", ""));
            next = reply.headers().firstValue("Link").map(l -> l.replaceAll("^<|>.*$", "")).orElse(null);
        }
        assertEquals(2, requests);
        assertEquals(all, parts.toString());
        assertEquals("[ ]", get("amounts/list?limit=0", Map.of()).body().strip());
    }

    @Test
    void whatCannotBeAnsweredIsAProblemDocument() throws Exception {
        problem("amounts/list?region=x", 400, "no parameter \"region\"", "role");
        problem("amounts/list?role=GIFT", 400, "role", "TOTAL_INVESTMENT");
        problem("amounts/list?atLeast=viel", 400, "atLeast", "decimal");
        problem("amounts/list?role=PRICE&role=OTHER", 400, "2 times", "once");
        problem("amounts/list?limit=-1", 400, "limit", "whole number");
        problem("amounts/list?format=docx", 400, "docx", "csv");
        problem("amounts/list?lang=de", 400, "de", "zh");
        problem("places/profile", 400, "needs the parameter region", "Give it");
        problem("places/profile?region=", 400, "needs the parameter region", "Give it");
        problem("projects/list?region=" + encoded("不存在的县"), 400, "knows no place", "320500");
        problem("projects/list?region=" + encoded("鼓楼区"), 400, "names 4 places", "320106 鼓楼区 (南京市)");
        problem("coverage/articles?from=2021-13", 400, "from", "2021-05");
        problem("coverage/articles?from=2024&to=2023", 400, "ends before it begins");
        problem("indicators/figures?region=320500&period=2019-99", 400, "no period", "2021-H1");
        problem("no/such", 404, "no query", "projects/largest");
        problem("amounts/list?role=%3Cscript%3E", 400, "role", "PRICE");
        var large = problem("review/inferred", 422, "20", "limit and offset");
        assertFalse(large.containsKey("rows"));
        var none = send(HttpRequest.newBuilder(api("amounts/list")).header("Accept", "image/png"));
        assertEquals(406, none.statusCode());
        assertTrue(none.body().contains("text/csv"), none.body());
        var post = send(HttpRequest.newBuilder(api("amounts/list"))
                .POST(HttpRequest.BodyPublishers.ofString("role=PRICE")));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void aValueStaysAValue() throws Exception {
        for (String attack : List.of("\" || true) } #", "} UNION { ?s ?p ?o", "\\\" || 1=1", "?name")) {
            assertEquals("[ ]", get("cooperation/network?name=" + encoded(attack), Map.of()).body().strip(), attack);
        }
    }

    @Test
    void everyQueryAnswersOverHttpAsOnTheCommandLine() throws Exception {
        for (LibraryQuery query : library.all()) {
            String path = query.name() + "?format=csv&limit=3" + query.parameters().stream()
                    .filter(QueryParameter::required)
                    .map(p -> "&" + p.name() + "=" + encoded(p.name().equals("region") ? "宜昌" : "长陵科技"))
                    .reduce("", String::concat)
                    + query.needsOne().stream().limit(1)
                            .map(name -> "&" + name + "=" + (name.equals("region") ? "420500" : "urn:x"))
                            .reduce("", String::concat);
            var reply = get(path, Map.of());
            assertEquals(200, reply.statusCode(), query.name() + reply.body());
            assertEquals(String.join(",", query.query().getResultVars()),
                    reply.body().lines().findFirst().orElseThrow(), query.name());
        }
    }

    @Test
    void theDescriptionIsOpenApiAndTellsOfEveryParameter() throws Exception {
        var reply = get("openapi.json", Map.of());
        assertEquals("application/json; charset=utf-8", type(reply));
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(reply.body(), null, options);
        assertEquals(List.of(), parsed.getMessages());
        OpenAPI api = parsed.getOpenAPI();
        assertEquals("3.1.0", api.getOpenapi());
        assertEquals(library.all().stream().map(q -> "/api/" + q.name()).toList(),
                List.copyOf(api.getPaths().keySet()));
        var operations = new HashSet<String>();
        for (LibraryQuery query : library.all()) {
            Operation operation = api.getPaths().get("/api/" + query.name()).getGet();
            assertTrue(operations.add(operation.getOperationId()), operation.getOperationId());
            assertTrue(operation.getDescription().contains(query.question().zh()), query.name());
            var byName = new java.util.HashMap<String, io.swagger.v3.oas.models.parameters.Parameter>();
            operation.getParameters().forEach(p -> byName.put(p.get$ref() == null
                    ? p.getName()
                    : api.getComponents().getParameters().get(p.get$ref().replaceFirst("^.*/", "")).getName(), p));
            assertEquals(query.parameters().size() + ApiRequest.RESERVED.size(), byName.size(), query.name());
            for (QueryParameter parameter : query.parameters()) {
                var told = byName.get(parameter.name());
                assertEquals(parameter.required(), told.getRequired(), query.name() + parameter.name());
                assertTrue(told.getDescription().contains(parameter.description().en())
                        && told.getDescription().contains(parameter.description().zh()), query.name());
                assertEquals(parameter.choices().isEmpty() ? null : parameter.choices(), told.getSchema().getEnum(),
                        query.name() + parameter.name());
                assertEquals(parameter.defaultValue().orElse(null),
                        told.getSchema().getDefault() == null ? null : told.getSchema().getDefault().toString(),
                        query.name() + parameter.name());
            }
            assertTrue(operation.getResponses().keySet().containsAll(List.of("200", "400", "406", "422", "503")),
                    query.name());
        }
    }

    @Test
    void thePageNeedsNoScript() throws Exception {
        var page = send(HttpRequest.newBuilder(endpoint.address().resolve("/api")));
        assertEquals(200, page.statusCode());
        assertEquals("text/html; charset=utf-8", type(page));
        assertFalse(page.body().contains("<script"), "a script");
        library.all().forEach(query -> {
            assertTrue(page.body().contains("action=\"/api/" + query.name() + "\""), query.name());
            assertTrue(page.body().contains(Html.text(query.question().zh())), query.name());
        });
        // A form sends what was left empty as empty.
        assertEquals(get("projects/by-phase", Map.of()).body(),
                get("projects/by-phase?region=&format=&lang=", Map.of()).body());
    }

    @Test
    void theQueriesAreRdfThatOthersCanHarvest() throws Exception {
        var reply = send(HttpRequest.newBuilder(endpoint.address().resolve("/.well-known/sparql-examples")));
        assertEquals("text/turtle; charset=utf-8", type(reply));
        Graph graph = RDFParser.fromString(reply.body(), Lang.TURTLE).strict(true).toGraph();
        assertFalse(graph.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()), "blank nodes");
        var executables = graph.stream(Node.ANY, RDF.type.asNode(), uri(SH + "SPARQLSelectExecutable")).toList();
        assertEquals(library.all().size(), executables.size());
        executables.forEach(triple -> {
            Node query = triple.getSubject();
            assertTrue(graph.contains(query, RDF.type.asNode(), uri(SH + "SPARQLExecutable")), query.toString());
            QueryFactory.create(one(graph, query, SH + "select").getLiteralLexicalForm());
            assertEquals(endpoint.sparql().toString(), one(graph, query, "https://schema.org/target").getURI());
            assertEquals(2, graph.stream(query, uri("http://www.w3.org/2000/01/rdf-schema#comment"), Node.ANY).count());
            assertTrue(graph.contains(query, uri("https://schema.org/keywords"), Node.ANY), query.toString());
            Node prefixes = one(graph, query, SH + "prefixes");
            assertTrue(graph.stream(prefixes, uri(SH + "declare"), Node.ANY).count() > 5);
        });
    }

    private static Node one(Graph graph, Node subject, String property) {
        List<Node> objects = graph.stream(subject, uri(property), Node.ANY).map(t -> t.getObject()).toList();
        assertEquals(1, objects.size(), subject + " " + property);
        return objects.getFirst();
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }

    private Map<?, ?> problem(String path, int status, String... words) throws Exception {
        var reply = get(path, Map.of());
        assertEquals(status, reply.statusCode(), path + reply.body());
        assertEquals("application/problem+json; charset=utf-8", type(reply), path);
        var problem = (Map<?, ?>) Json.read(reply.body());
        assertEquals(java.math.BigInteger.valueOf(status), problem.get("status"), path);
        assertEquals("about:blank", problem.get("type"), path);
        for (String word : words) {
            assertTrue(problem.toString().contains(word), path + " says nothing of " + word + ": " + problem);
        }
        return problem;
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(api(path));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI api(String path) {
        return endpoint.address().resolve("/api/" + path);
    }

    private static String type(HttpResponse<String> reply) {
        return reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";\\s*", "; ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
