package org.jingwei.store;

/** What the store holds of a page; each is a code of {@code ontology/codes/pageState.ttl}. */
public enum PageState {
    /** Its facts and their evidence. */
    STORED,
    /** That it was read and gave nothing, and why. */
    REJECTED,
    /** That it was taken out, and why; it is not taken in again by itself. */
    RETRACTED
}
