package org.jingwei.fact;

import java.math.BigDecimal;
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
import org.jingwei.text.Cue;

/** One quantity of a clause to one statistic: a level, or a change by a number of things or of money. */
final class IndicatorValues {
    /** Money put into something is told with the project or event, not as a statistic. */
    private static final Cue INVESTED = Cue
            .of("(拟|计划|总|已经|静态|合计|向.{1,12}|[一二三四首]期|涉及|^[该此本][^，]{1,6})投资$|^总投资额?$|出资$|将");
    /** 实现500万吨产能: the statistic stands behind its value. */
    private static final Pattern BEHIND = Pattern.compile("^(?:的)?新?([^，、。；的和]{2,8})$");
    /** What may stand before such a value instead of a statistic's name. */
    private static final Cue HOLDS = Cue.of("(?:再|又|将|已)?(?:拥有|形成|新增|增加|增添|贡献|创造|投放|释放)$");
    private static final Cue MORE = Cue.of("(?:新增|增加|增添|再增)(?:了|约|近|超过?|逾)?$");
    /** 减少了, 净增: a change by a number of things or of money. */
    private static final Pattern CHANGED = Pattern
            .compile("(?:净?增加?|增长|增收|多增|减少?|少增|下降|减收|净减)(?:了|约|近|超过?|逾)?$");
    /** 工业企业已复工735家. */
    private static final Pattern DONE = Pattern.compile("(.*(?:企业|商户|门店))(?:均|全部)?已?(复工|复产|开业|复业|营业|集聚|聚集|入驻|落户)");
    private static final Pattern ADDED = Pattern.compile("(?:净|累计)?新增(?:了|约|近|超过?|逾)?$");
    private static final Cue BALANCE = Cue.of("(?:贷款|存款|余额)$");
    private static final Cue FALLS = Cue.of("减|下降|少增");

    /** 一家合作社600多亩西兰花: of one that is not named. */
    private static final Pattern SOME = Pattern.compile("^(?:一|某|这|那|每)(?:[家个名位户座条]|些)");

    /** What is told of one thing after another; not 出口 or 利润, which are statistics of their own behind 进出口 and 净利润. */
    private static final Pattern MADE = Pattern.compile("产量|产值|产能|销量|均价|价格|面积|营业收入|主营业务收入|销售收入|总产值|销售额|交易额");

    /** 木片: words that can be part of a statistic, whatever the tagger takes them for. */
    private static final Pattern PART = Pattern.compile("(?!.*(?:来自|项目|企业|以上|投资|签约))[一-龥&&[^的在对向从占为达用含有和与及]]{2,8}");

    /** 女队员10名: a few of them, somewhere in a tale; 引进人才320名 is a statistic. */
    private static final Cue SINGLE = Cue.of("^(?:名|位|颗|张|只|例)$");
    private static final BigDecimal FEW = BigDecimal.valueOf(20);

    private final StatisticNames names;
    private final IndicatorRates rates;

    IndicatorValues(StatisticNames names) {
        this.names = names;
        rates = new IndicatorRates(names);
    }

    /**
     * What a value states of the statistic that the words before it name, or of the one in force; absent when it is of none.
     *
     * @param from where the words that belong to this value begin
     */
    Optional<Indicator> read(Scene scene, Clause clause, Quantity value, int from, IndicatorContext context) {
        return value instanceof Rate rate
                ? rates.read(scene, clause, rate, from, context)
                : level(scene, clause, value, from, context);
    }

    private Optional<Indicator> level(Scene scene, Clause clause, Quantity quantity, int from,
            IndicatorContext context) {
        String words = scene.between(from, quantity.span().start());
        Optional<Indicator> added = added(scene, clause, quantity, words, context);
        if (added.isPresent()) {
            return added;
        }
        Optional<Indicator> difference = difference(scene, clause, quantity, words, context);
        if (difference.isPresent()) {
            return difference;
        }
        String phrase = Phrases.before(words);
        boolean stated = !phrase.isEmpty();
        if (!stated && context.phraseSentence == clause.sentence()) {
            phrase = context.phrase;
            if (quantity instanceof Count && context.whole(unit(quantity)).isEmpty()) {
                return Optional.empty(); // 支出64亿元，五项支出: another thing
            }
        }
        if (MADE.matcher(phrase).matches() && context.phrase.length() > 2 && context.phrase.endsWith(phrase)
                && context.phraseSentence >= clause.sentence() - 1) {
            phrase = context.phrase; // 山东纸板产量1843万吨，广东产量为1792万吨
        } else if (MADE.matcher(phrase).matches()) {
            phrase = context.told(phrase, clause);
        }
        Matcher done = DONE.matcher(phrase);
        if (done.matches() && quantity instanceof Count) {
            phrase = done.group(2) + done.group(1);
        }
        boolean grows = scene.changes(clause, quantity);
        Matcher behind = BEHIND.matcher(scene.right(clause, quantity.span()));
        if (!grows && (!stated || HOLDS.in(phrase)) && behind.find()
                && names.isStatistic(behind.group(1))) {
            phrase = behind.group(1);
            if (MORE.in(words)) {
                context.remember(phrase, clause);
                return value(scene, clause, quantity, phrase, Measure.CHANGE, context);
            }
        }
        Optional<String> part = stated && !names.isStatistic(phrase)
                ? part(scene, clause, quantity, from, words, phrase, context)
                : Optional.empty();
        if (part.isPresent()) {
            return value(scene, clause, quantity, part.get(), Measure.LEVEL, context);
        }
        boolean statistic = names.isStatistic(phrase) || grows && phrase.length() >= 2
                || stated && isNoun(scene, quantity, from, words, phrase, context);
        if (!statistic || phrase.length() > 30 || phrase.indexOf('，') >= 0 || SOME.matcher(phrase).find()
                || StatisticNames.talk(phrase)
                || !grows && INVESTED.in(phrase)) {
            if (stated) {
                context.forget();
            }
            return Optional.empty();
        }
        if (quantity instanceof Count && !grows && context.period.isEmpty() && !context.now) {
            return Optional.empty();
        }
        context.rememberLevel(phrase, clause);
        if (!scene.of(clause).startsWith("其中")) {
            context.divide(phrase, unit(quantity), clause);
        }
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
        boolean said = !(quantity instanceof Count c) || !SINGLE.in(c.unit()) || c.value().compareTo(FEW) >= 0
                || !words.endsWith(phrase);
        return framed && said && quantity instanceof Numbered && phrase.length() >= 2 && phrase.length() <= 12
                && phrase.indexOf('，') < 0 && scene.isNounPhrase(new Span(from + at, from + at + phrase.length()));
    }

    /** 吞吐量3345万吨，其中木片177万吨: a part of the level told before, in the same unit; absent when it is none. */
    private Optional<String> part(Scene scene, Clause clause, Quantity quantity, int from, String words, String phrase,
            IndicatorContext context) {
        int at = from + words.lastIndexOf(phrase);
        boolean noun = scene.isNounPhrase(new Span(at, at + phrase.length())) || PART.matcher(phrase).matches();
        return noun && scene.of(clause).startsWith("其中")
                ? context.whole(unit(quantity)).map(names::head).filter(h -> !h.isEmpty() && phrase.length() <= 10)
                        .map(h -> phrase + h)
                : Optional.empty();
    }

    private static String unit(Quantity quantity) {
        return switch (quantity) {
            case Amount a -> a.currency();
            case Numbered c -> c.unit();
            case Rate r -> r.unit().sign();
            case Period p -> "";
            case Occasion o -> "";
        };
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

    /** 人民币贷款新增57亿元: a change of a balance. */
    private Optional<Indicator> added(Scene scene, Clause clause, Quantity quantity, String words,
            IndicatorContext context) {
        Matcher verb = ADDED.matcher(words);
        String phrase = verb.find() ? StatisticNames.ofChange(words.substring(0, verb.start())) : "";
        if (!BALANCE.in(phrase) || !(quantity instanceof Amount)) {
            return Optional.empty();
        }
        context.remember(phrase, clause);
        return value(scene, clause, quantity, phrase, Measure.CHANGE, context);
    }

    /** 比年初减少1.3亿元: by how much the statistic named before, or in these words, has changed. */
    private Optional<Indicator> difference(Scene scene, Clause clause, Quantity quantity, String words,
            IndicatorContext context) {
        Matcher verb = CHANGED.matcher(words);
        if (quantity instanceof Rate || !verb.find()) {
            return Optional.empty();
        }
        String own = StatisticNames.ofChange(words.substring(0, verb.start()));
        String phrase = own.isEmpty() && context.phraseSentence == clause.sentence() ? context.phrase : own;
        if (!names.isStatistic(phrase)) {
            return Optional.empty();
        }
        context.remember(phrase, clause);
        return value(scene, clause, quantity, phrase, Measure.CHANGE, context)
                .map(i -> FALLS.in(verb.group()) ? i.negated() : i);
    }
}
