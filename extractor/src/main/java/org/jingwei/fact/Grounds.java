package org.jingwei.fact;

/**
 * What a fact rests on, with the share of such facts that were right when last measured (the bench {@code Calibration}
 * prints the table for any folder of gold facts). Set on the articles in the test cases.
 */
enum Grounds {
    NAME(0.95),
    /** The event's sentence states its date, or the gathering that it is part of does. */
    EVENT_DATED(0.9),
    EVENT_UNDATED(0.65),
    EVENT_PLANNED(0.75),
    PROJECT(0.9),
    /** The amount's clause names the project, or holds the trigger of the event. */
    AMOUNT_IN_CLAUSE(0.95),
    AMOUNT_NEAR(0.9),
    COUNT_IN_CLAUSE(0.95),
    COUNT_NEAR(0.85),
    /** The sentence names the region or company and the period. */
    INDICATOR_STATED(0.95),
    INDICATOR_PERIOD_INHERITED(0.85),
    INDICATOR_REGION_INHERITED(0.9),
    /** Both go on from before: mostly the long lists of a statistical release. */
    INDICATOR_INHERITED(0.95),
    /** No period is in force. */
    INDICATOR_UNDATED(0.8),
    /** What is aimed at. */
    INDICATOR_TARGET(0.75),
    /** The region goes on from another paragraph: 125 of 130 were right. */
    INDICATOR_REGION_OF_PARAGRAPH(0.9),
    /** The same where the article tells of other regions: all of 39 were right, too few to trust a region that nobody says. */
    INDICATOR_REGION_DOUBTFUL(0.8),
    /** Nothing before the number names a region; the article's own is supplied. */
    INDICATOR_REGION_SUPPLIED(0.5),
    ROLE(0.9),
    COOPERATION(0.7),
    /** All of nine were right; too few to say more. */
    DESIGNATION(0.8),
    /** 23 of 25 were right. */
    QUOTATION(0.9),
    DISCARDED(1);

    private final double confidence;

    Grounds(double confidence) {
        this.confidence = confidence;
    }

    double confidence() {
        return confidence;
    }
}
