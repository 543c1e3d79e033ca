package org.jingwei.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Queries at fifty a second, whether the ones before have been answered or not; each is timed from the moment when it
 * was due. So a pause of the server counts for all who would have come meanwhile.
 */
final class FixedRate {
    private static final long EVERY_NANOS = 20_000_000;

    private final HttpClient client;
    private final URI server;
    private final List<String> queries;
    private int next;

    FixedRate(HttpClient client, URI server, List<String> queries) {
        this.client = client;
        this.server = server;
        this.queries = queries;
    }

    /** Milliseconds. */
    static final class Times {
        private double[] sorted = {};

        void add(Times others) {
            double[] both = Arrays.copyOf(sorted, sorted.length + others.sorted.length);
            System.arraycopy(others.sorted, 0, both, sorted.length, others.sorted.length);
            Arrays.sort(both);
            sorted = both;
        }

        double percentile(double part) {
            return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d, p50 %.1f p90 %.1f p99 %.1f most %.1f ms", sorted.length,
                    percentile(0.5), percentile(0.9), percentile(0.99), percentile(1));
        }
    }

    interface Work {
        void run() throws Exception;
    }

    /** How long the queries took that were due while something else was done. */
    Times during(Work work) throws Exception {
        // A thread of its own: the client hands its answers over on the common pool, which has one thread on two cores.
        var done = CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, task -> Thread.ofPlatform().daemon().start(task));
        var answers = new ArrayList<CompletableFuture<Double>>();
        long due = System.nanoTime();
        while (!done.isDone()) {
            due += EVERY_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long begin = due;
            answers.add(client.sendAsync(EndpointSpeed.request(server, queries.get(next++ % queries.size())),
                    HttpResponse.BodyHandlers.ofByteArray()).thenApply(reply -> {
                        if (reply.statusCode() != 200) {
                            throw new IllegalStateException("status " + reply.statusCode());
                        }
                        return (System.nanoTime() - begin) / 1e6;
                    }));
        }
        done.get();
        var times = new Times();
        times.sorted = new double[answers.size()];
        for (int i = 0; i < times.sorted.length; i++) {
            times.sorted[i] = answers.get(i).get(1, TimeUnit.MINUTES);
        }
        Arrays.sort(times.sorted);
        return times;
    }
}
