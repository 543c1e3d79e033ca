package org.jingwei.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.source.Span;

/** One quantity of a clause to one statistic: a level, a change, a share, a rank. */
final class IndicatorValues {
    private static final Pattern TALK = Pattern
            .compile("表示|认为|指出|介绍|告诉|记者|公告|签约|持股|股权|股份比例|内部收益率|控球率|命中率|胜率|收视率|上座率|支持率|回收期|毛利率为负|建设周期|概率|折扣|利率");
    /** Money put into something is told with the project or event, not as a statistic. */
    private static final Pattern INVESTED = Pattern.compile("(拟|计划|总|已经|静态|合计|向.{1,12})投资$|出资$|将");
    private static final Pattern POINTS = Pattern.compile("拉动|提高|提升|上升|回升|下降|回落|收窄|扩大");
    private static final Pattern RANKED = Pattern.compile("(?:居|位列|列|排名|排)([^，第前居首]{1,10})(?:第|首|前)");
    /** 是2019年同期的1.8倍: what the multiple is held against. */
    private static final Pattern BASE = Pattern.compile("(?:是|为|相当于)([^，是]{2,16}?)的?$");
    /** 实现500万吨产能: the statistic stands behind its value. */
    private static final Pattern BEHIND = Pattern.compile("^(?:的)?新?([^，、。；的和]{2,8})$");
    /** What may stand before such a value instead of a statistic's name. */
    private static final Pattern HOLDS = Pattern.compile("(?:再|又|将|已)?(?:拥有|形成|新增|增加|增添|贡献|创造|投放|释放)$");
    private static final Pattern MORE = Pattern.compile("(?:新增|增加|增添|再增)(?:了|约|近|超过?|逾)?$");
    /** 减少了, 净增: a change by a number of things or of money. */
    private static final Pattern CHANGED = Pattern
            .compile("(?:净?增加?|增长|增收|多增|减少?|少增|下降|减收|净减)(?:了|约|近|超过?|逾)?$");
    private static final Pattern FALLS = Pattern.compile("减|下降|少增");
    /** 比去年末, 较上年同期: what the change is held against. */
    private static final Pattern AGAINST = Pattern
            .compile("[，,]?(?:同比|环比|[比较]?[去上前][年月]末?(?:同期|同月)?|[比较][^，]{1,10}(?:年|月|期|末|底|初|季度))(?:相比|又|共|累计)?$");
    private static final Pattern RATIO = Pattern.compile(".*(?:率|面|比重|占比|比例|度)");
    private static final Pattern RELATIVE = Pattern.compile("(高于|低于|快于|高出|快|慢于|好于|超出|领先)[^，]{0,12}$");

    /** 对全市经济增长的贡献率: a share of the growth. */
    private static final Pattern CONTRIBUTION = Pattern.compile("对([^，]{2,16}?)的?贡献率");

    /** 一家合作社600多亩西兰花: of one that is not named. */
    private static final Pattern SOME = Pattern.compile("^(?:一|某|这|那|每)(?:[家个名位户座条]|些)");

    /** What is told of one thing after another; not 出口 or 利润, which are statistics of their own behind 进出口 and 净利润. */
    private static final Pattern MADE = Pattern.compile("产量|产值|产能|销量|均价|价格|面积");

    /** 寄递量, 成交额: names that end like those of statistics, apart from money that somebody agrees on. */
    private static final Pattern AMOUNTS = Pattern
            .compile("(?<![大力质批能数变剂定])量$|(?<!投资|总金|合同|签约|意向|名)额$|(?<!价|估|升|贬|增)值$");

    private final Pattern head = Pattern.compile(".*(" + String.join("|", Words.lines("indicator-heads.txt")) + ")$");

    /** Whether a statistic can be called so. */
    boolean isStatistic(String phrase) {
        return head.matcher(phrase).matches() || phrase.length() >= 3 && AMOUNTS.matcher(phrase).find();
    }

    /**
     * What a value states of the statistic that the words before it name, or of the one in force; absent when it is of none.
     *
     * @param from where the words that belong to this value begin
     */
    Optional<Indicator> read(Scene scene, Clause clause, Quantity value, int from, IndicatorContext context) {
        return value instanceof Rate rate
                ? rate(scene, clause, rate, from, context)
                : level(scene, clause, value, from, context);
    }

    private Optional<Indicator> level(Scene scene, Clause clause, Quantity quantity, int from,
            IndicatorContext context) {
        String words = scene.between(from, quantity.span().start());
        Optional<Indicator> difference = difference(scene, clause, quantity, words, context);
        if (difference.isPresent()) {
            return difference;
        }
        String phrase = Phrases.before(words);
        boolean stated = !phrase.isEmpty();
        if (!stated && context.phraseSentence == clause.sentence()) {
            phrase = context.phrase;
        }
        if (MADE.matcher(phrase).matches() && context.phrase.length() > 2 && context.phrase.endsWith(phrase)
                && context.phraseSentence >= clause.sentence() - 1) {
            phrase = context.phrase; // 山东纸板产量1843万吨，广东产量为1792万吨
        }
        boolean grows = scene.changes(clause, quantity);
        Matcher behind = BEHIND.matcher(scene.right(clause, quantity.span()));
        if (!grows && (!stated || HOLDS.matcher(phrase).find()) && behind.find() && isStatistic(behind.group(1))) {
            phrase = behind.group(1);
            if (MORE.matcher(words).find()) {
                context.remember(phrase, clause);
                return value(scene, clause, quantity, phrase, Measure.CHANGE, context);
            }
        }
        boolean statistic = isStatistic(phrase) || grows && phrase.length() >= 2
                || stated && isNoun(scene, quantity, from, words, phrase, context);
        if (!statistic || phrase.length() > 30 || phrase.indexOf('，') >= 0 || SOME.matcher(phrase).find()
                || TALK.matcher(phrase).find()
                || !grows && INVESTED.matcher(phrase).find()) {
            if (stated) {
                context.forget();
            }
            return Optional.empty();
        }
        if (quantity instanceof Count && !grows && context.period.isEmpty()) {
            return Optional.empty();
        }
        context.rememberLevel(phrase, clause);
        return value(scene, clause, quantity, phrase, Measure.LEVEL, context);
    }

    /**
     * 奶牛存栏达57.4万头: any noun whose value is said to be so much, where its sentence names the region or company and a period is in force.
     */
    private static boolean isNoun(Scene scene, Quantity quantity, int from, String words, String phrase,
            IndicatorContext context) {
        int at = words.lastIndexOf(phrase);
        boolean framed = context.regionSentence == scene.clauseOf(quantity.span()).map(Clause::sentence).orElse(-2)
                && (context.period.isPresent() || context.now);
        return framed && quantity instanceof Numbered && phrase.length() >= 2 && phrase.length() <= 12
                && phrase.indexOf('，') < 0 && scene.isNounPhrase(new Span(from + at, from + at + phrase.length()));
    }

    private static Optional<Indicator> value(Scene scene, Clause clause, Quantity quantity, String phrase,
            Measure measure, IndicatorContext context) {
        return switch (quantity) {
            case Amount a -> Observation.of(scene, clause, a, phrase, measure, a.value(), a.currency(),
                    a.currencyStated(), Optional.empty(), a.bound(), context);
            case Numbered c -> Observation.of(scene, clause, c, phrase, measure, c.value(), c.unit(), true,
                    Optional.empty(), c.bound(), context);
            case Rate r -> Observation.of(scene, clause, r, phrase, measure, r.value(), r.unit().sign(), true,
                    Optional.empty(), r.bound(), context);
            case Period p -> Optional.empty();
            case Occasion o -> Optional.empty();
        };
    }

    /** 比年初减少1.3亿元: by how much the statistic named before, or in these words, has changed. */
    private Optional<Indicator> difference(Scene scene, Clause clause, Quantity quantity, String words,
            IndicatorContext context) {
        Matcher verb = CHANGED.matcher(words);
        if (quantity instanceof Rate || !verb.find()) {
            return Optional.empty();
        }
        String own = Phrases.before(AGAINST.matcher(words.substring(0, verb.start())).replaceFirst(""));
        String phrase = own.isEmpty() && context.phraseSentence == clause.sentence() ? context.phrase : own;
        if (!isStatistic(phrase)) {
            return Optional.empty();
        }
        context.remember(phrase, clause);
        return value(scene, clause, quantity, phrase, Measure.CHANGE, context)
                .map(i -> FALLS.matcher(verb.group()).find() ? i.negated() : i);
    }

    private Optional<Indicator> rate(Scene scene, Clause clause, Rate rate, int from, IndicatorContext context) {
        String between = scene.between(from, rate.core().start());
        String own = Phrases.before(AGAINST.matcher(scene.between(from, Math.max(from, rate.span().start())))
                .replaceFirst(""));
        if (TALK.matcher(between).find() || RELATIVE.matcher(between).find()) {
            return Optional.empty();
        }
        return switch (rate.kind()) {
            case GROWTH, MULTIPLE, RATIO, AVERAGE_GROWTH -> rate.unit() == Rate.Unit.PERCENTAGE_POINT
                    ? points(scene, clause, rate, between, own, context)
                    : change(scene, clause, rate, between, own, context);
            case SHARE -> Shares.read(this, scene, clause, rate, from, context);
            case PLAIN -> rate.unit() == Rate.Unit.PERCENTAGE_POINT
                    ? points(scene, clause, rate, between, own, context)
                    : plain(scene, clause, rate, own, context);
            case RANK -> rank(scene, clause, rate, own, context);
        };
    }

    /** 增长5%, 是2019年同期的1.8倍: a change or a multiple of the statistic. */
    private Optional<Indicator> change(Scene scene, Clause clause, Rate rate, String between, String own,
            IndicatorContext context) {
        Matcher base = BASE.matcher(between);
        if ((rate.kind() == Rate.Kind.MULTIPLE || rate.kind() == Rate.Kind.RATIO) && base.find()) {
            return context.phrase.isEmpty() || !between.substring(0, base.start()).isBlank()
                    ? Optional.empty()
                    : Observation.of(scene, clause, rate, context.phrase, Measure.MULTIPLE, rate.value(),
                            rate.unit().sign(), true, Optional.of(base.group(1)), rate.bound(), context);
        }
        if (scene.left(clause, rate.span()).contains("相当于")) {
            return Optional.empty(); // 相当于至2009年底已投产产能的3倍多: of one time to another
        }
        if (own.isEmpty() && context.named && context.phraseSentence != clause.sentence()) {
            return Optional.empty(); // another region, and nothing says which statistic
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        boolean statistic = own.isEmpty()
                ? !phrase.isEmpty()
                : isStatistic(own) || context.read > 0 || Observation.YEAR_ON_YEAR.matcher(between).find();
        if (!statistic || phrase.length() < 2 || phrase.length() > 30) {
            return Optional.empty();
        }
        context.remember(phrase, clause);
        Measure measure = switch (rate.kind()) {
            case MULTIPLE, RATIO -> Measure.MULTIPLE;
            case AVERAGE_GROWTH -> Measure.AVG_GROWTH;
            case GROWTH, SHARE, RANK, PLAIN -> Measure.GROWTH;
        };
        return Observation.of(scene, clause, rate, phrase, measure, rate.value(), rate.unit().sign(), true,
                Optional.empty(), rate.bound(), context);
    }

    /** 产销率为95.1%, 比重由30%提高到42.5%: a statistic that is a ratio itself. */
    private static Optional<Indicator> plain(Scene scene, Clause clause, Rate rate, String own,
            IndicatorContext context) {
        String phrase = own.isEmpty() && context.phraseSentence == clause.sentence() ? context.phrase : own;
        if (!RATIO.matcher(phrase).matches() || phrase.length() > 30 || rate.unit() != Rate.Unit.PERCENT) {
            return Optional.empty();
        }
        Matcher contribution = CONTRIBUTION.matcher(phrase);
        if (contribution.matches() && context.phraseSentence == clause.sentence()) {
            return Observation.of(scene, clause, rate, context.phrase, Measure.SHARE, rate.value(), "%", true,
                    Optional.of(contribution.group(1)), rate.bound(), context);
        }
        context.remember(phrase, clause);
        boolean share = phrase.endsWith("比重") || phrase.endsWith("占比");
        return Observation.of(scene, clause, rate, phrase, share ? Measure.SHARE : Measure.LEVEL, rate.value(), "%",
                true, Optional.empty(), rate.bound(), context);
    }

    /** 总量居全省第3位. */
    private Optional<Indicator> rank(Scene scene, Clause clause, Rate rate, String own, IndicatorContext context) {
        String phrase = isStatistic(own) ? own : context.phrase;
        Matcher among = RANKED.matcher(scene.of(clause));
        return isStatistic(phrase)
                ? Observation.of(scene, clause, rate, phrase, Measure.RANK, rate.value(), "位", true,
                        among.find() ? Optional.of(among.group(1)) : Optional.empty(), rate.bound(), context)
                : Optional.empty();
    }

    /** 比重提高1.2个百分点, 拉动增长8.5个百分点: a change of the statistic in points. */
    private Optional<Indicator> points(Scene scene, Clause clause, Rate rate, String between, String own,
            IndicatorContext context) {
        if (own.isEmpty() && context.named && context.phraseSentence != clause.sentence()) {
            return Optional.empty();
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        boolean changes = POINTS.matcher(between).find() || POINTS.matcher(scene.of(rate.span())).find();
        if (!changes || phrase.isEmpty() || phrase.length() > 30) {
            return Optional.empty();
        }
        return Observation.of(scene, clause, rate, phrase, Measure.CHANGE, rate.value(), rate.unit().sign(), true,
                Optional.empty(), rate.bound(), context);
    }
}
