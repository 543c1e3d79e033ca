package org.jingwei.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.text.Cue;

/** The noun phrase that a number states the value of. */
final class Phrases {
    private static final Cue TAIL = Cue
            .of("(力争|力保|确保|争取|累计|实现|完成|达到|达成|达|为|约|超过|超|逾|近|突破|是|预计|预期|有望|分别|已经|已|有|共有|共|合计|总计|高达|将|可|届时|"
                    + "同比|环比|比上年|较上年同期|较上年|较去年同期|较去年|比去年同期|比去年|按可比价格计算|按不变价格计算|现价|名义|实际|的|了|：|:|“|”|\\s|仅|只|增至|升至|降至|"
                    + "微|略|小幅|则|停留|维持|徘徊|平均每(?:吨|公斤|斤|平方米|桶|度|台|人|亩)|每(?:吨|公斤|平方米|桶|亩|千瓦时|千瓦|件|套|千克)|涨至|跌至|降到|涨到|攀升至|回升至|回落至|转为|转|扭转为|提高到|提高至|提升到|提升至|扩大到|扩大至|压减至|压缩到|增加到|上升到|迈上|首次|继续|稳步|持续|平均|接近|不到|不足|年均|逆势|大幅|快速|小幅|由|从|在|保持|占|到|也|均|较|比|又|迎来|创下|排名|位居|居|位列|增速|增幅)$");
    private static final Pattern HEAD = Pattern
            .compile(
                    "^(将|把|开通(?=[^，]{0,8}(?:航线|班列|线路)$)|届时|到年底|到年末|年底前|拥有|现有|共有|建有|有(?![效色机关限害])|受[^，]{2,12}影响|力争|力保|确保|争取|有望|其中|同时|此外|另外|而|且|并且|并|也|至此|目前|如今|眼下|其(?![中他余间])|截至目前|截止目前|统计显示|数据显示|分产品看|分行业看|分区域看|"
                            + "从.{1,8}看|.{1,8}方面|分.{1,4}看|据.{1,12}统计|累计|实现|完成|全年|当年|当月|单月|全市|全省|全区|全县|全国|我国|全州|全村|全镇|我省|我市|我区|该市|该省|该区|该县|该公司|公司|集团|当地|内|以来|期间|"
                            + "共|的|了|，|、|\\s|“|日|份|和|及|与|预计|新增的|一期|“?十.五”?期间|等)");

    /** 佛山产区: what is left behind a place's name when nothing says what is measured there. */
    private static final Pattern MERE_PLACE = Pattern.compile("产区|市场|境内|地区|本地|当地|方面|则|一带");

    /** 经济运行稳中向好 工业投资: a headline's blank is its comma. */
    private static final Pattern BLANK = Pattern.compile("^.*(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private Phrases() {}

    /** Words before a number, cut to the phrase that names what it measures; empty when nothing is left. */
    static String before(String words) {
        String phrase = BLANK.matcher(words.strip()).replaceFirst("");
        for (String last = ""; !last.equals(phrase);) {
            last = phrase;
            phrase = without(TAIL, phrase);
        }
        for (String last = ""; !last.equals(phrase);) {
            last = phrase;
            Matcher head = HEAD.matcher(phrase);
            phrase = head.lookingAt() ? phrase.substring(head.end()) : phrase;
        }
        return MERE_PLACE.matcher(phrase).matches() ? "" : phrase;
    }

    private static String without(Cue words, String phrase) {
        return words.first(phrase).map(m -> phrase.substring(0, m.start()) + phrase.substring(m.end())).orElse(phrase);
    }
}
