package org.jingwei.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jingwei.Outcome;
import org.jingwei.source.RawPage;

/**
 * Reads pages, each for a limited time, on a thread of its own. Reading cannot be stopped half-way, but it changes
 * nothing: one that takes too long goes on by itself, and what it comes to is not looked at.
 */
final class TimedReading {
    /** As for the pages of {@code /try}. */
    private static final long STACK_BYTES = 4 << 20;

    private final Duration most;

    TimedReading(Duration most) {
        this.most = most;
    }

    Duration most() {
        return most;
    }

    /**
     * @throws TimeoutException when the page is not read in time
     * @throws RuntimeException or an Error, as the reader throws them
     */
    Outcome of(RawPage page, Function<RawPage, Outcome> reader) throws TimeoutException {
        var task = new FutureTask<>(() -> reader.apply(page));
        var thread = new Thread(null, task, "load", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        long end = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true; // who waits here holds a batch that is to be stored
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
