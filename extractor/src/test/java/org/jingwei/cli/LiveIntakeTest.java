package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Access;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.LoadedPage;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.Json;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Retraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages into a running server, over HTTP. The articles are invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveIntakeTest {
    private static final String ARTICLE = "瑞禾新材料项目签约\n\n2021-05-12 来源：青川日报\n\n"
            + "5月12日，总投资20亿元的瑞禾新材料项目在苏州高新区签约。项目占地200亩，达产后年产值可达30亿元。";

    private final HttpClient client = HttpClient.newHttpClient();
    private KnowledgeStore store;
    private LiveIntake intake;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        intake = new LiveIntake(store);
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0)
                .with(Access.OPEN_LOAD), intake);
    }

    @AfterAll
    void stop() {
        endpoint.close();
        intake.close();
        store.close();
    }

    private HttpResponse<String> send(String query, String type, byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(endpoint.address().resolve("/load" + query)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> text(String article) throws Exception {
        return send("", "text/plain", article.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> page(HttpResponse<String> reply) throws Json.Malformed {
        return (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(reply.body())).get("pages")).getFirst();
    }

    private String ask(String sparql) throws Exception {
        URI uri = URI.create(endpoint.sparql() + "?format=csv&query="
                + URLEncoder.encode(sparql, StandardCharsets.UTF_8));
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aPageIsReadStoredAndServed() throws Exception {
        var reply = text(ARTICLE);
        assertEquals(200, reply.statusCode(), reply.body());
        Map<?, ?> page = page(reply);
        assertEquals("ADDED", page.get("outcome"));
        var amounts = (List<?>) ((Map<?, ?>) page.get("facts")).get("amounts");
        assertTrue(amounts.toString().contains("2000000000"), amounts.toString());
        String graph = (String) page.get("graph");
        assertFalse(ask("SELECT * { GRAPH <" + graph + "> { ?s ?p ?o } } LIMIT 1").lines().count() < 2);
        assertEquals("UNCHANGED", page(text(ARTICLE)).get("outcome"), "the same again changes nothing");
    }

    @Test
    void twoPagesOfTheSameFormAreTwoArticles() throws Exception {
        String other = ARTICLE.replace("瑞禾", "丰谷").replace("20亿", "8亿");
        assertFalse(((Map<?, ?>) page(text(other)).get("facts")).get("id").equals("stdin"));
    }

    @Test
    void linesOfJsonAreAnArticleEach() throws Exception {
        String lines = """
                {"id":"a1","title":"甲项目签约","published":"2021-05-12","text":"5月12日，总投资3亿元的明远电子项目在昆山开发区签约。"}
                {"id":"a2","title":"greeting","published":"2021-05-12","text":"hello"}
                """;
        var reply = send("?location=feed.jsonl", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, reply.statusCode());
        var pages = (List<?>) ((Map<?, ?>) Json.read(reply.body())).get("pages");
        assertEquals(2, pages.size());
        assertEquals("ADDED", ((Map<?, ?>) pages.get(0)).get("outcome"));
        assertEquals("REFUSED", ((Map<?, ?>) pages.get(1)).get("outcome"));
        assertTrue(((Map<?, ?>) pages.get(0)).get("location").toString().startsWith("feed.jsonl"), reply.body());
    }

    @Test
    void aPageThatGivesNothingIsRefusedWithReasonAndRemedy() throws Exception {
        var reply = text("hello");
        assertEquals(422, reply.statusCode());
        assertEquals("NOT_CHINESE", page(reply).get("reason"));
        assertFalse(page(reply).get("remedy").toString().isBlank());
        assertEquals("NOT_CHINESE", page(text("[".repeat(3000))).get("reason"));
    }

    @Test
    void whatWasRetractedStaysOut() throws Exception {
        String article = ARTICLE.replace("瑞禾", "长垣");
        String key = (String) page(text(article)).get("key");
        Retraction.retract(store, key, "the figure was wrong");
        var reply = text(article);
        assertEquals(422, reply.statusCode());
        assertEquals("the figure was wrong", page(reply).get("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file:///etc/passwd", "/etc/passwd", "ftp://example.org/a", "-", "*.html" })
    void onlyWebAddressesAreFetched(String url) throws Exception {
        assertEquals(400, send("?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8), "text/plain", new byte[0])
                .statusCode());
    }

    @Test
    void noInternalServerIsFetched() throws Exception {
        var reply = send("?url=" + endpoint.address(), "text/plain", new byte[0]);
        assertEquals(422, reply.statusCode());
        assertTrue(page(reply).get("detail").toString().contains("not a public address"), reply.body());
    }

    /** What curl says of a body unless told otherwise. */
    @Test
    void aBodyThatClaimsToBeAFormIsAPage() throws Exception {
        String article = ARTICLE.replace("瑞禾", "源泰").replace("20亿", "11亿");
        var reply = send("?location=a.txt", "application/x-www-form-urlencoded",
                article.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, reply.statusCode(), reply.body());
        assertEquals("a.txt", page(reply).get("location"));
        assertEquals(422, send("", "application/x-www-form-urlencoded", "url=file:///etc/passwd".getBytes(
                StandardCharsets.UTF_8)).statusCode(), "an address in the body is text");
    }

    @Test
    void nothingAndTooMuchAreRefused() throws Exception {
        assertEquals(400, send("", "text/plain", new byte[0]).statusCode());
        assertEquals(413, send("", "text/plain", new byte[(16 << 20) + 1]).statusCode());
    }

    @Test
    void aPageElsewhereMayNotLoad() throws Exception {
        var reply = send("", "text/plain", ARTICLE.getBytes(StandardCharsets.UTF_8), "Origin", "https://evil.example");
        assertTrue(List.of(401, 403).contains(reply.statusCode()), reply.toString());
    }

    @Test
    void loadingIsByPost() throws Exception {
        var reply = client.send(HttpRequest.newBuilder(endpoint.address().resolve("/load")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(405, reply.statusCode());
        assertEquals("POST", reply.headers().firstValue("Allow").orElse(""));
    }

    private static Stream<Arrival> lines(String... texts) {
        var lines = new StringBuilder();
        for (int n = 0; n < texts.length; n++) {
            lines.append(Json.line(Map.of("id", "halt" + n, "title", "甲项目签约", "published", "2021-05-12", "text",
                    texts[n]))).append('\n');
        }
        return Inputs.open(List.of("-"), new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private LiveIntake with(Supplier<Pipeline> pipeline, LongSupplier nanos) {
        return new LiveIntake(store, pipeline, nanos);
    }

    /** The one of this class: it has its models. */
    private Pipeline pipeline() {
        return new Pipeline(Gazetteer.load(), store.iris());
    }

    private static final String TEXT = "5月12日，总投资3亿元的%s电子项目在昆山开发区签约。";

    @Test
    void aDamagedInstallationTakesNoArticleOut() throws Exception {
        assertInstanceOf(LoadedPage.Stored.class, intake.load(lines(TEXT.formatted("辰光"))).getFirst());
        try (var broken = with(() -> {
            throw new IllegalStateException("a model is missing");
        }, () -> 0)) {
            assertThrows(IllegalStateException.class, () -> broken.load(lines(TEXT.formatted("辰光二号"))));
        }
        assertTrue(
                ask("SELECT ?n { ?p a <https://w3id.org/jingwei/ns#InvestmentProject> ; <https://schema.org/name> ?n }")
                        .contains("辰光"));
    }

    @Test
    void whatTakesTooLongOrIsTooMuchEndsBetweenPages() throws Exception {
        var passed = Stream.<Arrival>generate(() -> new Arrival.PassedOver("x", "a picture"));
        var many = intake.load(passed);
        assertEquals(LiveIntake.MOST_PAGES + 1, many.size());
        assertEquals(LoadedPage.Halt.TOO_MANY, ((LoadedPage.Halted) many.getLast()).why());
        var minutes = new AtomicLong();
        try (var slow = with(this::pipeline, () -> TimeUnit.MINUTES.toNanos(3 * minutes.getAndIncrement()))) {
            var late = slow.load(Stream.generate(() -> new Arrival.PassedOver("x", "a picture")));
            assertEquals(List.of(LoadedPage.Refused.class, LoadedPage.Halted.class),
                    late.stream().map(Object::getClass).toList());
            assertEquals(LoadedPage.Halt.OUT_OF_TIME, ((LoadedPage.Halted) late.getLast()).why());
        }
    }

    @Test
    void aServerThatStopsEndsBetweenPages() throws Exception {
        var stopping = with(this::pipeline, () -> 0);
        var loaded = stopping.load(Stream.<Arrival>generate(() -> new Arrival.PassedOver("x", "a picture"))
                .peek(page -> stopping.stop()));
        assertEquals(1, loaded.size());
        assertEquals(LoadedPage.Halt.STOPPING, ((LoadedPage.Halted) loaded.getFirst()).why());
        stopping.close();
    }

    @Test
    void whatWasStoredBeforeTheStoreFailedIsTold(@TempDir Path temp) throws Exception {
        var pipeline = pipeline();
        Path archive = temp.resolve("db").resolve("archive");
        try (var other = KnowledgeStore.open(temp.resolve("db"))) {
            try (var first = new LiveIntake(other, () -> pipeline, () -> 0)) {
                assertInstanceOf(LoadedPage.Stored.class, first.load(lines(TEXT.formatted("长风"))).getFirst());
            }
            try (var failing = new LiveIntake(other, () -> pipeline, () -> 0)) {
                var begun = new AtomicLong();
                var loaded = failing.load(lines(TEXT.formatted("长风"), TEXT.formatted("望海"), TEXT.formatted("远山"))
                        .peek(page -> {
                            if (begun.incrementAndGet() == 2) {
                                block(archive);
                            }
                        }));
                assertEquals(List.of(LoadedPage.Stored.class, LoadedPage.Halted.class),
                        loaded.stream().map(Object::getClass).toList(), loaded.toString());
                assertEquals(LoadedPage.Halt.NOT_STORED, ((LoadedPage.Halted) loaded.getLast()).why());
                assertEquals("HALTED", loaded.getLast().json().get("outcome"));
            }
        }
    }

    @Test
    void pagesOfARequestAreStoredTogether(@TempDir Path temp) {
        var pipeline = pipeline();
        try (var other = KnowledgeStore.open(temp.resolve("db")); var live = new LiveIntake(other, () -> pipeline)) {
            var stored = new ArrayList<Integer>();
            var pages = live.load(Stream.concat(lines(TEXT.formatted("长风"), TEXT.formatted("望海")),
                    lines(TEXT.formatted("长风"))).peek(page -> stored.add(other.articles().size())));
            assertEquals(List.of(0, 0, 0), stored, "nothing is written between them");
            assertEquals(List.of("ADDED", "ADDED", "UNCHANGED"),
                    pages.stream().map(page -> page.json().get("outcome")).toList());
            assertEquals(2, other.articles().size());
        }
    }

    @Test
    void pagesOfABatchThatFailedAreNotStoredWithThoseOfAnother(@TempDir Path temp) {
        var pipeline = pipeline();
        var broken = new AtomicLong();
        try (var other = KnowledgeStore.open(temp.resolve("db")); var live = new LiveIntake(other, () -> {
            if (broken.incrementAndGet() == 2) {
                throw new IllegalStateException("a model is missing");
            }
            return pipeline;
        })) {
            assertThrows(IllegalStateException.class,
                    () -> live.load(lines(TEXT.formatted("长风"), TEXT.formatted("望海"))));
            assertEquals(1, live.load(lines(TEXT.formatted("远山"))).size());
            assertEquals(1, other.articles().size());
        }
    }

    @Test
    void whatWasStoredBeforeTheProgramFailedIsTold(@TempDir Path temp) {
        var pipeline = pipeline();
        var asked = new AtomicLong();
        try (var other = KnowledgeStore.open(temp.resolve("db")); var live = new LiveIntake(other, () -> {
            if (asked.incrementAndGet() == 3) {
                throw new IllegalStateException("a model is missing");
            }
            return pipeline;
        })) {
            // The same page again ends the batch.
            var pages = live.load(Stream.concat(lines(TEXT.formatted("长风")),
                    lines(TEXT.formatted("长风"), TEXT.formatted("望海"), TEXT.formatted("远山"))));
            assertEquals(List.of("ADDED", "UNCHANGED", "HALTED"),
                    pages.stream().map(page -> page.json().get("outcome")).toList());
            assertEquals(LoadedPage.Halt.FAILED, ((LoadedPage.Halted) pages.getLast()).why());
            assertEquals(1, other.articles().size());
        }
    }

    /** The second of three is read for ever; its turn ends all the same, and it stores nothing when it is read at last. */
    @Test
    void aPageThatIsReadForEverHoldsNobodyUp(@TempDir Path temp) throws Exception {
        var pipeline = pipeline();
        var begun = new AtomicLong();
        var goOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Function<RawPage, Outcome> reader = page -> {
            if (begun.incrementAndGet() != 2) {
                return pipeline.run(page);
            }
            try {
                goOn.await();
                return pipeline.run(page);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                ended.countDown();
            }
        };
        try (var other = KnowledgeStore.open(temp.resolve("db"));
                var live = new LiveIntake(other, () -> reader, System::nanoTime, Duration.ofSeconds(6))) {
            var pages = live.load(lines(TEXT.formatted("长风"), TEXT.formatted("望海"), TEXT.formatted("远山")));
            assertEquals(List.of("ADDED", "REFUSED", "ADDED"),
                    pages.stream().map(page -> page.json().get("outcome")).toList());
            assertEquals("TOO_SLOW", pages.get(1).json().get("reason"));
            goOn.countDown();
            ended.await();
            live.load(lines(TEXT.formatted("清河")));
            assertEquals(3, other.articles().size());
            // It said nothing of the page: sent again, it is read.
            assertEquals("ADDED", live.load(lines(TEXT.formatted("望海"))).getFirst().json().get("outcome"));
        }
    }

    /** No file can be made in it any more. */
    private static void block(Path folder) {
        try {
            Files.move(folder, folder.resolveSibling("aside"));
            Files.createFile(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
