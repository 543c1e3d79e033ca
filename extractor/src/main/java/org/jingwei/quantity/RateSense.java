package org.jingwei.quantity;

import java.util.Map;
import org.jingwei.quantity.Rate.Kind;

/** Reads off the words at a ratio whether it is a change, a mean change, a share or what something came to. */
final class RateSense {
    private static final Words<Integer> MOVE = Words.of(Map.entry(1, """
            增长 增加 上升 上涨 提高 提升 攀升 回升 猛增 激增 劲增 大增 暴增 暴涨 飙升 上扬 增多 递增 净增 跃升 净增长 同比增 环比增 年增 月增 增 涨 升 同比涨 环比涨 同比升
            大涨 上浮 上调 多增 净增加 走高 反弹 成长 增值 扩张 上行 新增 逆势增长 快速增长 高速增长 同比多增 骤增 陡增 翻升 攀增 增收 增产 快增 齐增 续增 续涨 上涨了 拉升 增厚
            """), Map.entry(-1, """
            下降 减少 下跌 下滑 降低 回落 缩减 萎缩 收缩 锐减 骤降 下挫 负增长 下调 缩水 走低 大跌 大降 暴跌 下浮 跌 降 减 同比减 同比降 环比降 环比减 年减 月减 少增 递减 亏减 骤减
            下行 剧减 猛跌 剧降 净减少 同比少增 衰退 减产 减收 压缩 滑落 压减 削减 调减 压降 缩短 核减 裁减 下探
            """));
    /** Verbs that say a direction only of percentage points. */
    private static final Words<Integer> MOVE_OF_POINTS = Words.of(Map.entry(1, "拉动 加快 拉高 推高 带动 贡献 提速 扩大 拓宽 加速 上移"),
            Map.entry(-1, "放缓 减缓 拉低 拖累 减速 趋缓 收窄 下移"));
    private static final Words<Integer> GROWTH_NOUN = Words.of(Map.entry(1, """
            增速 增幅 增长率 涨幅 升幅 增长幅度 增长速度 上涨幅度 增长 复合增长率 年增长率 同比增速 同比增幅 环比增速 环比增幅 提升幅度 增量幅度 溢价率增幅
            年复合增长率 年均增速 年均增长率 年均增幅 年化增长率 年增率 成长率 年成长率
            """), Map.entry(-1, "降幅 跌幅 减幅 下降幅度 下跌幅度 下降率 降低率 减少幅度"));
    private static final Words<Boolean> SHARE_NOUN = Words.of(Map.entry(true,
            """
                    占比 比重 份额 贡献率 市占率 占有率 所占比例 所占比重 市场份额 占 占到 占比重 占比例 集中度 占了 占据 占据了 占全国 占全省 占全市 占全球 占全区 占全县 占世界 占股 占股比例 占总量 占总数 占总额 占比例为
                    """));
    private static final Words<Boolean> FILLER = Words.of(Map.entry(true,
            """
                    : 了 为 达 达到 高达 达到了 均为 分别 分别为 分别达 分别达到 均 各 各为 也 都 已 是 仅 只 仅为 只有 仅有 均达 已达 已达到 多达 更是 达成 约为 合计 累计 累计达 就 又 仍 再 将 将达 将达到
                    平均为 平均 最高 也达到 也达 幅度为 幅度达 幅度 速度为 可 可达 则 则为 还 可达到 均达到 预计为 预计达 预计 同比 幅 了整整 整整 大约 均超过 ( 的幅度达
                    """));
    private static final Words<Boolean> YEARLY = Words.of(Map.entry(true, """
            年均 年平均 年均复合 年复合 年均分别 平均每年 复合年 年度平均 年化 复合 年均同比 年均实际 年均名义 每年平均 年平均递 年均环比
            """));
    private static final Words<Sense> AFTER = Words.of(Map.ofEntries(after("年均增速", Kind.AVERAGE_GROWTH, 1),
            after("年均增长率", Kind.AVERAGE_GROWTH, 1), after("年均增长", Kind.AVERAGE_GROWTH, 1),
            after("年均增幅", Kind.AVERAGE_GROWTH, 1), after("年均复合增长率", Kind.AVERAGE_GROWTH, 1),
            after("年均复合增速", Kind.AVERAGE_GROWTH, 1), after("复合增长率", Kind.AVERAGE_GROWTH, 1),
            after("年复合增长率", Kind.AVERAGE_GROWTH, 1), after("复合年增长率", Kind.AVERAGE_GROWTH, 1),
            after("增速", Kind.GROWTH, 1), after("增幅", Kind.GROWTH, 1), after("增长率", Kind.GROWTH, 1),
            after("增长", Kind.GROWTH, 1), after("同比增长", Kind.GROWTH, 1), after("同比增速", Kind.GROWTH, 1),
            after("同比增幅", Kind.GROWTH, 1), after("涨幅", Kind.GROWTH, 1), after("降幅", Kind.GROWTH, -1),
            after("跌幅", Kind.GROWTH, -1), after("速度增长", Kind.GROWTH, 1), after("速度递增", Kind.GROWTH, 1),
            after("速度增加", Kind.GROWTH, 1), after("速度下降", Kind.GROWTH, -1), after("速度上升", Kind.GROWTH, 1),
            after("下降", Kind.GROWTH, -1), after("份额", Kind.SHARE, 1), after("市场份额", Kind.SHARE, 1),
            after("比重", Kind.SHARE, 1), after("占比", Kind.SHARE, 1), after("市场占有率", Kind.SHARE, 1),
            after("贡献率", Kind.SHARE, 1), after("市占率", Kind.SHARE, 1)));
    private static final Words<Bound> APART = Words.of(
            Map.entry(Bound.UNDER, "不超过 不高于 不多于 不得超过 不得高于"),
            Map.entry(Bound.OVER, "不低于 不少于 不得低于 不得少于"));
    private static final Words<Boolean> HAVING = Words
            .of(Map.entry(true, "贡献 创造 拥有 集聚 吸引 占据 承担 完成 提供 包揽 汇聚 集中 聚集 生产 覆盖 容纳 吸纳 撑起"));

    private static Map.Entry<String, Sense> after(String word, Kind kind, int sign) {
        return Map.entry("的" + word, new Sense(kind, sign, -1, false));
    }

    /**
     * What the words say about a ratio.
     *
     * @param start  where the words at it begin, -1 where none are before it
     * @param level  whether the ratio is what something came to (降至3%), not a change
     * @param bound  given by the word that says it, where that stands apart (约占全省的5%)
     * @param behind whether the word stands behind the number
     */
    record Sense(Kind kind, int sign, int start, boolean level, Bound bound, boolean behind) {
        Sense(Kind kind, int sign, int start, boolean level) {
            this(kind, sign, start, level, Bound.EXACT, false);
        }
    }

    static final Sense NONE = new Sense(Kind.PLAIN, 0, -1, false);

    private final Passage p;

    RateSense(Passage passage) {
        p = passage;
    }

    /** What the words before {@code pos} or behind {@code end} say; null where they contradict each other. */
    Sense at(int pos, int end, Rate.Unit unit) {
        int k = fillers(pos);
        if (p.endsWith("至", k) && !p.endsWith("截至", k) && !p.endsWith("甚至", k)
                || p.endsWith("到", k) && !p.endsWith("达到", k) && !p.endsWith("占到", k) && !p.endsWith("得到", k)) {
            return level(k - 1, unit);
        }
        var points = unit == Rate.Unit.PERCENTAGE_POINT ? MOVE_OF_POINTS.before(p.s, k) : null;
        if (points != null) {
            return k < pos && p.at(k) == '为' ? null : points(points, k);
        }
        if (unit == Rate.Unit.PERCENT && (p.endsWith("收窄", k) || p.endsWith("缩窄", k))) {
            if (k < pos && p.at(k) == '为') {
                return level(k, unit);
            }
            return p.at(k - 3) == '幅' ? null : new Sense(Kind.GROWTH, -1, k - 2, false);
        }
        var noun = GROWTH_NOUN.before(p.s, k);
        var move = MOVE.before(p.s, k);
        if (noun != null && (move == null || noun.length() > move.length())) {
            return growth(noun, k);
        }
        if (move != null && !foreign(move, k)) {
            return k < pos && p.at(k) == '为' ? became(move, k, unit) : growth(move, k);
        }
        var share = SHARE_NOUN.before(p.s, k);
        if (share != null && unit == Rate.Unit.PERCENT && !occupies(k - share.length())) {
            return new Sense(Kind.SHARE, 1, bounded(k - share.length()), false);
        }
        var after = AFTER.at(p.s, end);
        if (after != null && unit != Rate.Unit.PERCENTAGE_POINT) {
            boolean yearly = YEARLY.before(p.s, k) != null;
            Kind kind = after.meaning().kind() == Kind.GROWTH && yearly ? Kind.AVERAGE_GROWTH : after.meaning().kind();
            return new Sense(kind, after.meaning().sign(), -1, false, Bound.EXACT, true);
        }
        if (unit == Rate.Unit.PERCENT) {
            return apart(pos, end);
        }
        return NONE;
    }

    int fillers(int pos) {
        int k = p.backSpaces(pos);
        for (int n = 0; n < 4; n++) {
            var filler = FILLER.before(p.s, k);
            if (filler == null || YEARLY.before(p.s, k) != null) {
                break;
            }
            k = p.backSpaces(k - filler.length());
            var bound = Bounds.before(p.s, k, false);
            if (bound.bound() != Bound.EXACT) {
                break;
            }
        }
        return k;
    }

    /** 不超过总股本的30%: the bound stands before what the ratio is of. */
    Bound boundApart(int pos) {
        int from = Math.max(p.clauseStart(pos, 18), p.floor());
        for (int k = pos; k > from; k--) {
            var word = APART.before(p.s, k);
            if (word != null && k - word.length() >= from) {
                return word.meaning();
            }
        }
        return Bound.EXACT;
    }

    /** 约占 bounds as 占约 does; the word is taken into the span. */
    private int bounded(int start) {
        return Bounds.before(p.s, start, false).edge();
    }

    private boolean foreign(Words.Entry<Integer> move, int k) {
        if (move.length() > 1) {
            return false;
        }
        char before = p.at(k - 2);
        return switch (move.word().charAt(0)) {
            case '降' -> "空霜投迫".indexOf(before) >= 0;
            case '升' -> "公毫每".indexOf(before) >= 0;
            case '减' -> "加".indexOf(before) >= 0;
            default -> false;
        };
    }

    private Sense growth(Words.Entry<Integer> word, int k) {
        int start = k - word.length();
        int before = p.backSpaces(start);
        for (String between : new String[]{ "分别", "同比", "环比", "实际", "保持" }) {
            if (p.endsWith(between, before)) {
                before -= between.length();
            }
        }
        boolean negated = p.endsWith("未", start) || p.endsWith("没有", start)
                || p.endsWith("零", start) && !p.endsWith("社零", start)
                || p.endsWith("不再", start);
        if (negated) {
            return null;
        }
        var yearly = YEARLY.before(p.s, before);
        if (yearly != null || word.word().contains("复合") || word.word().startsWith("年均")) {
            int from = yearly == null ? start : before - yearly.length();
            return new Sense(Kind.AVERAGE_GROWTH, word.meaning(), from, false);
        }
        return new Sense(Kind.GROWTH, word.meaning(), start, false);
    }

    /** 降幅收窄 is a rise of the rate, 增幅收窄 a fall; without the noun, 收窄 and 扩大 say no direction. */
    private Sense points(Words.Entry<Integer> word, int k) {
        int start = k - word.length();
        if (word.word().equals("收窄") || word.word().equals("扩大")) {
            int from = p.clauseStart(start, 16);
            boolean falls = p.holds("降幅", from, start) || p.holds("跌幅", from, start);
            boolean rises = p.holds("增幅", from, start) || p.holds("涨幅", from, start) || p.holds("增速", from, start);
            if (falls == rises) {
                return null;
            }
            int wider = word.word().equals("扩大") ? 1 : -1;
            return new Sense(Kind.GROWTH, rises ? wider : -wider, start, false);
        }
        return new Sense(Kind.GROWTH, word.meaning(), start, false);
    }

    /** 增速回落至3%, 降幅收窄到2.3%: a rate of change that came to a value; 利润率升至5%: a plain one. */
    private Sense level(int k, Rate.Unit unit) {
        int from = p.clauseStart(k, 18);
        int rise = Math.max(Math.max(p.lastIndexOf("增速", from, k), p.lastIndexOf("增幅", from, k)),
                Math.max(p.lastIndexOf("涨幅", from, k), p.lastIndexOf("增长率", from, k)));
        int fall = Math.max(p.lastIndexOf("降幅", from, k), p.lastIndexOf("跌幅", from, k));
        if (unit == Rate.Unit.PERCENT && Math.max(rise, fall) >= 0) {
            return new Sense(Kind.GROWTH, rise > fall ? 1 : -1, -1, true);
        }
        int share = Math.max(p.lastIndexOf("占比", from, k), p.lastIndexOf("比重", from, k));
        return new Sense(unit == Rate.Unit.PERCENT && share >= 0 ? Kind.SHARE : Kind.PLAIN, 0, -1, true);
    }

    /**
     * 由5.2%降为4.9%: behind 为 stands what it came to. 增长为5% may be either, the growth or what it came to, and a fall
     * or a rise that 分别为 parts from its number is a noun.
     */
    private Sense became(Words.Entry<Integer> move, int k, Rate.Unit unit) {
        return move.word().endsWith("增长") || move.word().equals("成长") ? null : level(k, unit);
    }

    /** Where the verb of change begins that stands at a number with its words before {@code pos}; -1 where none does. */
    int move(int pos) {
        int k = fillers(pos);
        var move = MOVE.before(p.s, k);
        return move == null || foreign(move, k) ? -1 : k - move.length();
    }

    private boolean occupies(int k) {
        char next = p.at(k + 1);
        boolean word = "抢侵强独挤霸攻".indexOf(p.at(k - 1)) >= 0;
        return p.at(k) == '占' && (next == '地' || next == '用' || next == '道' || next == '领' || word);
    }

    /** 占全省的5%, 贡献了全国5%的增量: the word that makes it a share stands further off in the clause. */
    private Sense apart(int pos, int end) {
        int from = p.clauseStart(pos, 36);
        if (!p.found.isEmpty() && p.found.getLast() instanceof Rate) {
            from = Math.max(from, p.found.getLast().span().end());
        }
        int at = p.lastIndexOf("占", from, pos);
        if (at >= 0 && !occupies(at) && MOVE.before(p.s, p.backSpaces(pos)) == null) {
            var bound = Bounds.before(p.s, at, false);
            return new Sense(Kind.SHARE, 1, -1, false, bound.bound(), false);
        }
        if (p.at(end) == '的') {
            for (int k = pos; k > from && pos - k < 12; k--) {
                if (HAVING.before(p.s, k) != null) {
                    return new Sense(Kind.SHARE, 1, -1, false);
                }
            }
        }
        return NONE;
    }
}
