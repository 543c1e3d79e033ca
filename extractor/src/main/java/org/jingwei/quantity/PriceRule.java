package org.jingwei.quantity;

import java.util.Map;

/** Money for one of something, which is no total: 420元/吨, 每平方米8000元. The unit is 元/吨, 元/平方米. */
final class PriceRule {
    private static final Words<Boolean> PER = Words.of(Map.entry(true,
            """
                    吨 公吨 公斤 千克 克 斤 平方米 平米 ㎡ m² m2 平方公里 平方英尺 坪 亩 公顷 立方米 立方 m³ m3 方 升 桶 千瓦时 度 千瓦 kW 瓦 W 兆瓦时 MW MWh kWh kwh Wh GWh t kg g km
                    人 人次 人天 名 位 股 辆 台 套 件 个 户 月 年 天 日 小时 分钟 头 只 盎司 盒 瓶 支 张 份 间 床 晚 标箱 TEU 箱 手 单位 克拉 条 枚 片 公里 吨公里 次 例 家 生 学期 学年 季 季度 周 艘 架 栋 套房 车 班 项 单 票 公尺 英尺
                    """));
    private static final Words<Boolean> OF_TIME = Words.of(Map.entry(true, "年 月 天 日 次 小时 分钟 周 季 季度 学年 学期"));

    private final Passage p;
    private final Tally tally;

    PriceRule(Passage passage, Tally tally) {
        p = passage;
        this.tally = tally;
    }

    /** Whether what follows the money says for one of what: /吨, 每吨. */
    boolean behind(int end) {
        return p.at(end) == '/' || p.startsWith("每", end) && PER.at(p.s, end + 1) != null;
    }

    /** 420元/吨. */
    int stated(Stated stated, int left, boolean foreign) {
        int end = stated.end();
        var per = PER.at(p.s, end + 1);
        if (per == null || stated.implied() || foreign) {
            return end + 1;
        }
        int until = end + 1 + per.length();
        if (p.at(until) == '/' || Glyphs.letter(p.at(until)) || p.at(until) == '·') {
            return until;
        }
        return tally.add(stated, left, until, stated.over(), Measure::new,
                money(stated) + "/" + per.word(), "price");
    }

    /** 每吨补贴300元. */
    int each(Stated stated, int left, String each) {
        int at = left - each.length() - 1;
        var before = Bounds.before(p.s, Math.max(at, 0), false);
        if (at > 0 && p.startsWith("每" + each, at) && before.bound() != Bound.EXACT && before.edge() >= p.floor()) {
            // 不低于每平方米1.2万元
            left = at;
        }
        return tally.add(stated, left, stated.end(), stated.over(), Measure::new, money(stated) + "/" + each, "price");
    }

    private static String money(Stated stated) {
        String word = stated.high().word();
        return word.isEmpty() ? stated.unit().name() : word;
    }

    /** Whether the money is for several of something, or for one a year: 每10股派3元, 每人每年580元. */
    boolean several(int end) {
        int from = p.clauseStart(end, 14);
        int each = p.lastIndexOf("每", from, end);
        return each >= 0 && (p.lastIndexOf("每", from, each) >= 0 || PER.at(p.s, each + 1) == null
                && (Glyphs.digit(p.at(each + 1)) || Glyphs.power(p.at(each + 1)) > 0));
    }

    /** The 吨 of 每吨补贴300元, close before {@code end}; null where the money is not for each of something. */
    String each(int end) {
        int at = p.lastIndexOf("每", p.clauseStart(end, 9), end);
        if (at < 0) {
            return null;
        }
        var unit = PER.at(p.s, at + 1);
        return unit == null || OF_TIME.at(p.s, at + 1) != null ? null : unit.word();
    }
}
