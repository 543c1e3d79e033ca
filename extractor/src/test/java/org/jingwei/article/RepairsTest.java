package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {
    private static final HanlpScript SCRIPT = new HanlpScript();

    private static String repaired(String text) {
        return new Repairs(SCRIPT).repair(MappedText.of(text, 0, text.length())).toString();
    }

    @ParameterizedTest
    @CsvSource({ "開發(fā)區(qū),開發區", "開發（fa）區,開發區", "業(yè)績,業績", "旅(lǚ)客,旅客", "廣(ɡuǎnɡ)州,廣州",
            "發(fā)展(fā zhǎn)大會,發展大會", "發展(fāzhǎn)大會,發展大會", "區（QŪ）域,區域",
            "業(YE)績,業績", "西安(xī'ān)市,西安市", "綠(lv)地,綠地", "發(fā)(fa)展,發展", "網 (wǎng)站,網 站", "F(xiàn)場簽約,〓場簽約" })
    void glossesGo(String glossed, String clean) {
        assertEquals(clean, repaired(glossed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "研发(R&D)投入", "增长(yoy)8%", "人工智能(ai)产业", "上汽(saic)集团", "江州(含武进)", "项目(a)和项目(b)", "阿(A)股",
            "上海(Shanghai)中心", "（一期）", "今年(下同)", "48.6公里(km)", "产值(亿元)" })
    void genuineBracketsStay(String text) {
        assertEquals(text, repaired(text));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void cleanTextIsLeftAlone(boolean traditional) {
        var prose = new Prose(31, traditional);
        var random = new Random(32);
        for (int n = 0; n < 500; n++) {
            String clean = prose.paragraph(4) + (random.nextBoolean() ? "这是真的吗?记者就此采访了有关部门。" : "谁来投资?怎么投?A公司给出了答案。")
                    + prose.paragraph(2);
            assertEquals(clean, repaired(clean));
        }
    }

    @ParameterizedTest
    @CsvSource({ "到会有?2個項目簽約,到会有〓個項目簽約", "三期?×100万千瓦,三期〓万千瓦", "今年?—5月,今年〓月",
            "有?蝗f兩千人,有〓兩千人", "春茶?p產近三成,春茶減產近三成", "記者20?日從車間獲悉,記者20〓日從車間獲悉", "总额\ufffd5.6亿元,总额〓亿元",
            "真的要投吗?2021年见分晓,真的要投吗?2021年见分晓" })
    void aDigitBesideALostByteIsLost(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @Test
    void invisibleCharactersGo() {
        assertEquals("增长8%", repaired("增\u200b长\ufeff8\ue5e5%\u0007"));
    }

    @Test
    void charactersEscapedTwiceAreRead() {
        assertEquals("“江州”\u00a0武进", repaired("&ldquo;江州&amp;rdquo;&nbsp;武进"));
    }

    @ParameterizedTest
    @CsvSource({ "'增长 23 . 8 %',true,'增长 23 . 8 %'", "'江州　武进',false,江州武进", "'甲企 乙企 落户',true,'甲企 乙企 落户'",
            "'GDP 增长',false,'GDP 增长'", "'完成， 增长',true,完成，增长",
            "'完成。（江报记者 张大山 李小河 摄）',false,'完成。（江报记者 张大山 李小河 摄）'" })
    void spaces(String text, boolean betweenHan, String spaced) {
        assertEquals(spaced, Repairs.spaced(MappedText.of(text, 0, text.length()), betweenHan).toString());
    }

    @ParameterizedTest
    @CsvSource({ "１—６月,1—6月", "增长２．５％,增长2.5%", "'１，２００人','1,200人'", "ＧＤＰ，增长,GDP，增长" })
    void fullWidthNumbersAndLettersAreNarrowed(String wide, String narrow) {
        assertEquals(narrow, new Repairs(SCRIPT).narrowed(MappedText.of(wide, 0, wide.length())).toString());
    }

    @Test
    void mendsWithoutTouchingWhatIsWhole() {
        assertFalse(repaired("上海？深圳？还是武进？").contains("〓"));
    }
}
