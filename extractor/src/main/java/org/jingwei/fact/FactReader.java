package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.Sentence;

/** What an article says. Stateless but for its rules; thread-safe. */
public final class FactReader {
    /** What is done with an investment project. */
    private static final Cue VENTURE = Cue.of("投资|投入|投向|资金|建设|新建|兴建|扩建|改建|改造|在建|续建|签约|落户|落地|开工|复工|动工|奠基|竣工|完工|投产|建成"
            + "|中标|招标|招商|规划|用地|产能|推进");

    private final EventReader events = new EventReader();
    private final ProjectReader projects = new ProjectReader();
    private final MoneyReader money = new MoneyReader();
    private final NumberReader numbers = new NumberReader();
    private final IndicatorReader indicators = new IndicatorReader();
    private final RoleReader roles = new RoleReader();
    private final DesignationReader designations = new DesignationReader();
    private final QuotationReader quotations = new QuotationReader();
    private final double least;

    /** @param least confidence below which a reading is not asserted but listed for review, 0 to 1 */
    public FactReader(double least) {
        this.least = least;
    }

    /** Asserts every fact that a rule reads, whatever its confidence. */
    public FactReader() {
        this(0);
    }

    /** @param quantities read from {@code article.text()} */
    public List<Fact> read(Article article, List<Sentence> sentences, List<Quantity> quantities) {
        var scene = new Scene(article, sentences, quantities);
        List<Draft.Event> happenings = events.read(scene);
        List<Draft.Project> ventures = projects.read(scene, happenings);
        PartsAndWholes.tie(scene, happenings, ventures);
        var left = new LeftOut();
        List<MoneyReader.Bound> amounts = money.read(scene, happenings, ventures, left);
        Set<Quantity> taken = new HashSet<>();
        amounts.forEach(a -> taken.addAll(scene.restated(a.amount())));
        List<NumberReader.Bound> counts = numbers.read(scene, happenings, ventures, taken, left);
        counts.forEach(c -> taken.add(c.count()));
        taken.addAll(left.ofProjects());
        Set<Object> bearers = Stream.concat(amounts.stream().map(a -> a.bearer().thing()),
                counts.stream().map(c -> c.bearer().thing())).collect(
                        Collectors.toCollection(
                                () -> Collections.newSetFromMap(new IdentityHashMap<>())));
        ventures.removeIf(p -> nothingSaid(scene, p) && !bearers.contains(p));

        Map<Object, String> ids = new IdentityHashMap<>();
        happenings.forEach(e -> ids.put(e, "e" + (happenings.indexOf(e) + 1)));
        ventures.forEach(p -> ids.put(p, "p" + (ventures.indexOf(p) + 1)));

        var facts = new ArrayList<Fact>(NameReader.read(scene));
        happenings.forEach(e -> facts.add(event(scene, e, ids)));
        ventures.forEach(p -> facts.add(project(p, ids)));
        amounts.forEach(a -> facts.add(amount(scene, a, ids)));
        counts.forEach(c -> facts.add(count(scene, c, ids)));
        facts.addAll(indicators.read(scene, taken, ventures));
        facts.addAll(roles.read(scene));
        facts.addAll(CooperationReader.read(scene));
        facts.addAll(designations.read(scene));
        facts.addAll(quotations.read(scene));
        facts.addAll(Losses.read(scene));
        facts.addAll(left.listed(scene, facts));
        Set<String> ended = new HashSet<>();
        CalledOff.of(scene, ventures).forEach(p -> ended.add(ids.get(p)));
        List<Fact> live = Withdrawal.applied(facts, f -> f instanceof Fact.Project p && ended.contains(p.id())
                ? Optional.of(CalledOff.REASON)
                : Optional.empty());
        Set<Span> sure = amounts.stream().filter(MoneyReader.Bound::ofOwnPhase).map(a -> a.amount().span())
                .collect(Collectors.toSet());
        List<Fact> agreed = Contradiction.withdrawn(Damage.withdrawn(live), sure);
        return Threshold.applied(SenseChecks.applied(agreed), least);
    }

    /** 他也来参加这个项目: no word of building it, paying for it or planning it. */
    private static boolean nothingSaid(Scene scene, Draft.Project p) {
        return p.told.isEmpty() && p.event.isEmpty() && p.investors.isEmpty() && p.places.isEmpty()
                && p.evidence.stream().flatMap(e -> scene.clauseOf(e).stream())
                        .noneMatch(c -> VENTURE.in(scene.of(scene.sentenceSpan(c))));
    }

    private static Fact event(Scene scene, Draft.Event e, Map<Object, String> ids) {
        var spans = new ArrayList<Span>(List.of(e.trigger));
        spans.addAll(e.evidence);
        e.date.map(Period::span).ifPresent(spans::add);
        return new Fact.Event(ids.get(e), e.type, scene.of(e.trigger), e.name,
                e.date.map(d -> d.notation().split("/")[0]),
                e.date.map(Period::inferred).orElse(false), List.copyOf(e.places), List.copyOf(e.participants),
                e.parent.map(ids::get), e.status,
                new Evidence(spans.stream().distinct().toList(), e.rule, grounds(scene, e)));
    }

    private static Fact project(Draft.Project p, Map<Object, String> ids) {
        return new Fact.Project(ids.get(p), p.name, List.copyOf(p.investors), List.copyOf(p.places), p.phase(),
                p.event.map(ids::get), new Evidence(p.evidence, p.rule, Grounds.PROJECT));
    }

    private static Fact amount(Scene scene, MoneyReader.Bound a, Map<Object, String> ids) {
        return new Fact.Money(ids.get(a.bearer().thing()), a.role(), a.amount().value(), a.amount().currency(),
                a.amount().currencyStated(),
                a.amount().bound(), a.status(), scene.of(a.amount().span()),
                new Evidence(List.of(a.amount().span(), a.evidence()).stream().distinct().toList(),
                        "amount " + a.role(),
                        a.bearer().toldWith(scene, a.amount().span())
                                ? Grounds.AMOUNT_IN_CLAUSE
                                : Grounds.AMOUNT_NEAR));
    }

    private static Fact count(Scene scene, NumberReader.Bound c, Map<Object, String> ids) {
        return new Fact.Number(ids.get(c.bearer().thing()), c.what(), c.count().value(), c.count().unit(),
                c.count().bound(), c.status(),
                scene.of(c.count().span()), new Evidence(
                        List.of(c.count().span(), c.evidence()).stream().distinct().toList(), "count",
                        c.bearer().toldWith(scene, c.count().span())
                                ? Grounds.COUNT_IN_CLAUSE
                                : Grounds.COUNT_NEAR));
    }

    private static Grounds grounds(Scene scene, Draft.Event e) {
        if (e.status != Status.ACTUAL) {
            return Grounds.EVENT_PLANNED;
        }
        return e.date.filter(d -> scene.sentenceSpan(e.clause).contains(d.span())).isPresent()
                ? Grounds.EVENT_DATED
                : Grounds.EVENT_UNDATED;
    }
}
