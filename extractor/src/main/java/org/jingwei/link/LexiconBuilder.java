package org.jingwei.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingwei.link.Gazetteer.Division;
import org.jingwei.link.Gazetteer.Former;
import org.jingwei.link.Gazetteer.Organisation;
import org.jingwei.link.Gazetteer.OtherPlace;
import org.jingwei.link.Gazetteer.Zone;
import org.jingwei.text.Lexicon;
import org.jingwei.text.NameMention;

/**
 * The names that the tagger looks for. What is added first keeps its kind: a place keeps its name against an
 * organisation that is called after it. A name stays common until something of its kind carries it for certain.
 */
final class LexiconBuilder {
    private final Map<String, Lexicon.Entry> names = new HashMap<>(65_536);
    private final Map<Integer, Lexicon.Entry> entries = new HashMap<>();

    LexiconBuilder divisions(List<Division> all) {
        all.forEach(d -> {
            place(d.name(), d.common());
            d.shortNames().forEach(n -> place(n, d.common()));
        });
        return this;
    }

    LexiconBuilder zones(List<Zone> all) {
        all.forEach(z -> {
            place(z.name(), z.common());
            z.shortNames().forEach(n -> place(n, z.common()));
        });
        return this;
    }

    LexiconBuilder otherPlaces(List<OtherPlace> all) {
        all.forEach(o -> {
            place(o.thing().label(), o.common());
            o.shortNames().forEach(n -> place(n, o.common()));
        });
        return this;
    }

    /** Without the former 地区: 佛山地区生产总值 is the 地区生产总值 of 佛山, and the tagger knows 毕节地区 by its looks. */
    LexiconBuilder former(List<Former> all) {
        all.forEach(f -> {
            if (!f.name().endsWith("地区")) {
                place(f.name(), f.common());
            }
            f.shortNames().stream().filter(n -> !f.common().contains(n)).forEach(n -> place(n, f.common()));
        });
        return this;
    }

    LexiconBuilder organisations(List<Organisation> all) {
        all.forEach(o -> o.names().forEach(n -> name(n, NameMention.Type.ORG, o.common().contains(n))));
        return this;
    }

    LexiconBuilder bureaus(Collection<String> all) {
        all.forEach(n -> name(n, NameMention.Type.ORG, false));
        return this;
    }

    Lexicon build() {
        return new Lexicon(names);
    }

    private void place(String name, List<String> common) {
        name(name, NameMention.Type.PLACE, common.contains(name));
    }

    private void name(String name, NameMention.Type type, boolean common) {
        Lexicon.Entry known = names.get(name);
        if (known == null || known.type() == type && known.common() && !common) {
            names.put(name, entry(type, common));
        }
    }

    /** A few entries stand for tens of thousands of names. */
    private Lexicon.Entry entry(NameMention.Type type, boolean common) {
        return entries.computeIfAbsent(common ? type.ordinal() : -1 - type.ordinal(),
                k -> new Lexicon.Entry(type, common));
    }
}
