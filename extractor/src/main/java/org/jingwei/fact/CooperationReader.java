package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Named parties that say they work together. An investment agreement is no cooperation; a joint investment is. */
final class CooperationReader {
    private static final Cue TOGETHER = Cue.of(
            "(?:战略合作(?!项目)|合作协议|合作框架|框架协议|联手|携手|共建|共同投资|共同设立|共同出资|共同组建|共同发起(?!人)|联合成立|联合建设|联合竞买|合资成立|合资设立|达成合作|开展合作|跨省通办)");
    /** What two that are joined by 与 sign or set up with one another. */
    private static final Cue AGREE = Cue.of(
            "(?:签署|签订|签下|达成|缔结)[^，。；]{0,40}(?:协议|协定|备忘录|意向书|行动计划|宣言)|建立[^，。；]{0,20}(?:机制|关系)|缔结[^，。；]{0,6}(?:友好城市|友城)|结为[^，。；]{0,12}(?:关系|伙伴|友好城市)|共同(?:举办|建设|打造|开发)");
    /** One sells, lends, invests or gives; the other takes. */
    private static final Cue TRADE = Cue.of(
            "(?<!共同)投资(?:合作|建设|框架|意向|开发|经营)*(?:协议|意向书|备忘录)|补充协议|(?:采购|购销|供货|供应|销售|买卖|贷款|授信|借款|担保|转让|收购|认购|增资|入股|租赁|施工|承包|承建|监管|补偿|入驻|落户|征收|出让|保密|就业|服务)[^，。；]{0,4}(?:协议|意向书|备忘录)");
    private static final Cue ENDED = Cue.of("终止|解除|取消|撤销|到期|失效");
    /** Between the first party and the second: 还与, 日前同, 联合. */
    private static final Pattern JOINT = Pattern
            .compile("(?:管委会|方面)?(?:还|已|也|又|将|日前|近日|当天|当日|此前|正式|分别|计划|拟)?(?:与|和|同|跟|联合|携手|联手|牵手)");
    private static final Pattern BOTH = Pattern
            .compile("^(?:[^，。；]{0,12})?(?:双方|两地|两市|两省|两县|两区|两国)(?:还|又|也|当天|当场|正式|随后|将|现场)?$");

    /** 甲区乙区二地, 甲市、乙市两地: two that only stand beside one another, counted behind. */
    private static final Pattern BESIDE = Pattern.compile("[、/\\s]?");
    private static final Pattern TWO = Pattern.compile("(?:[二两][地市区县省国城州]|双城)");

    private static final Pattern MEANT = Pattern.compile(
            "(?:^|由|[^\\u4e00-\\u9fff])(该?(?:园区|开发区|高新区|经开区|公司|企业|集团)|[该本].)(?:还|已|将)?(?:与|和|同|联合|携手)$");

    private CooperationReader() {}

    static List<Fact.Cooperation> read(Scene scene) {
        var found = new ArrayList<Fact.Cooperation>();
        for (Clause clause : scene.clauses()) {
            String text = scene.of(clause);
            if (clause.headline() || TRADE.matcher(text).find() || ENDED.matcher(text).find()) {
                continue;
            }
            Optional<Matcher> together = TOGETHER.first(text);
            Optional<Matcher> agree = AGREE.first(text);
            boolean loose = together.isPresent();
            boolean strict = agree.isPresent();
            if (!loose && !strict) {
                continue;
            }
            int at = Stream.of(together, agree).flatMap(Optional::stream).mapToInt(Matcher::start).min().getAsInt();
            // 【甲与乙签约】 heads what follows
            if (Assertion.negated(text.substring(0, at)) || text.indexOf('】', at) >= 0) {
                continue;
            }
            Span before = new Span(clause.span().start(), clause.span().start() + at);
            String word = together.map(Matcher::group).orElseGet(() -> agree.get().group().substring(0, 2));
            List<List<NameMention>> pairs = Pairings.of(scene, before);
            if (!pairs.isEmpty()) {
                pairs.forEach(
                        p -> add(found, clause, p.stream().map(NameMention::full).toList(), text.substring(at), word));
                continue;
            }
            List<String> parties = pair(scene, clause, before);
            if (parties.isEmpty() && BOTH.matcher(text.substring(0, at)).matches() && strict) {
                parties = headlinePair(scene);
            }
            if (parties.isEmpty() && loose) {
                parties = parties(scene, clause);
            }
            add(found, clause, parties, text.substring(at), word);
        }
        return found;
    }

    private static void add(List<Fact.Cooperation> found, Clause clause, List<String> parties, String object,
            String word) {
        if (parties.size() >= 2
                && found.stream().noneMatch(c -> c.parties().containsAll(parties))) {
            found.add(new Fact.Cooperation(List.copyOf(parties), Optional.of(object.strip()),
                    new Evidence(List.of(clause.span()), "cooperation " + word, Grounds.COOPERATION)));
        }
    }

    /** 甲与乙 (甲、乙和丙) in a stretch of a clause, the last such group; empty when there is none. */
    private static List<String> pair(Scene scene, Clause clause, Span stretch) {
        List<NameMention> names = scene.names(stretch).stream().filter(n -> n.type() != Type.PERSON)
                .filter(n -> !Setting.isSource(n.full())).toList();
        for (int i = names.size() - 2; i >= 0; i--) {
            NameMention first = names.get(i);
            NameMention second = names.get(i + 1);
            String between = scene.between(first.span().end(), second.span().start());
            if (BESIDE.matcher(between).matches() && TWO.matcher(scene.between(second.span().end(), stretch.end()))
                    .lookingAt()) {
                return List.of(first.full(), second.full());
            }
            if (!JOINT.matcher(between).matches() || !whole(scene, second, stretch)) {
                continue;
            }
            var parties = new ArrayList<String>();
            for (int k = i; k >= 0 && (k == i
                    || scene.between(names.get(k).span().end(), names.get(k + 1).span().start()).equals("、")); k--) {
                parties.addFirst(names.get(k).full());
            }
            parties.add(second.full());
            for (int k = i + 2; k < names.size() && scene.between(names.get(k - 1).span().end(),
                    names.get(k).span().start()).matches("[、和与及]"); k++) {
                parties.add(names.get(k).full());
            }
            return parties.stream().distinct().toList();
        }
        return referent(scene, clause, names);
    }

    /** Whether the name is a party and not the place, owner or address of one that no rule read (甲市与乙市某厂). */
    private static boolean whole(Scene scene, NameMention second, Span stretch) {
        String behind = scene.between(second.span().end(), stretch.end());
        return behind.matches("(?:管委会)?(?:$|[、和与及在就于共日当近正分联]|现场|当场|签|达成|缔结|建立|围绕).*") || second.type() == Type.ORG;
    }

    /** 园区与某大学, 该行与某县: what the words in front of 与 mean. */
    private static List<String> referent(Scene scene, Clause clause, List<NameMention> names) {
        for (NameMention name : names) {
            Matcher m = MEANT.matcher(scene.left(clause, name.span()));
            if (m.find()) {
                return Referents.of(scene, m.group(1), clause.span().start()).map(NameMention::full)
                        .filter(party -> !party.equals(name.full())).map(party -> List.of(party, name.full()))
                        .orElse(List.of());
            }
        }
        return List.of();
    }

    /** The two that the headline joins (甲市与乙集团举行会谈). */
    private static List<String> headlinePair(Scene scene) {
        return scene.clauses().stream().filter(Clause::headline).map(c -> pair(scene, c, c.span()))
                .filter(p -> p.size() == 2).findFirst().orElse(List.of());
    }

    private static List<String> parties(Scene scene, Clause clause) {
        var parties = new ArrayList<String>();
        String text = scene.of(clause);
        if (scene.company().isPresent() && text.matches("(?s).*(公司|双方)[^，]{0,12}(与|和|同).*")) {
            parties.add(scene.company().get());
        }
        for (NameMention name : scene.names(clause.span())) {
            boolean acts = name.type() == Type.ORG || joined(scene, clause, name);
            if (acts && !Setting.isSource(name.full()) && !parties.contains(name.full())) {
                parties.add(name.full());
            }
        }
        return parties;
    }

    /** A place or person that stands beside 与, 和 or 、 as a party. */
    private static boolean joined(Scene scene, Clause clause, NameMention name) {
        String behind = scene.right(clause, name.span());
        String before = scene.left(clause, name.span());
        return behind.matches("(?s)^(与|和|、|联手|携手|共建|共同|签署|达成).*") || before.matches("(?s).*(与|和|、)$");
    }
}
