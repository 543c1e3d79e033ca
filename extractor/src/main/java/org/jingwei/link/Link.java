package org.jingwei.link;

import java.util.List;

/** Which thing a name means. Identifiers are local: {@code region/320500}, {@code zone/suzhou-high-tech}, … */
public sealed interface Link {

    /** @param why the reason, for a reviewer: the rule and what decided */
    record Linked(Thing thing, String why) implements Link {}

    /**
     * More than one thing may carry the name and the article does not decide, or one organisation does but the name is
     * an ordinary word and nothing in the article speaks for it. Best first; none for a name that every region has one
     * of (市政府) when the article does not say of which.
     */
    record Ambiguous(List<Candidate> candidates) implements Link {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    record Candidate(Thing thing, double score) {}

    /**
     * Nothing known carries the name, but the name itself begins with what it lies in: 嘉定区南翔镇 lies in 嘉定区.
     *
     * @param around the region or zone
     * @param why    the reason, for a reviewer
     */
    record Within(Thing around, String why) implements Link {}

    record Unlinked() implements Link {}

    /**
     * @param id    path of the thing's IRI below the base; ASCII, but for a {@link Kind#PLACE}, which is identified by
     *              its label
     * @param label its full name
     */
    record Thing(Kind kind, String id, String label) {}

    enum Kind {
        /** A division of GB/T 2260, of today or ended. */
        REGION,
        /** A development zone. */
        ZONE,
        /** A country. */
        COUNTRY,
        /** A place without a code: a foreign city, a town of Hong Kong, a larger region. */
        PLACE,
        /** An organisation. */
        ORGANISATION
    }
}
