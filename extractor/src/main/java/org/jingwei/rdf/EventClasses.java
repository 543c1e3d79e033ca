package org.jingwei.rdf;

import org.jingwei.fact.EventType;
import org.jingwei.fact.Fact;

/** Kinds of happening to classes of the ontology. */
final class EventClasses {
    private EventClasses() {}

    /** Local name of the most specific class. */
    static String of(Fact.Event event) {
        return event.type() == EventType.CONFERENCE && promotes(event.trigger() + event.name())
                ? "PromotionConference"
                : of(event.type());
    }

    static String of(EventType type) {
        return switch (type) {
            case CONFERENCE -> "Conference";
            case SIGNING -> "Signing";
            case GROUNDBREAKING -> "GroundBreaking";
            case COMPLETION -> "Completion";
            case INVESTMENT_PLAN -> "InvestmentPlan";
            case FINANCING -> "Financing";
            case LISTING -> "Listing";
            case ACQUISITION -> "Acquisition";
            case ESTABLISHMENT -> "Establishment";
            case UNVEILING -> "Unveiling";
            case LAUNCH -> "Launch";
            case POLICY -> "PolicyRelease";
            case ORDER -> "ContractAward";
            case PAYOUT -> "Payout";
            case MEETING -> "Meeting";
        };
    }

    private static boolean promotes(String words) {
        return words.contains("推介会") || words.contains("招商会") || words.contains("投资说明会");
    }
}
