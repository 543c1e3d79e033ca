package org.jingwei.quantity;

import java.util.Map;
import java.util.TreeMap;

/** What shows that 元 alone may be another currency than the yuan. */
final class OtherYuan {
    /** Institutions, and words of the press, of Hong Kong, Macau and Taiwan. */
    private static final Words<Boolean> ELSEWHERE = words("""
            财政司 港府 政务司司长 香港特首 香港特区政府 香港政府 港铁公司 香港金管局 立法会通过 立法会财委会 施政报告提出 港仙 首半年 本地生产总值 总销货价值
            澳门特区政府 澳门政府 澳府 博彩毛收入 博彩业毛收入 全澳人口 全澳居民 澳门居民 按年升 按年跌 按季升 按季跌 按年上升 按年下跌
            行政院 立法院 监察院 主计总处 捷运 上市柜 三大法人 净买超 净卖超 台股收盘 台股指数 台股加权 外销订单 金管会 基本工资调升 国发会 经济部统计处
            """);
    /** The currencies that a text may declare for all its amounts. */
    private static final Words<Boolean> FOREIGN = Words.of(Map.entry(true, """
            美元 美金 港元 港币 澳门元 澳门币 新台币 台币 欧元 英镑 日元 日圆 日币 韩元 加元 澳元 新加坡元
            """));
    private static final Words<Boolean> DECLARED_BEHIND = Words.of(Map.entry(true, "，下同 ,下同 、下同 下同 ;下同 ；下同"));
    private static final Words<Boolean> DECLARED_BEFORE = Words.of(Map.entry(true,
            "单位: 单位为 单位是 单位均为 货币单位: 货币单位为 币种: 币种为 均为 一律为 均以 均指 金额以 元(以 元(均以 元(按 单位:百万 单位:千 单位:万 单位:亿 单位:亿元( 单位:万元( 单位:元("));

    private OtherYuan() {}

    /** The words, and each of three characters and more with one of them lost: 金管〓. */
    private static Words<Boolean> words(String list) {
        var words = new TreeMap<String, Boolean>();
        for (String word : list.trim().split("\\s+")) {
            words.put(word, true);
            for (int k = 0; k < word.length() && word.length() > 2; k++) {
                words.put(word.substring(0, k) + Glyphs.LOST + word.substring(k + 1), true);
            }
        }
        return Words.of(words);
    }

    static boolean in(Passage p) {
        char[] s = p.s;
        boolean elsewhere = false;
        boolean yuan = false;
        for (int i = 0; i < s.length; i++) {
            char c = s[i];
            if (c == '台' || c == '$' || c == '〓') {
                if (i > 0 && taiwanDollar(p, i)) {
                    return true;
                }
            }
            yuan |= c == '人' && p.startsWith("人民币", i);
            elsewhere |= !elsewhere && ELSEWHERE.at(s, i) != null;
            if ("美港澳新台欧英日韩加".indexOf(c) >= 0 && declared(p, i)) {
                return true;
            }
        }
        return elsewhere && !yuan;
    }

    /** 台币, 新台币, NT$; 新〓亿元, where its name may be what is lost. */
    private static boolean taiwanDollar(Passage p, int i) {
        return switch (p.s[i]) {
            case '台' -> p.at(i + 1) == '币' || p.at(i - 1) == '新' && p.at(i + 1) != '阶';
            case '$' -> p.at(i - 1) == 'T';
            default -> p.at(i - 1) == '新';
        };
    }

    private static boolean declared(Passage p, int i) {
        var currency = FOREIGN.at(p.s, i);
        return currency != null && (DECLARED_BEHIND.at(p.s, i + currency.length()) != null
                || DECLARED_BEFORE.before(p.s, i) != null || p.endsWith("元(", i) && p.at(i + currency.length()) == ')'
                || p.endsWith("亿(", i) && p.at(i + currency.length()) == ')');
    }
}
