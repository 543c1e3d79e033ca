package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be repaired costs the facts that it is in, not the article. */
class DamagedWordsTest {
    private static final Pipeline PIPELINE = new Pipeline(Gazetteer.load(), Iris.standard());
    private static final String END = "江州市市长林一舟表示，将全力做好服务，推动项目早日投产，做大做强当地的产业。";

    private static Outcome.Extracted read(String text) {
        byte[] content = ("江州市举行签约仪式\n2023-03-09\n" + text + END).getBytes(StandardCharsets.UTF_8);
        var page = new RawPage("page", "page", RawPage.Kind.TEXT, content, RawPage.sha256(content),
                RawPage.Stated.NOTHING);
        return assertInstanceOf(Outcome.Extracted.class, PIPELINE.run(page));
    }

    private static List<String> values(Outcome.Extracted read) {
        return read.facts().stream().<String>mapMulti((fact, out) -> {
            if (fact instanceof Fact.Money money) {
                out.accept(money.text());
            } else if (fact instanceof Fact.Number number) {
                out.accept(number.text());
            }
        }).toList();
    }

    @ParameterizedTest
    @CsvSource({ "总投资3亿元,12个 3亿元", "总投资3亿(měi)元,12个", "总投资3(shí)亿元,12个", "总投资(shí)3亿元,12个" })
    void aNumberBesideAPronunciationOfAnotherCharacterIsNotRead(String investment, String values) {
        assertEquals(List.of(values.split(" ")).stream().sorted().toList(),
                values(read("3月8日，江州市举行签约仪式，签约项目12个，" + investment + "。")).stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "总投资-3亿元", "总投资−3亿元" })
    void noInvestmentIsLessThanNothing(String investment) {
        assertEquals(List.of("12个"), values(read("3月8日，江州市举行签约仪式，签约项目12个，" + investment + "。")));
    }

    @Test
    void nothingIsCountedByHalfOfANumber() {
        assertEquals(List.of("3亿元"), values(read("3月8日，江州市举行签约仪式，签约项目1(shí)2个，总投资3亿元。")));
    }

    /** Letters without tones in brackets are the writer's own. */
    @ParameterizedTest
    @ValueSource(strings = { "江州工业互联网(iot)平台项目", "江州智慧工地(app)项目" })
    void aNameMayHoldLettersInBrackets(String name) {
        var read = read("3月8日，" + name + "在江州市开工，总投资3亿元。");
        assertTrue(
                read.facts().stream().anyMatch(f -> f instanceof Fact.Project project && project.name().equals(name)),
                () -> read.facts().toString());
        assertEquals(List.of("3亿元"), values(read));
    }

    /** Nor is what belongs to them: whose money it is would not be known. */
    @Test
    void whatIsCalledByDamagedWordsIsListedForReview() {
        var read = read("3月8日，江州工业互联网(éh)平台项目在江州市开工，总投资3亿元。江州市今年出口5亿元。");
        assertTrue(read.facts().stream().noneMatch(f -> f instanceof Fact.Project), () -> read.facts().toString());
        assertEquals(List.of(), values(read));
        assertTrue(read.facts().stream().anyMatch(f -> f instanceof Fact.Discarded d && d.text().contains("(éh)")));
        assertTrue(read.facts().stream().anyMatch(f -> f instanceof Fact.Indicator i && i.text().equals("5亿元")));
    }
}
