package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Basis;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.quantity.Rate;
import org.jingwei.source.Span;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/**
 * Statistics of regions and companies. A release states region and period once and then lists; so both stay in force
 * until another one is stated, and a rate without a name of its own belongs to the statistic before it.
 */
final class IndicatorReader {
    private static final Pattern WHOLE_COUNTRY = Pattern.compile("^(全国|我国|全球|世界|全行业)");
    private static final Pattern SHARE_OF = Pattern.compile("占(?:了|到|比|据)?([^，占]{0,24}?)(?:的|的比重为?|比重为?|比例为?)?$");
    private static final Pattern YEAR_ON_YEAR = Pattern.compile("同比|比上年|较上年|较去年|比去年|同期");
    private static final Pattern MONTH_ON_MONTH = Pattern.compile("环比|比上月|较上月");
    private static final Pattern TALK = Pattern
            .compile("表示|认为|指出|介绍|告诉|记者|公告|签约|持股|股权|股份比例|内部收益率|控球率|命中率|胜率|收视率|上座率|支持率|回收期|毛利率为负|建设周期|概率|折扣|利率");
    /** Money put into something is told with the project or event, not as a statistic. */
    private static final Pattern INVESTED = Pattern.compile("(拟|计划|总|已经|静态|合计|向.{1,12})投资$|出资$|将");
    private static final Pattern NOW = Pattern.compile("目前|现有|当前|眼下|建厂以来|成立以来");
    private static final Pattern POINTS = Pattern.compile("拉动|提高|提升|上升|回升|下降|回落|收窄|扩大");
    private static final Pattern RANKED = Pattern.compile("(?:居|位列|列|排名|排)([^，第前居首]{1,10})(?:第|首|前)");
    /** 是2019年同期的1.8倍: what the multiple is held against. */
    private static final Pattern BASE = Pattern.compile("(?:是|为|相当于)([^，是]{2,16}?)的?$");
    /** 全市, 我省, 该县: a region by its level alone. */
    private static final Pattern LEVEL = Pattern.compile("^(?:其中|目前|同时|此外)?[全我该]([省市县州])");
    /** 占全市2.5%的土地: what the share is of stands behind it. */
    private static final Pattern PART = Pattern.compile("^的([^，、。；的]{2,10})");
    /** What is left of a clause when its noun is missing. */
    private static final Pattern NOT_A_NAME = Pattern
            .compile(
                    "^[较比与从由按每超过再还仅若]|力保|力争|^降幅|^增幅|^增速|^回落|^增加|^减少|^提高|^其中|本应|有望|回落$|年初|^（|^\\(|^两年$|只有$|达产|投产后|建成后|意向|^投资$|^总金额$|^年(?:产值|税收|销售收入|营收|纳税)$|〓");
    private static final Pattern RELATIVE = Pattern.compile("(高于|低于|快于|高出|快|慢于|好于|超出|领先)[^，]{0,12}$");

    private final Pattern head = Pattern.compile(".*(" + String.join("|", Words.lines("indicator-heads.txt")) + ")$");

    /** What is in force while clauses are read one after another. */
    private static final class Context {
        Optional<String> region = Optional.empty();
        Optional<Period> period = Optional.empty();
        String phrase = "";
        int phraseSentence = -1;
        boolean yearOnYear;
        /** Whom the values of the last 分别 belonged to. */
        Optional<Distribution> distribution = Optional.empty();
        int distributionSentence = -1;
        /** The statistics whose levels this sentence states, in order. */
        final List<String> levels = new ArrayList<>();
        int levelSentence = -1;
        /** Whether this clause names its region itself. */
        boolean named;
        /** 全市 or 全省 was said last, and the article does not say which. */
        boolean unplaced;
        /** 全国, 全球: for the rest of its sentence only. */
        Optional<String> whole = Optional.empty();
        int sentence = -1;
        /** 目前: no period. */
        boolean now;
        int read;
    }

    List<Indicator> read(Scene scene, Set<Quantity> taken) {
        var found = new ArrayList<Indicator>();
        for (boolean headline : new boolean[]{ false, true }) {
            var context = new Context();
            if (headline) {
                scene.clauses().stream().filter(c -> !c.headline()).forEach(c -> periods(scene, c, context));
                context.period = firstPeriod(scene);
            }
            for (Clause clause : scene.clauses()) {
                if (clause.headline() == headline) {
                    var here = new ArrayList<Indicator>();
                    clause(scene, clause, taken, context, here);
                    here.removeIf(i -> headline && found.stream().anyMatch(f -> restates(f, i)));
                    found.addAll(here);
                }
            }
        }
        found.removeIf(i -> i.bound() == Bound.OVER && i.measure() == Measure.LEVEL
                && found.stream().anyMatch(f -> f != i && f.bound() == Bound.EXACT && restates(f, i)));
        found.sort(Comparator.comparing(i -> i.evidence().spans().getFirst()));
        return found;
    }

    private static Optional<Period> firstPeriod(Scene scene) {
        return scene.quantities().stream().filter(Period.class::isInstance).map(Period.class::cast)
                .filter(p -> statistical(scene, p)).findFirst();
    }

    /** The same value, or a round number that the exact one lies a little above: 首次超5000亿元 for 5203.6亿元. */
    private static boolean restates(Indicator exact, Indicator round) {
        if (exact.measure() != round.measure() || !exact.unit().equals(round.unit())) {
            return false;
        }
        BigDecimal over = exact.value().subtract(round.value());
        return over.signum() == 0 || round.bound() != Bound.EXACT && over.signum() >= 0
                && over.compareTo(exact.value().abs().multiply(new BigDecimal("0.15"))) <= 0;
    }

    private static boolean statistical(Scene scene, Period period) {
        if (Setting.comparison(scene, period) || Setting.dateline(scene, period)) {
            return false;
        }
        boolean days = period.precision() == Period.Precision.RUN
                && period.last().isBefore(period.first().plusDays(27));
        return !days && period.precision() != Period.Precision.DAY || period.pointInTime();
    }

    private static void periods(Scene scene, Clause clause, Context context) {
        scene.quantities(clause.span(), Period.class).stream().filter(p -> statistical(scene, p))
                .forEach(p -> context.period = Optional.of(p));
    }

    private void clause(Scene scene, Clause clause, Set<Quantity> taken, Context context, List<Indicator> found) {
        if (context.phraseSentence < clause.sentence() - 1) {
            context.phrase = "";
        }
        int from = clause.span().start();
        Optional<NameMention> subject = subject(scene, clause);
        Optional<String> whole = context.sentence == clause.sentence() ? context.whole : Optional.empty();
        context.sentence = clause.sentence();
        if (subject.isPresent()) {
            context.region = Optional.of(subject.get().full());
            whole = Optional.empty();
            from = subject.get().span().end();
        } else if (WHOLE_COUNTRY.matcher(scene.of(clause)).find()) {
            whole = Optional.of(scene.of(clause).matches("(?s)^(世界|全球).*") ? "全球" : "全国");
        }
        context.whole = whole;
        context.named = subject.isPresent();
        context.now = NOW.matcher(scene.of(clause)).find();
        context.unplaced &= subject.isEmpty();
        Matcher level = LEVEL.matcher(scene.of(clause));
        if (subject.isEmpty() && level.find()) {
            context.region = Regions.ofLevel(scene, context.region, level.group(1));
            context.unplaced = context.region.isEmpty();
        }
        if (YEAR_ON_YEAR.matcher(scene.of(clause)).find()) {
            context.yearOnYear = true;
        }
        if (scene.of(clause).contains(Distribution.WORD)) {
            distributed(scene, clause, taken, context, found);
            return;
        }
        for (Quantity quantity : scene.quantities(clause.span())) {
            if (!(quantity instanceof Period) && base(scene, clause, quantity)) {
                String phrase = Phrases.before(textBetween(scene, from, quantity.span().start())
                        .replaceFirst("[由从][^由从]*$", ""));
                if (head.matcher(phrase).matches()) {
                    remember(context, phrase, clause);
                }
                from = quantity.span().end();
                continue;
            }
            switch (quantity) {
                case Period period -> {
                    if (statistical(scene, period)) {
                        context.period = Optional.of(period);
                        from = Math.max(from, period.span().end());
                    }
                }
                case Amount amount -> {
                    if (!taken.contains(amount)) {
                        level(scene, clause, amount, from, context).ifPresent(found::add);
                    }
                    from = amount.span().end();
                }
                case Count count -> {
                    if (!taken.contains(count) && count.kind() != Count.Kind.DURATION) {
                        level(scene, clause, count, from, context).ifPresent(found::add);
                    }
                    from = count.span().end();
                }
                case Rate rate -> {
                    if (!taken.contains(rate)) {
                        rate(scene, clause, rate, from, context).ifPresent(found::add);
                    }
                    from = rate.span().end();
                }
            }
        }
    }

    /** 由10亿元增至25亿元, (去年同期为下降3%): what it was before, not what is reported. */
    private static boolean base(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        String right = scene.right(clause, quantity.span());
        return left.matches("(?s).*[由从][^，由从]{0,12}$")
                && right.matches("(?s)^[^，]{0,6}?(提高|增|提升|扩大|上升|上涨|升|降|下跌|转|回升|回落|缩|减少|跌).*")
                || left.matches("(?s).*(?<![比较与和是由从])(去年|上年|前年)同期(?!相比|增|下|提)[^，]{0,8}$");
    }

    /** Values of 分别: each to its own, or none when the two lists do not match. */
    private void distributed(Scene scene, Clause clause, Set<Quantity> taken, Context context, List<Indicator> found) {
        periods(scene, clause, context);
        if (context.distributionSentence != clause.sentence()) {
            context.distribution = Optional.empty();
        }
        context.distributionSentence = clause.sentence();
        Optional<Distribution> here = Distribution.in(scene, clause);
        if (here.isEmpty()
                && !Phrases.before(scene.of(clause).substring(0, scene.of(clause).indexOf(Distribution.WORD)))
                        .isEmpty()) {
            context.distribution = Optional.empty();
        } else if (here.isPresent()) {
            context.distribution = here;
        }
        List<Quantity> values = Distribution.values(scene, clause);
        if (context.distribution.isEmpty() && context.levelSentence == clause.sentence()
                && context.levels.size() == values.size()) {
            // 营业收入9亿元、净利润1亿元，分别增长23%、15%
            context.distribution = Optional.of(new Distribution(List.of(), List.copyOf(context.levels)));
        }
        if (context.distribution.filter(d -> d.size() == values.size()).isEmpty()) {
            return;
        }
        Distribution to = context.distribution.get();
        Optional<String> before = context.region;
        for (int i = 0; i < to.size(); i++) {
            Quantity value = values.get(i);
            if (taken.contains(value)) {
                continue;
            }
            context.region = to.regions().isEmpty() ? before : Optional.of(to.regions().get(i));
            remember(context, to.phrases().get(i), clause);
            int from = value.span().start();
            (value instanceof Rate rate
                    ? rate(scene, clause, rate, from, context)
                    : level(scene, clause, value, from, context)).ifPresent(found::add);
        }
        context.region = before;
        context.phrase = "";
    }

    /** The region or company that a clause opens with, maybe behind a date or 其中. */
    private static Optional<NameMention> subject(Scene scene, Clause clause) {
        return scene.names(clause.span()).stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> !Setting.isSource(n.full())).filter(n -> {
                    String before = scene.left(clause, n.span());
                    for (Period p : scene.quantities(clause.span(), Period.class)) {
                        if (p.span().end() <= n.span().start()) {
                            before = before.replace(scene.of(p.span()), "");
                        }
                    }
                    String behind = scene.text().substring(n.span().end(), clause.span().end());
                    return before.replaceAll("其中|今年|去年|，|预计|截至|\\s|以来|目前|全年|而|累计|在", "").isEmpty()
                            && !behind.matches("^(公告|发布|披露|统计|表示|显示|官微|获悉|地处|位于).*");
                }).findFirst();
    }

    private Optional<Indicator> level(Scene scene, Clause clause, Quantity quantity, int from, Context context) {
        String phrase = Phrases.before(textBetween(scene, from, quantity.span().start()));
        boolean stated = !phrase.isEmpty();
        if (!stated && context.phraseSentence == clause.sentence()) {
            phrase = context.phrase;
        }
        boolean grows = scene.changes(clause, quantity);
        boolean statistic = head.matcher(phrase).matches() || grows && phrase.length() >= 2;
        if (!statistic || phrase.length() > 30 || TALK.matcher(phrase).find()
                || !grows && INVESTED.matcher(phrase).find()) {
            return Optional.empty();
        }
        if (quantity instanceof Count count && !grows && context.period.isEmpty()
                && count.kind() == Count.Kind.THINGS) {
            return Optional.empty();
        }
        remember(context, phrase, clause);
        if (context.levelSentence != clause.sentence()) {
            context.levels.clear();
        }
        context.levelSentence = clause.sentence();
        context.levels.add(phrase);
        return switch (quantity) {
            case Amount a -> indicator(scene, clause, a, phrase, Measure.LEVEL, a.value(), a.currency(),
                    a.currencyStated(), Optional.empty(), a.bound(), context);
            case Count c -> indicator(scene, clause, c, phrase, Measure.LEVEL, c.value(), c.unit(), true,
                    Optional.empty(), c.bound(), context);
            case Rate r -> indicator(scene, clause, r, phrase, Measure.LEVEL, r.value(), r.unit().sign(), true,
                    Optional.empty(), r.bound(), context);
            case Period p -> Optional.empty();
        };
    }

    private static void remember(Context context, String phrase, Clause clause) {
        context.phrase = phrase;
        context.phraseSentence = clause.sentence();
        context.read++;
    }

    private Optional<Indicator> rate(Scene scene, Clause clause, Rate rate, int from, Context context) {
        String between = textBetween(scene, from, rate.core().start());
        String own = Phrases.before(textBetween(scene, from, Math.max(from, rate.span().start())));
        if (TALK.matcher(between).find() || RELATIVE.matcher(between).find()) {
            return Optional.empty();
        }
        switch (rate.kind()) {
            case GROWTH, MULTIPLE, AVERAGE_GROWTH -> {
                if (rate.unit() == Rate.Unit.PERCENTAGE_POINT) {
                    return points(scene, clause, rate, between, own, context);
                }
                Matcher base = BASE.matcher(between);
                if (rate.kind() == Rate.Kind.MULTIPLE && base.find()) {
                    return context.phrase.isEmpty() || !between.substring(0, base.start()).isBlank()
                            ? Optional.empty()
                            : indicator(scene, clause, rate, context.phrase, Measure.MULTIPLE, rate.value(),
                                    rate.unit().sign(), true, Optional.of(base.group(1)), rate.bound(), context);
                }
                if (own.isEmpty() && context.named && context.phraseSentence != clause.sentence()) {
                    return Optional.empty(); // another region, and nothing says which statistic
                }
                String phrase = own.isEmpty() ? context.phrase : own;
                boolean statistic = own.isEmpty()
                        ? !phrase.isEmpty()
                        : head.matcher(own).matches() || context.read > 0
                                || YEAR_ON_YEAR.matcher(between).find();
                if (!statistic || phrase.length() < 2 || phrase.length() > 30) {
                    return Optional.empty();
                }
                remember(context, phrase, clause);
                Measure measure = switch (rate.kind()) {
                    case MULTIPLE -> Measure.MULTIPLE;
                    case AVERAGE_GROWTH -> Measure.AVG_GROWTH;
                    case GROWTH, SHARE, RANK, PLAIN -> Measure.GROWTH;
                };
                return indicator(scene, clause, rate, phrase, measure, rate.value(), rate.unit().sign(), true,
                        Optional.empty(), rate.bound(), context);
            }
            case SHARE -> {
                return share(scene, clause, rate, from, context);
            }
            case PLAIN -> {
                if (rate.unit() == Rate.Unit.PERCENTAGE_POINT) {
                    return points(scene, clause, rate, between, own, context);
                }
                if (own.isEmpty() && context.phraseSentence == clause.sentence()) {
                    own = context.phrase; // 比重由30%提高到42.5%
                }
                if (!own.matches(".*(率|面|比重|占比|比例|度|比率)$") || own.length() > 30 || rate.unit() != Rate.Unit.PERCENT) {
                    return Optional.empty();
                }
                remember(context, own, clause);
                boolean share = own.matches(".*(比重|占比)$");
                return indicator(scene, clause, rate, own, share ? Measure.SHARE : Measure.LEVEL, rate.value(), "%",
                        true, Optional.empty(), rate.bound(), context);
            }
            case RANK -> {
                String phrase = head.matcher(own).matches() ? own : context.phrase;
                if (phrase.isEmpty() || !head.matcher(phrase).matches()) {
                    return Optional.empty();
                }
                Matcher among = RANKED.matcher(scene.of(clause));
                return indicator(scene, clause, rate, phrase, Measure.RANK, rate.value(), "位", true,
                        among.find() ? Optional.of(among.group(1)) : Optional.empty(), rate.bound(), context);
            }
        }
        return Optional.empty();
    }

    /** 比重提高1.2个百分点, 拉动增长8.5个百分点: a change of the statistic in points. */
    private Optional<Indicator> points(Scene scene, Clause clause, Rate rate, String between, String own,
            Context context) {
        if (own.isEmpty() && context.named && context.phraseSentence != clause.sentence()) {
            return Optional.empty();
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        boolean changes = POINTS.matcher(between).find() || POINTS.matcher(scene.of(rate.span())).find();
        if (!changes || phrase.isEmpty() || phrase.length() > 30) {
            return Optional.empty();
        }
        return indicator(scene, clause, rate, phrase, Measure.CHANGE, rate.value(), rate.unit().sign(), true,
                Optional.empty(), rate.bound(), context);
    }

    private Optional<Indicator> share(Scene scene, Clause clause, Rate rate, int from, Context context) {
        String before = textBetween(scene, Math.min(from, rate.span().start()), rate.core().start());
        Matcher whole = SHARE_OF.matcher(before);
        if (!whole.find()) {
            return Optional.empty();
        }
        String own = Phrases.before(before.substring(0, whole.start()));
        Matcher part = PART.matcher(scene.right(clause, rate.span()));
        if (part.find() && !head.matcher(own).matches()) {
            String all = whole.group(1).strip() + part.group(1);
            return indicator(scene, clause, rate, part.group(1), Measure.SHARE, rate.value(), "%", true,
                    Optional.of(all), rate.bound(), context);
        }
        String phrase = own.isEmpty() ? context.phrase : own;
        if (phrase.isEmpty() || phrase.length() > 30) {
            return Optional.empty();
        }
        Optional<String> of = Optional.of(whole.group(1).strip()).filter(s -> !s.isEmpty());
        return indicator(scene, clause, rate, phrase, Measure.SHARE, rate.value(), "%", true, of, rate.bound(),
                context);
    }

    private static String textBetween(Scene scene, int from, int to) {
        return from < to ? scene.text().substring(from, to) : "";
    }

    private Optional<Indicator> indicator(Scene scene, Clause clause, Quantity quantity, String phrase, Measure measure,
            BigDecimal value, String unit, boolean currencyStated, Optional<String> of, Bound bound, Context context) {
        Optional<String> region = context.whole.or(() -> context.region).or(scene::company)
                .or(() -> Regions.main(scene));
        if (region.isEmpty() || context.unplaced) {
            return Optional.empty();
        }
        Optional<Period> period = context.now ? Optional.empty() : context.period;
        if (NOT_A_NAME.matcher(phrase).find()) {
            return Optional.empty();
        }
        if (measure == Measure.AVG_GROWTH) {
            period = run(scene, clause).or(() -> context.period.filter(p -> p.precision() == Period.Precision.RUN));
        }
        boolean change = measure == Measure.GROWTH || measure == Measure.MULTIPLE;
        Optional<Basis> basis = !change
                ? Optional.empty()
                : MONTH_ON_MONTH.matcher(scene.of(clause)).find()
                        ? Optional.of(Basis.MOM)
                        : context.yearOnYear || period.isPresent() ? Optional.of(Basis.YOY) : Optional.empty();
        Status said = Modality.of(scene, clause, quantity.core());
        // what a period not yet over will bring is not a fact
        boolean ahead = period.isPresent() && scene.published()
                .filter(day -> context.period.get().last().isAfter(day.plusDays(31))).isPresent();
        boolean closed = period.isPresent() && scene.published()
                .filter(day -> context.period.get().last().isBefore(day)).isPresent();
        Status status = said == Status.ACTUAL && ahead
                ? Status.TARGET
                : said == Status.TARGET && closed ? Status.ACTUAL : said;
        boolean over = period.isPresent() && status == Status.PLANNED
                && scene.of(clause).contains("预计") && !scene.of(clause).contains("将");
        var evidence = new ArrayList<Span>(List.of(quantity.span(), clause.span()));
        period.map(Period::span).filter(s -> !clause.span().contains(s)).ifPresent(evidence::add);
        return Optional.of(new Indicator(region.get(), phrase, measure, value, unit, currencyStated,
                period.map(IndicatorReader::notation), period.map(Period::inferred).orElse(false),
                basis, of, bound, over ? Status.ACTUAL : status, scene.of(quantity.span()),
                new Evidence(evidence, "indicator " + measure.name().toLowerCase(Locale.ROOT), 0.8)));
    }

    /** 十三五期间: the run of years that a mean growth is over, where the sentence states one. */
    private static Optional<Period> run(Scene scene, Clause clause) {
        return scene.quantities(scene.sentenceSpan(clause), Period.class).stream()
                .filter(p -> p.precision() == Period.Precision.RUN).findFirst();
    }

    /** The state at a day counts for its month. */
    private static String notation(Period period) {
        return period.precision() == Period.Precision.DAY ? period.notation().substring(0, 7) : period.notation();
    }
}
