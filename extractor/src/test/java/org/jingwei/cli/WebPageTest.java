package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Access;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.source.Inputs;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The web page as people see it, over the articles of the demo and two more that disagree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPageTest {
    private static final String HEFEI = """
            <html><head><title>合肥上半年工业增长</title><meta charset="utf-8"></head><body><h1>合肥上半年工业增长</h1>
            <p>2024-07-%s 09:00 来源：%s</p><p>2024年上半年，合肥市规模以上工业增加值同比增长%s%%，\
            固定资产投资同比增长4.1%%。</p></body></html>""";
    private static final List<String> VIEWS = List.of("/", "/region/420000", "/region/340200", "/questions",
            "/questions/indicators/growth", "/questions/projects/signed-totals",
            "/questions/indicators/conflicts", "/search?words=高新区", "/editor", "/try");

    private KnowledgeStore store;
    private LiveIntake intake;
    private Endpoint endpoint;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path temp) throws IOException {
        Path db = temp.resolve("db");
        PreparedStore.ready(db);
        store = KnowledgeStore.open(db);
        intake = new LiveIntake(store);
        intake.load(DemoPages.arrivals());
        for (String page : List.of(HEFEI.formatted("20", "江淮统计在线", "9.1"), HEFEI.formatted("22", "庐州观察", "9.4"))) {
            intake.load(Inputs.open(List.of("-"), new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
        }
        endpoint = Endpoint.start(store, QueryLibrary.load(),
                EndpointSettings.defaults().withPort(0).with(Access.OPEN_LOAD),
                Optional.of(intake),
                Optional.of(new Trial(new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris())))));
        browser = Browser.at(endpoint.address());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        endpoint.close();
        intake.close();
        store.close();
    }

    /** Whatever a test looked at: nothing failed on the way, and nobody else was asked. */
    @AfterEach
    void quiet() {
        assertEquals(List.of(), browser.complaints());
        assertEquals(Set.of("localhost:" + endpoint.port()), browser.asked());
        browser.forget();
        browser.width(1200);
        browser.dark(false);
    }

    @ParameterizedTest
    @CsvSource({ "/, start", "/region/420000, region", "/region/340200, region-figures", "/questions, questions",
            "/questions/indicators/growth, question-growth", "/questions/indicators/conflicts, question-conflicts",
            "/search?words=高新区, search", "/editor?question=indicators/growth, editor",
            "/page/id/region/420500, thing", "/try?sample=, try" })
    void viewsAreWhatPeopleNeed(String path, String name) throws IOException {
        browser.open(path);
        browser.picture(name);
        assertEquals(List.of(), faults(new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))),
                path);
        browser.dark(true);
        browser.settled();
        browser.picture(name + "-dark");
        assertEquals(List.of(), faults(new AxeBuilder().withRules(List.of("color-contrast"))), path + " in the dark");
    }

    /** Serious and critical faults, each with the elements that have it. */
    private List<String> faults(AxeBuilder axe) {
        return axe.analyze(browser.driver()).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact())).map(WebPageTest::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/region/340200", "/questions/indicators/growth", "/editor", "/try?sample=",
            "/search?words=项目",
            "/page/id/region/420500" })
    void nothingSticksOutOnAPhone(String path) throws IOException {
        browser.width(360);
        browser.open(path);
        browser.picture("phone" + path.replaceAll("[^a-z0-9]+", "-"));
        long wide = ((Number) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                .longValue();
        assertTrue(wide <= 360, path + " is " + wide + " pixels wide");
    }

    @Test
    void everyViewSpeaksEnglish() {
        for (String path : VIEWS) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=en");
            assertEquals("en", browser.one("html").getAttribute("lang"), path);
            assertTrue(browser.one("nav").getText().startsWith("Overview"), path);
        }
        browser.open("/?lang=zh");
        assertTrue(browser.one("nav").getText().startsWith("总览"));
    }

    @Test
    void theStartCountsWhatThereIs() {
        browser.open("/");
        browser.waitForText("文章");
        String figures = browser.one(".figures").getText();
        assertTrue(figures.contains("8\n文章"), figures);
        WebElement hubei = browser.one(".tiles a[href='/region/420000']");
        assertTrue(hubei.getAttribute("aria-label").startsWith("湖北: "), hubei.getAttribute("aria-label"));
        assertTrue(hubei.getAttribute("class").matches("step[1-5]"), "it is coloured");
        new Select(browser.one("main select")).selectByValue("events");
        browser.waitFor("the measure in the address",
                () -> browser.driver().getCurrentUrl().contains("measure=events"));
    }

    /** The queries answer in the language of the page; the map is of the same provinces in both. */
    @Test
    void theMapIsTheSameInEnglish() {
        browser.open("/?lang=en");
        WebElement hubei = browser.one(".tiles a[href='/region/420000']");
        assertTrue(hubei.getAttribute("aria-label").startsWith("Hubei: ≈ ") || hubei.getAttribute("aria-label")
                .startsWith("Hubei: CNY"), hubei.getAttribute("aria-label"));
    }

    @Test
    void aSearchLeadsToTheRegionByKeysAlone() {
        browser.open("/");
        WebElement box = browser.one("main [role=combobox]");
        box.sendKeys("宜昌市");
        browser.one("[role=option]");
        box.sendKeys(Keys.ARROW_DOWN);
        assertEquals("true", browser.one("[role=option]").getAttribute("aria-selected"));
        box.sendKeys(Keys.ENTER);
        browser.waitFor("the region's address", () -> browser.driver().getCurrentUrl().contains("/region/420500"));
        browser.settled();
        assertEquals("宜昌市", browser.one("h1").getText());
    }

    @Test
    void aQuestionBecomesAChartAndATableToTakeAway() throws Exception {
        browser.open("/questions/indicators/growth");
        WebElement region = browser.one("input[name=region]");
        region.sendKeys("芜湖", Keys.ENTER);
        browser.waitFor("the answer", () -> browser.driver().getCurrentUrl().contains("region="));
        browser.settled();
        browser.one(".chart svg");
        browser.waitForText("工业机器人产量");
        String href = browser.one("a[download$='.csv']").getAttribute("href");
        String csv = new String(java.net.URI.create(href).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("地区或企业,指标,时期"), csv);
        assertTrue(csv.contains("工业机器人产量"), csv);
        assertFalse(browser.driver().getCurrentUrl().contains("period="), "empty fields are not in the address");
    }

    @Test
    void aNumberShowsTheWordsThatStateIt() {
        browser.open("/questions/indicators/growth?region=芜湖&indicator=汽车产量");
        browser.one("td button.link").click();
        browser.one("dialog blockquote mark");
        String words = browser.one("dialog").getText();
        assertTrue(words.contains("37.2%"), words);
        assertTrue(words.contains("推断：时期") && words.contains("置信度: 0."), words);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.waitFor("the words to go", () -> browser.all("dialog").isEmpty());
    }

    @Test
    void figuresThatDisagreeStandSideBySide() {
        browser.open("/region/340100");
        browser.waitForText("9.4%");
        String text = browser.text();
        assertTrue(text.contains("9.1%") && text.contains("9.4%"), text);
        assertTrue(text.contains("说法不一"), "the key figure is not one of the two");
    }

    @Test
    void whoLooksForDisagreementIsLedToProjectsToo() {
        browser.open("/questions/indicators/conflicts");
        assertTrue(browser.text().matches("(?s).*对照了 3 组数字；另外 \\d+ 组只有一处报道.*"), browser.text());
        browser.one("main a[href='/questions/projects/conflicts']").click();
        browser.waitFor("the question", () -> browser.driver().getCurrentUrl().endsWith("/projects/conflicts"));
        browser.settled();
        String text = browser.text();
        assertTrue(text.matches("(?s).*没有可以对照的数字：\\d+ 组数字都只有一处报道.*"),
                "what nothing is held against is no proof: " + text);
        assertTrue(text.contains("没有设条件") && text.contains("8 篇文章"), text);
    }

    @Test
    void anEmptyAnswerSaysWhatWasAskedAndWhatFindsMore() {
        browser.open("/questions/indicators/growth?region=芜湖&indicator=无此指标");
        String text = browser.one(".nothing-found").getText();
        assertTrue(text.contains("没有符合条件的结果") && text.contains("= 芜湖") && text.contains("= 无此指标"), text);
        assertTrue(text.matches("(?s).*8 篇文章，读出 \\d+ 个统计值.*"), text);
        browser.driver().findElement(By.partialLinkText("不限“指标名称”")).click();
        browser.waitForText("工业机器人产量");
        browser.open("/questions/indicators/growth?region=芜湖&indicator=无此指标&lang=en");
        text = browser.one(".nothing-found").getText();
        assertTrue(text.contains("Nothing meets these conditions") && text.contains("without “"), text);
    }

    /** What the modules compute without a view. */
    @Test
    void yearsWithoutFiguresLeaveAHoleAndReasonsHaveChineseWords() {
        browser.open("/questions?lang=zh");
        assertEquals("[[\"2018\",\"2019\",\"2020\",\"2021\"],[[\"2018\",1],[\"2019\",2],[\"2020\",null],[\"2021\",3]]]",
                computed("timeline", "const axis = m.timeline(['2018', '2021', '2019']);"
                        + "return [axis.times, axis.line([['2021', 3], ['2018', 1], ['2019', 2]])];"));
        assertEquals("[[\"2021-Q1\",\"2021-Q2\",\"2021-Q3\"],[[\"2021-Q1\",1],[\"2021-Q2\",null],[\"2021-Q3\",2]]]",
                computed("timeline", "const axis = m.timeline(['2021-Q1', '2021-Q3']);"
                        + "return [axis.times, axis.line([['2021-Q1', 1], ['2021-Q3', 2]])];"));
        assertEquals("[[\"出口\",\"工业投资\"],[\"出口\"],[]]", computed("indicator-choice",
                "const rows = [{ indicator: '工业投资', subjects: 2 }, { indicator: '出口', subjects: 3 }];"
                        + "return [m.candidates('地区生产总值', rows), m.candidates('工业投资', rows), m.candidates('出口', [])];"));
        assertEquals("[\"触发词“签约”\",\"金额：总投资\",\"置信度 0.45 低于 0.50；各项目合计 61元，超过总额 60元\",null]",
                computed("reading-words", "return [m.ruleWords('trigger 签约'), m.ruleWords('amount TOTAL_INVESTMENT'),"
                        + "m.reasonWords('confidence 0.45 is below 0.50; the projects told of add up to 61 CNY,"
                        + " more than the 60 of them all'), m.reasonWords('something else')];"));
    }

    /** A fair of a zone of Hubei that is held in Guangdong: its money is Hubei's. */
    @Test
    void moneyStandsWhereItGoesAndNamesLeadToTheirPages() {
        browser.open("/region/420500?lang=zh");
        WebElement goes = browser.one("td[data-label='落地'] a[href='/region/yichang-high-tech']");
        WebElement row = goes.findElement(By.xpath("ancestor::tr"));
        assertEquals("412亿元", row.findElement(By.cssSelector("td[data-label='金额']")).getText());
        assertEquals("广州", row.findElement(By.cssSelector("td[data-label='举办地'] a[href='/region/440100']")).getText());
        WebElement article = row.findElement(By.cssSelector(".article"));
        assertTrue(article.getText().contains("58个项目签约"), "the headline: " + article.getText());
        assertEquals("yichang-fair", article.getAttribute("title"));
        browser.one("td[data-label='项目'] a[href*='/project/']");
        browser.one("td[data-label='投资方'] a");
        browser.one("td[data-label='地点'] a[href^='/region/']");
        browser.open(
                URI.create(row.findElement(By.cssSelector("td[data-label='活动'] a")).getAttribute("href")).getRawPath()
                        + "?lang=zh");
        String event = browser.text();
        assertTrue(event.contains("412亿元") && event.contains("会议活动") && !event.contains("gathering"), event);
        browser.open("/region/440000?lang=zh");
        assertFalse(browser.text().contains("412亿元"), "it is only held there");
        assertTrue(browser.text().contains("产业合作推介会"), "it is held there");
    }

    @Test
    void aRankingIsDrawnAsBarsLeadsToItsWordsAndSaysOnPaperWhatWasAsked() {
        browser.open("/questions/indicators/ranking?lang=zh");
        browser.one("td[data-label='依据'] button.link");
        assertFalse(browser.one(".on-paper").isDisplayed());
        browser.paper(true);
        assertTrue(browser.one(".on-paper").getText().contains("指标名称："), browser.one(".on-paper").getText());
        browser.paper(false);
        assertEquals("[\"bar\",\"line\"]",
                computed("picture", "const columns = ['subject', 'period', 'value'].map(name => ({ name }));"
                        + "const ranked = [['甲', '2022', 1], ['乙', '2023', 2]], lines = [...ranked, ['甲', '2023', 3]];"
                        + "return [ranked, lines].map(rows => m.automatic(rows.map(([subject, period, value]) => ({ subject, period, value })), columns));"));
    }

    private Object computed(String module, String body) {
        return browser.driver().executeAsyncScript("const done = arguments[0];"
                + "import('/assets/" + module + ".js').then(m => { " + body + " })"
                + ".then(value => done(JSON.stringify(value)), error => done(String(error)));");
    }

    @Test
    void tablesAreSortedAndFilteredByKeys() {
        browser.open("/region/420000");
        WebElement head = browser.driver()
                .findElement(By.xpath("//table[.//button[text()='项目']]//th/button[text()='金额']"));
        head.sendKeys(Keys.ENTER);
        WebElement table = head.findElement(By.xpath("ancestor::table"));
        assertEquals("descending", head.findElement(By.xpath("..")).getAttribute("aria-sort"));
        assertTrue(table.findElement(By.cssSelector("tbody tr")).getText().contains("50亿元"), table.getText());
        WebElement filter = table.findElement(By.xpath("ancestor::div[@class='table']//input"));
        filter.sendKeys("磷石膏");
        browser.waitFor("two rows", () -> table.findElements(By.cssSelector("tbody tr")).size() == 2);
        browser.paper(true);
        assertTrue(head.isDisplayed() && !filter.isDisplayed(),
                "on paper a table has its headings and no box to type in");
        browser.paper(false);
    }

    @Test
    void theEditorAsksAndTells() {
        browser.open("/editor?query=" + java.net.URLEncoder.encode(
                "PREFIX schema: <https://schema.org/> SELECT ?name { ?x schema:name ?name FILTER(STR(?name) = '芜湖市') } LIMIT 1",
                StandardCharsets.UTF_8));
        browser.waitForText("芜湖市");
        browser.open("/editor?query=SELECT");
        browser.one("[role=alert]");
        // The browser itself tells of the status 400.
        assertEquals(1, browser.complaints().size());
    }

    /** With glosses, bytes out of frame and a number beside the damage: that number is nowhere, and nothing is stored. */
    @Test
    void aDirtyArticleIsTried() {
        int before = store.articles().size();
        browser.open("/try");
        browser.one("main textarea").sendKeys("蕪湖晶澤半導體簽約\n\n"
                + "2024年5月20日，晶澤半導體(dǎo)與蕪湖經(jīng)濟技術(shù)開發(fā)區(qū)簽署投資協(xié)議，項目總投資18億元?．斕焓?5個項目開工。");
        browser.driver().findElement(By.cssSelector("main form button")).click();
        browser.waitForText("18亿元");
        String text = browser.text();
        assertTrue(text.contains("晶泽半导体"), text);
        assertFalse(text.contains("25个") || text.contains("5 个项目"), text);
        assertFalse(browser.all(".stretch").isEmpty(), "what was read is marked");
        assertEquals(List.of(), browser.all(".tried .why [lang=en]").stream().map(WebElement::getText).toList(),
                "rules and reasons are told in Chinese");
        assertEquals(before, store.articles().size());
        URI address = URI.create(browser.driver().getCurrentUrl());
        assertFalse((address.getRawPath() + address.getRawQuery()).contains("18"),
                "what is pasted is not in the address");
    }

    @Test
    void aThingDrawsItsNeighbours() {
        browser.open("/page/id/region/420500");
        WebElement button = browser.driver().findElement(By.xpath("//button[text()='关系图']"));
        button.sendKeys(Keys.ENTER);
        browser.one(".chart svg");
    }

    @Test
    void trouble() {
        browser.open("/region/999999");
        assertTrue(browser.one("[role=alert]").getText().contains("没有这个地区"));
        browser.open("/questions/no/such");
        assertTrue(browser.one("[role=alert]").getText().contains("没有这个问题"));
        browser.complaints();
    }

    @Test
    void theFirstViewIsLight() {
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        browser.open("/");
        assertTrue(browser.weight() < 700_000, browser.weight() + " bytes");
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        browser.open("/questions/indicators/growth");
        browser.one(".chart svg");
        assertTrue(browser.weight() < 700_000, browser.weight() + " bytes");
    }
}
