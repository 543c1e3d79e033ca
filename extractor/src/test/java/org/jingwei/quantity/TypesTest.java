package org.jingwei.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jingwei.quantity.Period.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values say of themselves besides their number. */
class TypesTest {
    private static final ReadingContext CONTEXT = new ReadingContext(Optional.of(LocalDate.of(2021, 11, 8)));

    private static <Q extends Quantity> Q only(String text, Class<Q> kind) {
        var read = new QuantityReader().read(text, CONTEXT).stream().filter(kind::isInstance).map(kind::cast).toList();
        assertEquals(1, read.size(), text);
        return read.getFirst();
    }

    @ParameterizedTest
    @CsvSource({ "增长5%, 5", "下降3.2%, -3.2", "增长3.4倍, 340", "增加了两倍, 200", "增长1倍以上, 100", "翻一番, 100", "翻两番, 300",
            "翻三番, 700",
            "是去年的1.8倍, 80", "扩大到三倍, 200", "提高到原来的2.5倍, 150", "减少一半, -50" })
    void theChangeOfMultiplesFollowsTheStatisticsOffice(String text, BigDecimal percent) {
        var rate = only(text, Rate.class);
        assertEquals(0, percent.compareTo(rate.change().orElseThrow()), rate::toString);
    }

    @ParameterizedTest
    @CsvSource({ "占全省的12%", "居全省第3位", "提高2个百分点", "年均增长8%", "产销率为95.1%" })
    void whatIsNoChangeStatesNone(String text) {
        assertEquals(Optional.empty(), only(text, Rate.class).change());
    }

    @ParameterizedTest
    @CsvSource({ "2021年1—9月, true", "2021年9月, false", "2021年前三季度, true", "2021年三季度, false", "2021年上半年, true",
            "2021年下半年, false",
            "2021年, false", "今年以来, true", "2021年1月, false", "2021年3—5月, false", "2021—2025年, false" })
    void cumulativePeriodsAreKeptFromSingleOnes(String text, boolean cumulative) {
        assertEquals(cumulative, only(text, Period.class).cumulative());
    }

    @Test
    void theSameMonthsHaveOtherNotationsAloneAndCumulated() {
        assertEquals("2021-01/2021-09", only("1—9月，全市", Period.class).notation());
        assertEquals("2021-09", only("9月，全市", Period.class).notation());
        assertEquals("2021-01/2021-09", only("前三季度，全市", Period.class).notation());
        assertEquals("2021-Q3", only("三季度，全市", Period.class).notation());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "2021年5月26日; ''", "今年5月26日; YEAR", "5月26日，项目; YEAR", "8日，记者获悉; YEAR,MONTH",
            "昨日; YEAR,MONTH,DAY", "上周五; YEAR,MONTH,DAY", "本月; YEAR,MONTH", "上月5日; YEAR,MONTH", "今年以来; YEAR,MONTH",
            "2021年以来; MONTH", "2020年四季度; ''", "前三季度; YEAR", "截至9月底; YEAR" })
    void whatThePublicationDaySuppliedIsSaid(String text, String parts) {
        Set<Part> supplied = only(text, Period.class).supplied();
        for (Part part : Part.values()) {
            assertEquals(parts.contains(part.name()), supplied.contains(part), text + " " + supplied);
        }
    }

    @Test
    void aDayIsADate() {
        assertEquals(LocalDate.of(2021, 5, 26), only("5月26日下午", Date.class).day());
        assertTrue(only("截至9月30日", Date.class).pointInTime());
        assertTrue(only("截至9月底", Interval.class).pointInTime());
        assertEquals(LocalDate.of(2021, 9, 21), only("中秋节当天", Date.class).day());
    }

    @Test
    void anOccasionHasAYearAndNoDaysButTheFestivals() {
        var week = only("今年国庆黄金周，全市", Occasion.class);
        assertEquals(2021, week.year());
        assertEquals(Optional.of(LocalDate.of(2021, 10, 1)), week.day());
        assertEquals(Set.of(Part.YEAR), week.supplied());
        assertEquals(Optional.empty(), only("2021财年", Occasion.class).day());
    }

    @Test
    void measuresOfQudtNameTheirUnit() throws IOException {
        assertEquals("http://qudt.org/vocab/unit/TONNE", only("年产5万吨", Measure.class).qudt().orElseThrow().toString());
        assertEquals("http://qudt.org/vocab/unit/KiloW-HR",
                only("用电3万千瓦时", Measure.class).qudt().orElseThrow().toString());
        assertTrue(only("占地500亩", Measure.class).qudt().isEmpty());
        assertTrue(only("吞吐30万标箱", Measure.class).qudt().isEmpty());
        assertFalse(only("时速350公里", Measure.class).qudt().isEmpty());
        // The ontology names the same units for the same words.
        var listed = Pattern
                .compile("unit:(\\S+) a jw:Unit[^.]*?skos:notation ((?:\"[^\"]+\"(?: , )?)+)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "ontology", "codes", "unit.ttl")));
        int compared = 0;
        while (listed.find()) {
            var word = Pattern.compile("\"([^\"]+)\"").matcher(listed.group(2));
            while (word.find()) {
                var own = QudtUnits.of(word.group(1));
                if (own.isPresent()) {
                    assertEquals("http://qudt.org/vocab/unit/" + listed.group(1), own.get().toString(), word.group(1));
                    compared++;
                }
            }
        }
        assertTrue(compared >= 15, "compared: " + compared);
    }

    @Test
    void aCurrencyByConventionIsMarked() {
        assertFalse(only("总投资536亿", Amount.class).currencyStated());
        assertTrue(only("总投资536亿元", Amount.class).currencyStated());
    }
}
