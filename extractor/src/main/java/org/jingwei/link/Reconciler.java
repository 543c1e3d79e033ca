package org.jingwei.link;

import java.util.List;
import java.util.Optional;

/** Rows of other people's tables to the things we know: by code where there is one, else by name. Immutable. */
public final class Reconciler {
    /** Candidates that are kept of one row. */
    private static final int MOST = 5;

    private final NameSearch search;
    private final int leastScore;

    /** @param leastScore of a candidate, 0 to 100 */
    public Reconciler(NameSearch search, int leastScore) {
        this.search = search;
        this.leastScore = leastScore;
    }

    /**
     * What became of a row.
     *
     * @param proven     what its code proves it to be: the code is known, means one thing, and the name is none or one of
     *                   that thing's
     * @param candidates what it may be, best first; empty when {@code proven} is there
     */
    public record Reconciled(ExternalThing thing, Optional<NameMatch> proven, List<NameMatch> candidates) {}

    public Reconciled reconcile(ExternalThing thing) {
        List<NameMatch> best = List.of();
        for (String name : thing.names().isEmpty() ? List.of("") : thing.names()) {
            List<NameMatch> found = search.find(
                    new NameQuestion(name, thing.kinds(), thing.within(), thing.kind(), thing.codes()), MOST);
            if (better(found, best)) {
                best = found;
            }
        }
        Optional<NameMatch> certain = best.stream().filter(NameMatch::certain).findFirst();
        if (certain.isPresent() && certain.get().identifier().orElse(false)) {
            return new Reconciled(thing, certain, List.of());
        }
        // a name that means one thing alone needs no second candidate, but proves nothing either
        List<NameMatch> kept = certain.map(List::of).orElse(best).stream().filter(m -> m.score() >= leastScore)
                .toList();
        return new Reconciled(thing, Optional.empty(), kept);
    }

    private static boolean better(List<NameMatch> one, List<NameMatch> other) {
        return rank(one) > rank(other);
    }

    private static int rank(List<NameMatch> found) {
        return found.isEmpty() ? 0 : found.get(0).score() + (found.stream().anyMatch(NameMatch::certain) ? 1000 : 1);
    }
}
