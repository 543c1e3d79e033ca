package org.jingwei.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/**
 * Numbers that belong to one project, product, fair or grant, and are no statistic of the region or company that is
 * spoken of: 达产后年缴纳税收超5亿元, 推出“菌菇贷”，累计发放贷款5亿元.
 */
final class ToldApart {
    /** 全部达产后，预计可实现…: what a project is to bring. */
    private static final Cue ONCE_BUILT = Cue.of(
            "(?:达产|投产|建成|投用|投入使用|投入运营|建设完成|竣工|落成)(?:达[产效标])?(?:后|以后|之后)[^。；]*?(?:预计|预期|将|可(?!比|支配|再生)|有望|每年|年均?(?=[产销纳缴贡新]))");
    private static final Cue INVESTED = Cue.of("(?:总投资额?|投资总?额|计划投资)(?:约|近|超过?|逾|达|为)*$");
    private static final Pattern PART = Pattern.compile("^其中.*(?:资金|资本金|出资|投资|补助|贷款)[^，]{0,3}$");
    /** 达成采购订单: what is agreed on at a gathering. */
    private static final Pattern AGREED = Pattern
            .compile("^(?:现场|当场|共|会上)?(?:达成|签[订下署]|揽[下获])[^，]*(?:订单|合同|协议|意向)[^，]{0,3}$");
    /** 推出“某某贷”: a product by its name. */
    private static final Cue PRODUCT = Cue.of("(?:推出|创新|上线|开发|研发|首创|试点|发行)[^。；“]{0,12}“[^”]{1,12}(?:贷|保|险|卡|券)”");
    private static final Cue LENT = Cue.of("(?:发放|投放|授信|贷款|放款|保费|保额|保障|赔付|核销)[^，]{0,6}$");
    /** 向36家企业兑现奖补资金: what a body pays out to somebody. */
    private static final Cue PAID = Cue.of("向[^，。；]{2,30}?(?:兑现|发放|拨付|下达|下拨|兑付|颁发|奖励)[^，。；]{0,12}$");
    /** 投资50亿元以上的项目, 年产值超过10亿元的有6家: which of them are counted. */
    private static final Pattern SIZE = Pattern
            .compile("^(?:以上|以下|以内)?(?:的(?=企业|有|镇|村|县|园区|集群))|^(?:以上|以下|以内)?的?(?:重大|重点|大|工业|产业|制造业|招商)*项目");
    private static final Pattern PROGRESS = Pattern.compile("已?累计完成(?:总)?投资");
    private static final Cue WORKS = Cue.of("(?:运河|铁路|高铁|高速|公路|大桥|隧道|机场|水库|枢纽|通道|电站|码头|泊位|车站|管道|工程|项目)$");

    private ToldApart() {}

    /**
     * @param phrase what the value is said to be of
     * @param region whose statistic it would be
     */
    static boolean is(Scene scene, Clause clause, Quantity quantity, String phrase, String region) {
        int at = quantity.span().start();
        String told = scene.between(scene.sentenceSpan(clause).start(), at);
        String left = scene.between(clause.span().start(), at);
        return ONCE_BUILT.in(told) && scene.of(clause).indexOf("同比") < 0
                || PART.matcher(left).find() && afterInvestment(scene, clause)
                || AGREED.matcher(phrase).find()
                || LENT.in(left) && product(scene, clause, at)
                || quantity instanceof Amount && PAID.in(left)
                || quantity instanceof Amount && SIZE.matcher(scene.right(clause, quantity.span())).find()
                || PROGRESS.matcher(phrase).matches() && WORKS.in(region);
    }

    /** 总投资3.6亿元，其中…: whether the amount before this clause is what something costs. */
    private static boolean afterInvestment(Scene scene, Clause clause) {
        List<Amount> before = scene.quantities(scene.sentenceSpan(clause), Amount.class).stream()
                .filter(a -> a.span().end() <= clause.span().start()).toList();
        return !before.isEmpty() && scene.clauseOf(before.getLast().span())
                .filter(c -> INVESTED.in(scene.left(c, before.getLast().span()))).isPresent();
    }

    /** Whether its sentence names a bank's or insurer's product. */
    private static boolean product(Scene scene, Clause clause, int at) {
        return Optional.of(new Span(scene.sentenceSpan(clause).start(), at)).map(scene::of).filter(PRODUCT::in)
                .isPresent();
    }
}
