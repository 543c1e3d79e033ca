package org.jingwei.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A region, zone or organisation that can be searched by name.
 *
 * @param thing       of kind {@link Link.Kind#REGION}, {@link Link.Kind#ZONE} or {@link Link.Kind#ORGANISATION}
 * @param kind        level of a region (province, prefecture, county), kind of a zone or organisation as in the
 *                    gazetteer, or ""
 * @param parent      id of what a region or zone lies in directly, or ""
 * @param inside      ids of the regions that it lies in, itself included; empty for organisations
 * @param names       all that it is or was called, its full name first
 * @param identifiers codes that mean this and nothing else
 * @param until       last year of a region that has ended; 0 for what is there today
 * @param heirs       ids of the regions that took an ended one over, and of those that took these over
 */
public record Entity(Link.Thing thing, String kind, String parent, Set<String> inside, List<Name> names,
        List<Identifier> identifiers, int until, List<String> heirs) {

    /** @param weak whether it is also an ordinary word, or what several things are called */
    public record Name(String text, NameKind kind, boolean weak) {}

    /** How a name belongs to what it names; the better known first. */
    public enum NameKind {
        FULL, SHORT,
        /** What it was called once; for a region that has ended, also its last name. */
        FORMER,
        /** The name of a company without its legal form. */
        STEM
    }

    public Entity {
        inside = Collections.unmodifiableSet(new LinkedHashSet<>(inside));
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        heirs = List.copyOf(heirs);
    }

    public String id() {
        return thing.id();
    }

    public String label() {
        return thing.label();
    }

    public boolean ended() {
        return until > 0;
    }

    /** By the thing alone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Entity that && thing.id().equals(that.thing.id());
    }

    @Override
    public int hashCode() {
        return thing.id().hashCode();
    }

    /**
     * An organisation known from elsewhere than the gazetteer.
     *
     * @param id path below {@code id/}
     */
    public static Entity organisation(String id, String label, List<String> otherNames,
            List<Identifier> identifiers) {
        List<Name> names = new ArrayList<>(List.of(new Name(label, NameKind.FULL, false)));
        otherNames.forEach(n -> names.add(new Name(n, NameKind.SHORT, false)));
        return new Entity(new Link.Thing(Link.Kind.ORGANISATION, id, label), "", "", Set.of(), names, identifiers, 0,
                List.of());
    }
}
