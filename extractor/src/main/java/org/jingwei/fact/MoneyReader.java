package org.jingwei.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.fact.Fact.AmountRole;
import org.jingwei.quantity.Amount;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Period;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;

/** Amounts of money to the project or event whose investment, price or contract they state. */
final class MoneyReader {
    private final AmountRoles roles = new AmountRoles();

    /** 单个最大投资额, 人均投资: not the whole. */
    private static final Cue ONE_OF_MANY = Cue.of("单个|单体|最大|最高|最低|平均|人均|户均|每(?!年)");
    /** 全市GDP达到8500亿元, 完成投资120亿元: a statistic, of no project. */
    private static final Pattern STATISTIC = Pattern
            .compile(
                    "(?:GDP|生产总值|增加值|零售总额|进出口|出口|预算收入|税收收入|完成投资|[贷存]款(?:余额)?(?:新增|增加)|(?:全年|去年|全[市省县区])[^，]{0,4}产值)[^，]{0,6}$");
    /** 意向投资, 在谈项目: nothing signed, nothing planned. */
    private static final Cue NOT_AGREED = Cue.of("意向|在谈|洽谈中|储备");

    /** 签约金额23.5亿元，比上届增长两成: still that of this signing. */
    private static final Cue SIGNED = Cue.of("(签约|(?<!新签)合同|协议|成交)总?(金?额)[^，]{0,3}$");

    /** 投资30亿元以上项目4个: how large, not how much. */
    private static final Pattern THRESHOLD = Pattern
            .compile(
                    "^(?:超过?|[\\d.]+[万亿千百]*元?以上|[^，；]*级)[^，；、]{0,2}(?:以上)?的?[^，；、\\d]{0,8}(?:项目|企业)(?:共有?|有)?\\d+[个家项]");
    /** 截至目前，已发放2700万元: what has been paid over time. */
    private static final Cue UNTIL_NOW = Cue.of("截至[^。；]*(?:已|共|累计)");
    /** 《通知》明确，对个人给予补贴700元: what a policy promises. */
    private static final Cue RULED = Cue.of("》|明确|规定|给予|补贴标准|安排");
    /** What goes on about a project that was named in another paragraph. */
    private static final Cue GOES_ON = Cue.of("项目|工程|达产|投产|建成|满产");
    private static final Pattern TELLS_ON = Pattern
            .compile("项目|工程|签约|开工|本次|此次|本轮|交易|公司|合同|协议|资金|消费券|补贴|》");
    private static final Cue ENTIRELY = Cue.of("全部(?:达产|建成|投产)|整体(?:达产|建成|投产)");
    private static final Pattern OWN_PHASE = Pattern.compile("[一二三四]期(?=(?:工程|项目)?(?:总|计划|拟)*投资)");
    /** 年度计划投资20亿元, 支付2亿元: of those whose whole the text tells first. */
    private static final Pattern THIS_YEAR = Pattern.compile("年度(?:计划)?投资[^，]{0,4}$");
    /** 已完成投资7亿元: of the project that its sentence tells of. */
    private static final Pattern SO_FAR = Pattern.compile("(?:已经?|累计|目前)完成投资[^，]{0,2}$");
    private static final Pattern PAID = Pattern.compile("支付|余款|尾款|首付款");
    private static final Cue SHARES = Cue.of("分别(?:认缴|出资|实缴)");
    private static final Pattern FUNDS = Pattern.compile("出资|认缴|补充(?:公司)?流动资金");
    /** 2亿元用于补充流动资金: for no project. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:拟|将)?(?:用于)?(?:补充(?:公司)?流动资金|偿还)");
    private static final Cue SEVERAL = Cue.of("(?:[两二三四五六七八九十]|\\d+)个[^，]{0,4}项目");

    private static final Set<AmountRole> EVENT_ONLY = Set.of(AmountRole.CONTRACT_VALUE, AmountRole.FINANCING_AMOUNT,
            AmountRole.PRICE, AmountRole.REGISTERED_CAPITAL, AmountRole.PAYOUT_AMOUNT);

    /**
     * An amount with the thing it belongs to.
     *
     * @param phase the phase that its sentence speaks of
     */
    record Bound(Amount amount, AmountRole role, Bearer bearer, Status status, Span evidence, Optional<String> phase) {
        Bound in(AmountRole other) {
            return new Bound(amount, other, bearer, status, evidence, phase);
        }

        /** Whether its bearer is the very phase that its sentence speaks of. */
        boolean ofOwnPhase() {
            return phase.isPresent() && phase.equals(bearer.project().flatMap(p -> SaidPhase.in(p.name)));
        }

        /** Whether its sentence speaks of a phase of its bearer that is no project of its own. */
        boolean ofPart() {
            return phase.isPresent() && bearer.project().filter(p -> SaidPhase.in(p.name).isEmpty()).isPresent();
        }
    }

    /** @param left is told of amounts that belong to nothing here */
    List<Bound> read(Scene scene, List<Draft.Event> events, List<Draft.Project> projects, LeftOut left) {
        var bound = new ArrayList<Bound>();
        for (Clause clause : scene.bodyFirst()) {
            for (Amount amount : scene.quantities(clause.span(), Amount.class)) {
                bind(scene, clause, amount, events, projects, left)
                        .filter(now -> bound.stream().noneMatch(told -> stated(told, now, clause.headline())))
                        .ifPresent(bound::add);
            }
        }
        bound.sort(Comparator.comparing(b -> b.amount().span()));
        bound.replaceAll(b -> bound.stream().anyMatch(whole -> partOf(b, whole)) ? b.in(AmountRole.OTHER) : b);
        return bound;
    }

    /** 总投资80亿元……一期投资9亿元, where the first phase is no project of its own: a part of the total. */
    private static boolean partOf(Bound part, Bound whole) {
        return part.ofPart() && !whole.ofPart() && part.role == AmountRole.TOTAL_INVESTMENT && whole.role == part.role
                && part.bearer.thing() == whole.bearer.thing()
                && part.amount.currency().equals(whole.amount.currency());
    }

    /** The headline repeats the body, rounded or not; the body repeats itself word for word. */
    private static boolean stated(Bound told, Bound now, boolean headline) {
        BigDecimal value = told.amount().value();
        if (!told.amount().currency().equals(now.amount().currency())) {
            return false;
        }
        if (value.compareTo(now.amount().value()) == 0) {
            return headline || told.bearer().mayBe(now.bearer());
        }
        return headline && value.subtract(now.amount().value()).abs()
                .compareTo(value.abs().multiply(new BigDecimal("0.05"))) <= 0;
    }

    private Optional<Bound> bind(Scene scene, Clause clause, Amount amount, List<Draft.Event> events,
            List<Draft.Project> projects, LeftOut left) {
        if (amount.value().signum() < 0 || Bases.is(scene, clause, amount)) {
            return Optional.empty(); // 税收-3万元: no price and no investment is less than nothing
        }
        Optional<SharedOut> shared = SharedOut.of(scene, clause, amount, projects);
        if (shared.isPresent() && shared.get().owner().isEmpty()) {
            return left.without(amount, clause, LeftOut.NOT_SHARED);
        }
        String before = before(scene, clause, shared.map(SharedOut::first).orElse(amount));
        String right = scene.right(clause, amount.span());
        if (scene.changes(clause, amount)
                && (!SIGNED.in(before) || ofPeriod(scene, clause))) {
            return Optional.empty();
        }
        if (Elsewhere.told(scene, clause, amount.span(), shared.isPresent())
                || THRESHOLD.matcher(scene.of(amount.span()) + right).find()
                || partOfStatistic(scene, clause)) {
            return Optional.empty();
        }
        if (ONE_OF_MANY.in(before) && !AmountRoles.limit(before, right)
                || NOT_AGREED.in(scene.left(clause, amount.span()))) {
            return Optional.empty();
        }
        Optional<Draft.Project> bracketed = bracketed(scene, clause, amount, projects);
        Optional<AmountRole> role = bracketed.map(p -> AmountRole.TOTAL_INVESTMENT)
                .or(() -> roles.of(scene, clause, amount, before, right))
                .filter(r -> !STATISTIC.matcher(before).find()
                        || SO_FAR.matcher(before).find() && named(scene, clause, amount, projects));
        if (role.isEmpty()) {
            return Optional.empty();
        }
        if (ofSome(scene, clause, amount, projects)) {
            return left.without(amount, clause, LeftOut.PART);
        }
        if (THIS_YEAR.matcher(before).find() && !scene.between(scene.sentenceSpan(clause).start(),
                amount.span().start()).contains("总投资")) {
            return Optional.empty(); // a statistic, of no project
        }
        if ((role.get() == AmountRole.FINANCING_AMOUNT || role.get() == AmountRole.PAYOUT_AMOUNT)
                && (before.contains("累计")
                        || UNTIL_NOW.in(scene.between(scene.sentenceSpan(clause).start(), amount.span().start())))) {
            return Optional.empty(); // a sum of many
        }
        Optional<Draft.Project> project = shared.flatMap(SharedOut::owner).or(() -> bracketed)
                .or(() -> project(scene, clause, amount, before, projects));
        boolean paid = role.get() == AmountRole.OTHER && PAID.matcher(before).find();
        Optional<Draft.Event> event = event(scene, clause, amount, role.get(), paid
                ? events.stream().filter(e -> e.type == EventType.ACQUISITION).toList()
                : role.get() == AmountRole.OTHER && FUNDS.matcher(before + right).find() ? founding(events) : events);
        if (paid) {
            project = Optional.empty();
        }
        if (role.get() == AmountRole.FINANCING_AMOUNT && event.isEmpty() && project.isPresent()) {
            role = Optional.of(AmountRole.OTHER); // raised elsewhere, spent here
        }
        if (role.get() == AmountRole.OTHER && project.filter(p -> ofWholePhase(p, before)).isPresent()) {
            role = Optional.of(AmountRole.TOTAL_INVESTMENT);
        }
        Optional<String> phase = SaidPhase.of(scene, clause, projects);
        project = project.map(p -> phase.flatMap(said -> SaidPhase.project(p, said, projects)).orElse(p));
        if (phase.isPresent() && project.flatMap(p -> SaidPhase.in(p.name)).filter(own -> !own.equals(phase.get()))
                .isPresent()) {
            return left.without(amount, clause, LeftOut.OTHER_PHASE); // told beside this one
        }
        boolean founders = role.get() == AmountRole.OTHER && before.contains("出资")
                && event.filter(e -> e.type == EventType.ESTABLISHMENT).isPresent();
        if (before.endsWith("补充流动资金") || ELSEWHERE.matcher(right).lookingAt()) {
            project = Optional.empty();
        }
        if (founders || eventOnly(role.get()) && event.isPresent() || severalAtOnce(scene, clause, before, projects)) {
            project = Optional.empty();
        }
        if (project.isEmpty() && event.filter(e -> Elsewhere.otherTime(scene, clause, amount.span(), e)).isPresent()) {
            return left.without(amount, clause, LeftOut.OTHER_TIME);
        }
        if (project.isEmpty() && event.filter(e -> CountedProjects.others(scene, clause, amount, e))
                .isPresent()) {
            return left.without(amount, clause, LeftOut.OTHER_GROUP);
        }
        if (project.isEmpty() && event.isPresent() && CountedProjects.severalGroups(scene, clause, amount, events)) {
            return left.without(amount, clause, LeftOut.SEVERAL_GROUPS);
        }
        if (project.isEmpty()) {
            // a part of an unnamed project, or what it will yield, is not the event's
            Optional<Draft.Event> told = event;
            boolean part = role.get() == AmountRole.OTHER && before.matches("(?s).*[一二三四首]期.*")
                    && event.filter(e -> e.type == EventType.FINANCING).isEmpty();
            boolean yield = role.get() == AmountRole.EXPECTED_OUTPUT
                    && told.filter(e -> e.clause.sentence() == clause.sentence()).isEmpty();
            boolean other = AnotherThing.called(scene, clause, amount.span())
                    && told.filter(e -> e.clause.sentence() == clause.sentence()).isEmpty();
            if (event.isEmpty() || part || yield || other) {
                return left.without(amount, clause, LeftOut.NO_OWNER);
            }
        }
        var bearer = new Bearer(project, event);
        return Optional.of(new Bound(amount, role.get(), bearer,
                status(scene, clause, amount, role.get(), before, bearer), clause.span(), phase));
    }

    /** 甲出资3亿元，乙出资2亿元: to what is founded or raised, not to what it will build. */
    private static List<Draft.Event> founding(List<Draft.Event> events) {
        List<Draft.Event> founding = events.stream()
                .filter(e -> e.type == EventType.ESTABLISHMENT || e.type == EventType.FINANCING
                        || e.type == EventType.LISTING)
                .toList();
        return founding.isEmpty() ? events : founding;
    }

    /** 三期投资9亿元 of the project 三期年产…; a phase that is a project of its own. */
    private static boolean ofWholePhase(Draft.Project project, String before) {
        Matcher phase = OWN_PHASE.matcher(before);
        return project.name.matches(".*[一二三四五]期$") || project.name.endsWith("首期") && before.contains("投资")
                || phase.find() && project.name.contains(phase.group());
    }

    /** 签约项目86个，其中某区签约15个，总投资98亿元: of a part that is counted, and is no project. */
    private static boolean ofSome(Scene scene, Clause clause, Amount amount, List<Draft.Project> projects) {
        int sentence = scene.sentenceSpan(clause).start();
        int part = scene.text().substring(sentence, amount.span().start()).lastIndexOf("其中");
        if (part < 0) {
            return false;
        }
        Span since = new Span(sentence + part, amount.span().start());
        return scene.quantities(since, Count.class).stream().anyMatch(n -> n.value().compareTo(BigDecimal.ONE) > 0)
                && projects.stream().noneMatch(p -> since.contains(p.span));
    }

    /** 上半年发放贷款9.3亿元，同比增长11%。其中，某区发放2.6亿元: of a sum that is a statistic. */
    private static boolean partOfStatistic(Scene scene, Clause clause) {
        return scene.of(scene.sentenceSpan(clause)).startsWith("其中")
                && scene.sentenceAt(clause.sentence() - 1).stream()
                        .filter(c -> c.paragraph() == clause.paragraph())
                        .anyMatch(c -> scene.quantities(c.span(), Amount.class).stream()
                                .anyMatch(a -> scene.changes(c, a)));
    }

    /** 陶瓷花盆项目（7.7亿元）: what stands in brackets behind a project that is signed or started. */
    private static Optional<Draft.Project> bracketed(Scene scene, Clause clause, Amount amount,
            List<Draft.Project> projects) {
        String left = scene.left(clause, amount.span());
        int bracket = Math.max(left.lastIndexOf('（'), left.lastIndexOf('('));
        if (bracket < 0 || !left.substring(bracket + 1).matches("(?:总?投资额?)?约?")
                || !scene.right(clause, amount.span()).matches("(?s)[）)].*")) {
            return Optional.empty();
        }
        int end = clause.span().start() + bracket;
        return projects.stream().filter(p -> p.event.isPresent())
                .filter(p -> p.evidence.stream().anyMatch(s -> s.end() == end)).findFirst();
    }

    /** 前8个月，新签合同额: a statistic. */
    private static boolean ofPeriod(Scene scene, Clause clause) {
        return scene.quantities(scene.sentenceSpan(clause), Period.class).stream()
                .anyMatch(p -> p.precision() != Period.Precision.DAY && StatisticalPeriod.is(scene, p));
    }

    private static String before(Scene scene, Clause clause, Amount amount) {
        int from = scene.quantities(clause.span()).stream().filter(q -> q.span().end() <= amount.span().start())
                .filter(q -> q instanceof Amount).mapToInt(q -> q.span().end()).max().orElse(clause.span().start());
        String words = scene.text().substring(from, amount.core().start());
        if (words.equals("、")) {
            Optional<Amount> last = scene.quantities(clause.span(), Amount.class).stream()
                    .filter(a -> a.span().end() <= amount.span().start()).max(Comparator.comparing(Amount::span))
                    .filter(a -> SHARES.in(scene.between(clause.span().start(), a.span().start())));
            if (last.isPresent()) {
                return before(scene, clause, last.get()); // 三方分别认缴9亿元、6亿元
            }
        }
        return words.strip().length() <= 1
                ? scene.before(clause).filter(c -> c.sentence() == clause.sentence()).map(scene::of).orElse("") + words
                : words;
    }

    private static boolean eventOnly(AmountRole role) {
        return EVENT_ONLY.contains(role);
    }

    /** 合计, 项目计划总投资 after two names: the sum belongs to the event, not to one project. */
    private static boolean severalAtOnce(Scene scene, Clause clause, String before, List<Draft.Project> projects) {
        if (before.contains("合计") || before.contains("两项") || before.contains("总计")
                || SEVERAL.in(before)) {
            return true;
        }
        Span sentence = scene.sentenceSpan(clause);
        long named = projects.stream().filter(p -> sentence.contains(p.span) && p.span.end() <= clause.span().start())
                .count();
        boolean own = projects.stream().anyMatch(p -> clause.span().contains(p.span));
        boolean counted = projects.stream().noneMatch(p -> sentence.contains(p.span))
                && CountedProjects.before(scene, clause, clause.span().start()).isPresent();
        return counted || named > 1 && !own && before.matches("(?s)^(项目|计划|总投资|预计).*")
                && scene.quantities(sentence, Amount.class)
                        .stream().count() == 1;
    }

    private static Optional<Draft.Project> project(Scene scene, Clause clause, Amount amount, String before,
            List<Draft.Project> projects) {
        Optional<Draft.Project> near = near(scene, clause, amount, projects)
                .filter(p -> !Strangers.speak(scene, clause, amount.span().start(), p))
                .filter(p -> !AnotherThing.told(scene, clause, amount.span(), p)
                        && !AnotherThing.otherPhase(scene, clause, amount.span(), p));
        // 一期…；二期…，全部达产后: of the whole that both are phases of
        return ENTIRELY.in(before)
                ? near.flatMap(part -> projects.stream()
                        .filter(p -> p != part && AmountRoles.PHASE.matcher(part.name).find()
                                && part.name.startsWith(p.name.replaceFirst("(?:项目|工程)$", "")))
                        .findFirst()).or(() -> near.filter(p -> !amongPhases(scene, clause)))
                : near;
    }

    /** 二期…；三期…。全部达产后: of a whole that no name is found for. */
    private static boolean amongPhases(Scene scene, Clause clause) {
        return Stream.of(clause.sentence() - 1, clause.sentence()).flatMap(s -> scene.sentenceAt(s).stream())
                .filter(c -> AmountRoles.PHASE.matcher(scene.of(c)).find()).count() > 1;
    }

    private static Optional<Draft.Project> near(Scene scene, Clause clause, Amount amount,
            List<Draft.Project> projects) {
        boolean goesOn = GOES_ON.in(scene.of(scene.sentenceSpan(clause)));
        Optional<Draft.Project> inClause = projects.stream().filter(p -> p.mention(clause).isPresent())
                .min(Comparator.comparingInt(p -> Math.abs(p.mention(clause).get().start() - amount.span().start())));
        return inClause.or(() -> projects.stream().filter(p -> p.mention(amount.span().start()).isPresent())
                .max(Comparator.comparing(p -> p.mention(amount.span().start()).get()))
                .filter(p -> goesOn || clause.headline()
                        || scene.clauseOf(p.mention(amount.span().start()).get())
                                .filter(c -> c.paragraph() == clause.paragraph()).isPresent())
                .filter(p -> scene.distance(p.mention(amount.span().start()).get(),
                        clause) <= (goesOn && alone(p, projects)
                                ? 4
                                : 2)));
    }

    private static boolean named(Scene scene, Clause clause, Amount amount, List<Draft.Project> projects) {
        Span before = new Span(scene.sentenceSpan(clause).start(), amount.span().start());
        return projects.stream().anyMatch(p -> p.evidence.stream().anyMatch(before::contains));
    }

    /** 上市申请获受理，拟公开发行…股，募集资金…: the money is raised by the listing, which the offering is a step of. */
    private static List<Draft.Event> withoutOffering(Scene scene, List<Draft.Event> events) {
        return events.stream().anyMatch(e -> e.type == EventType.LISTING)
                ? events.stream().filter(e -> e.type != EventType.FINANCING || !scene.of(e.clause).contains("公开发行"))
                        .toList()
                : events;
    }

    private static boolean offered(Draft.Event event, AmountRole role) {
        return role == AmountRole.OTHER && event.type == EventType.LISTING;
    }

    /** Whether all that the article names are this project and phases of it. */
    private static boolean alone(Draft.Project project, List<Draft.Project> projects) {
        return projects.stream().allMatch(p -> p == project || p.rule.equals("project phase"));
    }

    private static Optional<Draft.Event> event(Scene scene, Clause clause, Amount amount, AmountRole role,
            List<Draft.Event> events) {
        List<EventType> fitting = switch (role) {
            case CONTRACT_VALUE -> List.of(EventType.ORDER, EventType.SIGNING, EventType.CONFERENCE);
            case FINANCING_AMOUNT -> List.of(EventType.FINANCING, EventType.LISTING);
            case PRICE -> List.of(EventType.ACQUISITION);
            case REGISTERED_CAPITAL -> List.of(EventType.ESTABLISHMENT, EventType.FINANCING);
            case PAYOUT_AMOUNT -> List.of(EventType.PAYOUT, EventType.POLICY);
            case TOTAL_INVESTMENT, EXPECTED_OUTPUT -> List.of(EventType.SIGNING, EventType.GROUNDBREAKING,
                    EventType.INVESTMENT_PLAN, EventType.COMPLETION, EventType.CONFERENCE, EventType.LAUNCH);
            case OTHER -> List.of(EventType.ESTABLISHMENT, EventType.INVESTMENT_PLAN, EventType.SIGNING,
                    EventType.GROUNDBREAKING, EventType.ACQUISITION, EventType.FINANCING, EventType.PAYOUT,
                    EventType.POLICY);
        };
        boolean payout = role == AmountRole.PAYOUT_AMOUNT && !clause.headline();
        boolean anywhere = clause.headline() || switch (role) {
            case CONTRACT_VALUE, FINANCING_AMOUNT, PRICE, REGISTERED_CAPITAL, PAYOUT_AMOUNT -> true;
            case TOTAL_INVESTMENT, EXPECTED_OUTPUT, OTHER -> false;
        };
        boolean goesOn = TELLS_ON.matcher(scene.of(scene.sentenceSpan(clause))).find();
        List<Draft.Event> told = role == AmountRole.FINANCING_AMOUNT || role == AmountRole.OTHER
                ? withoutOffering(scene, events)
                : events;
        return told.stream().filter(e -> fitting.contains(e.type) || offered(e, role))
                .filter(e -> e.type != EventType.LAUNCH
                        && (e.type != EventType.CONFERENCE || role != AmountRole.CONTRACT_VALUE)
                        || e.clause.sentence() == clause.sentence())
                .filter(e -> anywhere || e.clause.headline()
                        || e.clause.sentence() <= clause.sentence() && (goesOn
                                || e.clause.paragraph() == clause.paragraph()
                                || clause.sentence() - e.clause.sentence() <= 1))
                .filter(e -> !payout || e.clause.sentence() <= clause.sentence())
                .filter(e -> role != AmountRole.PAYOUT_AMOUNT || e.type != EventType.POLICY
                        || RULED.in(scene.of(scene.sentenceSpan(clause))))
                .filter(e -> Math.abs(e.clause.sentence() - clause.sentence()) <= 3 || clause.headline())
                .filter(e -> role == AmountRole.OTHER || !Strangers.speak(scene, clause, amount.span().start(), e))
                .min(Comparator.comparingInt((Draft.Event e) -> Math.abs(e.clause.sentence() - clause.sentence()))
                        .thenComparing(e -> e.clause.index() > clause.index())
                        .thenComparingInt(e -> Math.abs(e.clause.index() - clause.index())));
    }

    /** Investment in something signed or started is a fact; in something announced, a plan. */
    private static Status status(Scene scene, Clause clause, Amount amount, AmountRole role, String before,
            Bearer bearer) {
        Status said = Modality.of(scene, clause, amount.span());
        Optional<Draft.Event> teller = bearer.project().flatMap(p -> p.event).or(bearer::event);
        boolean plan = teller.isPresent() && (teller.get().type == EventType.INVESTMENT_PLAN
                || role == AmountRole.TOTAL_INVESTMENT && teller.get().type == EventType.LAUNCH
                || teller.get().status == Status.PLANNED);
        if (role == AmountRole.EXPECTED_OUTPUT && said == Status.ACTUAL && !before.contains("实现了")) {
            return Status.TARGET;
        }
        return said == Status.ACTUAL && plan ? Status.PLANNED : said;
    }
}
