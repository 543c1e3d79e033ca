package org.jingwei.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.jingwei.text.HanlpScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    @CsvSource({ "总投资3亿(měi)元,总投资3亿〓元", "签约项目1(shí)2个,签约项目1〓2个", "(xiāng)集团,〓集团", "江州(qū)(yù)网,江州〓网",
            "增长（bèi）3.5%,增长〓3.5%", "江〓(zhōu)市,江〓市" })
    void aGlossOfAnotherCharacterStandsForOneThatIsLost(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @ParameterizedTest
    @ValueSource(strings = { "何塞(José)说", "咖啡馆(café)", "研发(R&D)投入", "增长(yoy)8%", "人工智能(ai)产业", "上汽(saic)集团", "江州(含武进)",
            "项目(a)和项目(b)", "阿(A)股",
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
            "\ufffd\ufffdĿǩԼ23\ufffd\ufffd,〓〓", "12Ŀ\ufffd个,12〓个", "Café12个,Café12个",
            "真的要投吗?2021年见分晓,真的要投吗?2021年见分晓" })
    void aDigitBesideALostByteIsLost(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @ParameterizedTest
    @CsvSource({ "总投资1\ue1a26.5亿元,总投资1〓亿元", "项目\ue6f33个,项目〓个", "总投资1\udfd36.5亿元,总投资1〓亿元", "总投资\ud83d6亿元,总投资〓亿元",
            "总投资1□6.5亿元,总投资1〓亿元", "项目□□3个,项目〓个", "总投资1▯6.5亿元,总投资1〓亿元", "总投资1◻亿元,总投资1〓亿元", "投资＿＿亿元,投资〓亿元",
            "投资1**亿元,投资1〓亿元", "投资1*亿元,投资1〓亿元", "投资**6亿元,投资〓亿元", "投资1××亿元,投资1〓亿元", "投资1XX亿元,投资1〓亿元",
            "签约■12个,签约〓个", "投资1○6.5亿元,投资1〓亿元", "投资86\ue000百万元,投资86〓百万元", "投资二\ue000亿元,投资二〓亿元", "增长\ue001%,增长〓%",
            "投资1\u009f6亿元,投资1〓亿元", "投资1\u00026亿元,投资1〓亿元", "签约\u202e32\u202c个,签约〓个", "签约\u202e共32\u202c个,签约共〓个",
            "签约\u202d32\u202c个,签约〓个", "签约3\u202e\u202c2个,签约3〓个", "签约\u206732\u2069个,签约〓个",
            "投资\udb80\udc0186亿元,投资〓亿元", "投资1□3□5亿元,投资1〓亿元", "投资□ 6.5亿元,投资〓亿元",
            "投资1 \ue1a2 6.5亿元,投资1 〓亿元" })
    void aNumberBesideASignForALostCharacterIsLost(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @ParameterizedTest
    @CsvSource({ "江\ue1a2州市,江州市", "签约\ud83d仪式,签约仪式", "2*66万千瓦,2*66万千瓦", "3.5%*,3.5%*", "*ST江州,*ST江州", "二○二四年,二○二四年",
            "一○五国道,一○五国道", "■12个项目开工,■12个项目开工", "●总投资12亿元,●总投资12亿元", "\uf06c12个项目,12个项目", "1×2米,1×2米",
            "XXL号12件,XXL号12件", "12件XL,12件XL", "\u202a江州\u202c市,江州市", "12\u200b个,12个", "1\u20602个,12个", "12%\u0007,12%",
            "A_1型,A_1型", "江州□武进,江州□武进", "\ue6152024-03-08,2024-03-08",
            "江州日报\ue6152024年3月8日,江州日报2024年3月8日", "江州日报\ue615 2024年3月8日,江州日报 2024年3月8日", "签约。□ 12个项目,签约。□ 12个项目",
            "\ud842\udfb7野12个,\ud842\udfb7野12个", "12\udb40\udc20个,12个" })
    void otherSignsStayOrGo(String text, String repaired) {
        assertEquals(repaired, repaired(text));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionBeforeANumberIsOne(String question) {
        String asked = question + "?12个项目已开工。";
        assertEquals(asked, repaired(asked));
    }

    static Stream<String> questions() {
        return Stream.of("投资够不够", "项目落地没有", "钱从哪里来", "谁来出资", "产能能不能释放", "要不要扩建", "这笔账划不划算", "厂房建好了没", "设备到了没有",
                "合同签没签", "企业愿不愿意来", "政策可不可以延续", "是不是又涨价了", "园区有没有变化", "收入高不高", "今年增长了多少", "为什么选江州", "到底值不值",
                "效益怎么样", "目标如何实现", "为何落户武进", "订单有多少", "工期要多久", "距离有多远", "难道不可惜吗", "岂不是更好", "是租厂房还是买地",
                "先修路，还是先建厂", "能否按期投产", "是否达标", "你说呢", "这样行不行", "真的吗", "总该有个说法吧", "几家企业签约", "几成产品出口", "何时通车", "何处安家",
                "成本降没降", "群众满意不满意", "缘何一路领先", "究竟差在哪", "这算啥", "咋办", "资金来源何在", "凭什么领跑", "会不会停产", "规模有多大", "好不好",
                "哪些项目先上",
                "账算清了没", "企业敢不敢投", "他怎么说", "准备好了吗");
    }

    @ParameterizedTest
    @CsvSource({ "近几年到会有?2個項目,近几年到会有〓個項目", "投资不?12亿元,投资不〓亿元", "怎么办。到会有?2個,怎么办。到会有〓個", "那么到会有?2個,那么到会有〓個",
            "哪怕只有?2个,哪怕只有〓个", "任何?2个,任何〓个", "全市酒吧?12家,全市酒吧〓家", "今年还是?12个,今年还是〓个", "十几家企业投?2亿元,十几家企业投〓亿元" })
    void wordsOfQuestionsInStatementsAskNothing(String damaged, String repaired) {
        assertEquals(repaired, repaired(damaged));
    }

    @Test
    void invisibleCharactersGo() {
        assertEquals("增长8%", repaired("增\u200b长\ufeff8\u00ad%\u0007"));
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
