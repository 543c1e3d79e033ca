package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import org.jingwei.source.RawPage;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markup inside a sentence: what it shows beside a number, hides, strikes out or raises. */
class InlineMarkupTest {
    private static final ArticleReader READER = new ArticleReader(new HanlpScript());
    private static final String AROUND = "3月8日，江州市举行重点项目集中签约仪式，市发改委有关负责人介绍了情况，企业代表作了发言。";

    private static String body(String sentence) {
        byte[] content = ("<html><head><title>江州举行签约仪式</title></head><body><h1>江州举行签约仪式</h1><p>" + AROUND + "</p><p>"
                + sentence + "</p><p>" + AROUND.replace("8日", "9日") + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        var article = assertInstanceOf(Reading.Read.class, READER.read(new RawPage("page", "page", RawPage.Kind.HTML,
                content, RawPage.sha256(content), RawPage.Stated.NOTHING))).article();
        return article.text().split("\n")[2];
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "总投资186<sup>2</sup>亿元,总投资186亿元", "总投资186<sup>[2]</sup>亿元,总投资186亿元", "新建项目23<sup>1</sup>个,新建项目23个",
            "新建项目23<sup><a href=#n1>[1]</a></sup>个,新建项目23个", "江州集团<sup>1</sup>签约12个,江州集团签约12个",
            "签约12个。<sup>3</sup>其中5个,签约12个。其中5个", "总投资1<sup>2</sup>86亿元,总投资1〓亿元", "年发电10<sup>8</sup>千瓦时,年发电10〓千瓦时",
            "年发电1.5×10<sup>8</sup>千瓦时,年发电1.5×10〓千瓦时", "总投资186<sup>[2][13]</sup>亿元,总投资186亿元",
            "总投资186<sup>1234</sup>亿元,总投资186〓亿元",
            "占地110<sup>8</sup>亩,占地110亩", "占地12万m<sup>2</sup>,占地12万m2",
            "减排CO<sub>2</sub>12吨,减排CO212吨", "占地12万米<sup>2</sup>,占地12万米〓", "总投资186<sup>.5</sup>亿元,总投资186〓亿元",
            "总投资186<span style='vertical-align:super'>2</span>亿元,总投资186亿元" })
    void notesAreNoDigits(String markup, String text) {
        assertEquals(text + "。", body(markup + "。"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "总投资<s>12</s>15亿元,总投资15亿元", "总投资<del>12</del>15亿元,总投资15亿元", "总投资3<strike>12</strike>15亿元,总投资3〓亿元",
            "总投资<span style='text-decoration: line-through'>12</span>15亿元,总投资15亿元" })
    void whatIsStruckOutIsNotRead(String markup, String text) {
        assertEquals(text + "。", body(markup + "。"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "总投资<img src=1.gif>86.5亿元,总投资〓亿元", "总投资86<img src=1.gif>亿元,总投资86〓亿元", "总投资86.<img src=5.gif>亿元,总投资86.〓亿元",
            "总投资1<i></i>200亿元,总投资1〓亿元", "总投资<i class=n1></i>200亿元,总投资〓亿元", "总投资<span></span>200亿元,总投资200亿元",
            "总投资1<svg><text>8</text></svg>6亿元,总投资1〓亿元", "总投资1<script>document.write(8)</script>6亿元,总投资1〓亿元",
            "总投资1<input value=8>6亿元,总投资1〓亿元", "总投资<b>186</b>亿元,总投资186亿元", "总投资1<b>86</b>亿元,总投资186亿元",
            "签约<img src=1.gif>仪式共12个,签约仪式共12个", "总投资1<!-- 8 -->86亿元,总投资186亿元", "总投资1<wbr>86亿元,总投资186亿元" })
    void whatIsNoTextBesideADigitMayBeOne(String markup, String text) {
        assertEquals(text + "。", body(markup + "。"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = { "visibility:hidden", "font-size:0", "font-size: 0px;color:red",
            "opacity:0",
            "opacity: 0.0;", "position:absolute;left:-9999px", "text-indent:-999em", "display:none" })
    void whatIsHiddenIsNotRead(String style) {
        assertEquals("总投资186.5亿元，项目23个。",
                body("总投资<span style='" + style + "'>7</span>186.5亿元，项目<em style=\"" + style + "\">9</em>23个。"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = { "visibility:visible", "font-size:0.9em", "font-size:07px", "opacity:0.5",
            "left:-9px",
            "text-indent:-2em", "margin-left:-10px" })
    void whatIsShownIsRead(String style) {
        assertEquals("总投资186.5亿元。", body("总投资<span style='" + style + "'>186.5</span>亿元。"));
    }

    @Test
    void sizeIsInheritedAndTakenBack() {
        assertEquals("总投资186.5亿元。",
                body("<span style='font-size:0'><span style='font-size:16px'>总投资186.5亿元。</span></span>"));
    }
}
