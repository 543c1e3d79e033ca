package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Who deals with whom: 甲与乙签署, 甲与乙、丙三方签署, and, where the first is told before, 与乙签订. Regions are sides like companies. */
final class Sides {
    private static final Pattern WITH = Pattern.compile("[^，]{0,6}(?:与|和|同|跟|携手|、)[^，]{0,6}");
    private static final Pattern OPENED_BY_WITH = Pattern
            .compile(".*与(?:自然人|客户|业主|关联方)?");

    private Sides() {}

    /** The names before the word that are joined to one another, in order, at least two; else the one that 与 opens with. */
    static List<NameMention> of(Scene scene, Trigger trigger) {
        List<NameMention> before = scene.names(trigger.clause().span()).stream()
                .filter(n -> n.type() != Type.PERSON && n.span().end() <= trigger.span().start())
                .filter(n -> !Setting.officeOfHolder(scene, n)).toList();
        var joined = new ArrayList<NameMention>();
        for (int i = 1; i < before.size(); i++) {
            if (WITH.matcher(scene.between(before.get(i - 1).span().end(), before.get(i).span().start())).matches()) {
                if (joined.isEmpty()) {
                    joined.add(before.get(i - 1));
                }
                joined.add(before.get(i));
            }
        }
        return joined.isEmpty()
                ? before.stream().filter(n -> n.type() == Type.ORG)
                        .filter(n -> OPENED_BY_WITH.matcher(scene.left(trigger.clause(), n.span())).matches()).limit(1)
                        .toList()
                : List.copyOf(joined);
    }

    /** Whether two or more are named that deal with one another. */
    static boolean two(Scene scene, Trigger trigger) {
        return of(scene, trigger).size() > 1;
    }
}
