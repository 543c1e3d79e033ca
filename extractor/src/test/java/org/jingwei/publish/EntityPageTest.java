package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees of a thing, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityPageTest {
    private static final String NEWS = "00000000000000a1";
    private static final int MANY = 1234;

    private KnowledgeStore store;
    private Endpoint endpoint;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void start(@TempDir Path temp) {
        store = KnowledgeStore.open(temp.resolve("db"));
        store.put(List.of(new ArticleGraph(NEWS, Fixture.IRIS, Fixture.graph("""
                PREFIX dim: <http://purl.org/linked-data/sdmx/2009/dimension#>
                PREFIX att: <http://purl.org/linked-data/sdmx/2009/attribute#>
                PREFIX msr: <http://purl.org/linked-data/sdmx/2009/measure#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                <doc/%1$s/article> a jw:SourceDocument ; schema:headline "石湖开<b>门</b>红"@zh-Hans ;
                    schema:datePublished "2022-07-01T08:00:00" ; schema:isBasedOn <https://news.example.org/1> ;
                    schema:mentions <id/place/石湖> .
                <id/place/石湖> a schema:Place ; schema:name "石湖\u202e"@zh-Hans ; schema:name "Stone Lake"@en ;
                    schema:containedInPlace <id/place/山南> ; schema:sameAs <mailto:a@b.example> .
                <doc/%1$s/observation/o1> a jw:ReportedObservation ; dim:refArea <id/place/石湖> ;
                    dim:refPeriod <id/period/2022-H1> ; msr:obsValue 7.40 ;
                    att:unitMeasure <http://qudt.org/vocab/unit/PERCENT> ; jw:indicator <code/indicator/GRP> ;
                    jw:measure <code/measure/GROWTH> ; jw:status <code/status/TARGET> ; jw:bound <code/bound/EXACT> ;
                    jw:inferred dim:refPeriod ; jw:statedText "增长<7.4%%"@zh-Hans .
                <id/period/2022-H1> skos:notation "2022-H1" .
                <doc/%1$s/event/e1> a jw:Signing ; schema:name "石湖签约会"@zh-Hans ; schema:location <id/place/石湖> ;
                    schema:startDate "2022-06-30" ; jw:amount <doc/%1$s/amount/a1> .
                <doc/%1$s/observation/o2> a jw:ReportedObservation ; dim:refArea <id/place/石湖> ; msr:obsValue 12.0 ;
                    att:unitMeasure <http://qudt.org/vocab/unit/PERCENT> ; jw:indicator <code/indicator/GRP> ;
                    jw:measure <code/measure/SHARE> ; jw:transformation <code/transformation/SHARE> ;
                    jw:statedBase "全省"@zh-Hans .
                <doc/%1$s/observation/o3> a jw:ReportedObservation ; dim:refArea <id/place/石湖> ; msr:obsValue 340.0 ;
                    att:unitMeasure <http://qudt.org/vocab/unit/PERCENT> ; jw:indicator <code/indicator/GRP> ;
                    jw:measure <code/measure/MULTIPLE> ; jw:transformation <code/transformation/GY> ;
                    jw:inferred msr:obsValue ; jw:statedText "增长3.4倍"@zh-Hans .
                <doc/%1$s/event/e1> jw:quantity <doc/%1$s/count/c1> .
                <doc/%1$s/count/c1> a jw:Quantity ; schema:value 12.0 ; schema:unitText "个"@zh-Hans ;
                    jw:counted "签约项目"@zh-Hans .
                <doc/%1$s/amount/a1> jw:inferred schema:currency .
                <doc/%1$s/amount/a1> a jw:MonetaryAmount ; schema:value 3650000000.0 ; schema:currency "CNY" ;
                    jw:bound <code/bound/AT_LEAST> ; jw:statedText "超36.5亿元"@zh-Hans .
                """.formatted(NEWS)),
                Fixture.graph(
                        """
                                <doc/%1$s/observation/o1> jw:evidence <doc/%1$s/span/0-4> , <doc/%1$s/span/10-22> , <doc/%1$s/span/15-21> .
                                <doc/%1$s/span/0-4> oa:start 0 ; oa:end 4 ; oa:exact "上半年&" .
                                <doc/%1$s/span/10-22> oa:start 10 ; oa:end 22 ; oa:exact "𠮷石湖增长<7.4%%右。" .
                                <doc/%1$s/span/15-21> oa:start 13 ; oa:end 20 ; oa:exact "增长<7.4%%" .
                                <doc/%1$s/observation/o1> jw:rule "indicator growth" ; jw:confidence 0.85 .
                                <doc/%1$s/event/e1> jw:evidence <doc/%1$s/span/30-43> ; jw:confidence 0.45 ;
                                    jw:doubt "its parts add up to <61>" .
                                <doc/%1$s/span/30-43> oa:start 30 ; oa:end 43 ; oa:exact "石湖(shi hu)签约会" ;
                                    jw:repair <doc/%1$s/repair/31-40> , <doc/%1$s/repair/41-42> .
                                <doc/%1$s/repair/31-40> oa:start 31 ; oa:end 40 ; oa:exact "湖(shi hu)" ;
                                    jw:restoredText "湖" ; jw:repairKind <code/repairKind/PINYIN_GLOSS> .
                                <doc/%1$s/repair/41-42> oa:start 41 ; oa:end 42 ; oa:exact "约" ; jw:restoredText "" .
                                <doc/%1$s/amount/a1> jw:evidence <doc/%1$s/span/30-43> .
                                <doc/%1$s/discarded/d1> a jw:DiscardedReading ; jw:statedText "疑似36亿元"@zh-Hans .
                                """
                                .formatted(NEWS)))));
        var many = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            many.append("<id/place/n%d> schema:containedInPlace <id/place/山南> .\n".formatted(i));
        }
        store.put(List.of(new ArticleGraph("00000000000000a2", Fixture.IRIS, Fixture.graph(many.toString()),
                Fixture.graph(""))));
        endpoint = Endpoint.start(store, QueryLibrary.load(), EndpointSettings.defaults().withPort(0));
    }

    @AfterAll
    void stop() {
        endpoint.close();
        store.close();
    }

    @Test
    void factsStandWithValueUnitPeriodAndTheirWords() throws Exception {
        String page = get("/page/id/place/石湖");
        String row = row(page, "observation/o1");
        assertTrue(row.contains("地区生产总值 · "), row);
        assertTrue(row.contains("7.4 百分比 ("), row);
        assertTrue(row.contains("“增长&lt;7.4%”"), row);
        assertTrue(row.contains("2022-H1 <span class=\"badge\">推断：由上下文补充</span>"), row);
        assertTrue(row.contains("<mark>上半年&amp;</mark> … 𠮷石湖<mark>增长&lt;7.4%"), row);
        assertTrue(row.contains("石湖开&lt;b&gt;门&lt;/b&gt;红"), row);
        String event = row(page, "event/e1");
        assertTrue(event.contains("石湖签约会"), event);
        assertTrue(event.contains("36.5亿元"), event);
        assertTrue(event.contains("“超36.5亿元”"), event);
        assertTrue(event.contains("<span class=\"badge\">推断：单位由上下文补充</span>"), event);
        assertTrue(event.contains("12 个 签约项目"), event);
        String share = row(page, "observation/o2");
        assertTrue(share.contains("占比") && share.contains("12 百分比（相对于全省）"), share);
        String times = row(page, "observation/o3");
        assertTrue(times.contains("同比增长率") && times.contains("340 百分比 “增长3.4倍”")
                && times.contains(">推断：换算所得</span>"), times);
        assertFalse(times.contains("倍数"), times);
        assertTrue(event.contains("\"时间\">2022-06-30</td>"), event);
    }

    @Test
    void thePageSpeaksInLabels() throws Exception {
        String page = get("/page/id/place/石湖?lang=zh");
        for (String heading : List.of("<h2>是什么</h2>", "<h2>事实</h2>", "<h2>来源文章</h2>")) {
            assertTrue(page.contains(heading), heading + page);
        }
        assertTrue(page.contains(">所属地区</a>"), page);
        assertTrue(page.contains("href=\"https://news.example.org/1\""), page);
        assertTrue(page.contains("2022-07-01<"), page);
        String english = get("/page/id/place/石湖?lang=en");
        assertTrue(english.contains("<h1>Stone Lake</h1>"), english);
        assertTrue(english.contains("7.4 per cent ("), english);
        assertTrue(english.contains("2022-H1 <span class=\"badge\">inferred: supplied from context</span>"), english);
        assertTrue(get("/page/id/place/山南").contains("<h2>被引用</h2>"));
    }

    @Test
    void nothingFromArticlesActs() throws Exception {
        String page = get("/page/id/place/石湖");
        assertFalse(page.contains("\u202e"), page);
        assertTrue(page.contains("<h1>石湖\ufffd</h1>"), page);
        assertFalse(page.contains("<b>门"), page);
        assertFalse(page.contains("href=\"mailto"), page);
    }

    @Test
    void whatIsLeftOutIsSaid() throws Exception {
        String page = get("/page/id/place/山南?lang=en");
        assertTrue(page.contains("500 of 1\u00a0235; ask /sparql for the rest."), page.substring(page.length() - 400));
        assertTrue(get("/page/id/place/山南").contains("共 1\u00a0235 条引用，这里列出 500 条"));
        assertFalse(get("/page/id/place/石湖?lang=en").contains("ask /sparql"));
    }

    @Test
    void aFactHasItsWordsOnItsOwnPage() throws Exception {
        String page = get("/page/doc/" + NEWS + "/observation/o1");
        assertTrue(page.contains("<h2>原文依据</h2>"), page);
        assertTrue(page.contains("<blockquote><mark>上半年"), page);
        assertTrue(page.contains("<h2>来源文章</h2>"), page);
    }

    /** The page of an amount says of what it is and for what; what is inferred is marked; what was repaired stands beside the page's own words. */
    @Test
    void whatHasNoNameIsCalledByWhatItSays() throws Exception {
        String amount = get("/page/doc/" + NEWS + "/amount/a1");
        assertTrue(amount.contains("<h1>石湖签约会 · 金额 · 36.5亿元"), amount);
        assertTrue(amount.contains("币种</a> <span class=\"badge\">推断</span>"), amount);
        String event = get("/page/doc/" + NEWS + "/event/e1");
        assertTrue(event.contains(">石湖签约会 · 金额 · 36.5亿元"), event);
        assertTrue(event.contains(">石湖签约会 · 12 个 签约项目</a>"), event);
        assertTrue(event.contains("“石湖(shi hu)签约会”"), event);
        assertTrue(event.contains("<mark>石湖(shi hu)签约会</mark>"), event);
        assertTrue(get("/page/doc/" + NEWS + "/observation/o1")
                .contains("<h1>石湖\ufffd · 地区生产总值 · 增长率 · 2022-H1 · 7.4 百分比"), event);
        assertTrue(get("/page/doc/" + NEWS + "/discarded/d1").contains("<h1>疑似36亿元</h1>"));
        assertTrue(get("/page/doc/" + NEWS + "/repair/31-40").contains("<h1>“湖(shi hu)” → “湖”</h1>"));
    }

    @Test
    void whatWasRepairedStandsBesideTheWordsOfThePage() throws Exception {
        String event = get("/page/doc/" + NEWS + "/event/e1");
        assertTrue(event.contains("修复后读作：石<ins>湖</ins>签<del>约</del>会 <span class=\"badge\">注音"), event);
        String place = row(get("/page/id/place/石湖?lang=en"), "event/e1");
        assertTrue(place.contains("read after repair as: 石<ins>湖</ins>签"), place);
    }

    @Test
    void howSureAFactIsStandsBesideIt() throws Exception {
        String page = get("/page/id/place/石湖");
        assertTrue(row(page, "observation/o1").contains("\"置信度\">0.85</td>"), page);
        assertTrue(row(page, "event/e1").contains("0.45<br><span class=\"warn\">存疑：<span lang=\"en\">its parts add up"
                + " to &lt;61&gt;"), page);
    }

    private static String row(String page, String fact) {
        var rows = new ArrayList<String>();
        for (String row : page.split("<tr>")) {
            if (row.contains("/page/doc/" + NEWS + "/" + fact + "\"")) {
                rows.add(row);
            }
        }
        assertEquals(1, rows.size(), fact + " in " + page);
        return rows.getFirst();
    }

    private String get(String path) throws IOException, InterruptedException {
        int query = path.indexOf('?');
        String encoded = Resource.encoded(query < 0 ? path : path.substring(0, query))
                + (query < 0 ? "" : path.substring(query));
        var reply = client.send(HttpRequest.newBuilder(endpoint.address().resolve(encoded)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, reply.statusCode(), reply.body());
        return reply.body();
    }
}
