package org.jingwei.link;

import java.util.Set;

/**
 * A known place.
 *
 * @param inside identifiers of the things that it lies in, itself included; ends with the country
 * @param since  first year in which it carried the name; 0 when it always did as far as we know
 * @param until  year in which that ended; {@link #TODAY} when it has not
 * @param weak   those of its names that are also ordinary words or too short to trust alone
 */
record Place(Link.Thing thing, Level level, Set<String> inside, int since, int until, Set<String> weak) {
    static final int TODAY = Integer.MAX_VALUE;
    static final String CHINA = "country/CN";

    enum Level {
        COUNTRY, PROVINCE, PREFECTURE, COUNTY, ZONE,
        /** A foreign city. */
        CITY,
        /** A larger region: 长三角, 中东. */
        MACRO_REGION
    }

    String id() {
        return thing.id();
    }

    /** Whether it carried the name in {@code year}; both the first and the last year count. */
    boolean existsIn(int year) {
        return since <= year && year <= until;
    }

    /** Whether it is a region of its own or of today's code table, not a zone in one. */
    boolean isRegion() {
        return thing.kind() == Link.Kind.REGION;
    }
}
