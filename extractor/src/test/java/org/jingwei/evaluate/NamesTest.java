package org.jingwei.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jingwei.evaluate.Names.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @Test
    void normalFormsLoseSpacesQuotesAndBracketsAndMakeWidthsOne() {
        assertEquals("峡江云链平台2期", Names.normal(" “峡江云链”　平台（２期）"));
        assertEquals("", Names.normal(null));
        assertEquals("", Names.normal("《》"));
    }

    @ParameterizedTest
    @CsvSource({ "PLACE,宜昌市,宜昌,true", "PLACE,湖北宜昌市,宜昌市,true", "PLACE,湖北宜昌,宜昌,false",
            "PLACE,威海南海新区,南海新区,true", "PLACE,南海新区,威海,false", "ORG,蓝屿重工有限公司,蓝屿重工,true",
            "ORG,蓝屿重工股份有限公司,蓝屿重工集团有限公司,true", "ORG,蓝屿重工威海,蓝屿重工,true",
            "ORG,蓝屿重工威海分公司,蓝屿重工,false", "ORG,拓澄半,拓澄,false", "PERSON,顾长澜,顾长,false",
            "PERSON,顾长澜,顾长澜,true", "PLACE,县,区,false" })
    void namesOfAKindAreTheSame(Kind kind, String one, String other, boolean same) {
        assertEquals(same, Names.same(kind, one, other));
        assertEquals(same, Names.same(kind, other, one), "the other way round");
    }

    @Test
    void oneNameMayContainTheOtherWhereAnyKindWillDo() {
        assertTrue(Names.alike("岚石集团", "湖北岚石集团宜昌工厂"));
        assertFalse(Names.alike("岚", "岚石集团"), "one character is no name");
        assertTrue(Names.alike(null, ""), "both not stated");
        assertFalse(Names.alike(null, "岚石集团"));
    }

    @Test
    void diceCountsPairsOfNeighbouringCharactersAsOftenAsTheyOccur() {
        assertEquals(1.0, Names.dice("二期项目", "“二期”项目"));
        assertEquals(0.5, Names.dice("甲乙丙", "乙丙丁")); // 甲乙 乙丙 | 乙丙 丙丁
        assertEquals(2.0 / 3, Names.dice("甲甲甲", "甲甲")); // 甲甲 twice | once
        assertEquals(0.0, Names.dice("甲", "甲乙")); // a single character is compared as such
        assertEquals(0.0, Names.dice("", ""));
    }
}
