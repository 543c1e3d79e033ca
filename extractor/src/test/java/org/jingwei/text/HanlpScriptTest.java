package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanlpScriptTest {
    private final HanlpScript script = new HanlpScript();

    @ParameterizedTest
    @CsvSource({ "經濟發展,经济发展", "乾隆年間的乾燥,乾隆年间的干燥", "軟體園區,软体园区", "已经是简体,已经是简体", "ＧＤＰ增長8%,ＧＤＰ增长8%", "頭髮與發展,头发与发展" })
    void simplifiesCharactersAndKeepsWords(String traditional, String simplified) {
        assertEquals(simplified, script.toSimplified(traditional));
    }

    @Test
    void givesOneUnitForEveryUnit() {
        var all = new StringBuilder();
        for (int c = 0x3400; c < 0x9fff; c++) {
            all.appendCodePoint(c);
        }
        all.append("筆記簿型電腦𠀀𪛖");
        assertEquals(all.length(), script.toSimplified(all.toString()).length());
    }

    @ParameterizedTest
    @CsvSource({ "展,zhǎn", "區,qū", "区,qu", "業,yè", "旅,lǚ", "旅,lv", "旅,lu", "行,háng", "行,xing", "鎮,zhèn", "體,tǐ",
            "廣,ɡuǎnɡ" })
    void knowsReadings(String han, String letters) {
        assertTrue(script.isReading(han.codePointAt(0), letters));
    }

    @ParameterizedTest
    @CsvSource({ "展,zhan2x", "區,a", "元,usd", "业,GDP", "行,bank", "人,r", "，,hao" })
    void refusesWhatIsNoReading(String han, String letters) {
        assertFalse(script.isReading(han.codePointAt(0), letters));
    }

    @Test
    void refusesNothing() {
        assertFalse(script.isReading('人', ""));
    }
}
