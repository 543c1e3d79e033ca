package org.jingwei.quantity;

import java.math.BigDecimal;
import java.util.Map;

/** A number of a physical unit: 吨, 平方米, 千瓦时, 标箱. A class of things (110千伏变电站, 12英寸晶圆, 10万吨级) is none. */
final class MeasureRule {
    private static final Words<Boolean> PER = Words.of(Map.entry(true, """
            吨 公吨 公斤 千克 克 斤 平方米 平米 平方公里 平方英尺 亩 公顷 立方米 立方 方 升 桶 千瓦时 度 千瓦 瓦 兆瓦时 MWh kWh kwh Wh
            人 人次 人天 股 辆 台 套 件 个 户 月 年 天 日 小时 分钟 头 只 盎司 盒 瓶 支 张 份 间 床 晚 标箱 TEU 箱 手 单位 克拉 条 枚 片 公里 吨公里 次 例 家
            """));
    /** Units that name a class of things where a thing follows. */
    private static final Words<Boolean> OF_CLASS = Words.of(Map.entry(true, "千伏 kV KV 纳米 nm 英寸"));
    private static final Words<Boolean> CLASSED = Words.of(Map.entry(true, """
            变电站 输变电 线路 电压 及以上 以上 特高压 直流 交流 超高压 智能变 升压站 开关站 电网 输电 送出 变 母线 外送
            芯片 制程 工艺 晶圆 硅片 屏 显示 液晶 触摸 电视 制造 大 生产线 产线 碳化硅 集成电路 功率 的
            """));
    private static final Words<Boolean> OF_SPEED = Words.of(Map.entry(true, "时速 时速达 时速为 时速约 时速可达 时速达到 设计时速 时速约为"));

    private final Passage p;
    private final Tally tally;

    MeasureRule(Passage passage, Tally tally) {
        p = passage;
        this.tally = tally;
    }

    int at(Stated stated) {
        int end = stated.end();
        String name = stated.unit().name();
        char next = p.at(end);
        if (next == '级' || next == '型' || next == '半' || next == '·' || ofClass(stated) || ofShares(stated)
                || temperature(name) && cold(stated.start())) {
            return next == '·' ? end + 1 : end;
        }
        if (p.startsWith("标准煤/", end) || p.startsWith("标煤/", end)) {
            // 300克标准煤/千瓦时: a unit of its own.
            return end;
        }
        int until = end;
        if (p.startsWith("/年", end) || p.startsWith("/a", end) && !Glyphs.letter(p.at(end + 2))) {
            until += 2;
        } else if (next == '/') {
            var per = PER.at(p.s, end + 1);
            boolean pair = Glyphs.digit(p.at(end + 1)) && Glyphs.letter(p.at(end - 1));
            if (per == null && !pair) {
                return end + 1;
            }
            if (per != null) {
                until += 1 + per.length();
                name = name + "/" + per.word();
            }
        } else if ((name.equals("公里") || name.equals("千米")) && OF_SPEED.before(p.s, stated.start()) != null) {
            name += "/小时";
        }
        if (!stated.first().arabic() && doubtful(stated)) {
            return until;
        }
        return tally.add(stated, stated.start(), until, stated.over(), Measure::new, name, "measure");
    }

    private boolean ofClass(Stated stated) {
        return OF_CLASS.at(p.s, stated.high().unitStart()) != null && CLASSED.at(p.s, stated.end()) != null;
    }

    /** 每10股转增4股. */
    private boolean ofShares(Stated stated) {
        int from = p.clauseStart(stated.start(), 12);
        int each = stated.unit().name().equals("股") ? p.lastIndexOf("每", from, stated.start()) : -1;
        return each >= 0 && p.holds("股", each, stated.start());
    }

    private static boolean temperature(String name) {
        return name.equals("摄氏度") || name.equals("℃");
    }

    private boolean cold(int start) {
        return p.endsWith("零下", start) || p.endsWith("零下约", start) || p.endsWith("负", start);
    }

    /** 三公里 counts; 一米, 两米, 九江 stay out for want of certainty. */
    private boolean doubtful(Stated stated) {
        Numeral number = stated.first();
        boolean one = number.end() - number.start() == 1;
        char digit = p.at(number.start());
        return one && (digit == '一' || digit == '二' || stated.high().unit().length() == 1
                && stated.high().word().charAt(0) != '吨' && stated.high().word().charAt(0) != '亩');
    }
}
