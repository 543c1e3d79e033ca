package org.jingwei.evaluate;

import java.util.Map;
import java.util.Objects;

/** What an amount hangs on. It may hang on a project or on the event of that project: either is right. */
final class Owners {
    /** @param event whether it is an event; else a project */
    private record Owner(boolean event, Map<String, Object> item) {}

    private Owners() {}

    /**
     * Whether two amounts hang on the same thing: projects by name (half of their character pairs), everything else
     * by the type of the event, a project standing for the event it names. A gold owner that does not exist is no
     * condition.
     */
    static boolean same(Map<String, Object> gold, Object goldId, Map<String, Object> predicted, Object predictedId) {
        Owner g = find(gold, goldId);
        Owner p = find(predicted, predictedId);
        if (g == null) {
            return true;
        }
        if (p == null) {
            return false;
        }
        if (!g.event && !p.event) {
            return Names.dice(g.item.get("name"), p.item.get("name")) >= 0.5;
        }
        Object type = eventType(gold, g);
        return type != null && type.equals(eventType(predicted, p));
    }

    private static Owner find(Map<String, Object> document, Object id) {
        for (var event : Flat.items(document, "events")) {
            if (Objects.equals(event.get("id"), id)) {
                return new Owner(true, event);
            }
        }
        for (var project : Flat.items(document, "projects")) {
            if (Objects.equals(project.get("id"), id)) {
                return new Owner(false, project);
            }
        }
        return null;
    }

    private static Object eventType(Map<String, Object> document, Owner owner) {
        if (owner.event) {
            return owner.item.get("type");
        }
        Owner event = find(document, owner.item.get("event"));
        return event == null ? null : event.item.get("type");
    }
}
