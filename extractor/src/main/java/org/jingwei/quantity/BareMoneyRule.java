package org.jingwei.quantity;

import java.util.Map;
import org.jingwei.source.Span;

/** 总投资536亿, 超百亿, 1.5个亿: a number with a power of ten and no unit is money where the words say so. */
final class BareMoneyRule {
    private static final Words<Boolean> MONEY_NOUN = Words.of(Map.entry(true,
            """
                    投资 总投资 投资额 金额 总额 额 出资 融资 资金 产值 营收 收入 利润 税收 利税 财政 募资 募集 货值 斥资 耗资 投入 注资 增资 估值 市值 贷款 授信 补贴 补助 奖励 一期 二期 三期 首期 注册资本 资本 本金 资产 债务 负债 余额 存款 生产总值 GDP
                    经济总量 增加值 价值 造价 造价款 价款 成本 费用 总值 总价 罚款 捐款 捐赠 支出 预算 利息 净利 让利 减税 降费 退税 消费 规模达 基金规模 资金规模 投资规模 债券 贷 拨款 拨付 下达 发放 投放 发行 筹资 集资 纳税 缴税 创收 创汇 赔偿 回购 盈利 亏损 净赚 存款余额 货款 保费 保额 财力
                    """));
    private static final Words<Boolean> MONEY_VERB = Words
            .of(Map.entry(true, "投资 总投资 出资 斥资 耗资 融资 增资 注资 投入 募资 筹资 募集资金 总投资额 投资总额 投资额 发放 拨款 捐赠 捐款 让利"));
    private static final Words<Boolean> MONEY_BEHIND = Words
            .of(Map.entry(true, "消费券 投资 资金 补贴 补助 贷款 授信 红包 奖金 融资 订单额 产值 营收 市值 税收 基金 专项资金 专项债 产业基金 产业投资基金"));
    private static final Words<Boolean> MONEY_FILLER = Words.of(Map.entry(true,
            "达 为 了 达到 约 超 近 逾 共 合计 共计 总计 累计 高达 预计 将 已 均 也 : 已达 将达 约达 将超过 接近 不低于 超过 突破 不少于 计划 突破了 超过了 不足 不超过 约为 预计达 预计为 可达 分别为 分别达 达成 总额 有望 将突破 已超 已突破 资金"));
    private static final Words<Boolean> BUILDING = Words
            .of(Map.entry(true, "建设 打造 新建 设立 建 扩建 兴建 改造 用于 投建 在 成立 收购 开工 推进 实施 加码 布局"));

    private final Passage p;
    private final Figures figures;

    BareMoneyRule(Passage passage, Figures figures) {
        p = passage;
        this.figures = figures;
    }

    int at(int start, Numeral number) {
        int end = number.end();
        if (number.power() < 4 || start < number.start() || p.damaged(number.start(), end)) {
            return end;
        }
        boolean alone = number.form() == Numeral.Form.IMPLIED;
        int left = p.backSpaces(start);
        var prefix = figures.currency(left);
        if (prefix != null) {
            left -= prefix.length();
        }
        var before = figures.before(left, alone);
        var behind = Bounds.behind(p.s, end);
        Bound bound = Bounds.all(before.bound(), behind.bound(), number.over() ? Bound.OVER : Bound.EXACT);
        char next = p.at(behind.edge());
        if (bound == null || alone && bound == Bound.EXACT || next == '-'
                || next == '—' && figures.starts(behind.edge() + 1)
                || !money(before.edge(), behind.edge(), prefix != null, alone) || prefix == null && p.otherYuan()) {
            return end;
        }
        p.found.add(new Amount(new Span(before.edge(), behind.edge()), new Span(number.start(), end),
                Numeral.plain(number.value()), prefix == null ? "CNY" : prefix.meaning().name(), prefix != null, bound,
                "money-by-context"));
        return behind.edge();
    }

    /** Whether the words before {@code left} and behind {@code right} speak of money. */
    private boolean money(int left, int right, boolean currency, boolean alone) {
        char next = p.at(right);
        boolean ends = next == '\0' || "，。；、 ,;)!！\n】”左".indexOf(next) >= 0;
        if (next == '、' && figures.starts(right + 1)) {
            ends = false;
        }
        int k = left;
        for (int n = 0; n < 3; n++) {
            var filler = MONEY_FILLER.before(p.s, k);
            if (filler == null) {
                break;
            }
            k -= filler.length();
        }
        boolean verb = MONEY_VERB.before(p.s, k) != null && !alone;
        boolean noun = MONEY_NOUN.before(p.s, k) != null && "面人名份限差".indexOf(p.at(k - 2)) < 0;
        return (currency || noun) && ends || verb && (ends || next == '的' || BUILDING.at(p.s, right) != null)
                || MONEY_BEHIND.at(p.s, right) != null;
    }
}
