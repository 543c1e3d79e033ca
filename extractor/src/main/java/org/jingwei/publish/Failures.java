package org.jingwei.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often a client has given a wrong token or password lately: who guesses has to wait. Thread-safe. */
final class Failures {
    static final int MOST = 10;
    static final int SECONDS = 60;
    private static final int MOST_CLIENTS = 10_000;

    private record Count(long since, int failures) {}

    private final LongSupplier nanos;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** @param nanos a clock that only measures */
    Failures(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean tooMany(String client) {
        Count count = counts.get(client);
        return count != null && count.failures() >= MOST && young(count);
    }

    synchronized void add(String client) {
        counts.compute(client, (name, count) -> count == null || !young(count)
                ? new Count(nanos.getAsLong(), 1)
                : new Count(count.since(), count.failures() + 1));
    }

    private boolean young(Count count) {
        return nanos.getAsLong() - count.since() < SECONDS * 1_000_000_000L;
    }
}
