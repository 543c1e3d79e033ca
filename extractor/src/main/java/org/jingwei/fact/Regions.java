package org.jingwei.fact;

import java.util.Comparator;
import java.util.Optional;
import org.jingwei.text.NameMention.Type;

/** The region that an article is about when a clause names none: the place mentioned most, the first of equals. */
final class Regions {
    private Regions() {}

    static Optional<String> main(Scene scene) {
        return scene.distinct(Type.PLACE).entrySet().stream()
                .max(Comparator.comparingInt(e -> e.getValue().size() * 1000 - e.getValue().getFirst().span().start()))
                .map(java.util.Map.Entry::getKey);
    }
}
