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
import java.util.function.ToLongFunction;

/** Work on many threads, results in the order of the items, items of a bounded number and weight in memory. */
final class InOrder {
    /** Items in work or waiting their turn, for each thread: enough that a long one does not leave the others idle. */
    private static final int AHEAD = 4;

    private InOrder() {}

    /**
     * How much may be in work at once.
     *
     * @param weight of an item
     * @param most   sum of the weights in work; an item that exceeds it is worked on alone
     */
    record Load<T>(ToLongFunction<T> weight, long most) {}

    private record Weighed<R>(Future<R> result, long weight) {}

    /**
     * Calls {@code work} for every item, on {@code threads} threads, and {@code sink} with every result, on this
     * thread and in the order of the items. What either throws ends the run.
     */
    static <T, R> void run(Iterator<T> items, Load<T> load, int threads, Function<T, R> work, Consumer<R> sink) {
        if (threads == 1) {
            items.forEachRemaining(item -> sink.accept(work.apply(item)));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "page");
            thread.setDaemon(true);
            return thread;
        });
        Queue<Weighed<R>> ahead = new ArrayDeque<>();
        long weight = 0;
        try {
            while (items.hasNext()) {
                T item = items.next();
                long more = load.weight.applyAsLong(item);
                while (!ahead.isEmpty() && (ahead.size() >= threads * AHEAD || weight + more > load.most)) {
                    weight -= ahead.peek().weight;
                    sink.accept(result(ahead.remove().result));
                }
                ahead.add(new Weighed<>(workers.submit(() -> work.apply(item)), more));
                weight += more;
            }
            while (!ahead.isEmpty()) {
                sink.accept(result(ahead.remove().result));
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
