package org.jingwei.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Rate;
import org.jingwei.text.Cue;

/** One rate of a clause to one statistic: a change, a multiple, a share, a rank, or what is a ratio itself. */
final class IndicatorRates {
    private static final Cue POINTS = Cue.of("拉动|加快|放缓|提高|提升|上升|回升|下降|回落|收窄|扩大");
    private static final Pattern RANKED = Pattern.compile("(?:居|位列|列|排名|排)([^，第前居首]{1,10})(?:第|首|前)");
    /** 是2019年同期的1.8倍: what the multiple is held against. */
    private static final Pattern BASE = Pattern.compile("(?:是|为|相当于)([^，是]{2,16}?)的?$");
    private static final Pattern RATIO = Pattern.compile(".*(?:率|面|比重|占比|比例|度)");
    private static final Cue RELATIVE = Cue.of("(高于|低于|快于|高出|(?<!加)快|慢于|好于|超出|领先)[^，]{0,12}$");
    /** 对全市经济增长的贡献率: a share of the growth. */
    private static final Pattern CONTRIBUTION = Pattern.compile("([^，]*?)对([^，]{2,16}?)的?贡献率(?:达到?|为|是|超过?|约|近)*$");
    /** 出口63亿元，规模居全省首位. */
    private static final Pattern BARE = Pattern.compile("规模|总量|总额|数量");
    private static final Pattern AIMED = Pattern.compile(
            "^(?:.*[，：:])?(?:并|其中)?[将把]?([^，]*?)(?:增长|增速)(?:的)?(?:年度|年均|预期|主要|总体|全年|调控)*(?:目标|预期)(?:值|设定|确定|预计|暂|设|定|为|是|在|至|于|：|:)*$");
    private static final Pattern NARROWED = Pattern.compile("(?:的)?降幅(?:收窄|缩小|扩大)(?:至|到|为)$");

    private final StatisticNames names;

    IndicatorRates(StatisticNames names) {
        this.names = names;
    }

    /**
     * @param from where the words that belong to this rate begin
     * @return absent when it is of no statistic
     */
    Optional<Indicator> read(Scene scene, Clause clause, Rate rate, int from, IndicatorContext context) {
        String between = scene.between(from, rate.core().start());
        String own = StatisticNames.ofChange(scene.between(from, Math.max(from, rate.span().start())));
        if (StatisticNames.talk(between) || RELATIVE.in(between)) {
            return Optional.empty();
        }
        Optional<Indicator> told = narrowed(scene, clause, rate, between, context)
                .or(() -> contribution(scene, clause, rate, between, context))
                .or(() -> Sectors.of(scene, clause, rate, context))
                .or(() -> aimed(scene, clause, rate, between, context));
        if (told.isPresent()) {
            return told;
        }
        return switch (rate.kind()) {
            case GROWTH, MULTIPLE, RATIO, AVERAGE_GROWTH -> rate.unit() == Rate.Unit.PERCENTAGE_POINT
                    ? points(scene, clause, rate, between, own, context)
                    : change(scene, clause, rate, between, own, context);
            case SHARE -> Shares.read(names, scene, clause, rate, from, context);
            case PLAIN -> Shares.ofPlan(between)
                    ? Shares.read(names, scene, clause, rate, from, context)
                    : rate.unit() == Rate.Unit.PERCENTAGE_POINT
                            ? points(scene, clause, rate, between, own, context)
                            : plain(scene, clause, rate, own, context);
            case RANK -> rank(scene, clause, rate, own, context);
        };
    }

    /** 投资降幅收窄至5.7%: a fall by so much; absent when nothing narrows. */
    private Optional<Indicator> narrowed(Scene scene, Clause clause, Rate rate, String between,
            IndicatorContext context) {
        Matcher fall = NARROWED.matcher(between);
        if (!fall.find() || rate.unit() != Rate.Unit.PERCENT) {
            return Optional.empty();
        }
        String own = StatisticNames.ofChange(between.substring(0, fall.start()));
        if (!names.isStatistic(own)) {
            return Optional.empty(); // 下降9.4%，降幅收窄至5.7%: which of the two holds when
        }
        context.remember(own, clause);
        return Observation.of(scene, clause, rate, own, Measure.GROWTH, rate.value().abs().negate(),
                rate.unit().sign(), true, Optional.empty(), rate.bound(), context);
    }

    /** 把地区生产总值增长预期目标定在7%左右: a growth that is aimed at; absent when nothing says so. */
    private Optional<Indicator> aimed(Scene scene, Clause clause, Rate rate, String between,
            IndicatorContext context) {
        Matcher goal = AIMED.matcher(between);
        if (!goal.find() || rate.unit() != Rate.Unit.PERCENT) {
            return Optional.empty();
        }
        String own = StatisticNames.ofChange(goal.group(1));
        if (!names.isStatistic(own)) {
            return Optional.empty();
        }
        context.remember(own, clause);
        return Observation.of(scene, clause, rate, own, Measure.GROWTH, rate.value(), "%", true, Optional.empty(),
                rate.bound(), context);
    }

    /** 工业对经济增长的贡献率达37.9%: a share of the growth; absent when it is of nothing. */
    private static Optional<Indicator> contribution(Scene scene, Clause clause, Rate rate, String between,
            IndicatorContext context) {
        Matcher share = CONTRIBUTION.matcher(between);
        if (!share.find() || rate.unit() != Rate.Unit.PERCENT) {
            return Optional.empty();
        }
        String own = Phrases.before(share.group(1));
        String part = own.isEmpty() && context.phraseSentence == clause.sentence() ? context.phrase : own;
        return part.isEmpty()
                ? Optional.empty()
                : Observation.of(scene, clause, rate, part, Measure.SHARE, rate.value(), "%", true,
                        Optional.of(share.group(2)), rate.bound(), context);
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
            return Optional.empty(); // 相当于前年末装机的两倍多: of one time to another
        }
        if (own.isEmpty() && context.named && context.phraseSentence != clause.sentence()) {
            return Optional.empty(); // another region, and nothing says which statistic
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        boolean statistic = own.isEmpty()
                ? !phrase.isEmpty()
                : names.isStatistic(own) || context.read > 0 || Observation.YEAR_ON_YEAR.in(between);
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
        context.remember(phrase, clause);
        boolean share = phrase.endsWith("比重") || phrase.endsWith("占比");
        return Observation.of(scene, clause, rate, phrase, share ? Measure.SHARE : Measure.LEVEL, rate.value(), "%",
                true, Optional.empty(), rate.bound(), context);
    }

    /** 总量居全省第3位. */
    private Optional<Indicator> rank(Scene scene, Clause clause, Rate rate, String own, IndicatorContext context) {
        boolean bare = BARE.matcher(own).matches() && context.phraseSentence == clause.sentence();
        String phrase = names.isStatistic(own) && !bare ? own : context.phrase;
        Matcher among = RANKED.matcher(scene.of(clause));
        return names.isStatistic(phrase)
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
        String phrase = own.isEmpty() ? context.share(clause).orElse(context.phrase) : own;
        boolean changes = POINTS.in(between) || POINTS.in(scene.of(rate.span()));
        if (!changes || phrase.isEmpty() || phrase.length() > 30) {
            return Optional.empty();
        }
        return Observation.of(scene, clause, rate, phrase, Measure.CHANGE, rate.value(), rate.unit().sign(), true,
                Optional.empty(), rate.bound(), context);
    }
}
