package org.jingwei.store;

/** What {@link KnowledgeStore#putStatistics} did. */
public enum StatisticsChange {
    /** The store had no statistics of that name. */
    ADDED,
    /** Another edition, or another reading of the same one, took the place of the earlier. */
    REPLACED,
    /** They were there already, statement for statement. */
    UNCHANGED
}
