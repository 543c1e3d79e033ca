package org.jingwei.publish;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;

/**
 * Stops the query that has taken the most when what is left of the memory after a collection gets short: sorting,
 * grouping and joining hold rows, and no limit on answers sees them.
 */
final class MemoryGuard implements AutoCloseable {
    private static final long LOOKS_EVERY_MILLIS = 50;
    private static final double SHORT = 0.70;
    /** Of the memory, what a query must have taken to be the one that made it short. */
    private static final double LEAST = 0.05;

    private record Running(long thread, long allocatedBefore) {}

    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();
    private final Map<Job, Running> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "memory-guard");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<RuntimeException> why;
    private long collections;

    /** @param why what the client of a stopped query is told */
    MemoryGuard(Supplier<RuntimeException> why) {
        this.why = why;
        clock.scheduleWithFixedDelay(Recurring.of("memory-guard", this::look), LOOKS_EVERY_MILLIS, LOOKS_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** On the thread that works on it. */
    void begin(Job job) {
        running.put(job, new Running(Thread.currentThread().threadId(), threads.getCurrentThreadAllocatedBytes()));
    }

    void end(Job job) {
        running.remove(job);
    }

    private void look() {
        long count = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionCount())).sum();
        // One query a collection: only the next one shows what it gave back.
        if (running.isEmpty() || count == collections || !isShort()) {
            return;
        }
        collections = count;
        running.entrySet().stream().filter(entry -> entry.getKey().canBeStopped())
                .max(Comparator.comparingLong(entry -> taken(entry.getValue())))
                .filter(entry -> taken(entry.getValue()) > LEAST * Runtime.getRuntime().maxMemory())
                .ifPresent(entry -> entry.getKey().stop(why));
    }

    private long taken(Running job) {
        return threads.getThreadAllocatedBytes(job.thread()) - job.allocatedBefore();
    }

    /** By what was in use after the last collection of each pool. */
    private static boolean isShort() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += after == null ? 0 : after.getUsed();
        }
        return used > SHORT * Runtime.getRuntime().maxMemory();
    }

    /** Nothing is looked at any more, and what still runs is stopped. */
    @Override
    public void close() {
        clock.shutdownNow();
        running.keySet().forEach(job -> job.stop(QueryCancelledException::new));
    }
}
