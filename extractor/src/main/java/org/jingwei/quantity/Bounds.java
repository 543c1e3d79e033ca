package org.jingwei.quantity;

import java.util.Map;

/** The words at a number that say how far it is to be trusted. */
final class Bounds {
    /** What a word before or behind a number makes of it, and where the words begin or end. */
    record Found(Bound bound, int edge) {}

    private static final Words<Bound> BEFORE = Words.of(Map.entry(Bound.ABOUT, """
            约 大约 大概 近 将近 接近 约合 约折合 约折 约为 约达 约有 约计 差不多 概约 逼近 直逼 折合约 综合约 整合约 联合约 组合约 融合约 集合约 共约 均约 大致为 估计约 约占 近乎
            """),
            Map.entry(Bound.OVER,
                    """
                            > ≥ ⩾ >= 大于等于 大于或等于 不低于(含) 不少于(含) 超 超过 超过了 逾 突破 突破了 不低于 不少于 不小于 至少 最少 起码 高于 多于 大于 超逾 迈上 跨上 站上 迈过 跃上 破 冲破 跨过 越过 跨越 不下于
                            不下 不止 超越 均超 已超 首超 首破 再破 连破 超出了 高于了 迈入 不低 均超过 至少有 至少达 超达 迈上了 跨上了 站上了
                            """),
            Map.entry(Bound.UNDER,
                    """
                            < ≤ ⩽ <= 小于等于 小于或等于 不超过(含) 不高于(含) 不超过 不超 不到 不足 不高于 不多于 不大于 低于 少于 小于 未超过 未满 不满 未达 未达到 未到 不及 至多 最多 顶多 没有超过 不会超过 不得超过
                            跌破 跌穿 下破 击穿 失守 未突破 没有达到 没达到 不会有 没有突破 最高不超过 最多不超过 尚不足 还不到 不得高于 不得多于 不能超过 均不超过 仅不到
                            """));

    /** 上亿, 过万: only before a power of ten that stands alone. */
    private static final Words<Bound> BEFORE_POWER = Words.of(Map.entry(Bound.OVER, "上 过 达到上 达上"));

    /** Words that end in a character which elsewhere is a bound. */
    private static final Words<Boolean> NOT_BEFORE = Words.of(Map.entry(true, """
            节约 预约 签约 集约 条约 契约 公约 制约 违约 邀约 相约 特约 履约 续约 毁约 解约 缔约 誓约 盟约 租约 简约 纽约 北约 合约 特许约
            附近 靠近 最近 临近 邻近 新近 远近 亲近 反超 赶超 英超 中超 德超 高超 超超 打破 侦破 攻破 识破 爆破 告破 击破 看破 点破 晋级超
            """));

    private static final Words<Bound> BEHIND = Words.of(Map.entry(Bound.ABOUT, "左右 上下"),
            Map.entry(Bound.OVER, "以上 之上 (含)以上 (含以上) 及以上 或以上 多 余 有余 出头 开外 (不含)以上 (不含)之上"),
            Map.entry(Bound.UNDER, "以下 以内 之内 之下 (含)以下 (含)以内 及以下 (以下) 封顶 (不含)以下 (不含)以内"));

    private static final Words<Boolean> NOT_BEHIND = Words.of(Map.entry(true,
            """
                    以上市 以上海 以上述 以上年 以上级 以上调 以下简称 以下称 以下几 以下问题 以下条件 以内蒙 之上海 上下游 上下联动 左右岸 左右两
                    多元 多功能 多晶 多样 多边 多方 多措 多种 多次 多地 多所 多家 多项 多式 多层 多维 多媒 多年 多个 多条 多座 多名 多位 多人 多云 多肽 多用途 多轮 多彩 多产 多点 多式联运 多企 多部门 多渠道 多国 多场 多伦多 多哈 多巴胺 多么 多数 多少 多于 多则 多为 多由 多在 多发 多重 多能 多尺度 多模态 多头 多空 多方面 多级 多核 多孔 多联 多余
                    余杭 余姚 余干 余额 余江 余热 余庆 余下 余料 余年 余地 余家 余名 余个 余位 余人 封顶仪式
                    """));

    private static final Words<Bound> EXTREME = Words.of(
            Map.entry(Bound.UNDER, "最高 最高可 最高达 最高给予 最高可达 最高可获 最高奖励 最高补贴 最高补助"), Map.entry(Bound.OVER, "最低 最低为"));

    private Bounds() {}

    /** The bound in the words that end before {@code end}; EXACT and {@code end} itself where there is none. */
    static Found before(char[] text, int end, boolean powerAlone) {
        int edge = end;
        while (edge > 0 && text[edge - 1] == ' ' && end - edge < 2) {
            edge--;
        }
        if (powerAlone && BEFORE.before(text, edge) == null) {
            var power = BEFORE_POWER.before(text, edge);
            if (power != null) {
                int start = edge - power.length();
                boolean other = start > 0 && "通经超成千百以马网线早晚".indexOf(text[start - 1]) >= 0;
                return new Found(other ? Bound.EXACT : power.meaning(), other ? end : start);
            }
        }
        var word = BEFORE.before(text, edge);
        if (word == null || blocked(text, edge, word.length())) {
            return new Found(Bound.EXACT, end);
        }
        return new Found(word.meaning(), edge - word.length());
    }

    private static boolean blocked(char[] text, int edge, int length) {
        char sign = text[edge - length];
        char further = edge - length > 0 ? text[edge - length - 1] : '\0';
        if ((sign == '<' || sign == '>') && (Glyphs.letter(further) || "/\"-=<>".indexOf(further) >= 0)) {
            // The end of a tag, an arrow.
            return true;
        }
        var not = NOT_BEFORE.before(text, edge);
        return not != null && not.length() > length;
    }

    /** 最高500万元 bounds from above, 最低500万元 from below; EXACT where neither stands there. */
    static Bound extremeBefore(char[] text, int end) {
        var word = EXTREME.before(text, end);
        return word == null ? Bound.EXACT : word.meaning();
    }

    /** The bound in the words that start at {@code from}; EXACT and {@code from} itself where there is none. */
    static Found behind(char[] text, int from) {
        int edge = from;
        while (edge < text.length && text[edge] == ' ' && edge - from < 2) {
            edge++;
        }
        var word = BEHIND.at(text, edge);
        if (word == null || NOT_BEHIND.at(text, edge) != null) {
            return new Found(Bound.EXACT, from);
        }
        return new Found(word.meaning(), edge + word.length());
    }

    /**
     * What several words at one number make together: 约 before and 多 in it are about;
     * null for more than and less than at once, and for 约…以上. Those before the number come first, those behind it next.
     */
    static Bound all(Bound... words) {
        if (words.length > 1 && words[0] == Bound.ABOUT && (words[1] == Bound.OVER || words[1] == Bound.UNDER)) {
            // 约5亿元以上
            return null;
        }
        Bound all = Bound.EXACT;
        for (Bound word : words) {
            if (all == Bound.EXACT || all == word) {
                all = word;
            } else if (word != Bound.EXACT) {
                if (all != Bound.ABOUT && word != Bound.ABOUT) {
                    return null;
                }
                all = Bound.ABOUT;
            }
        }
        return all;
    }
}
