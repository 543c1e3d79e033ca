package org.jingwei.link;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is searched for.
 *
 * @param name   as somebody wrote it: a name in any script, width and length, a code, or an id
 * @param kinds  of {@link Link.Kind#REGION}, {@link Link.Kind#ZONE}, {@link Link.Kind#ORGANISATION}; empty for all
 * @param within names, codes or ids of what it lies in; any of them will do; empty when nothing is known
 * @param kind   level of a region or kind of a zone or organisation, as in the gazetteer, or ""
 * @param codes  codes that somebody wrote beside the name
 */
public record NameQuestion(String name, Set<Link.Kind> kinds, List<String> within, String kind, List<String> codes) {
    public NameQuestion {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        within = within.stream().filter(w -> !w.isBlank()).toList();
        codes = codes.stream().filter(c -> !c.isBlank()).toList();
    }

    public static NameQuestion of(String name, Link.Kind... kinds) {
        return new NameQuestion(name, Set.of(kinds), List.of(), "", List.of());
    }

    public NameQuestion in(String... regions) {
        return new NameQuestion(name, kinds, List.of(regions), kind, codes);
    }

    public NameQuestion ofKind(String levelOrKind) {
        return new NameQuestion(name, kinds, within, levelOrKind, codes);
    }

    public NameQuestion withCode(String... written) {
        return new NameQuestion(name, kinds, within, kind, List.of(written));
    }
}
