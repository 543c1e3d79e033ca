package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Access;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.publish.ReadPage;
import org.jingwei.publish.Role;
import org.jingwei.publish.Tokens;
import org.jingwei.source.Json;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a page states, over HTTP, without storing it. The articles are invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialTest {
    /** Traditional characters, pronunciations in brackets, a character beyond the first plane before all figures. */
    private static final String DIRTY = "瑞禾新材料項目簽約蘇州高新區(qū)\n\n2021-05-12 來源：青川日報\n\n"
            + "𠮷日開門。5月12日,總投資約20億元的瑞禾新材料產(chǎn)業(yè)園項目在蘇州高新區(qū)簽約。項目占地200畝,達產(chǎn)後年產(chǎn)值可達30億元。\n\n"
            + "一季度,蘇州高新區(qū)地區(qū)生產(chǎn)總值增長7.4%。";
    private static final String WITHOUT_FACTS = "傍晚散步\n\n2021-05-12\n\n"
            + "吃过晚饭，老人沿着河边慢慢地走，风从对岸吹过来，带着青草的气味。孩子们在桥下放风筝，笑声传得很远。"
            + "天色渐渐暗下来，路灯一盏一盏地亮了，水面上的影子也跟着摇晃起来。他站了一会儿，转身往回走。";

    private final HttpClient client = HttpClient.newHttpClient();
    private KnowledgeStore store;
    private LiveIntake intake;
    private Endpoint endpoint;

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        var pipeline = new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris()));
        intake = new LiveIntake(store, pipeline);
        endpoint = Endpoint.start(store, QueryLibrary.load(),
                EndpointSettings.defaults().withPort(0).with(Access.OPEN_LOAD),
                Optional.of(intake), Optional.of(new Trial(pipeline)));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        intake.close();
        store.close();
    }

    private static final String LEFT_OUT = "重大项目集中开工\n\n2025-04-10\n\n"
            + "4月9日，衢州市集中开工项目20个，总投资95亿元。其中外资项目5个，总投资3.2亿美元。活动现场气温26摄氏度，持续40分钟。";

    /** A number that is in no fact stands there with the reason, whether a rule saw what it may be or none did. */
    @Test
    void everyNumberIsInAFactOrHasAReason() throws Exception {
        var page = tried("text/plain; charset=utf-8", LEFT_OUT);
        var reasons = new TreeMap<String, Object>();
        for (Object one : (List<?>) page.get("quantities")) {
            var quantity = (Map<?, ?>) one;
            assertEquals(quantity.get("unused") == null, quantity.get("inFact"), quantity.toString());
            if (quantity.get("unused") != null) {
                reasons.put(String.valueOf(quantity.get("value")), quantity.get("unused"));
            }
        }
        assertEquals(Map.of("5", "the page counts other projects here than those that the happening is of", "320000000",
                "it is told of a part of the projects that are counted before", "26",
                "no rule says what this number is of", "40", "no fact is of this time"), reasons);
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(endpoint.address().resolve(path)).header("Content-Type", type).POST(body);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Map<?, ?> tried(String type, String page) throws Exception {
        var reply = send("/try", type, BodyPublishers.ofString(page));
        assertEquals(200, reply.statusCode(), reply.body());
        assertEquals("no-store", reply.headers().firstValue("Cache-Control").orElse(""));
        return (Map<?, ?>) Json.read(reply.body());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> list(Map<?, ?> of, String member) {
        return (List<Map<String, ?>>) of.get(member);
    }

    private static Map<String, ?> only(Map<?, ?> page, String type) {
        List<Map<String, ?>> found = list(page, "facts").stream().filter(fact -> fact.get("type").equals(type))
                .toList();
        assertEquals(1, found.size(), type + ": " + found);
        return found.getFirst();
    }

    /** What {@code start} and {@code end} of words cut out of the cleaned text. */
    private static String cut(Map<?, ?> page, Map<String, ?> words) {
        int[] points = ((String) page.get("text")).codePoints().toArray();
        int start = ((Number) words.get("start")).intValue();
        return new String(points, start, ((Number) words.get("end")).intValue() - start);
    }

    private static String cut(String text, Map<?, ?> span) {
        int start = ((Number) span.get("start")).intValue();
        return new String(text.codePoints().toArray(), start, ((Number) span.get("end")).intValue() - start);
    }

    @Test
    void aDirtyPageIsTold() throws Exception {
        Map<?, ?> page = tried("text/plain", DIRTY);
        assertEquals("READ", page.get("outcome"));
        assertEquals("2021-05-12", ((Map<?, ?>) page.get("article")).get("published"));
        assertTrue(((String) page.get("text")).contains("瑞禾新材料产业园项目在苏州高新区签约"), page.toString());

        Map<String, ?> indicator = only(page, "INDICATOR");
        assertEquals(new BigDecimal("7.4"), indicator.get("value"));
        assertEquals("2021-Q1", indicator.get("period"));
        assertEquals(List.of("period"), indicator.get("inferred"));
        Map<String, ?> words = list(indicator, "words").stream().filter(one -> cut(page, one).contains("生产总值"))
                .findFirst().orElseThrow();
        assertEquals("苏州高新区地区生产总值增长7.4%", cut(page, words), "beyond the first plane counts one");
        assertEquals(words.get("exact"), cut(DIRTY, (Map<?, ?>) words.get("page")));
        assertEquals("蘇州高新區(qū)地區(qū)生產(chǎn)總值增長7.4%", words.get("exact"));
        assertEquals(List.of("PINYIN_GLOSS"), words.get("repairs"));

        Map<String, ?> total = list(page, "facts").stream()
                .filter(fact -> "TOTAL_INVESTMENT".equals(fact.get("role"))).findFirst().orElseThrow();
        assertEquals("ABOUT", total.get("bound"));
        assertTrue(total.get("reading").toString().contains("about 2000000000 CNY"), total.toString());
    }

    @Test
    void namesNumbersRepairsAndTheGraphAreTold() throws Exception {
        Map<?, ?> page = tried("text/plain", DIRTY);
        Map<String, ?> zone = list(page, "names").stream().filter(name -> name.get("name").equals("苏州高新区"))
                .findFirst().orElseThrow();
        Map<?, ?> link = (Map<?, ?>) zone.get("link");
        assertEquals("LINKED", link.get("outcome"));
        assertEquals("https://w3id.org/jingwei/id/zone/suzhou-high-tech", link.get("iri"));
        assertEquals(false, link.get("byNameOnly"));
        assertTrue(list(zone, "words").size() >= 3, zone.toString());
        list(zone, "words").forEach(one -> assertEquals("苏州高新区", cut(page, one)));

        Map<String, ?> area = list(page, "quantities").stream().filter(one -> "MEASURE".equals(one.get("kind")))
                .findFirst().orElseThrow();
        assertEquals(new BigInteger("200"), area.get("value"));
        assertEquals("亩", area.get("unit"));

        Map<String, ?> repair = list(page, "repairs").getFirst();
        assertEquals("(qū)", repair.get("exact"));
        assertEquals("", repair.get("restored"));
        assertEquals("(qū)", cut(DIRTY, (Map<?, ?>) repair.get("page")));

        assertTrue(((String) page.get("turtle")).contains("MonetaryAmount"));
        assertFalse(list((Map<?, ?>) page.get("flat"), "amounts").isEmpty());
        assertEquals("/load", page.get("load"));
    }

    @Test
    void whatIsNotBelievedIsToldWithItsReason() throws Exception {
        Map<?, ?> page = tried("text/plain", "明远电子基地开工\n\n2021-05-12\n\n5月12日，总投资63亿元的明远电子产业园项目在昆山开发区开工。"
                + "明远电子产业园项目总投资24.8亿元。");
        Map<String, ?> doubted = list(page, "discarded").getFirst();
        assertTrue(doubted.get("reason").toString().contains("the page also states"), doubted.toString());
        assertFalse(cut(page, list(doubted, "words").getFirst()).isEmpty());
    }

    @Test
    void whatIsKnownByItsNameOnlyIsToldApart() throws Exception {
        Map<?, ?> page = tried("text/plain", "明远电子签约\n\n2021-05-12\n\n5月12日，明远电子集团有限公司与苏州高新区管委会签署合作协议，总投资3亿元。");
        Map<String, ?> company = list(page, "names").stream()
                .filter(name -> name.get("name").equals("明远电子集团有限公司")).findFirst().orElseThrow();
        assertEquals("ORG", company.get("kind"));
        assertEquals(true, ((Map<?, ?>) company.get("link")).get("byNameOnly"));
    }

    @Test
    void aPageWithoutFactsIsAnAnswer() throws Exception {
        Map<?, ?> page = tried("text/plain", WITHOUT_FACTS);
        assertEquals("READ", page.get("outcome"));
        assertEquals(List.of(), page.get("facts"));
        assertTrue(((String) page.get("text")).contains("路灯一盏一盏地亮了"));
    }

    @Test
    void aPageThatIsNoArticleIsAnAnswerWithReasonAndRemedy() throws Exception {
        Map<?, ?> page = tried("text/plain", "hello");
        assertEquals("REFUSED", page.get("outcome"));
        assertEquals("article", page.get("stage"));
        assertEquals("NOT_CHINESE", page.get("reason"));
        assertFalse(page.get("remedy").toString().isBlank());
    }

    @Test
    void aJsonObjectAndMarkupAreRead() throws Exception {
        Map<?, ?> object = tried("application/json",
                "{\"id\":\"a1\",\"title\":\"甲项目签约\",\"published\":\"2021-05-12\",\"text\":\"5月12日，总投资3亿元的明远电子项目在昆山开发区签约。\"}");
        assertEquals("甲项目签约", ((Map<?, ?>) object.get("article")).get("title"));
        var reply = send("/try", "text/html", BodyPublishers.ofString("<html><head><title>项目签约</title></head><body>"
                + "<script>alert(1)</script><h1>明远&lt;img src=x onerror=alert(1)&gt;电子项目签约</h1>"
                + "<p>5月12日，总投资3亿元的明远电子项目在昆山开发区签约，企业负责人&lt;script&gt;等参加。</p></body></html>"));
        assertEquals(200, reply.statusCode(), reply.body());
        assertTrue(reply.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        assertEquals("nosniff", reply.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("READ", ((Map<?, ?>) Json.read(reply.body())).get("outcome"));
        assertFalse(reply.body().contains("<"), "nothing in it can be taken for markup");
    }

    @Test
    void nothingIsStored() throws Exception {
        String article = DIRTY.replace("瑞禾", "長垣");
        Long before = store.read(now -> now.stream().count());
        Map<?, ?> page = tried("text/plain", article);
        assertEquals(before, store.read(now -> now.stream().count()));
        assertFalse(store.articles().containsKey(page.get("key")));
        String graph = (String) page.get("graph");
        var asked = client.send(HttpRequest.newBuilder(endpoint.address().resolve("/data/"
                + graph.substring(store.iris().base().length()))).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(404, asked.statusCode());
        // What is stored afterwards is what was shown.
        var stored = send("/load", "text/plain", BodyPublishers.ofString(article));
        Map<?, ?> loaded = list((Map<?, ?>) Json.read(stored.body()), "pages").getFirst();
        assertEquals("ADDED", loaded.get("outcome"), stored.body());
        assertEquals(graph, loaded.get("graph"));
        assertEquals(page.get("flat"), loaded.get("facts"));
    }

    @Test
    void theSamePageGetsTheSameBytes() throws Exception {
        assertEquals(send("/try", "text/plain", BodyPublishers.ofString(DIRTY)).body(),
                send("/try", "text/plain", BodyPublishers.ofString(DIRTY)).body());
    }

    @Test
    void whatIsNoSinglePageOfADecentSizeIsRefused() throws Exception {
        assertEquals(413, send("/try", "text/plain", BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])).statusCode());
        assertEquals(400, send("/try", "text/plain", BodyPublishers.noBody()).statusCode());
        String line = "{\"title\":\"甲\",\"text\":\"乙\"}\n";
        assertEquals(400, send("/try", "application/x-ndjson", BodyPublishers.ofString(line + line)).statusCode());
    }

    /** Larger than a question may be, smaller than the limit here. */
    @Test
    void aLongArticleIsRead() throws Exception {
        String article = DIRTY + "\n\n" + "河边的风慢慢地吹过来，路灯一盏一盏地亮了。\n\n".repeat(6000);
        assertTrue(article.getBytes(StandardCharsets.UTF_8).length > EndpointSettings.defaults().bounds().bodyBytes());
        assertEquals("READ", tried("application/x-www-form-urlencoded", article).get("outcome"));
    }

    @Test
    void theViewIsAtTheSameAddressAndNothingElse() throws Exception {
        var view = client.send(HttpRequest.newBuilder(endpoint.address().resolve("/try?sample=")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, view.statusCode());
        assertTrue(view.body().contains("/assets/app.js"), view.body());
        var put = client.send(HttpRequest.newBuilder(endpoint.address().resolve("/try"))
                .PUT(BodyPublishers.ofString(DIRTY)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(405, put.statusCode());
        assertEquals("GET, HEAD, POST", put.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void triesAreCounted() throws Exception {
        tried("text/plain", "hello");
        var metrics = client.send(HttpRequest.newBuilder(endpoint.address().resolve("/metrics")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertTrue(metrics.body().contains("kind=\"try\""), metrics.body());
    }

    @Test
    void whoMayReadMayTry(@TempDir Path temp) throws Exception {
        String token = Tokens.random();
        Path tokens = Files.writeString(temp.resolve("tokens"), Tokens.line("reader", Role.READ, token) + "\n");
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        var settings = EndpointSettings.defaults().withPort(0)
                .with(new Access(Optional.of(tokens), Optional.empty(), false));
        try (var open = Endpoint.start(store, QueryLibrary.load(), settings, Optional.empty(),
                Optional.of(page -> new ReadPage.Refused("article", "EMPTY", "", "")))) {
            var request = HttpRequest.newBuilder(open.address().resolve("/try")).POST(BodyPublishers.ofString(DIRTY));
            assertEquals(401, client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
            request.header("Authorization", "Bearer " + token);
            assertEquals(200, client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aServerWithoutAReaderSaysSo(@TempDir Path temp) throws Exception {
        try (var other = KnowledgeStore.open(temp.resolve("db"));
                var open = Endpoint.start(other, QueryLibrary.load(), EndpointSettings.defaults().withPort(0))) {
            var reply = client.send(HttpRequest.newBuilder(open.address().resolve("/try"))
                    .POST(BodyPublishers.ofString(DIRTY)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(404, reply.statusCode());
            assertTrue(reply.body().contains("without a reader"), reply.body());
        }
    }
}
