package org.jingwei.source;

/** What an input turned out to be: a page, or the reason why there is none. */
public sealed interface Arrival {

    record Page(RawPage page) implements Arrival {}

    /**
     * Expected trouble with one input; the others go on.
     *
     * @param location as in {@link RawPage#location()}
     * @param reason   what went wrong, for people
     * @param remedy   what to do about it
     */
    record Unreadable(String location, String reason, String remedy) implements Arrival {}

    /**
     * What an input held besides pages and was rightly passed over, such as the pictures of an archive. No trouble.
     *
     * @param location as in {@link RawPage#location()}
     * @param what     how many of what, for people
     */
    record PassedOver(String location, String what) implements Arrival {}
}
