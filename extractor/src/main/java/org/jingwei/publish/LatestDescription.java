package org.jingwei.publish;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.store.KnowledgeStore;

/**
 * The description of what a store holds, counted again when the store has changed and somebody asks. Counting reads the
 * whole store: one at a time, whoever asks and however often the store changes. Thread-safe.
 */
final class LatestDescription implements AutoCloseable {
    private final KnowledgeStore store;
    private final Runnable step;
    private volatile Counted counted;
    private volatile boolean closed;
    private FutureTask<Counted> counting;
    private Thread thread;

    /** A description and the state of the store that it was counted from. */
    private record Counted(long state, byte[] turtle) {}

    /** @param step told before each graph is counted */
    LatestDescription(KnowledgeStore store, Runnable step) {
        this.store = store;
        this.step = step;
    }

    /** Begins to count, so that who asks first need not wait. */
    void begin() {
        counting();
    }

    /**
     * As Turtle, of a state no older than this moment, or of an earlier one where counting takes longer than
     * {@code patience}.
     *
     * @throws Problem.Thrown where nothing has been counted in this time, ever
     */
    byte[] turtle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            // What is being counted may have begun before the last change; what comes after it has not.
            for (int count = 0; count < 2 && !isLatest(); count++) {
                counting().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            if (counted == null) {
                throw Problem.unavailable("What the store holds is being counted. Try again in a while.").thrown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        } catch (CancellationException e) {
            throw stopping();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CancellationException ? stopping() : new IllegalStateException(e.getCause());
        }
        return counted.turtle();
    }

    private static Problem.Thrown stopping() {
        return Problem.unavailable("The server is stopping.").thrown();
    }

    private boolean isLatest() {
        Counted last = counted;
        return last != null && last.state() == store.<Long>read(LatestDescription::state);
    }

    private static long state(DatasetGraph now) {
        return TDBInternal.getDatasetGraphTDB(now).getTxnSystem().getThreadTransaction().getDataVersion();
    }

    /** What is being counted, or begins to be. */
    private synchronized FutureTask<Counted> counting() {
        if (closed) {
            throw new CancellationException();
        }
        if (counting == null || counting.isDone()) {
            counting = new FutureTask<>(this::count);
            thread = Thread.ofPlatform().daemon().name("description").start(counting);
        }
        return counting;
    }

    private Counted count() {
        counted = store.read(now -> new Counted(state(now), DatasetDescription.turtle(now, store.iris(), this::goOn)));
        return counted;
    }

    private void goOn() {
        if (closed) {
            throw new CancellationException();
        }
        step.run();
    }

    /** Returns when nothing is read from the store any more. */
    @Override
    public void close() {
        Thread last;
        synchronized (this) {
            closed = true;
            last = thread;
        }
        try {
            if (last != null) {
                last.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
