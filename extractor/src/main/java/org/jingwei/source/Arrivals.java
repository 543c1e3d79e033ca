package org.jingwei.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Arrivals, found one at a time when they are asked for. Not thread-safe. */
abstract class Arrivals implements Iterator<Arrival>, AutoCloseable {
    private Arrival next;
    private boolean over;

    /** The next one, {@code null} behind the last; not called again after that. */
    protected abstract Arrival find();

    @Override
    public final boolean hasNext() {
        if (next == null && !over) {
            next = find();
            over = next == null;
        }
        return next != null;
    }

    @Override
    public final Arrival next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Arrival arrival = next;
        next = null;
        return arrival;
    }

    /** Releases open files. */
    @Override
    public abstract void close();

    /** A single arrival, made when it is asked for. */
    static Arrivals one(Supplier<Arrival> arrival) {
        return new Arrivals() {
            private boolean given;

            @Override
            protected Arrival find() {
                if (given) {
                    return null;
                }
                given = true;
                return arrival.get();
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    /** The arrivals of parts, one part open at a time. */
    abstract static class OfParts extends Arrivals {
        private Arrivals part;

        /** The next part, {@code null} behind the last; called again after that. */
        protected abstract Arrivals nextPart();

        @Override
        protected final Arrival find() {
            while (true) {
                if (part == null) {
                    part = nextPart();
                }
                if (part == null) {
                    return null;
                }
                if (part.hasNext()) {
                    return part.next();
                }
                part.close();
                part = null;
            }
        }

        @Override
        public void close() {
            if (part != null) {
                part.close();
                part = null;
            }
        }
    }
}
