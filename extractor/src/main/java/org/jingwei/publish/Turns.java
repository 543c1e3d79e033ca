package org.jingwei.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many queries run at the same time, altogether and of one client. Who comes when all turns are taken waits for a
 * while, in the order of coming, except that a client with its share waits for itself. Thread-safe.
 */
final class Turns {
    private final int most;
    private final int mostOfOne;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<String, Integer> running = new HashMap<>();
    private int all;

    Turns(Bounds bounds) {
        this(bounds.queriesAtOnce(), bounds.queriesAClient(), bounds.patience());
    }

    /**
     * @param most      at the same time, altogether
     * @param mostOfOne of them of one client
     * @param patience  how long one waits
     */
    Turns(int most, int mostOfOne, Duration patience) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.patience = patience;
    }

    /** Give it back when the work is done, not when the client has been told. */
    final class Turn implements AutoCloseable {
        private final Optional<String> client;
        private boolean closed;

        private Turn(Optional<String> client) {
            this.client = client;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    all--;
                    client.ifPresent(
                            name -> running.computeIfPresent(name, (n, count) -> count == 1 ? null : count - 1));
                    freed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Seconds after which it is worth to try again. */
    long retryAfter() {
        return Math.max(1, patience.toSeconds());
    }

    /**
     * @param client none for one that is not counted
     * @return empty when all turns were taken for too long
     */
    Optional<Turn> take(Optional<String> client) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (all >= most || client.isPresent() && running.getOrDefault(client.get(), 0) >= mostOfOne) {
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = freed.awaitNanos(nanos);
            }
            all++;
            client.ifPresent(name -> running.merge(name, 1, Integer::sum));
            return Optional.of(new Turn(client));
        } finally {
            lock.unlock();
        }
    }
}
