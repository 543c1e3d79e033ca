package org.jingwei.bench;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The most heap that was in use at one time, without garbage: the collector is run every so often, by the thread that
 * {@link #look} is called on, and what it leaves is counted.
 */
final class LiveHeap {
    private static final long NANOS_BETWEEN = 1_000_000_000;

    private final AtomicLong most = new AtomicLong();
    private long next;

    /** Collects and counts, unless it did so just now. Cheap to call often. */
    void look() {
        long now = System.nanoTime();
        if (next == 0 || now - next >= 0) {
            count();
            next = System.nanoTime() + NANOS_BETWEEN;
        }
    }

    private void count() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
    }

    /** @return in MB */
    long megabytes() {
        count();
        return most.get() >> 20;
    }
}
