package org.jingwei.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jingwei.article.Article;
import org.jingwei.quantity.Count;
import org.jingwei.quantity.Duration;
import org.jingwei.quantity.Measure;
import org.jingwei.quantity.Numbered;
import org.jingwei.quantity.Period;
import org.jingwei.quantity.Quantity;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention.Type;

/** Numbers of things told with a happening or of a project: how many projects, guests, hectares, tonnes a year. */
final class NumberReader {
    private static final Pattern BEHIND = Pattern.compile("^(的)?“?([^，、；。：（(“”]{1,16})");
    private static final Pattern VAGUE = Pattern
            .compile(
                    "^(领域|方面|方向|赛道|月|年|阶段|环节|板块|行业|类别|月内|小时|分钟|季度|工作日|日历天|回合|层面|维度|问题|新台阶|重点(?![^，；。]{0,6}(?:项目|工程|企业))|期建设|期实施|标段|个?百分点)");

    /** 在谈项目30个, 没有签约的还有20个: not of what happened. */
    private static final Cue NOT_AGREED = Cue.of("意向|在谈|洽谈中|储备|没有|未");
    /** 150项重大工程之一: how many there are elsewhere. */
    private static final Pattern ONE_OF = Pattern.compile("^[^，]{0,14}之一");
    /** 目前产能, 总产能: what somebody has, not what the project will. */
    private static final Cue HAS = Cue.of("目前|现有|已集聚|已汇聚|已聚集|已有|拥有|总产能|市场|全[国省市县]|行业");
    /** 园区拥有企业57家. */
    private static final Cue OWNS = Cue.of("(?:拥有|现有)[^，]*$");
    /** 6微米锂电铜箔: how thick or fine something is. */
    private static final Pattern FINE = Pattern.compile("[微纳]米");
    /** 2兆瓦机型, 10万吨级泊位: of what kind, not how much. */
    private static final Pattern SPECIFIED = Pattern.compile("^(?:以上)?(?:机型|级(?!以)|系列|风机|机组)");
    private static final Cue FAR = Cue.of("(?:距离?|相距|行程)[^，]{0,10}$");
    /** What a policy is made of. */
    /** 8万名客商参会: they come to the gathering and not to what is signed there. */
    private static final Pattern GUESTS = Pattern
            .compile("^[名位]?[^，。；]{0,12}(?:客商|嘉宾|代表|观众|展商)[^，。；]{0,8}(?:参会|参展|出席|参加|到会|与会)");
    private static final StatisticNames NAMES = new StatisticNames();
    /** 20条, and not the 2494家 that the policy is about. */
    private static final Cue OF_TASKS = Cue.of("^(?:条|项|个|款|大|方面)$");
    private static final Pattern TASKS = Pattern.compile("^[条项个]?[^，]{0,8}(?:任务|措施|举措|政策|条款|工程|行动|方面)|^(?:$|[，。])");
    /** Words for how large a project is. */
    private static final Cue SIZE = Cue.of("年产|产能|占地|用地|面积|全长|装机|生产线|库容|就业|岗位|泊位|床位|车位|机组|[达投]产后|建成后");

    /** A number of what, with the thing that it is told of. */
    record Bound(Numbered count, String what, Bearer bearer, Status status, Span evidence) {}

    /** @param left is told of numbers that belong to nothing here */
    List<Bound> read(Scene scene, List<Draft.Event> events, List<Draft.Project> projects, Set<Quantity> taken,
            LeftOut left) {
        var bound = new ArrayList<Bound>();
        for (Clause clause : scene.bodyFirst()) {
            for (Numbered count : scene.quantities(clause.span(), Numbered.class)) {
                if (taken.contains(count) || count instanceof Duration
                        || NOT_AGREED.in(scene.left(clause, count.span()))
                        || ONE_OF.matcher(scene.right(clause, count.span())).find()) {
                    continue;
                }
                bind(scene, clause, count, events, projects, left)
                        .filter(now -> bound.stream().noneMatch(told -> told(told, now, clause.headline())))
                        .ifPresent(bound::add);
            }
        }
        bound.sort(Comparator.comparing(b -> b.count().span()));
        return bound;
    }

    private static boolean told(Bound told, Bound now, boolean headline) {
        return told.count().value().compareTo(now.count().value()) == 0
                && told.count().unit().equals(now.count().unit())
                && (headline || told.bearer().mayBe(now.bearer()));
    }

    private static Optional<Bound> bind(Scene scene, Clause clause, Numbered count, List<Draft.Event> events,
            List<Draft.Project> projects, LeftOut left) {
        String right = scene.right(clause, count.span());
        if (money(count) || ofPlace(scene, clause, count) || summedUp(scene, clause, count)
                || both(scene, clause, count) || Elsewhere.told(scene, clause, count.span(), false)) {
            return Optional.empty();
        }
        if (count.value().signum() < 0 || VAGUE.matcher(right).find() || Bases.is(scene, clause, count)
                || scene.changes(clause, count)) {
            return Optional.empty();
        }
        if (OWNS.in(scene.left(clause, count.span())) && count instanceof Count) {
            return Optional.empty();
        }
        if (HAS.in(scene.left(clause, count.span())) && projects.stream()
                .noneMatch(p -> p.mention(clause).isPresent()) && !ofHappening(scene, clause, right)) {
            return Optional.empty();
        }
        if (count instanceof Measure
                && (SPECIFIED.matcher(right).find() || FINE.matcher(count.unit()).matches())) {
            return Optional.empty();
        }
        if (clause.headline() && (count instanceof Measure
                || NAMES.isStatistic(Phrases.before(scene.left(clause, count.span()))))) {
            return Optional.empty(); // the body tells of what it is
        }
        if (FAR.in(scene.left(clause, count.span())) || ofRegion(scene, clause, count, projects)) {
            return Optional.empty();
        }
        int at = count.span().start();
        Optional<Draft.Project> near = projects.stream()
                .filter(p -> p.mention(clause).isPresent() || p.mention(at).isPresent()
                        && scene.distance(p.mention(at).get(),
                                clause) <= (SIZE.in(scene.of(clause)) ? 2 : 1)
                        && (count instanceof Measure || SIZE.in(scene.of(clause))))
                .max(Comparator.comparing(p -> p.mention(at).or(() -> p.mention(clause)).orElse(p.span)));
        boolean guests = GUESTS.matcher(right).find();
        Optional<Draft.Event> event = events.stream()
                .filter(e -> !guests || e.type == EventType.CONFERENCE
                        || events.stream().noneMatch(o -> o.type == EventType.CONFERENCE))
                .filter(e -> e.type != EventType.POLICY || TASKS.matcher(right).find() && OF_TASKS.in(count.unit()))
                .filter(e -> e.clause.sentence() == clause.sentence() || clause.headline()
                        || clause.sentence() > e.clause.sentence()
                                && clause.sentence()
                                        - e.clause.sentence() <= (guests ? 5 : partly(scene, clause) ? 3 : 1)
                                && count instanceof Count && ofHappening(scene, clause, right))
                .min(Comparator.comparingInt((Draft.Event e) -> Math.abs(e.clause.index() - clause.index()))
                        // 8个“科技类项目”签约、7个…签约: the trigger stands behind its number
                        .thenComparing(e -> e.trigger.start() < at)
                        .thenComparingInt(e -> Math.abs(e.trigger.start() - at)));
        boolean ofEvent = count instanceof Count && event.isPresent() && !clause.headline()
                && !SIZE.in(scene.of(clause));
        // 清江隧道等36个项目: the count is that of the group, not of the item before it
        boolean group = scene.left(clause, count.span()).endsWith("等");
        Optional<Draft.Project> project = group && event.isPresent()
                ? Optional.empty()
                : ofEvent
                        ? near.filter(p -> p.mention(clause).filter(s -> s.end() <= at).isPresent())
                        : near.flatMap(p -> project(count, clause, scene, projects));
        if (project.filter(p -> ofSomebodyElse(scene, clause, count, p)
                || p.mention(clause).isEmpty() && ofAYear(scene, clause, count)).isPresent()) {
            return Optional.empty();
        }
        if (count instanceof Count && project.isEmpty() && event.isPresent()) {
            if (Elsewhere.otherTime(scene, clause, count.span(), event.get())) {
                return left.without(count, clause, LeftOut.OTHER_TIME);
            }
            if (CountedProjects.others(scene, clause, count, event.get())) {
                return left.without(count, clause, LeftOut.OTHER_GROUP);
            }
        }
        if (project.isEmpty() && event.isEmpty()) {
            return Optional.empty();
        }
        return what(scene, clause, count).map(what -> new Bound(count, what, new Bearer(project, event),
                Modality.of(scene, clause, count.span()), clause.span()));
    }

    /** 每股17.42元, 不超过3万元/台: what something costs is no number of things. */
    private static boolean money(Numbered count) {
        return count.unit().matches("(?:[万亿千百])?(?:元|美元|欧元|港元)(?:/.*)?");
    }

    /** 签约项目86个，其中怀远县15个: of a part of the region that the event is of. */
    private static boolean ofPlace(Scene scene, Clause clause, Numbered count) {
        String left = scene.left(clause, count.span());
        Span sentence = scene.sentenceSpan(clause);
        String earlier = scene.between(sentence.start(), count.span().start());
        return count instanceof Count && earlier.contains("其中") && scene.names(clause.span(), Type.PLACE).stream()
                .anyMatch(n -> n.span().end() <= count.span().start()
                        && scene.left(clause, n.span()).matches("(?:其中)?(?:来自|位于|落户)?")
                        && !left.endsWith("等"));
    }

    /** 2021年郑州机场货邮吞吐量达70.5万吨: what somewhere or somebody named had in a time, behind a sentence on a project. */
    private static boolean ofAYear(Scene scene, Clause clause, Numbered count) {
        Span before = new Span(clause.span().start(), count.span().start());
        return !scene.of(clause).contains("产能") && scene.quantities(before, Period.class).stream().findFirst()
                .filter(p -> p.span().start() == before.start()
                        && p.precision() != Period.Precision.DAY
                        && scene.names(new Span(p.span().end(), before.end())).stream()
                                .anyMatch(n -> n.span().start() == p.span().end()))
                .isPresent();
    }

    /** 建园以来累计签约项目273个: of all that has happened so far. */
    private static boolean summedUp(Scene scene, Clause clause, Numbered count) {
        String left = scene.left(clause, count.span());
        return count instanceof Count && left.matches("(?s).*累计[^，]{0,16}");
    }

    /** 铁路开通以来，某海关监管货物188万吨: the clause opens with somebody who has nothing to do with the project named before it. */
    private static boolean ofSomebodyElse(Scene scene, Clause clause, Numbered count, Draft.Project project) {
        if (project.mention(clause).isEmpty() && count.unit().equals("家")) {
            return true; // 4家公司在当地新建产能: of firms, not of the project
        }
        return project.mention(clause).isEmpty() && scene.names(clause.span(), Type.ORG).stream()
                .filter(n -> n.span().start() == clause.span().start() && n.span().end() <= count.span().start())
                .anyMatch(n -> !project.investors.contains(n.full()) && !project.name.contains(n.name())
                        && project.event.filter(e -> e.participants.contains(n.full())).isEmpty());
    }

    /** 两个项目均达产后: the things that have just been named. */
    private static boolean both(Scene scene, Clause clause, Numbered count) {
        return count instanceof Count && scene.of(count.span()).startsWith("两")
                && scene.left(clause, count.span()).matches("(?:以上|上述|这|该|目前|截至目前)?")
                && !scene.of(count.span()).matches("两[条座]");
    }

    /** 广西桉树种植面积超过3000万亩: the clause opens with a region, and no project is named in it. */
    private static boolean ofRegion(Scene scene, Clause clause, Numbered count, List<Draft.Project> projects) {
        return count instanceof Measure && projects.stream().noneMatch(p -> p.mention(clause).isPresent())
                && scene.names(clause.span(), Type.PLACE).stream()
                        .anyMatch(n -> scene.left(clause, n.span()).matches("[“\"]?"))
                && !SIZE.in(scene.left(clause, count.span()).replaceAll("面积|产能", ""));
    }

    private static Optional<Draft.Project> project(Numbered count, Clause clause, Scene scene,
            List<Draft.Project> projects) {
        int at = count.span().end();
        int far = SIZE.in(scene.of(clause)) ? 2 : 1;
        return projects.stream().filter(p -> p.mention(at).or(() -> p.mention(clause)).isPresent())
                .filter(p -> scene.distance(p.mention(at).or(() -> p.mention(clause)).get(), clause) <= far)
                .min(Comparator.comparingInt((Draft.Project p) -> p.span.contains(count.span()) ? 0 : 1)
                        .thenComparingInt(
                                p -> Math.abs(p.mention(at).or(() -> p.mention(clause)).get().start() - at)));
    }

    /** 此次开工项目共67个。其中，产业项目41个: goes on with the number of the sentence before. */
    private static boolean partly(Scene scene, Clause clause) {
        return scene.of(scene.sentenceSpan(clause)).startsWith("其中")
                && scene.sentenceAt(clause.sentence() - 1).stream().filter(c -> c.paragraph() == clause.paragraph())
                        .anyMatch(c -> scene.of(c).matches("(?s).*(?:此次|本次|集中).*")
                                && !scene.quantities(c.span(), Count.class).isEmpty());
    }

    private static boolean ofHappening(Scene scene, Clause clause, String right) {
        return scene.of(clause).matches("(?s).*(项目|签约|开工|参会|出席|参加|嘉宾|企业|事项|清单).*");
    }

    /** What is counted: the words behind the number, or before it (建筑面积约2万平方米, 项目共有60个). */
    private static Optional<String> what(Scene scene, Clause clause, Numbered count) {
        return named(scene, clause, count).filter(w -> w.indexOf(Article.LOST) < 0).or(() -> Optional.of(count.unit()));
    }

    private static Optional<String> named(Scene scene, Clause clause, Numbered count) {
        Matcher behind = BEHIND.matcher(scene.right(clause, count.span()));
        int from = scene.quantities(new Span(clause.span().start(), count.span().start()), Count.class).stream()
                .mapToInt(n -> n.span().end()).max().orElse(clause.span().start());
        String left = scene.between(from, count.span().start());
        boolean capacity = left.endsWith("年产") || scene.of(count.span()).startsWith("年产");
        if (capacity) {
            return Optional.of("年产能");
        }
        if (count instanceof Count && behind.find()) {
            return Optional.of(behind.group(2).replaceFirst("(集中|全部|正式|签约|开工|参加|出席|落户|合计|总计|共计).*$", "").strip())
                    .filter(w -> !w.isEmpty()).or(() -> Optional.of(count.unit()));
        }
        String named = Phrases.before(left);
        return Optional.of(named.isEmpty() ? count.unit() : named);
    }
}
