package org.jingwei.source;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps requests to one host apart. Not thread-safe. */
final class Pace {
    /** Hosts that are remembered; one that comes back after so many others has had its rest. */
    private static final int MOST_HOSTS = 1000;

    private final Network.Time time;
    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    Pace(Network.Time time) {
        this.time = time;
    }

    /** Returns when {@code delay} has passed since the last call for this host. */
    void await(String host, Duration delay) throws InterruptedException {
        Long before = last.get(host);
        if (before != null) {
            long rest = delay.toNanos() - (time.nanos() - before);
            if (rest > 0) {
                time.sleep(Duration.ofNanos(rest));
            }
        }
        last.put(host, time.nanos());
    }
}
