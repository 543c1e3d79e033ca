package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.text.NameMention;
import org.jingwei.text.NameMention.Type;

/** Every distinct name, once, with all its mentions as evidence. */
final class NameReader {
    private NameReader() {}

    static List<Fact> read(Scene scene) {
        var facts = new ArrayList<Fact>();
        for (Type type : Type.values()) {
            scene.distinct(type).forEach((full, mentions) -> facts.add(new Fact.Name(full, type, new Evidence(
                    mentions.stream().map(NameMention::span).toList(), mentions.getFirst().rule(), Grounds.NAME))));
        }
        return facts;
    }
}
