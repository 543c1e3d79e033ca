package org.jingwei.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HanlpScriptTest {
    private final HanlpScript script = new HanlpScript();

    @ParameterizedTest
    @CsvSource({ "經濟發展,经济发展", "乾隆年間的乾燥,乾隆年间的干燥", "軟體園區,软体园区", "已经是简体,已经是简体", "ＧＤＰ增長8%,ＧＤＰ增长8%", "頭髮與發展,头发与发展" })
    void simplifiesCharactersAndKeepsWords(String traditional, String simplified) {
        assertEquals(simplified, script.toSimplified(traditional));
    }

    /** Characters that have two simplified forms, or are a form of their own, by their words. */
    @ParameterizedTest
    @CsvSource({ "乾旱使春茶減產,干旱使春茶减产", "餅乾與豬肉乾,饼干与猪肉干", "乾隆時期的書畫,乾隆时期的书画", "幹部幹活,干部干活", "若干干預措施,若干干预措施",
            "扭轉乾坤的訂單,扭转乾坤的订单", "後年完工,后年完工", "皇后鎮後山,皇后镇后山", "裡裡外外,里里外外", "八公里裏程,八公里里程", "裏外都要錢,里外都要钱",
            "發展局長理髮,发展局长理发", "頭髮護理業發達,头发护理业发达", "隨著區域發展,随着区域发展", "著名企業著手擴產,著名企业着手扩产", "著眼長遠成效顯著,着眼长远成效显著",
            "意味著專著出版,意味着专著出版", "他著有《經濟論》,他著有《经济论》", "特徵與徵收,特征与征收", "長征路上徵才,长征路上征才", "瀋陽與沈先生簽約,沈阳与沈先生签约",
            "沈積岩層下沈,沉积岩层下沉", "鍾先生敲鐘開市,钟先生敲钟开市", "於仲完出任於廠長,於仲完出任于厂长", "對於投資於創新,对于投资于创新", "葉明煌董事長,叶明煌董事长",
            "茶葉與葉國強,茶叶与叶国强", "一週與周邊,一周与周边", "麵粉與面積,面粉与面积", "製造與制度,制造与制度", "回復複雜與重覆,回复复杂与重复", "佔比與占地,占比与占地",
            "其餘由余先生,其余由余先生", "稻穀與矽谷,稻谷与矽谷", "模範與范縣長,模范与范县长", "生薑與姜小姐,生姜与姜小姐", "聯繫關係體系,联系关系体系", "台北臺中颱風,台北台中台风",
            "老闆看板,老板看板", "鬆綁松山機場,松绑松山机场", "手錶與錶面,手表与表面", "採購與精彩,采购与精彩", "計畫規畫企畫,计划规划企划", "書畫與動畫產業,书画与动画产业",
            "軟體硬體網路晶片,软体硬体网路晶片", "新北市資訊程式業,新北市资讯程式业", "行動電話品質,行动电话品质", "藉由憑藉與慰藉,借由凭借与慰藉", "瞭解與瞭望塔,了解与瞭望塔",
            "東昇公司與昇騰晶片,东升公司与昇腾晶片", "產業鍊與供應鍊,产业链与供应链", "「國際」報導,“国际”报导", "徵信與徵才活動,征信与征才活动", "注意註冊,注意注册",
            "豐收與風豐公司,丰收与风丰公司", "萬元與百萬千萬,万元与百万千万", "併購並不困難,并购并不困难", "儘管盡力,尽管尽力", "鬥爭與五斗米,斗争与五斗米",
            "僱用與雇主,雇用与雇主", "鹹水與咸陽,咸水与咸阳", "捲菸與卷宗,卷烟与卷宗", "簽署與標籤,签署与标签", "佈局與布匹,布局与布匹", "里長與公里數,里长与公里数",
            "鉅額與巨額,巨额与巨额", "鋼鐵廠與工廠,钢铁厂与工厂", "衝刺與沖繩,冲刺与冲绳", "準備與批准,准备与批准", "讚許與贊助,赞许与赞助", "夥伴與合夥,伙伴与合伙" })
    void charactersWithTwoFormsGoByTheirWords(String traditional, String simplified) {
        assertEquals(simplified, script.toSimplified(traditional));
        assertEquals(simplified, script.toSimplified(simplified));
    }

    @ParameterizedTest
    @ValueSource(strings = { "乾照光电发布公告", "魏徵的后人", "沈默先生表示", "昇腾芯片和昇思框架", "编著与合著", "覆上一层薄膜", "著名品牌", "於女士", "乾县与乾安县",
            "摺叠屏手机", "甯先生", "狼藉", "瞭望周刊" })
    void simplifiedTextStays(String text) {
        assertEquals(text, script.toSimplified(text));
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
