package org.jingwei.link;

import java.util.List;
import java.util.Set;

/**
 * A row of somebody else's table, or a subject of somebody else's graph, that may be one of the things we know.
 *
 * @param id      its IRI, or what its table calls it
 * @param names   the one to be searched first in front; may be empty when there are codes
 * @param codes   as written
 * @param within  names or codes of what it is said to lie in
 * @param kinds   what it may be; empty when nothing is said
 * @param kind    its level or kind in the words of the gazetteer, or ""
 * @param concept whether it is an entry of a code list (skos:Concept) and no place or organisation
 * @param line    of its table, from 1; 0 in a graph
 */
public record ExternalThing(String id, List<String> names, List<String> codes, List<String> within,
        Set<Link.Kind> kinds, String kind, boolean concept, int line) {
    public ExternalThing {
        names = List.copyOf(names);
        codes = List.copyOf(codes);
        within = List.copyOf(within);
        kinds = Set.copyOf(kinds);
    }

    public String name() {
        return names.isEmpty() ? "" : names.get(0);
    }
}
