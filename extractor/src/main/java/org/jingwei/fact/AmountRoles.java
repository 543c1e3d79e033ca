package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.AmountRole;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Count;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/** What an amount of money is, by the words around it: an investment, a price, a payout, a part of another amount. */
final class AmountRoles {
    private record RoleRule(AmountRole role, Pattern before) {}

    private final List<RoleRule> rules = Words.rows("amount-roles.tsv", 2).stream()
            .map(row -> new RoleRule(AmountRole.valueOf(row[0]), Pattern.compile(row[1]))).toList();

    /** 完成7.3亿元A+轮融资. */
    private static final Pattern ROUND = Pattern.compile("^(?:人民币)?的?[A-Za-z]?\\d?\\+{0,2}[^，]{0,3}轮?融资");
    private static final Pattern RAISED_LIMIT = Pattern.compile("^(?:提高|上调|调高|增加|提升|调整)(?:到|至|为)$");
    private static final Cue LIMIT = Cue.of("(?:额度|标准|限额|上限)(?:统一)?(?:由|从)$");
    private static final Cue LIMITED = Cue.of("(?:额度|标准|限额|上限)(?:统一)?(?:由|从)");
    private static final Cue FOUNDED = Cue.of("共同出资$");
    private static final Pattern BUILT = Pattern.compile("^(?:人民币)?(?:投资)?(?:建设|新建|兴建|共建|打造)");
    /** 消费券启动发放，总额3300万元, 发放消费券，总额…. */
    private static final Cue COUPONS = Cue
            .of("(?:消费券[^。；]{0,16}(?:发放|投放)[^，。；]{0,4}|(?:发放|投放)[^，。；]{0,20}消费券)，(?:总[额金价].{0,4})?$");
    /** 总规模50亿元的基金设立，首期规模20亿元: a part of what is told before. */
    private static final Cue FIRST_PART = Cue.of("首(?:期|关)(?:募集)?(?:规模|资金)?[为达约]?$");
    private static final Cue WHOLE = Cue.of("总规模|目标规模|总额");
    private static final Pattern SPENT_ON = Pattern.compile("^(?:拟|将)?用于");
    private static final Cue RAISED = Cue.of("募集|募资|净额|救灾资金|专项资金|补助资金");
    private static final Cue RAISED_FOR = Cue.of("项目拟?投入(?:募集资金)?$|补充流动资金$");
    private static final Pattern SUM = Pattern.compile("(?:^|[、，；])(?:总?金额|总额)(?:为|达|约)?$");
    private static final Cue CONTRACTS = Cue.of("合同|订单|中标|签约");
    /** 签订贷款协议，金额合计8亿元. */
    private static final Pattern SUM_OF = Pattern
            .compile("(?:^|[、，；])(?:总?金额|总额|授信额度|贷款额度)?(?:合计|共计|总计)?(?:为|达|约)?$");
    private static final Pattern LENT = Pattern
            .compile("(?:签订|签署|签约|达成)[^。；]{0,8}(?:贷款|授信|融资)[^，。；]{0,6}，[^，。；]{0,10}$");
    /** 固定资产投资不低于15亿元. */
    private static final Pattern AT_LEAST = Pattern.compile("(?:不低于|不少于|不超过|不高于|至少)$");
    /** 年均新增销售收入18亿元、净利润2亿元: what else a project will yield. */
    private static final Pattern YIELD_TOO = Pattern
            .compile("[、和及，]?(?:年均?)?(?:可?[缴上]?[纳缴]?)(?:净利润|利润总额|利润|利税|税收|纳税)(?:约|达|为|超)?");
    private static final Pattern YIELDS = Pattern
            .compile("(?:达产|满产|投产|建成|投运)[^。；]{0,4}后?[^。；]{0,10}年[^。；]{0,30}$");
    /** 其中某公司投资7.2亿元的提取项目: the whole of one of many projects. */
    private static final Pattern OWN_PROJECT = Pattern.compile("(?:人民币)?的[^，、；的]{2,24}(?:项目|工程|基地|工厂|产业园)");
    static final Pattern PHASE = Pattern.compile("[一二三四首]期");

    /**
     * @param before the words that lead to the amount
     * @param right  the rest of its clause
     * @return absent when neither says what the money is
     */
    Optional<AmountRole> of(Scene scene, Clause clause, Amount amount, String before, String right) {
        Span sentence = scene.sentenceSpan(clause);
        String earlier = scene.between(sentence.start(), amount.span().start());
        if (limit(before, right) && LIMITED.in(scene.left(clause, amount.span()))) {
            return Optional.of(AmountRole.OTHER);
        }
        if (FOUNDED.in(before) && BUILT.matcher(right).find()) {
            return Optional.of(AmountRole.TOTAL_INVESTMENT);
        }
        if (COUPONS.in(earlier) && before.matches("(?:总额|总金额|总价值)(?:为|达|共)?")
                || right.matches("(?s)^[^，]{0,6}发放[^，]{0,8}(?:消费券|补贴|补助|奖补).*")) {
            return Optional.of(AmountRole.PAYOUT_AMOUNT);
        }
        if (ROUND.matcher(right).find()) {
            return Optional.of(AmountRole.FINANCING_AMOUNT);
        }
        if (FIRST_PART.in(before) && WHOLE.in(earlier)) {
            return Optional.of(AmountRole.OTHER);
        }
        if (SPENT_ON.matcher(right).find() && RAISED.in(earlier)
                || RAISED_FOR.in(before) && RAISED.in(earlier)) {
            return Optional.of(AmountRole.OTHER);
        }
        if (YIELD_TOO.matcher(before).matches() && YIELDS.matcher(earlier).find()) {
            return Optional.of(AmountRole.EXPECTED_OUTPUT);
        }
        if (SUM_OF.matcher(before).find() && LENT.matcher(earlier).find()) {
            return Optional.of(AmountRole.FINANCING_AMOUNT);
        }
        Optional<AmountRole> role = byWords(AT_LEAST.matcher(before).replaceFirst(""), right);
        if (role.isEmpty() && SUM.matcher(before).find() && CONTRACTS.matcher(earlier).find()) {
            return Optional.of(AmountRole.CONTRACT_VALUE);
        }
        if (role.equals(Optional.of(AmountRole.PAYOUT_AMOUNT)) && partOfSum(scene, sentence, amount, earlier)) {
            return Optional.of(AmountRole.OTHER);
        }
        if (role.equals(Optional.of(AmountRole.TOTAL_INVESTMENT))) {
            if (before.contains("合计") && !earlier.contains("投资") && CONTRACTS.in(earlier)) {
                return Optional.of(AmountRole.CONTRACT_VALUE);
            }
            int part = earlier.lastIndexOf("其中");
            boolean of = part > 0 && !before.contains("总投资") && scene
                    .quantities(new Span(sentence.start(), sentence.start() + part), Amount.class).stream().count() > 0;
            if (of && scene.quantities(new Span(sentence.start() + part, amount.span().start()), Count.class).isEmpty()
                    && !PHASE.matcher(earlier.substring(part)).find() && !OWN_PROJECT.matcher(right).lookingAt()) {
                return Optional.of(AmountRole.OTHER);
            }
        }
        return role;
    }

    /** 消费券2000万元，其中餐饮消费券800万元: a part of a sum told before. */
    private static boolean partOfSum(Scene scene, Span sentence, Amount amount, String earlier) {
        int part = earlier.lastIndexOf("其中");
        return part > 0 && scene.quantities(new Span(sentence.start(), sentence.start() + part), Amount.class).stream()
                .anyMatch(a -> a.currency().equals(amount.currency()) && a.value().compareTo(amount.value()) > 0);
    }

    private Optional<AmountRole> byWords(String before, String right) {
        if (right.startsWith("消费券") || right.matches("^(的)?[^，]{0,6}(消费券|补贴资金|奖补资金)[^，]*发放.*")) {
            return Optional.of(AmountRole.PAYOUT_AMOUNT);
        }
        if (before.matches("(?s).*(以|斥资|出资|耗资|用|花费?|作价|出价).{0,3}$")
                && right.matches(
                        "(?s)^(人民币|现金|的?(价格|对价|代价|总价))?(整体|全资|成功)?(转让给|出售给|收购|购买|受让|竞得|拍得|摘得|竞拍|买下|并购|购入|接手).*")) {
            return Optional.of(AmountRole.PRICE);
        }
        for (RoleRule rule : rules) {
            if (rule.before().matcher(before).find()) {
                return Optional.of(rule.role());
            }
        }
        if (right.matches("(?s)^的[^，]*(项目|工程|公路|基地|厂|线|园).*") && before.matches("(?s).*投资$")) {
            return Optional.of(AmountRole.TOTAL_INVESTMENT);
        }
        if (right.matches("(?s)^(投资建设|建设|投建|新建|增资|收购|加码).*") && before.matches("(?s).*(拟|计划|将|投资|斥资|耗资|拿出).{0,4}$")) {
            return Optional.of(right.startsWith("收购")
                    ? AmountRole.PRICE
                    : right.startsWith("增资") ? AmountRole.FINANCING_AMOUNT : AmountRole.TOTAL_INVESTMENT);
        }
        if (right.matches("(?s)^[^，]{0,12}(合同|订单).*") && before.matches("(?s).*(签订|签署|中标|获得|斩获).{0,4}$")) {
            return Optional.of(AmountRole.CONTRACT_VALUE);
        }
        return Optional.empty();
    }

    /** 最高额度由22万元提高到31万元: both ends of what a policy changes. */
    static boolean limit(String before, String right) {
        return LIMIT.in(before) && right.matches("(?s)^(?:统一)?(?:提高|上调|调高|增加|提升|调整)(?:到|至|为).*")
                || RAISED_LIMIT.matcher(before).find();
    }
}
