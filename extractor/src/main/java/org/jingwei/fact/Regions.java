package org.jingwei.fact;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** The region that an article is about when a clause names none: the place mentioned most, the first of equals. */
final class Regions {
    private Regions() {}

    /**
     * Which region 全市 or 全省 means: the one in force, else the one that the article is about, if it can be of that level
     * (芜湖, 芜湖市, but no 芜湖港); else the only place of the article that ends in the level's character; absent when none
     * or several do.
     */
    static Optional<String> ofLevel(Scene scene, Optional<String> inForce, String level) {
        var places = scene.distinct(Type.PLACE).keySet();
        return inForce.filter(n -> places.contains(n) || n.endsWith(level)).filter(n -> canBe(n, level))
                .or(() -> main(scene).filter(n -> canBe(n, level)))
                .or(() -> {
                    var fitting = places.stream().filter(n -> n.endsWith(level)).toList();
                    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
                });
    }

    private static boolean canBe(String name, String level) {
        return name.endsWith(level) || name.matches(".州") && !level.equals("州")
                || !name.matches(".*(?:[省市县区州盟旗港园镇乡村道场岛城站]|口岸|市场|基地)$");
    }

    /** The most named of the places that the headline or the first sentence names; absent when they name none. */
    static Optional<String> main(Scene scene) {
        return scene.distinct(Type.PLACE).entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(n -> opens(scene, n)))
                .max(Comparator.comparingInt(e -> e.getValue().size() * 1000 - e.getValue().getFirst().span().start()))
                .map(Map.Entry::getKey);
    }

    /** Whether it is named where an article says what it is about: in its headline or its first sentence. */
    private static boolean opens(Scene scene, NameMention name) {
        return scene.clauseOf(name.span())
                .filter(c -> c.headline() || c.sentence() <= scene.clauses().stream().filter(b -> !b.headline())
                        .mapToInt(Clause::sentence).findFirst().orElse(0))
                .isPresent();
    }
}
