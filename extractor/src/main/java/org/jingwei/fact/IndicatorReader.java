package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.fact.Fact.Indicator;
import org.jingwei.fact.Fact.Measure;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Bound;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Occasion;
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
    private static final Pattern WHOLE_COUNTRY = Pattern.compile("^(?:[^，居占]{0,6}?[年月期末底度初])?(全国|我国|全球|世界|全行业)");
    private static final Pattern NOW = Pattern.compile("目前|现有|当前|眼下|建厂以来|成立以来");
    /** 全市, 我省, 该县: a region by its level alone. */
    private static final Pattern LEVEL = Pattern
            .compile("^[^，居占位列排比较与对高低向从拉带]{0,12}?[全我该]([省市县州区])(?!别|域|间|分|位)");

    /** 某局局长覃石表示: who speaks is not what is spoken of. */
    private static final Pattern SPEAKS = Pattern
            .compile("(?:表示|介绍|透露|指出|认为|告诉|强调|宣布|预计|预测|判断|估计|测算|坦言|提醒|分析|说|称)(?:说|道)?$");

    /** Who counts, regulates or studies is not what is counted. */
    private static final Pattern REPORTS = Pattern
            .compile("(?:证券|研究院|研究所|研究中心|咨询|智库|协会|商会|学会|大学|学院|交易所|[局厅委]|委员会|办公室)$");
    private static final Pattern DESCRIBES = Pattern.compile(
            "^(?:本地|本土|籍)?(?:的)?(?:企业|公司|民企|国企|上市公司|品牌|厂商|厂家|乳企|车企|药企)|^的[^，]{2,16}?(?:有限(?:责任)?公司|股份公司|集团公司)|^的[^，产出进投消税财人农工固社规]{2,6}(?:集团|公司|股份|科技|能源|纸业|控股|电子|重工|陶瓷)");
    /** 江苏企业砺川重工, not 江苏企业数量: a firm behind a place. */
    private static final Pattern FIRM = Pattern
            .compile("^(?:企业|公司|民企|国企|上市公司|厂商|厂家|乳企|车企|药企)(?=[一-龥]{2,8}(?:年报|半年报|季报|财报|公告|公布|披露|发布))");
    /** 总部位于浙江的, 江苏企业: what stands before the name of whom the clause is about. */
    private static final Pattern WHENCE = Pattern.compile("(?:总部(?:位于|在|设在))?[^，]{2,8}(?:的|企业|公司|民企|国企)$");
    private static final Pattern MOVES = Pattern.compile(
            "(?:投资|出口|进口|外贸|外资|消费|零售|工业|农业|服务业|制造业|餐饮|住宿|建筑业|房地产|金融|旅游|市场|收入|税收|财政|存款|贷款|产业|行业|业)[^，]{0,4}(?:稳|回升|回落|好转|下滑|向好|恢复|加快|放缓|转正|转负|提速|较快|领先|活跃|强劲|攀升|走低|走高|改善|平稳|增势|保持|持续|快速)");
    /** 某能源半年报显示: of itself. */
    private static final Pattern OWN_REPORT = Pattern
            .compile("^.{0,6}(?:年报|半年报|季报|财报|中报|业绩快报|业绩预告|公告)(?:显示|称|披露)?[^，]{0,2}$");
    /** 某省协会提供的统计显示, 据某市统计局介绍: whose figures follow. */
    private static final Pattern SHOWS = Pattern
            .compile("(?:数据|统计|资料|报告|监测|调查)[^，]{0,4}(?:显示|表明)$|获悉$|^据[^，]{3,24}(?:统计|介绍|消息|数据|监测|通报)$");
    private static final Pattern OFFICE_OF = Pattern
            .compile("^((?:[一-龥]{1,6}?(?:[省县区盟旗]|州(?!市)|市(?![场政民])))+)[^，]*(?:[局委厅办关]|协会|商会|政府|总队|中心)$");
    private static final Pattern SEGMENT = Pattern.compile("^(?:地区|区域|市场|境内|大区)?(?:的)?(?:主?营业?务?收入|营收|销售|业务|订单|毛利)");

    /** 对东盟出口, 占全省: not whose statistic it is. */
    private static final Pattern PARTNER = Pattern.compile("[对向从自与和比较占给跟往至]|来自|除|[在由同于、及]$");

    private final IndicatorValues values = new IndicatorValues();

    /**
     * @param taken    quantities that amounts and counts have been read from
     * @param projects what they name is no region that reports
     */
    List<Indicator> read(Scene scene, Set<Quantity> taken, List<Draft.Project> projects) {
        var found = new ArrayList<Indicator>();
        for (boolean headline : new boolean[]{ false, true }) {
            var context = new IndicatorContext(projects.stream().flatMap(p -> p.evidence.stream()).toList());
            if (headline) {
                scene.clauses().stream().filter(c -> !c.headline())
                        .forEach(c -> StatisticalPeriod.follow(scene, c, context));
                context.period = StatisticalPeriod.first(scene);
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

    /** The same value, or a round number that the exact one lies a little above: 首次超5000亿元 for 5203.6亿元. */
    private static boolean restates(Indicator exact, Indicator round) {
        if (exact.measure() != round.measure() || !exact.unit().equals(round.unit())) {
            return false;
        }
        BigDecimal over = exact.value().subtract(round.value());
        return over.signum() == 0 || round.bound() != Bound.EXACT && over.signum() >= 0
                && over.compareTo(exact.value().abs().multiply(new BigDecimal("0.15"))) <= 0;
    }

    private void clause(Scene scene, Clause clause, Set<Quantity> taken, IndicatorContext context,
            List<Indicator> found) {
        if (context.phraseSentence < clause.sentence() - 1) {
            context.phrase = "";
        }
        context.enter(clause, scene.company());
        if (scene.of(clause).startsWith("报告期")) {
            context.period = StatisticalPeriod.first(scene).filter(p -> !Observation.ahead(scene, p));
        }
        int from = clause.span().start();
        Optional<NameMention> subject = subject(scene, clause, context);
        Optional<String> whole = context.sentence == clause.sentence() ? context.whole : Optional.empty();
        if (context.sentence != clause.sentence()
                && context.period.filter(p -> Observation.ahead(scene, p)).isPresent()) {
            context.period = context.told; // what is aimed at is not the period of what is told next
        }
        boolean sameSentence = context.sentence == clause.sentence();
        if (!sameSentence) {
            Optional<Period> opening = context.opening;
            if (opening.isPresent()
                    && context.period.filter(p -> p.last().isBefore(opening.get().first()))
                            .flatMap(p -> scene.clauseOf(p.span())).filter(c -> scene.of(c).startsWith("而"))
                            .isPresent()) {
                context.period = opening; // 而2019年上半年仅8亿元 was said by the way
            }
            context.opening = Optional.empty();
        }
        context.sentence = clause.sentence();
        if (subject.isPresent()) {
            context.region = Optional.of(subject.get().full());
            context.regionSentence = clause.sentence();
            context.company = subject.get().type() == Type.ORG;
            whole = Optional.empty();
            from = subject.get().span().end();
        } else if (SPEAKS.matcher(scene.of(clause)).find() || SHOWS.matcher(scene.of(clause)).find()) {
            home(scene, clause).ifPresent(place -> {
                context.region = Optional.of(place);
                context.company = false;
            });
        } else if (WHOLE_COUNTRY.matcher(scene.of(clause)).find()) {
            whole = Optional.of(scene.of(clause).matches("(?s)^[^，]{0,8}(世界|全球).*") ? "全球" : "全国");
        }
        context.whole = whole;
        context.named = subject.isPresent();
        context.now = NOW.matcher(scene.of(clause)).find() || context.now && sameSentence;
        context.unplaced &= subject.isEmpty();
        Matcher level = LEVEL.matcher(scene.of(clause));
        if (subject.isEmpty() && level.find()) {
            context.region = Regions.ofLevel(scene, context.region, level.group(1));
            context.company = false;
            context.regionSentence = clause.sentence();
            context.unplaced = context.region.isEmpty();
        } else if (subject.isEmpty() && ofSomebody(scene, clause)) {
            context.unplaced = true;
        }
        if (Observation.YEAR_ON_YEAR.matcher(scene.of(clause)).find()) {
            context.yearOnYear = true;
        }
        if (scene.of(clause).contains(Distribution.WORD)) {
            distributed(scene, clause, taken, context, found);
            return;
        }
        if (saysNothing(scene, clause)) {
            context.forget();
        }
        Optional<String> told = context.region;
        boolean aside = false;
        for (Quantity quantity : scene.quantities(clause.span())) {
            if (!(quantity instanceof Period) && Bases.is(scene, clause, quantity)) {
                String phrase = Phrases.before(IndicatorValues.textBetween(scene, from, quantity.span().start())
                        .replaceFirst("[由从][^由从]*$", ""));
                if (values.isStatistic(phrase)) {
                    context.remember(phrase, clause);
                }
                from = quantity.span().end();
                continue;
            }
            Optional<NameMention> owner = owner(scene, clause, quantity, from, context);
            if (owner.isPresent()) {
                context.region = Optional.of(owner.get().full());
                context.regionSentence = clause.sentence();
                context.company = owner.get().type() == Type.ORG;
                context.whole = Optional.empty();
                context.named = true;
                context.unplaced = false;
                from = owner.get().span().end();
                aside |= Phrases.before(IndicatorValues.textBetween(scene, from, quantity.span().start())).isEmpty();
            }
            switch (quantity) {
                case Period period -> {
                    if (StatisticalPeriod.is(scene, period)) {
                        context.told = Observation.ahead(scene, period) ? context.told : Optional.of(period);
                        context.period = Optional.of(period);
                        context.opening = context.opening.or(() -> Optional.of(period));
                        context.now = false;
                        from = Math.max(from, period.span().end());
                    }
                }
                case Occasion occasion -> {
                    context.period = Optional.empty(); // what follows is of days that nobody can name
                    from = Math.max(from, occasion.span().end());
                }
                case Amount amount -> {
                    if (!taken.contains(amount)) {
                        values.level(scene, clause, amount, from, context).ifPresent(found::add);
                    }
                    from = amount.span().end();
                }
                case Numbered count -> {
                    if (!taken.contains(count) && !(count instanceof Duration)) {
                        values.level(scene, clause, count, from, context).ifPresent(found::add);
                    }
                    from = count.span().end();
                }
                case Rate rate -> {
                    if (!taken.contains(rate)) {
                        values.rate(scene, clause, rate, from, context).ifPresent(found::add);
                    }
                    from = rate.span().end();
                }
            }
        }
        if (aside) {
            context.region = told; // 而佛山产区为38元: for this clause only
        }
    }

    /** Values of 分别: each to its own, or none when the two lists do not match. */
    private void distributed(Scene scene, Clause clause, Set<Quantity> taken, IndicatorContext context,
            List<Indicator> found) {
        StatisticalPeriod.follow(scene, clause, context);
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
        List<Quantity> stated = Distribution.values(scene, clause);
        if (context.distribution.isEmpty() && context.levelSentence == clause.sentence()
                && context.levels.size() == stated.size()) {
            // 营业收入9亿元、净利润1亿元，分别增长23%、15%
            context.distribution = Optional.of(new Distribution(List.of(), List.copyOf(context.levels)));
        }
        if (context.distribution.filter(d -> d.size() == stated.size()).isEmpty()) {
            return;
        }
        Distribution to = context.distribution.get();
        Optional<String> before = context.region;
        for (int i = 0; i < to.size(); i++) {
            Quantity value = stated.get(i);
            if (taken.contains(value)) {
                continue;
            }
            context.region = to.regions().isEmpty() ? before : Optional.of(to.regions().get(i));
            context.remember(to.phrases().get(i), clause);
            int from = value.span().start();
            (value instanceof Rate rate
                    ? values.rate(scene, clause, rate, from, context)
                    : values.level(scene, clause, value, from, context)).ifPresent(found::add);
        }
        context.region = before;
        context.phrase = "";
    }

    /** The region or company that a clause opens with, maybe behind a date or 其中. */
    private static Optional<NameMention> subject(Scene scene, Clause clause, IndicatorContext context) {
        return scene.names(clause.span()).stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> context.projects.stream().noneMatch(p -> p.contains(n.span())))
                .filter(n -> !Setting.isSource(n.full()) && !REPORTS.matcher(n.full()).find()).filter(n -> {
                    String before = scene.left(clause, n.span());
                    for (Period p : scene.quantities(clause.span(), Period.class)) {
                        if (p.span().end() <= n.span().start()) {
                            before = before.replace(scene.of(p.span()), "");
                        }
                    }
                    String behind = scene.text().substring(n.span().end(), clause.span().end());
                    if (n.type() == Type.PLACE && DESCRIBES.matcher(behind).find()) {
                        return false; // 江苏企业某硅业: whence somebody is
                    }
                    if (n.type() == Type.PLACE && scene.company().isPresent() && SEGMENT.matcher(behind).find()) {
                        return false; // a company's own division by regions
                    }
                    if (n.type() == Type.ORG && OWN_REPORT.matcher(behind).find()) {
                        return true;
                    }
                    return WHENCE.matcher(before).replaceFirst("")
                            .replaceAll("其中|今年|去年|，|预计|截至|\\s|以来|目前|全年|而|累计|在", "").isEmpty()
                            && !behind.matches("^.{0,6}(公告|发布|公布|宣布|披露|统计|表示|显示|官微|获悉|地处|位于|报告|决定|数据).*")
                            && !SPEAKS.matcher(behind).find() && !holdsOffice(scene, n);
                }).findFirst();
    }

    /** 江苏企业半年报显示: a place tells whence a firm is that no name is found for; its figures are not the place's. */
    private static boolean ofSomebody(Scene scene, Clause clause) {
        return scene.names(clause.span(), Type.ORG).isEmpty() && scene.names(clause.span(), Type.PLACE).stream()
                .filter(n -> scene.left(clause, n.span()).isEmpty())
                .map(n -> scene.text().substring(n.span().end(), clause.span().end()))
                .anyMatch(behind -> FIRM.matcher(behind).find());
    }

    /** 固定资产投资稳步回升，增长0.8%: what follows is of this clause's noun, which no number names. */
    private static boolean saysNothing(Scene scene, Clause clause) {
        return scene.quantities(clause.span()).isEmpty() && MOVES.matcher(scene.of(clause)).find();
    }

    /** 某州发改委主任表示: the place whose office speaks. */
    private static Optional<String> home(Scene scene, Clause clause) {
        List<String> offices = scene.names(clause.span(), Type.ORG).stream().map(NameMention::full).toList();
        return offices.stream().flatMap(org -> scene.distinct(Type.PLACE).keySet().stream().filter(org::startsWith))
                .max(Comparator.comparingInt(String::length))
                .or(() -> offices.stream().map(OFFICE_OF::matcher).filter(Matcher::find).map(m -> m.group(1))
                        .findFirst());
    }

    /** 某市委常委谢云屏: an organisation that only tells whose officer somebody is. */
    private static boolean holdsOffice(Scene scene, NameMention organisation) {
        int end = organisation.span().end();
        return scene.names().stream().filter(n -> n.type() == Type.PERSON && n.span().start() >= end)
                .filter(n -> n.span().start() - end <= 14).findFirst()
                .filter(n -> scene.text().substring(end, n.span().start()).matches("[\\u4e00-\\u9fff、]*[^和与、向到]"))
                .isPresent();
    }

    /** 截至收盘，某股份市值: whose statistic it is, named directly before it. */
    private Optional<NameMention> owner(Scene scene, Clause clause, Quantity quantity, int from,
            IndicatorContext context) {
        return quantity instanceof Period || from >= quantity.span().start()
                ? Optional.empty()
                : scene.names(new Span(from, quantity.span().start())).stream()
                        .filter(n -> n.type() != Type.PERSON && !Setting.isSource(n.full()))
                        .filter(n -> !PARTNER.matcher(IndicatorValues.textBetween(scene, from, n.span().start()))
                                .find())
                        .filter(n -> {
                            String rest = Phrases.before(
                                    IndicatorValues.textBetween(scene, n.span().end(), quantity.span().start()));
                            return values.isStatistic(rest)
                                    || rest.isEmpty() && quantity instanceof Numbered
                                            && context.phraseSentence == clause.sentence()
                                            && n.span().start() > clause.span().start();
                        })
                        .reduce((first, second) -> second);
    }
}
