package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static final ArticleReader READER = new ArticleReader(new HanlpScript());

    private static RawPage raw(RawPage.Kind kind, byte[] content, RawPage.Stated stated) {
        return new RawPage("page", "page", kind, content, RawPage.sha256(content), stated);
    }

    private static Article read(RawPage.Kind kind, String content) {
        return read(kind, content, RawPage.Stated.NOTHING);
    }

    private static Article read(RawPage.Kind kind, String content, RawPage.Stated stated) {
        return assertInstanceOf(Reading.Read.class,
                READER.read(raw(kind, content.getBytes(StandardCharsets.UTF_8), stated))).article();
    }

    private static RawPage.Stated titled(String title, String published) {
        return new RawPage.Stated(Optional.empty(), Optional.of(title), Optional.of(published), Optional.of("UTF-8"));
    }

    private static Reading.Rejected rejected(byte[] content) {
        return assertInstanceOf(Reading.Rejected.class,
                READER.read(raw(RawPage.Kind.UNKNOWN, content, RawPage.Stated.NOTHING)));
    }

    private static final String DIRTY = """
            讀遍江州 感謝您瀏覽江州新聞網(wǎng)。 歡迎投稿:郵箱news@example.cn 客服電話:0512-86160000

            三大項目落戶武進區(qū)(qū)！總投資88億元

            2023-03-09 08:05 來源:江州日報 編輯:江州新聞網 瀏覽量:12

            　　3月8日，武進區(qū)舉行重點項目簽約儀式，3個項目落戶開發(fā)區(qū)，總投資達88億元。

            　　區(qū)長表示，將全力做好服務，推動項目早日投產(chǎn)。（江報記者 張大山 李小河 文/攝）

            原文地址:http://news.example.cn/a/202303/t20230309_1.shtml
            江州新聞網客服:0512-86160000
            【責任編輯:王五一】
            江州新聞網(wǎng)版權(quán)及免責聲明:凡本網(wǎng)注明“來源:XXX(非江州新聞網(wǎng))”的作品，均轉(zhuǎn)載自其它媒體，並不代表本網(wǎng)贊同其觀點。
            圖片新聞
            熱點資訊
            """;

    @Test
    void aDirtyTextGivesItsArticle() {
        var article = read(RawPage.Kind.TEXT, DIRTY);
        assertEquals("""
                三大项目落户武进区！总投资88亿元
                3月8日，武进区举行重点项目签约仪式，3个项目落户开发区，总投资达88亿元。
                区长表示，将全力做好服务，推动项目早日投产。（江报记者 张大山 李小河 文/摄）""", article.text());
        var metadata = article.metadata();
        assertEquals(Optional.of("三大项目落户武进区！总投资88亿元"), metadata.title());
        assertEquals(Optional.of(LocalDate.of(2023, 3, 9)), metadata.published());
        assertEquals(Optional.of(LocalTime.of(8, 5)), metadata.publishedTime());
        assertEquals(Optional.of("江州日报"), metadata.source());
        assertEquals(Optional.of("江州新闻网"), metadata.publisher());
        assertEquals(List.of("张大山", "李小河"), metadata.authors());
        assertEquals(List.of("王五一"), metadata.editors());
        assertEquals(Optional.of("http://news.example.cn/a/202303/t20230309_1.shtml"), metadata.originalUrl());
        assertTrue(metadata.traditional());
        assertEquals(article.text().length(), article.ownScript().length());
        assertTrue(article.ownScript().startsWith("三大項目落戶武進區！"));
    }

    @Test
    void everyCharacterLeadsBackToThePage() {
        var article = read(RawPage.Kind.TEXT, DIRTY);
        for (int i = 0; i < article.text().length(); i++) {
            if (article.text().charAt(i) != '\n') {
                Span home = article.map().toPage(new Span(i, i + 1));
                assertEquals(article.ownScript().substring(i, i + 1), home.of(article.page()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "<p>江州市今天有12个重点项目集中开工，总投资<b>86</b>亿元。</p><p>这些项目涉及先进制造、现代物流等多个领域。</p>",
            "江州市今天有12个重点项目集中开工，总投资<b>86</b>亿元。<br/>这些项目涉及先进制造、现代物流等多个领域。<br/>",
            "江州市今天有12个重点项目集中开工，总投资86亿元。\n这些项目涉及先进制造、现代物流等多个领域。" })
    void aTextOfAFeedMayHoldMarkup(String text) {
        var article = read(RawPage.Kind.UNKNOWN, text, titled("江州项目开工", "2024-02-18"));
        assertTrue(article.text().endsWith("江州市今天有12个重点项目集中开工，总投资86亿元。\n这些项目涉及先进制造、现代物流等多个领域。"), article.text());
        assertEquals(Optional.of("江州项目开工"), article.metadata().title());
    }

    @Test
    void aStatedTitleIsTheHeadline() {
        var article = read(RawPage.Kind.TEXT, "江州今天有12个项目开工。", titled("江州项目开工", "2024-02-18"));
        assertEquals("江州项目开工\n江州今天有12个项目开工。", article.text());
        assertEquals(article.text(), article.page());
        assertEquals(Optional.of(new Span(0, 6)), article.headline());
        assertEquals(Optional.of(LocalDate.of(2024, 2, 18)), article.metadata().published());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " \u3000\n" })
    void aBlankStatedTitleIsNone(String blank) {
        String text = "<p>江州市今天有12个重点项目集中开工，总投资<b>86</b>亿元。</p><p>这些项目涉及先进制造、现代物流等多个领域。</p>";
        assertEquals(Optional.empty(), read(RawPage.Kind.HTML, text, titled(blank, "2024-02-18")).metadata().title());
        assertEquals(Optional.of("江州项目开工"),
                read(RawPage.Kind.HTML, "<title>江州项目开工</title>" + text, titled(blank, "2024-02-18")).metadata()
                        .title());
    }

    @ParameterizedTest
    @CsvSource({ "|,江州项目集中开工", "——,江州项目集中开工", "| 江州项目集中开工,江州项目集中开工", "_江州项目集中开工_江州新闻网,江州项目集中开工" })
    void whatPartsATitleFromTheSiteIsNone(String title, String told) {
        String text = "<p>江州市今天有12个重点项目集中开工，总投资<b>86</b>亿元。</p><p>这些项目涉及先进制造、现代物流等多个领域。</p>";
        assertEquals(Optional.of(told), read(RawPage.Kind.HTML, "<title>" + title + "</title>"
                + (title.contains("江州") ? "" : "<h1>江州项目集中开工</h1>") + text).metadata().title());
        assertEquals(title.contains("江州") ? Optional.of("江州项目集中开工") : Optional.empty(),
                read(RawPage.Kind.HTML, text, titled(title, "2024-02-18")).metadata().title());
        if (title.contains("江州")) {
            assertEquals(Optional.of(told), read(RawPage.Kind.TEXT,
                    title + "\n2024-02-18\n江州市今天有12个重点项目集中开工，总投资86亿元。这些项目涉及先进制造、现代物流等多个领域。").metadata().title());
        }
    }

    @Test
    void aTitleThatIsNotShownIsRepaired() {
        String text = "<p>江州市今天有12个重点项目集中开工，总投资<b>86</b>亿元。</p><p>这些项目涉及先进制造、现代物流等多个领域。</p>";
        assertEquals(Optional.of("江州开发区3〓个项目开工"),
                read(RawPage.Kind.HTML, text, titled("江州開發(fā)區(qū)3\ue1a2個項目開工", "2024-02-18")).metadata().title());
    }

    /** 江(bèi)日报 is not the name of any paper. */
    @ParameterizedTest
    @CsvSource({ "江州日报,江州日报,林一舟", "江\ufffd日报,,林一舟", "江(bèi)日报,,林一舟", "江州日报,江州日报,林\ufffd舟" })
    void aNameWithALostCharacterIsNotTold(String source, String told, String author) {
        String body = "江州市今天有12个重点项目集中开工，总投资86亿元。这些项目涉及先进制造、现代物流等多个领域。";
        var authors = author.equals("林一舟") ? List.of("林一舟") : List.of();
        var text = read(RawPage.Kind.TEXT,
                "江州项目开工\n2024-02-18 来源：" + source + " 作者：" + author + "\n" + body).metadata();
        assertEquals(Optional.ofNullable(told), text.source());
        assertEquals(authors, text.authors());
        var html = read(RawPage.Kind.HTML, "<title>江州项目开工</title><meta name=source content='" + source
                + "'><meta name=author content='" + author + "'><h1>江州项目开工</h1><p>" + body + "</p>").metadata();
        assertEquals(Optional.ofNullable(told), html.source());
        assertEquals(authors, html.authors());
    }

    @ParameterizedTest
    @ValueSource(strings = { "【江州项目开工】江州今天有12个项目开工。", "江州项目开工\n江州今天有12个项目开工。" })
    void aTitleInTheTextIsNotRepeated(String text) {
        var article = read(RawPage.Kind.TEXT, text, titled("江州项目开工", "2024-02-18"));
        assertEquals("江州项目开工\n江州今天有12个项目开工。", article.text());
        assertEquals(text, article.page());
    }

    @Test
    void aTitleRepeatedFurtherDownTakesNothingAway() {
        String text = "　　江州、云阳两地帮企业招工、送料、跑手续，车间里的机器一台接一台地转了起来，订单也跟着回来了，工人们说今年的活比往年多。\n江州项目开工\n今天有12个项目开工，涉及多个领域。";
        assertTrue(read(RawPage.Kind.TEXT, text, titled("江州项目开工", "2024-02-18")).text().contains("云阳两地帮企业招工"));
    }

    /** A lone label, an editor, the time of an event: the list below is the article's. */
    @Test
    void linesBelowALabelAreKept() {
        String text = """
                青川县集中签约茶叶项目
                5月1日，青川县集中签约茶叶加工项目，副县长在致辞时表示，将加快土地供应，确保项目年内开工。
                时间：6月20日上午
                风险提示：
                （责任编辑：沈可）
                1.青川茶叶加工园，12亿元
                2.青川冷库二期，3亿元
                """;
        assertEquals("""
                青川县集中签约茶叶项目
                5月1日，青川县集中签约茶叶加工项目，副县长在致辞时表示，将加快土地供应，确保项目年内开工。
                时间：6月20日上午
                风险提示：
                1.青川茶叶加工园，12亿元
                2.青川冷库二期，3亿元""", read(RawPage.Kind.TEXT, text).text());
    }

    private static final String HTML = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>江州一季度进出口增长12.5% - 江州新闻网</title>
            <meta name="author" content="张大山"></head><body>
            <div class="nav"><a href="/">首页</a> <a href="/n">新闻</a> <a href="/f">财经</a></div>
            <div id="main"><h1>江州一季度进出口增长12.5%</h1>
            <div class="info">2024年4月15日 09:30&nbsp;&nbsp;来源：江州日报&nbsp;责任编辑：王五一</div>
            <div class="content"><p>　　据江州海关统计，今年一季度，全市进出口总值&nbsp;<b>320.6</b>亿元，同比增长12.5%。</p>
            <p>其中，出口210亿元，增长15%；进口110.6亿元，增长8%。</p>
            <table><tr><th>指标</th><th>增速</th></tr><tr><td>出口</td><td>15%</td></tr><tr><td>进口</td><td>8%</td></tr></table>
            <p>业内人士认为，外贸&ldquo;开门红&rdquo;为全年打下了基础&#65292;企业信心增强。</p></div>
            <div class="related"><h3>相关新闻</h3><ul><li><a href="1">武进举行招商推介会</a></li><li><a href="2">江州新增外资企业30家</a></li></ul></div>
            <p>江州新闻网版权及免责声明：凡本网注明来源的作品，转载请注明出处，并不代表本网赞同其观点。</p></div>
            <div class="foot">Copyright 2024 江州新闻网 All Rights Reserved</div></body></html>
            """;

    @Test
    void aMarkedUpPageGivesItsArticle() {
        var article = read(RawPage.Kind.HTML, HTML);
        assertEquals("""
                江州一季度进出口增长12.5%
                据江州海关统计，今年一季度，全市进出口总值 320.6亿元，同比增长12.5%。
                其中，出口210亿元，增长15%；进口110.6亿元，增长8%。
                指标 增速
                出口 15%
                进口 8%
                业内人士认为，外贸“开门红”为全年打下了基础，企业信心增强。""", article.text());
        var metadata = article.metadata();
        assertEquals(Optional.of(LocalDate.of(2024, 4, 15)), metadata.published());
        assertEquals(Optional.of(LocalTime.of(9, 30)), metadata.publishedTime());
        assertEquals(Optional.of("江州日报"), metadata.source());
        assertEquals(Optional.of("江州新闻网"), metadata.publisher());
        assertEquals(List.of("张大山"), metadata.authors());
        assertEquals(List.of("王五一"), metadata.editors());
        assertFalse(metadata.traditional());
    }

    @Test
    void charactersOfMarkupLeadBackToTheirReferences() {
        var article = read(RawPage.Kind.HTML, HTML);
        int quote = article.text().indexOf('“');
        assertEquals("&ldquo;", article.map().toPage(new Span(quote, quote + 1)).of(article.page()));
        int comma = article.text().indexOf("，企业信心");
        assertEquals("&#65292;", article.map().toPage(new Span(comma, comma + 1)).of(article.page()));
        int amount = article.text().indexOf("320.6");
        assertEquals("320.6</b>亿元", article.map().toPage(new Span(amount, amount + 7)).of(article.page()));
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8,gb2312", "GB18030,utf-8", "GB18030,iso-8859-1", "Big5-HKSCS,gbk", "UTF-8,klingon",
            "UTF-16LE,utf-8" })
    void mislabelledPagesAreDecoded(String real, String label) {
        String text = HTML.replace("charset=\"utf-8\"", "charset=\"" + label + "\"");
        if (real.startsWith("Big5")) {
            text = text.replace("进出口", "進出口").replace("增长", "增長").replace("总值", "總值").replace("亿", "億");
        }
        byte[] content = ((real.equals("UTF-16LE") ? "\ufeff" : "") + text).getBytes(Charset.forName(real));
        var article = assertInstanceOf(Reading.Read.class,
                READER.read(raw(RawPage.Kind.HTML, content, RawPage.Stated.NOTHING))).article();
        assertTrue(article.text().contains("320.6亿元，同比增长12.5%"), article.text());
    }

    @Test
    void aPassedOverLabelIsSaid() {
        byte[] content = HTML.replace("charset=\"utf-8\"", "charset=klingon").getBytes(Charset.forName("GB18030"));
        var article = assertInstanceOf(Reading.Read.class,
                READER.read(raw(RawPage.Kind.HTML, content, RawPage.Stated.NOTHING))).article();
        assertEquals(
                new Article.Charset("GB18030", Optional.of("labelled \"klingon\", which no charset is called")),
                article.charset());
    }

    @Test
    void whatIsNoArticleSaysWhy() {
        assertEquals(Reading.Reason.EMPTY, rejected(" \n".getBytes(StandardCharsets.UTF_8)).reason());
        assertEquals(Reading.Reason.BINARY, rejected("%PDF-1.7 1 0 obj".getBytes(StandardCharsets.UTF_8)).reason());
        assertEquals(Reading.Reason.NOT_CHINESE,
                rejected("Exports grew by 12 percent in the first quarter, the customs office said."
                        .getBytes(StandardCharsets.UTF_8)).reason());
        byte[] noise = new byte[4000];
        new java.util.Random(5).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0x80);
        }
        assertEquals(Reading.Reason.NOT_DECODABLE, rejected(noise).reason());
        byte[] labelled = ("<html><meta charset=klingon><body>" + new String(noise, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        var unknown = rejected(labelled);
        assertEquals(Reading.Reason.UNKNOWN_CHARSET, unknown.reason());
        assertTrue(unknown.detail().contains("klingon"), unknown.detail());
        assertEquals(Reading.Reason.LIST_PAGE,
                rejected("<html><body><ul><li><a href=1>武进招商</a><li><a href=2>江州外资</a></ul></body></html>"
                        .getBytes(StandardCharsets.UTF_8)).reason());
    }

    @Test
    void aListOfHeadlinesWithoutMarkupIsNoArticle() {
        String list = "江州港开通新航线\n武进区集中开工36个项目\n临川引进德资项目\n襄城召开招商推进会\n高新区三家企业过会\n"
                + "青浦夜经济试点启动\n海门家纺城客流回升\n长乐海洋产业园封顶\n宁海出台数字经济十条\n";
        assertEquals(Reading.Reason.LIST_PAGE, rejected(list.getBytes(StandardCharsets.UTF_8)).reason());
        assertEquals(Reading.Reason.ERROR_PAGE,
                rejected("您访问的页面不存在，可能已被删除。\n".getBytes(StandardCharsets.UTF_8)).reason());
    }

    @Test
    void theDayNearestToTheArticleCounts() {
        var article = read(RawPage.Kind.HTML, """
                <html><head><title>江州两个项目开工</title></head><body><div>今天是2024年7月9日 星期二</div>
                <h1>江州两个项目开工</h1><p>2023-06-01 09:00 来源：江州日报</p>
                <p>江州两个外资项目今天开工，总投资6亿元，预计明年投产。</p></body></html>""");
        assertEquals(Optional.of(LocalDate.of(2023, 6, 1)), article.metadata().published());
    }

    @Test
    void aFewBrokenBytesAreLostPlacesNotARejection() {
        byte[] content = "江州今年引进外资项目12个，总投资9亿元，同比增长8%。".getBytes(StandardCharsets.UTF_8);
        content[8] = (byte) 0xff;
        var article = assertInstanceOf(Reading.Read.class,
                READER.read(raw(RawPage.Kind.TEXT, content, RawPage.Stated.NOTHING))).article();
        assertTrue(article.text().indexOf(Article.LOST) >= 0 && article.text().indexOf('\ufffd') < 0, article.text());
    }

    @Test
    void deepAndLargePagesAreBounded() {
        String deep = "<div>".repeat(10_000) + "<p>江州今年引进外资项目12个，总投资9亿元，同比增长8%，创历史新高。</p>" + "</div>".repeat(10_000);
        assertTrue(read(RawPage.Kind.HTML, "<html><body>" + deep).text().contains("12个"));
        var large = READER.read(raw(RawPage.Kind.TEXT, "江州外资增长，".repeat(2_000_000).getBytes(StandardCharsets.UTF_8),
                RawPage.Stated.NOTHING));
        assertEquals(Reading.Reason.TOO_LARGE, assertInstanceOf(Reading.Rejected.class, large).reason());
        var node = READER.read(raw(RawPage.Kind.HTML,
                ("<html><body><p>" + "江州外资增长，".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8),
                RawPage.Stated.NOTHING));
        assertEquals(Reading.Reason.TOO_LARGE, assertInstanceOf(Reading.Rejected.class, node).reason());
        assertEquals(Reading.Reason.TOO_LARGE,
                rejected(("<html><body>" + "<b>".repeat(300_000) + "江州").getBytes(StandardCharsets.UTF_8)).reason());
        assertEquals(Reading.Reason.NOT_AN_ARTICLE,
                rejected(("<html><body><p>江州" + "&amp;".repeat(500_000)).getBytes(StandardCharsets.UTF_8)).reason());
    }

    @ParameterizedTest
    @CsvSource({ "2021-05-28 10:14,2021-05-28,10:14", "2021年5月28日10:14,2021-05-28,10:14",
            "2021-05-28T10:14:00+08:00,2021-05-28,10:14", "2021/5/28,2021-05-28,", "二〇二一年五月二十八日,2021-05-28,",
            "民國110年5月28日,2021-05-28,", "2021.05.28 下午2:05,2021-05-28,14:05", "2022-06-19 9:5:3,2022-06-19,09:05",
            "2022年6月19日12点05分,2022-06-19,12:05", "2022年6月19日9点,2022-06-19,", "19/06/2022,2022-06-19,",
            "06/19/2022 09:12,2022-06-19,09:12", "05/05/2022,2022-05-05,", "2022-06-19 09:12 PM,2022-06-19,21:12",
            "2022-06-19 12:05 AM,2022-06-19,00:05", "2022-06-18T18:30:00Z,2022-06-19,02:30",
            "2022-06-18T18:30:00.125Z,2022-06-19,02:30", "2022-06-18T20:30-05:00,2022-06-19,09:30",
            "2022-06-18T20:30:00-0500,2022-06-19,09:30", "2022-06-18 20:30:00 +0900,2022-06-18,19:30",
            "2022-06-18 20:30-21:30,2022-06-18,20:30" })
    void datesInTheirUsualForms(String stated, LocalDate day, LocalTime time) {
        var found = StatedTime.in(stated).orElseThrow();
        assertEquals(day, found.day());
        assertEquals(Optional.ofNullable(time), found.time());
    }

    @ParameterizedTest
    @ValueSource(strings = { "2021-13-40", "电话0512-20210528", "共2021家", "05/06/2022", "1/2/2022年" })
    void noDatesWhereNoneAre(String text) {
        assertTrue(StatedTime.in(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "1655569800000,2022-06-19,00:30", "1655569800,2022-06-19,00:30", "20220619003000,2022-06-19,00:30",
            "20220619,2022-06-19," })
    void fieldsHoldDatesInFurtherForms(String field, LocalDate day, LocalTime time) {
        var found = StatedTime.inField(field).orElseThrow();
        assertEquals(day, found.day());
        assertEquals(Optional.ofNullable(time), found.time());
    }

    @ParameterizedTest
    @CsvSource({ "江州进出口增长12.5% - 江州新闻网,江州进出口增长12.5%", "江州进出口增长12.5%_财经频道_江州网,江州进出口增长12.5%",
            "沪苏同城：武进-江州线开工,沪苏同城：武进-江州线开工" })
    void siteNamesLeaveTitles(String title, String headline) {
        assertEquals(headline, Title.withoutSite(title));
    }

    /** A short report of 404 of something is a report. */
    @ParameterizedTest
    @ValueSource(strings = { "总投资404亿元", "达404 亿元", "签约项目404个", "增长404%", "第404号公告" })
    void anAmountIsNoErrorPage(String amount) {
        Article article = read(RawPage.Kind.UNKNOWN,
                "<html><head><title>江州签约" + amount + "</title></head><body><h1>江州签约"
                        + amount + "</h1><p>3月8日，江州市举行签约仪式，" + amount + "。江州市市长出席。</p></body></html>");
        assertTrue(article.text().contains(amount.replace(" ", "")) || article.text().contains(amount), article.text());
    }

    @ParameterizedTest
    @ValueSource(strings = { "404", "404 Not Found", "404错误 - 江州新闻网", "HTTP 404", "错误代码404" })
    void whatSaysThatItIsMissingIsAnErrorPage(String title) {
        assertEquals(Reading.Reason.ERROR_PAGE, rejected(("<html><head><title>" + title
                + "</title></head><body><p>抱歉。请返回首页。</p></body></html>").getBytes(StandardCharsets.UTF_8)).reason());
    }
}
