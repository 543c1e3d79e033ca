package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Named parties that say they work together. An investment agreement is no cooperation; a joint investment is. */
final class CooperationReader {
    private static final Cue TOGETHER = Cue
            .of(
                    "(?:战略合作(?!项目)|合作协议|合作框架|框架协议|联手|携手|共建|共同投资|共同设立|共同出资|共同组建|联合成立|联合建设|联合竞买|合资成立|合资设立|达成合作|开展合作|跨省通办)");

    private CooperationReader() {}

    static List<Fact.Cooperation> read(Scene scene) {
        var found = new ArrayList<Fact.Cooperation>();
        for (Clause clause : scene.clauses()) {
            String text = scene.of(clause);
            Cue.Search m = TOGETHER.over(text, 0, text.length());
            if (clause.headline() || !m.find() || text.contains("投资协议")
                    || Assertion.negated(text.substring(0, m.start()))) {
                continue;
            }
            List<String> parties = parties(scene, clause);
            if (parties.size() >= 2 && found.stream().noneMatch(c -> c.parties().containsAll(parties))) {
                String object = text.substring(m.start()).strip();
                found.add(new Fact.Cooperation(parties, Optional.of(object),
                        new Evidence(List.of(clause.span()), "cooperation " + m.group(), Grounds.COOPERATION)));
            }
        }
        return found;
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
