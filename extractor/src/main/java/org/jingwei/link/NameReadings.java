package org.jingwei.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jingwei.link.Entity.NameKind;
import org.jingwei.link.NameIndex.Near;
import org.jingwei.link.NameIndex.Posting;
import org.jingwei.link.NameMatch.Reason;

/** What a written name can be read as: whole, or as regions one in the other, the smallest last. Immutable. */
final class NameReadings {
    /** Longest name that is looked at for regions in front and for slips. */
    private static final int LONGEST = 60;
    private static final String CHINA = "中国";
    /** Country, province, prefecture; more would be no name, and take for ever to try. */
    private static final int MOST_IN_FRONT = 3;

    private final NameIndex index;
    private final Function<Entity, Set<String>> around;

    /** @param around ids of all that an entity lies in */
    NameReadings(NameIndex index, Function<Entity, Set<String>> around) {
        this.index = index;
        this.around = around;
    }

    /**
     * One way to read a name.
     *
     * @param confirmed whether regions that it lies in stand in front
     */
    record Reading(Entity entity, Reason reason, String name, boolean confirmed) {}

    /** How much is supposed to be wrong; each step is taken when those before it find nothing. */
    enum Effort {
        /** Every letter is right. */
        EXACT,
        /** The word for the level or the legal form is another or missing. */
        OTHER_TAIL,
        /** One character is wrong, missing, too much or exchanged with its neighbour. */
        ONE_SLIP
    }

    List<Reading> of(String name, Effort effort) {
        String key = index.key(name);
        if (key.isEmpty()) {
            return List.of();
        }
        return key.length() > LONGEST
                ? effort == Effort.EXACT ? exact(key) : List.of()
                : readings(key, effort, MOST_IN_FRONT);
    }

    /** What is called by a name that begins so, each once. */
    List<Entity> startingWith(String beginning) {
        String key = index.key(beginning);
        return key.isEmpty()
                ? List.of()
                : index.startingWith(key).stream().filter(p -> p.name().kind() != NameKind.STEM).map(Posting::entity)
                        .distinct().toList();
    }

    private List<Reading> readings(String key, Effort effort, int mostInFront) {
        List<Reading> found = new ArrayList<>(whole(key, effort));
        for (int end = 2; end < key.length() && mostInFront > 0; end++) {
            String front = key.substring(0, end);
            String rest = key.substring(end);
            List<Entity> known = regions(exact(front));
            if (!known.isEmpty()) {
                within(known, readings(rest, effort, mostInFront - 1), found);
            }
            if (effort == Effort.ONE_SLIP) {
                List<Entity> meant = regions(
                        oneSlip(front).stream().filter(r -> r.reason() != Reason.DOUBTFUL_SPELLING).toList());
                if (!meant.isEmpty()) {
                    List<Reading> inside = new ArrayList<>();
                    within(meant, readings(rest, Effort.EXACT, mostInFront - 1), inside);
                    inside.forEach(r -> found.add(new Reading(r.entity(), Reason.MISSPELT, r.name(), true)));
                }
            }
        }
        if (mostInFront > 0 && key.startsWith(CHINA) && key.length() > CHINA.length() + 1) {
            readings(key.substring(CHINA.length()), effort, mostInFront - 1).stream()
                    .filter(r -> r.entity().inside().contains(Place.CHINA)).forEach(found::add);
        }
        return found;
    }

    private List<Reading> whole(String key, Effort effort) {
        return switch (effort) {
            case EXACT -> exact(key);
            case OTHER_TAIL -> otherTail(key);
            case ONE_SLIP -> oneSlip(key);
        };
    }

    private List<Reading> exact(String key) {
        return index.exact(key).stream().map(p -> new Reading(p.entity(), reason(p.name().kind()), p.name().text(),
                false)).toList();
    }

    private static Reason reason(NameKind kind) {
        return switch (kind) {
            case FULL -> Reason.FULL_NAME;
            case SHORT -> Reason.SHORT_NAME;
            case FORMER -> Reason.FORMER_NAME;
            case STEM -> Reason.STEM;
        };
    }

    private List<Reading> otherTail(String key) {
        List<Reading> found = new ArrayList<>();
        String bare = NameParts.withoutLevel(key);
        for (Posting p : index.exact(bare)) {
            if (p.entity().thing().kind() == Link.Kind.REGION && NameParts.levelFits(key, bare, p.entity().kind())) {
                found.add(new Reading(p.entity(), Reason.OTHER_LEVEL, p.name().text(), false));
            }
        }
        for (Posting p : index.exact(NameParts.withoutLegalForm(key))) {
            if (p.entity().thing().kind() == Link.Kind.ORGANISATION) {
                found.add(new Reading(p.entity(), Reason.STEM, p.name().text(), false));
            }
        }
        return found;
    }

    private List<Reading> oneSlip(String key) {
        List<Reading> found = new ArrayList<>();
        for (Near near : index.near(key)) {
            Posting posting = near.posting();
            found.add(new Reading(posting.entity(), near.reason(), posting.name().text(), false));
        }
        return found;
    }

    private static List<Entity> regions(List<Reading> readings) {
        return readings.stream().map(Reading::entity).filter(e -> e.thing().kind() == Link.Kind.REGION).distinct()
                .toList();
    }

    private void within(List<Entity> fronts, List<Reading> rests, List<Reading> into) {
        for (Reading rest : rests) {
            Set<String> ids = around.apply(rest.entity());
            boolean inside = fronts.stream()
                    .anyMatch(f -> ids.contains(f.id()) || f.heirs().stream().anyMatch(ids::contains));
            if (inside) {
                into.add(new Reading(rest.entity(), rest.reason(), rest.name(), true));
            }
        }
    }
}
