package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Basis;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention.Type;

/** Puts a value, what it measures and what is in force together; absent when a part is missing or would be guessed. */
final class Observation {
    static final Cue YEAR_ON_YEAR = Cue.of("同比|比上年|较上年|较去年|比去年|同期");
    private static final Pattern MONTH_ON_MONTH = Pattern.compile("环比|比上月|较上月");
    /** What is left of a clause when its noun is missing. */
    private static final Pattern NOT_A_NAME = Pattern
            .compile(
                    "^[较比与从由按每超过再还仅若]|^(?:西部|东部|中部|南方|北方)|[市省区县州]合计|^项目(?!贷款|资金|投资$)|^安排|^计划|^投资于|^用于|^补充|^偿还|力保|力争|^降幅|^增幅|^增速|^回落|^增加|^减少|^提高|^其中|本应|有望|回落$|年初|^（|^\\(|^两年$|只有$|达产|投产后|建成后|意向|^投资$|^总金额$|^年(?:产值|税收|销售收入|营收|纳税)$|〓|要$|成本里|^已完成投资$|^年均新增|收于|收报|收盘|报于|当[天日]$|^(?:但|却|即可|一度|连续)|^(?:建设|新建|改造|实施)$|^时(?=实现|达|突破)|^设计|^现场|^展览|带动消费|拉动消费|安排资金|载箱量|^首期|库容$|^总额$|^门店|^(?:项目|签约|签约项目|计划|协议)?总投资额?$|^(?:项目|签约|签约项目|计划|协议)投资总额$|^签约(?:项目)?投资额?$|^(?:国家|国家和地区|城市|地区)$|景区$|^(?:通达|联通|连通|直达|覆盖|辐射)(?:全球|世界|全国|国内外|海内外)$|^[一二三四]季度|^前[0-9一二两三四五六七八九十]+个?月");

    /** 去年产值, 五年来合同投资: a time that the name begins with is not the one in force. */
    private static final Pattern UNREAD_TIME = Pattern.compile(
            "^(?:去年|前年|上年|今年|当年|[上下]半年|近?[一二两三四五六七八九十\\d]+年来|前[一二三四五六七八九十\\d]+(?:个月|季度)|[一二三四]季度|\\d{1,2}[至—\\-～到]\\d{1,2}月)");
    /** 竞争对手营业收入, 后者产量: of somebody beside whom the clause is about. */
    private static final Cue SOMEBODY_ELSE = Cue.of("竞争对手|控股股东|母公司|同行业?公司|^前者|^后者|^双方|^对方");

    private static final String ZONE_WORD = "高新技术产业开发区|经济技术开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|综合保税区|综保区|保税区|自贸试验区|自贸区|工业园区|新区";
    /** 高新区地区生产总值: of a zone that its kind names; not 高新区数量. */
    private static final Pattern OF_ZONE = Pattern.compile(
            "(?:国家级?|省级)?(" + ZONE_WORD
                    + ")(?:内|的)?(?!数|个|企业数|建设)(?=[^，]{2})|(高新|经开)(?=(?:地区)?生产总值)");
    /** 其中, 一季度: what may stand before the zone. */
    private static final Pattern OPENING = Pattern.compile("(?:其中|同时|此外|今年|去年|全年|截至|末|底|初|以来|，|：|、)*");

    /** 与某组织成员国进出口额. */
    private static final Pattern PARTNER = Pattern.compile("[与对和向从自]");

    private static final Cue WHOLE_YEAR = Cue.of("全年|年累计");
    /** 三年累计不低于12亿元. */
    private static final Cue OVER_YEARS = Cue.of("[两二三四五]年(?:累计|合计|共)");
    private static final Cue AHEAD = Cue.of("力争|有望|预计|目标|计划");
    private static final Cue INCREASE_OF_INCREASE = Cue.of("(?:多增|少增|多减|少减)[^，]{0,2}$");
    /** Another firm than the one whose notice it is. */
    private static final Cue RELATIVES = Cue.of("子公司|孙公司|控股股东|母公司|参股公司|联营公司|合营公司");
    /** 比2020年, 比年初, 是2010年的3倍: a base that is not the year before. */
    private static final Cue OTHER_BASE = Cue
            .of("(?:比|较|是|为|相当于|与)(?!上年|去年|同期|上月)[^，；]{0,6}?(?:\\d{4}年|年初|年底|年末|月末|季末)");
    private static final Cue DONE = Cue.of("截[至止]|已|目前|累计");
    private static final Pattern FIRMS = Pattern
            .compile("^(?!.*(?:企业|行业|工业|银行|机构|产业|园)).*(?:净利润|总资产|净资产|总市值|毛利率|每股收益)$");
    private static final Pattern REVENUE = Pattern.compile("(?:主营业务|海外|国内|基地)?(?:营业)?总?(?:收入|营收)|营收|研发费用");

    private Observation() {}

    static Optional<Indicator> of(Scene scene, Clause clause, Quantity quantity, String phrase, Measure measure,
            BigDecimal value, String unit, boolean currencyStated, Optional<String> of, Bound bound,
            IndicatorContext context) {
        Optional<String> region = context.whole.or(() -> context.region).or(scene::company)
                .or(() -> Regions.main(scene)).map(r -> Regions.label(scene, r));
        if (region.isEmpty() || context.unplaced || context.lost) {
            return Optional.empty();
        }
        String name = ownName(phrase, region.get());
        if (ofAnother(scene, scene.left(clause, quantity.span()), region.get(), context)
                || NOT_A_NAME.matcher(name).find() || UNREAD_TIME.matcher(name).find() || SOMEBODY_ELSE.in(name)
                || namesAnother(scene, clause, name, region.get())
                || ToldApart.is(scene, clause, quantity, name, region.get())
                || ofFirm(scene, name, region.get(), context)
                || ofZone(scene, clause, quantity, name)) {
            return Optional.empty();
        }
        Status said = Modality.of(scene, clause, quantity.core());
        Optional<Period> inForce = period(scene, clause, quantity, measure, said, context);
        boolean change = measure == Measure.GROWTH || measure == Measure.MULTIPLE;
        Optional<Basis> basis = change && !against(scene, clause, quantity, of)
                ? basis(scene, clause, quantity, inForce, context)
                : Optional.empty();
        boolean ahead = inForce.filter(p -> ahead(scene, p)).isPresent();
        // 截至目前，今年已外运煤炭312万吨: of a part of the year
        boolean part = ahead && said == Status.ACTUAL && (measure == Measure.LEVEL || change)
                && DONE.in(scene.text().substring(scene.sentenceSpan(clause).start(), quantity.span().start()));
        Optional<Period> period = part ? Optional.empty() : inForce;
        boolean closed = period.isPresent() && scene.published()
                .filter(day -> context.period.filter(p -> p.last().isBefore(day)).isPresent()).isPresent();
        // what a period not yet over will bring is not a fact
        Status status = said == Status.ACTUAL && ahead && !part
                ? Status.TARGET
                : said == Status.TARGET && closed ? Status.ACTUAL : said;
        var evidence = new ArrayList<Span>(List.of(quantity.span(), clause.span()));
        period.map(Period::span).filter(s -> !clause.span().contains(s)).ifPresent(evidence::add);
        return Optional.of(new Indicator(region.get(), name, measure, value, unit, currencyStated,
                period.map(status == Status.ACTUAL ? StatisticalPeriod::notation : Period::notation),
                period.map(Period::inferred).orElse(false),
                basis, of, bound, status, scene.of(quantity.span()),
                new Evidence(evidence, "indicator " + measure.name().toLowerCase(Locale.ROOT),
                        grounds(scene, clause, context, period, status))));
    }

    /** 12月出口5亿元，全年出口24亿元; 同比多增; 子公司净利润: not of the period, the statistic or the firm in force. */
    private static boolean ofAnother(Scene scene, String left, String region, IndicatorContext context) {
        boolean partOfYear = context.period.filter(p -> p.precision() != Period.Precision.YEAR
                && p.precision() != Period.Precision.RUN && p.precision() != Period.Precision.DAY).isPresent();
        return partOfYear && WHOLE_YEAR.in(left) && !AHEAD.in(left)
                || INCREASE_OF_INCREASE.in(left)
                || OVER_YEARS.in(left) && context.period
                        .filter(p -> p.first().getYear() == p.last().getYear()).isPresent()
                || !scene.distinct(Type.PLACE).containsKey(region) && RELATIVES.in(left);
    }

    /** The period in force, where the value is of it; for a mean growth, the run of years. */
    private static Optional<Period> period(Scene scene, Clause clause, Quantity quantity, Measure measure, Status said,
            IndicatorContext context) {
        if (said != Status.ACTUAL && WHOLE_YEAR.in(scene.left(clause, quantity.span()))
                && context.period.filter(p -> thisYear(scene, p)).isPresent()) {
            return context.period.map(StatisticalPeriod::wholeYear);
        }
        Optional<Period> period = measure == Measure.AVG_GROWTH
                ? StatisticalPeriod.run(scene, clause).or(() -> context.period.filter(
                        p -> p.precision() == Period.Precision.RUN && !p.cumulative() || ahead(scene, p)))
                : context.period.filter(
                        p -> !context.now && !context.otherDay(scene, clause, p) && !unnamedRun(scene, clause, quantity)
                                && !quotedApart(scene, p, quantity));
        boolean stated = period.filter(p -> scene.sentenceSpan(clause).contains(p.span())).isPresent();
        return said != Status.ACTUAL && !stated && context.period.filter(p -> ahead(scene, p)).isEmpty()
                ? Optional.empty() // 未来5年翻一番: not in the year told before
                : period;
    }

    /** 某某科技同期营业收入: the name of the statistic holds that of another organisation. */
    private static boolean namesAnother(Scene scene, Clause clause, String name, String region) {
        return !PARTNER.matcher(scene.of(clause)).lookingAt() && scene.names(clause.span(), Type.ORG).stream()
                .filter(n -> n.name().length() > 2 && name.contains(n.name()))
                .filter(n -> !PARTNER.matcher(scene.justBefore(n.span(), 1)).lookingAt())
                .anyMatch(n -> !n.full().equals(region) && !region.contains(n.name()));
    }

    /** 高新区完成投资12亿元 in an article about a city that names no such zone: of the zone, not of the city. */
    private static boolean ofZone(Scene scene, Clause clause, Quantity quantity, String name) {
        if (!OF_ZONE.matcher(name).lookingAt()) {
            return false;
        }
        if (name.endsWith("生产总值")) {
            return true;
        }
        int sentence = scene.sentenceSpan(clause).start();
        int at = scene.between(sentence, quantity.span().start()).lastIndexOf(name);
        return at >= 0 && scene.clauseOf(new Span(sentence + at, sentence + at + 1)).map(c -> new Span(c.span().start(),
                sentence + at)).filter(b -> OPENING.matcher(scene.undated(scene.of(b), b)).matches()).isPresent();
    }

    private static boolean thisYear(Scene scene, Period period) {
        return scene.published().filter(day -> day.getYear() == period.first().getYear()).isPresent();
    }

    private static Optional<Basis> basis(Scene scene, Clause clause, Quantity quantity, Optional<Period> period,
            IndicatorContext context) {
        if (monthOnMonth(scene, clause, quantity)) {
            return Optional.of(period.filter(p -> p.precision() == Period.Precision.QUARTER).isPresent()
                    ? Basis.QOQ
                    : Basis.MOM);
        }
        return context.yearOnYear || period.isPresent() ? Optional.of(Basis.YOY) : Optional.empty();
    }

    /** 实现净利润3260万元: what firms have and regions do not; the firm's name was not found. */
    private static boolean ofFirm(Scene scene, String name, String region, IndicatorContext context) {
        return scene.distinct(Type.PLACE).containsKey(region)
                && (FIRMS.matcher(name).find() || !context.named && REVENUE.matcher(name).matches());
    }

    /** “广西桉树种植面积超过3000万亩”: what somebody says is not of the month that the sentence before told of. */
    private static boolean quotedApart(Scene scene, Period period, Quantity quantity) {
        int at = quantity.span().start();
        int open = scene.text().lastIndexOf('“', at);
        return open > scene.text().lastIndexOf('”', at) && open > scene.text().lastIndexOf('\n', at)
                && period.span().start() < open
                && scene.clauseOf(period.span()).map(Clause::sentence).orElse(-1) < scene.clauseOf(quantity.span())
                        .map(Clause::sentence).orElse(-1);
    }

    /** 整个桂东南地区的产能: without the region that it is reported of. */
    private static String ownName(String phrase, String region) {
        String rest = phrase.startsWith("整个") ? phrase.substring(2) : phrase;
        rest = rest.startsWith(region)
                ? rest.substring(region.length()).replaceFirst("^(?:地区|全[省市县区]|境内)?的?", "")
                : rest;
        Matcher zone = OF_ZONE.matcher(rest);
        if (zone.lookingAt() && isZone(region, zone.group(1) == null ? zone.group(2) + "区" : zone.group(1))) {
            rest = rest.substring(zone.end()); // 高新区地区生产总值 of 衢州高新区
        }
        String name = rest.length() >= 2 ? rest : phrase;
        name = name.replaceFirst("(产业|行业|集群)(?:实现|完成)", "$1");
        return name.endsWith("营收") ? name.substring(0, name.length() - 1).concat("业收入") : name; // one statistic, one name
    }

    /** Whether a region is a zone of this kind, by its full or its short name. */
    private static boolean isZone(String region, String kind) {
        return region.endsWith(kind) || kind.startsWith("高新") && region.matches(".*高新.*区")
                || kind.startsWith("经") && region.matches(".*(?:经开|经济(?:技术)?开发)区");
    }

    private static boolean against(Scene scene, Clause clause, Quantity quantity, Optional<String> of) {
        return of.isPresent() || OTHER_BASE.in(scene.left(clause, quantity.span()));
    }

    /** 同比增长5%、环比增长2%: by the word that stands nearer before it. */
    private static boolean monthOnMonth(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        Matcher month = MONTH_ON_MONTH.matcher(left);
        int at = -1;
        while (month.find()) {
            at = month.start();
        }
        int year = Math.max(left.lastIndexOf("同比"), left.lastIndexOf("同期"));
        return at < 0 && year < 0 ? MONTH_ON_MONTH.matcher(scene.of(quantity.span())).find() : at > year;
    }

    /** Whether a period ends well after the day of publication. */
    static boolean ahead(Scene scene, Period period) {
        return scene.published().filter(day -> period.last().isAfter(day.plusDays(31))).isPresent();
    }

    /** 文化节期间接待游客: a time of its own, which the calendar does not know. */
    private static boolean unnamedRun(Scene scene, Clause clause, Quantity quantity) {
        String left = scene.left(clause, quantity.span());
        return left.contains("期间") && scene.quantities(clause.span(), Period.class).isEmpty();
    }

    private static Grounds grounds(Scene scene, Clause clause, IndicatorContext context, Optional<Period> period,
            Status status) {
        if (context.whole.isEmpty() && context.region.isEmpty()) {
            return Grounds.INDICATOR_REGION_SUPPLIED;
        }
        if (status == Status.TARGET) {
            return Grounds.INDICATOR_TARGET;
        }
        if (period.isEmpty()) {
            return Grounds.INDICATOR_UNDATED;
        }
        boolean region = context.regionSentence == clause.sentence() || context.whole.isPresent();
        boolean stated = scene.sentenceSpan(clause).contains(period.get().span());
        if (!region && context.fromAnotherParagraph(clause)) {
            return context.amongOthers(scene)
                    ? Grounds.INDICATOR_REGION_DOUBTFUL
                    : Grounds.INDICATOR_REGION_OF_PARAGRAPH;
        }
        return region
                ? stated ? Grounds.INDICATOR_STATED : Grounds.INDICATOR_PERIOD_INHERITED
                : stated ? Grounds.INDICATOR_REGION_INHERITED : Grounds.INDICATOR_INHERITED;
    }
}
