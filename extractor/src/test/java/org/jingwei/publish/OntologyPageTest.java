package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ontology as a page and as data: the document by itself, then as the endpoint serves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OntologyPageTest {
    private static final Iris IRIS = Iris.standard();
    private static final Graph VOCABULARY = ReferenceGraphs.vocabulary(IRIS);

    private final OntologyDocument document = new OntologyDocument(IRIS);
    private final Document page = Jsoup.parse(new String(document.as(AnswerFormat.HTML), StandardCharsets.UTF_8));
    private final HttpClient client = HttpClient.newHttpClient();
    private KnowledgeStore store;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        store.loadReference(VOCABULARY, GraphFactory.createDefaultGraph());
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    @Test
    void everyTermHasItsPlaceWithItsWordsAndExample() {
        List<String> missing = new ArrayList<>();
        for (Node term : terms()) {
            String name = term.getURI().substring(IRIS.namespace().length());
            Element heading = page.getElementById(name);
            if (heading == null || !heading.tagName().equals("h3")) {
                missing.add(name);
                continue;
            }
            String entry = entry(heading);
            for (Node words : List.of(RDFS.label.asNode(), SKOS.definition.asNode(), SKOS.example.asNode())) {
                VOCABULARY.stream(term, words, Node.ANY).map(t -> t.getObject())
                        .filter(text -> !text.getLiteralLanguage().equals("zh-Hant")).map(Node::getLiteralLexicalForm)
                        .filter(text -> !entry.contains(text)).forEach(text -> missing.add(name + ": " + text));
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void chineseAndEnglishStandSideBySide() {
        for (Element two : page.select(".two")) {
            assertEquals(List.of("zh-Hans", "en"), two.children().eachAttr("lang"), two::outerHtml);
            assertTrue(two.children().stream().allMatch(Element::hasText), two::outerHtml);
        }
        assertTrue(page.select(".two").size() > terms().size());
    }

    @Test
    void everyCodeHasARowOfItsList() {
        Set<String> missing = new TreeSet<>();
        VOCABULARY.stream(Node.ANY, SKOS.notation.asNode(), Node.ANY).map(Triple::getSubject).forEach(code -> {
            boolean shown = page.select("tr[id]").stream()
                    .anyMatch(row -> row.text().contains(label(code)) && row.id().endsWith(local(code)));
            if (!shown) {
                missing.add(code.getURI());
            }
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void classesStandBelowTheirSuperClasses() {
        Element tree = page.getElementById("tree").nextElementSibling();
        Element signing = tree.select("a[href=#Signing]").getFirst();
        List<String> above = signing.parents().stream().filter(e -> e.tagName().equals("li"))
                .map(e -> e.selectFirst("a").text()).toList();
        assertEquals(List.of("jw:Signing", "jw:EconomicEvent", "schema:Event", "schema:Thing"), above);
    }

    @Test
    void propertiesSayWhereTheyAreUsedAndWhatTheyTake() {
        String phase = entry(page.getElementById("phase"));
        assertTrue(phase.contains("jw:InvestmentProject"), phase);
        assertTrue(phase.contains("skos:Concept"), phase);
        assertTrue(phase.contains("adms:status"), phase);
        assertTrue(entry(page.getElementById("bound")).contains("dimension of the cubes"));
    }

    @Test
    void linksOnThePageLeadSomewhereAndNamesAreGivenOnce() {
        List<String> ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.size(), new HashSet<>(ids).size());
        Set<String> known = new HashSet<>(ids);
        Set<String> dead = page.select("a[href^=#]").eachAttr("href").stream().map(href -> href.substring(1))
                .filter(id -> !known.contains(id)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), dead);
    }

    @Test
    void nothingOnThePageRunsOrIsFetched() {
        assertEquals(0, page.select("script, img, link, iframe, object, embed, form").size());
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), element::outerHtml));
        }
        page.select("a").eachAttr("href").forEach(href -> assertTrue(href.matches("(#|https?://).*"), href));
    }

    @Test
    void theBytesAreTheSameEachTimeAndMoveWithTheBase() {
        for (AnswerFormat format : OntologyDocument.FORMATS) {
            assertArrayEquals(document.as(format), new OntologyDocument(IRIS).as(format));
            String moved = new String(new OntologyDocument(Iris.below("http://localhost:3330/")).as(format),
                    StandardCharsets.UTF_8);
            assertFalse(moved.contains(Iris.DEFAULT_BASE), format::name);
        }
        assertThrows(IllegalArgumentException.class, () -> document.as(AnswerFormat.CSV));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html,application/xhtml+xml,*/*;q=0.8 | text/html
            text/turtle                               | text/turtle
            application/ld+json                       | application/ld+json
            text/turtle;q=0.5,application/ld+json     | application/ld+json
            */*                                       | text/turtle
            application/rdf+xml                       | text/turtle
            """)
    void theEndpointServesWhatIsAskedFor(String accept, String type) throws Exception {
        for (String path : List.of("ontology", "ns", "ns/0.2.0")) {
            HttpResponse<byte[]> reply = get(path, accept);
            assertEquals(200, reply.statusCode());
            assertEquals(type + ";charset=utf-8", type(reply));
            assertTrue(reply.headers().allValues("Vary").contains("Accept"), reply.headers()::toString);
            assertTrue(reply.headers().firstValue("Content-Security-Policy").orElseThrow()
                    .startsWith("default-src 'none'"));
            assertEquals("nosniff", reply.headers().firstValue("X-Content-Type-Options").orElseThrow());
            switch (type) {
                case "text/html" -> assertArrayEquals(document.as(AnswerFormat.HTML), reply.body());
                case "text/turtle" -> assertTrue(parse(reply.body(), Lang.TURTLE).isIsomorphicWith(VOCABULARY));
                default -> assertTrue(parse(reply.body(), Lang.JSONLD).isIsomorphicWith(VOCABULARY));
            }
        }
        assertEquals("application/ld+json;charset=utf-8", type(get("ontology?format=jsonld", accept)));
    }

    @Test
    void pagesOfThingsLinkTheirTermsToThePage() throws Exception {
        String thing = new String(get("page/cube/regional-structure-bound", "text/html").body(),
                StandardCharsets.UTF_8);
        assertTrue(thing.contains("href=\"/ns#bound\""), thing);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ns/0.0.1", "ns/", "ns/Signing", "ns/%3Cscript%3E" })
    void otherVersionsAreNotPretended(String path) throws Exception {
        HttpResponse<byte[]> reply = get(path, "text/html");
        assertEquals(404, reply.statusCode());
        assertFalse(new String(reply.body(), StandardCharsets.UTF_8).contains("<script"));
    }

    private static String type(HttpResponse<?> reply) {
        return reply.headers().firstValue("Content-Type").orElseThrow().replace(" ", "");
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        URI uri = URI.create(endpoint.address() + path);
        return client.send(HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofByteArray());
    }

    private static Graph parse(byte[] body, Lang lang) {
        return RDFParser.source(new ByteArrayInputStream(body)).lang(lang).toGraph();
    }

    /** All text behind a heading, up to the next one. */
    private static String entry(Element heading) {
        var text = new StringBuilder();
        for (Element at = heading; at != null && (at == heading || !at.tagName().matches("h[23]")); at = at
                .nextElementSibling()) {
            text.append(at.wholeText()).append('\n');
        }
        return text.toString();
    }

    private static Set<Node> terms() {
        return VOCABULARY.stream(Node.ANY, RDF.type.asNode(), Node.ANY).map(Triple::getSubject)
                .filter(node -> node.getURI().startsWith(IRIS.namespace())).collect(Collectors.toSet());
    }

    private static String label(Node code) {
        return VOCABULARY.stream(code, SKOS.prefLabel.asNode(), Node.ANY).map(Triple::getObject)
                .filter(label -> label.getLiteralLanguage().equals("en")).findFirst()
                .orElse(NodeFactory.createLiteralString("?")).getLiteralLexicalForm();
    }

    private static String local(Node node) {
        return node.getURI().replaceFirst(".*[/#]", "");
    }
}
