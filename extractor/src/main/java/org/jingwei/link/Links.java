package org.jingwei.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the names of one article's facts mean. Immutable; keeps the order in which names first occur in the facts. */
public final class Links {
    private final Map<String, Link> byName;

    Links(Map<String, Link> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** @throws IllegalArgumentException for a name that none of the article's facts uses */
    public Link of(String name) {
        Link link = byName.get(name);
        if (link == null) {
            throw new IllegalArgumentException("no fact of this article uses the name " + name);
        }
        return link;
    }

    /** Every name with its link. */
    public Map<String, Link> all() {
        return byName;
    }
}
