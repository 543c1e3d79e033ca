package org.jingwei.fact;

/** How things go, not what happened: events without a day, that no party, no object and no gathering is named of. */
final class Background {
    /** What does make such an event a happening. */
    private enum Needs {
        /** Somebody or something, in the sentence that tells of it: what companies do, a place does not. */
        PARTY,
        /** A place will do, and a later sentence may name it. */
        PLACE,
        /** The word alone says that it happened. */
        NOTHING
    }

    private Background() {}

    /** 行业的并购也在加快: told where it is read, before anything else can join it. */
    static boolean atOnce(Draft.Event event) {
        return bare(event) && needs(event.type) == Needs.PARTY;
    }

    /** 各地陆续发放补贴: told when all sentences have been read. */
    static boolean atLast(Draft.Event event) {
        return bare(event) && event.places.isEmpty() && needs(event.type) != Needs.NOTHING;
    }

    private static boolean bare(Draft.Event event) {
        return event.date.isEmpty() && event.parent.isEmpty() && event.participants.isEmpty()
                && event.object.isEmpty();
    }

    private static Needs needs(EventType type) {
        return switch (type) {
            case ACQUISITION, ESTABLISHMENT, FINANCING, LISTING, ORDER -> Needs.PARTY;
            case LAUNCH, MEETING, PAYOUT, POLICY, SIGNING -> Needs.PLACE;
            case COMPLETION, CONFERENCE, GROUNDBREAKING, INVESTMENT_PLAN, UNVEILING -> Needs.NOTHING;
        };
    }
}
