package org.jingwei.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps what is believed enough. Names are always kept. */
final class Threshold {
    private Threshold() {}

    /** @param least confidence, 0 to 1; 0 keeps everything */
    static List<Fact> applied(List<Fact> facts, double least) {
        return Withdrawal.applied(facts, fact -> fact instanceof Fact.Name || fact.evidence().confidence() >= least
                ? Optional.empty()
                : Optional.of(reason(fact, least)));
    }

    private static String reason(Fact fact, double least) {
        return String.format(Locale.ROOT, "confidence %.2f is below %.2f", fact.evidence().confidence(), least)
                + fact.evidence().doubts().stream().map(d -> "; " + d).reduce("", String::concat);
    }
}
