package org.jingwei.link;

import java.util.List;

/** Which thing a name means. Identifiers are local: {@code region/320500}, {@code zone/suzhou-gaoxin}, … */
public sealed interface Link {

    /** @param why the reason, for a reviewer: the rule and what decided */
    record Linked(Thing thing, String why) implements Link {}

    /** More than one thing carries the name and the article does not decide. Best first. */
    record Ambiguous(List<Candidate> candidates) implements Link {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    record Candidate(Thing thing, double score) {}

    record Unlinked() implements Link {}

    /** @param id path of the thing's IRI below the base, ASCII; {@code label} its full name */
    record Thing(Kind kind, String id, String label) {}

    enum Kind {
        REGION, ZONE, COUNTRY, ORGANISATION
    }
}
