package org.jingwei.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long requests took, by their kind, and what was wrong with any of them. Thread-safe. */
final class Tally {
    private static final int MOST_TOLD = 100;

    /** Milliseconds. */
    private final Map<String, Times> kinds = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();

    private static final class Times {
        private float[] all = new float[1024];
        private int size;

        private void add(float time) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = time;
        }

        private String line() {
            float[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return String.format(Locale.ROOT, "%d, p50 %.1f p99 %.1f most %.1f ms", size, sorted[size / 2],
                    sorted[(int) Math.ceil(0.99 * size) - 1], sorted[size - 1]);
        }
    }

    void answered(String kind, long nanoseconds) {
        synchronized (kinds) {
            kinds.computeIfAbsent(kind, k -> new Times()).add(nanoseconds / 1e6f);
        }
    }

    void wrong(String what) {
        if (count.incrementAndGet() <= MOST_TOLD) {
            wrong.add(what);
            System.out.println("  wrong: " + what);
        }
    }

    void turnedAway(String what) {
        System.out.println("  turned away: " + what);
        turnedAway.incrementAndGet();
    }

    int turnedAway() {
        return turnedAway.get();
    }

    int requests() {
        synchronized (kinds) {
            return kinds.values().stream().mapToInt(times -> times.size).sum();
        }
    }

    int errors() {
        return count.get();
    }

    /** The first ones. */
    java.util.List<String> wrong() {
        return java.util.List.copyOf(wrong);
    }

    /** A line for each kind. */
    String table() {
        var lines = new StringBuilder();
        synchronized (kinds) {
            kinds.forEach((kind, times) -> lines.append(String.format(Locale.ROOT, "  %-10s %s%n", kind,
                    times.line())));
        }
        return lines.toString();
    }
}
