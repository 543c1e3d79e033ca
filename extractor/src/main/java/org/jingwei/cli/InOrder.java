package org.jingwei.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many threads, results in the order of the items, a bounded number of items in memory. */
final class InOrder {
    /** Items in work or waiting their turn, for each thread: enough that a long one does not leave the others idle. */
    private static final int AHEAD = 4;

    private InOrder() {}

    /**
     * Calls {@code work} for every item, on {@code threads} threads, and {@code sink} with every result, on this
     * thread and in the order of the items. What either throws ends the run.
     */
    static <T, R> void run(Iterator<T> items, int threads, Function<T, R> work, Consumer<R> sink) {
        if (threads == 1) {
            items.forEachRemaining(item -> sink.accept(work.apply(item)));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "page");
            thread.setDaemon(true);
            return thread;
        });
        Queue<Future<R>> ahead = new ArrayDeque<>();
        try {
            while (items.hasNext()) {
                T item = items.next();
                ahead.add(workers.submit(() -> work.apply(item)));
                if (ahead.size() >= threads * AHEAD) {
                    sink.accept(result(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                sink.accept(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Exit.IO, "interrupted", e);
        }
    }
}
