package org.jingwei.text;

import java.util.Map;

/**
 * Names known beforehand, in simplified characters, with the kind of thing that carries them.
 *
 * @param names name to kind; names of more than one kind are left out
 */
public record Lexicon(Map<String, Entry> names) {
    /**
     * @param type   what carries the name
     * @param common whether the name is also an ordinary word or too short to trust alone (朝阳, 平安, 沪)
     */
    public record Entry(NameMention.Type type, boolean common) {}

    public Lexicon {
        names = Map.copyOf(names);
    }
}
