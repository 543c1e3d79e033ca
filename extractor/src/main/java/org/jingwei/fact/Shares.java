package org.jingwei.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Rate;
import org.jingwei.text.Cue;

/** Parts of a whole: 出口占全省的28.4%, 以占全市2.5%的土地、4%的人口创造了8%的经济总量. */
final class Shares {
    private static final Pattern SHARE_OF = Pattern
            .compile(
                    "(?:占(?!有)(?:了|到|比|据)?|完成(?:了)?(?=[^，占]{0,6}(?:计划|预算|任务|目标)))([^，占]{0,24}?)(?:的|的比重为?|比重为?|比例为?)?$");
    /** 温度计国内市场占有率为30%. */
    private static final Pattern MARKET = Pattern.compile("[^，]*?((?:国内|国际|全球|全国|海外)?市场)的?占有率(?:为|是)?$");
    private static final Pattern BOUND = Pattern.compile("(?:超过|超|逾|约为?|近|接近|达到?|将近|不到|不足|高达|至)+$");
    /** What the share is of stands behind it. */
    private static final Pattern PART = Pattern.compile("^(?:左右|以上|以下)?的([^，、。；的]{2,10})");
    /** 25%的份额: not a thing that there are parts of. */
    private static final Cue MERE = Cue.of("份额|比重|比例|股份|股权|水平|速度|关税|税率|利率|概率");
    private static final Pattern CONTRIBUTES = Pattern.compile("(?:贡献|创造|集聚|汇聚|生产|承担|吸纳)了?([^，、]{0,8})$");

    /** 占公司2023年度经审计营业收入的12.7%: what listed companies hold the value of a contract against. */
    private static final Pattern ACCOUNTS = Pattern.compile(
            "占(?:公司)?(?:最近一个会计年度|(?:19|20)\\d{2}年度?)(?:经审计的?)?(?:合并报表)?((?:主营业务|营业总?)收入|净资产|总资产)的(?:比[重例]为?)?$");
    private static final Cue OF_PLAN = Cue.of("完成(?:了)?[^，占]{0,6}(?:计划|预算|任务|目标)的[^，]{0,4}$");
    private static final Cue CONTRACT = Cue.of("合同|中标|订单|签约");

    private Shares() {}

    /** 完成年度计划的58.8%. */
    static boolean ofPlan(String between) {
        return OF_PLAN.in(between);
    }

    /** Of a rate that is said to be a share; absent when nothing says of what it is one. */
    static Optional<Indicator> read(StatisticNames names, Scene scene, Clause clause, Rate rate, int from,
            IndicatorContext context) {
        String before = BOUND.matcher(scene.between(Math.min(from, rate.span().start()),
                rate.core().start())).replaceFirst("");
        Matcher accounts = ACCOUNTS.matcher(BOUND.matcher(scene.left(clause, rate.core())).replaceFirst(""));
        if (accounts.find()) {
            return CONTRACT.in(scene.of(scene.sentenceSpan(clause))) && scene.company().isPresent()
                    ? of(scene, clause, rate, "合同金额占" + accounts.group(1) + "比重", Optional.of(accounts.group(1)),
                            context)
                    : Optional.empty();
        }
        Matcher market = MARKET.matcher(before);
        if (market.find()) {
            return of(scene, clause, rate, Phrases.before(market.group()), Optional.of(market.group(1)), context);
        }
        Matcher whole = SHARE_OF.matcher(before);
        if (!whole.find()) {
            return part(scene, clause, rate, before, context);
        }
        String all = whole.group(1).strip();
        String own = Phrases.before(before.substring(0, whole.start()));
        Optional<String> part = behind(scene, clause, rate);
        if (part.isPresent() && !names.isStatistic(own)) {
            context.shared(all, clause);
            return of(scene, clause, rate, part.get(), Optional.of(all + part.get()), context);
        }
        if (own.indexOf('、') >= 0 && !names.isStatistic(own)) {
            return Optional.empty(); // 轴承、电机、控制器三大件占到整机成本的近七成: of any maker's
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        context.rememberShare(phrase, clause);
        return of(scene, clause, rate, phrase, Optional.of(all).filter(s -> !s.isEmpty()), context);
    }

    /** Of a percentage before 的 and a noun: a further share of the same whole, or what a region contributes. */
    private static Optional<Indicator> part(Scene scene, Clause clause, Rate rate, String between,
            IndicatorContext context) {
        Matcher contributes = CONTRIBUTES.matcher(between);
        Optional<String> all = contributes.find()
                ? Optional.of(contributes.group(1)).filter(w -> !w.isEmpty()).or(() -> context.whole(clause))
                : context.whole(clause).filter(w -> between.matches("(?:的[^，、]{1,6})?[、和及与，]?"));
        return rate.unit() != Rate.Unit.PERCENT
                ? Optional.empty()
                : all.flatMap(w -> behind(scene, clause, rate)
                        .flatMap(part -> of(scene, clause, rate, part, Optional.of(w + part), context)));
    }

    private static Optional<String> behind(Scene scene, Clause clause, Rate rate) {
        Matcher part = PART.matcher(scene.right(clause, rate.span()));
        return part.find() && !MERE.in(part.group(1)) ? Optional.of(part.group(1)) : Optional.empty();
    }

    /** Of a rate that is a share of {@code whole}; absent when the statistic has no name. */
    static Optional<Indicator> of(Scene scene, Clause clause, Rate rate, String phrase, Optional<String> whole,
            IndicatorContext context) {
        return phrase.isEmpty() || phrase.length() > 30
                ? Optional.empty()
                : Observation.of(scene, clause, rate, phrase, Measure.SHARE, rate.value(), "%", true, whole,
                        rate.bound(), context);
    }
}
