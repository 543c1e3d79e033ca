package org.jingwei.publish;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that queries run on, so that a client hears in time even where a query does not look at the clock: while it
 * is parsed and planned.
 */
final class Workers implements AutoCloseable {
    /** Deep queries are refused by their depth; this is for those that are allowed. */
    private static final long STACK_BYTES = 4 << 20;
    private static final long LAST_SECONDS = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(null, work, "query", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param never run instead of the work where there is no thread for it
     * @throws TimeoutException when it is not done in time; it then goes on by itself
     * @throws RuntimeException or an Error, as the work throws them
     */
    <T> T run(Callable<T> work, Duration most, Runnable never) throws TimeoutException, InterruptedException {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            never.run();
            throw e;
        }
        try {
            return result.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Waits a little for work that has been told to stop. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
