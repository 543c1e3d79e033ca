package org.jingwei.source;

/** Expected trouble on the way to a page; becomes an {@link Arrival.Unreadable} where the location is known. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    Trouble(String reason, String remedy) {
        super(reason, null, false, false);
        this.remedy = remedy;
    }

    Arrival.Unreadable at(String location) {
        return new Arrival.Unreadable(location, getMessage(), remedy);
    }
}
