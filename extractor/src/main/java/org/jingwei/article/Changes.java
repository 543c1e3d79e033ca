package org.jingwei.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was changed on one page, in the order in which it was noted. */
final class Changes {
    private final List<Change> noted = new ArrayList<>();

    /** As {@link Repair}, in UTF-16 units of the page. */
    record Change(Repair.Kind kind, int from, int to, String restored) {
        private record Place(int from, int to) {}

        private Place place() {
            return new Place(from, to);
        }
    }

    /** Notes that the units {@code [from, to)} of the line became {@code restored}. */
    void note(Repair.Kind kind, MappedText line, int from, int to, String restored) {
        noted.add(new Change(kind, line.start(from), line.end(to - 1), restored));
    }

    /** One change for a place: what was changed there twice is as the last one left it. */
    List<Change> all() {
        Map<Change.Place, Change> places = new LinkedHashMap<>();
        for (Change change : noted) {
            places.put(change.place(), change);
        }
        Collection<Change> last = places.values();
        return List.copyOf(last);
    }
}
