package org.jingwei.publish;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.store.KnowledgeStore;

/**
 * Something that is found out by reading the whole store, found out again when the store has changed and somebody asks:
 * one at a time, whoever asks and however often the store changes. Thread-safe.
 */
final class Latest<T> implements AutoCloseable {
    private final KnowledgeStore store;
    private final Reading<T> reading;
    private final String what;
    private volatile Found<T> found;
    private volatile boolean closed;
    private FutureTask<Found<T>> task;
    private Thread thread;

    /** Inside a read transaction. */
    interface Reading<T> {
        /** @param goOn to be run now and then; throws when nobody wants it any more */
        T of(DatasetGraph now, Runnable goOn);
    }

    /** A value, and a state of the store that it is no older than. */
    private record Found<T>(long state, T value) {}

    /**
     * @param what is found out, for people: {@code names are being read}
     */
    Latest(KnowledgeStore store, String what, Reading<T> reading) {
        this.store = store;
        this.what = what;
        this.reading = reading;
    }

    /** So that who asks first need not wait. */
    synchronized void begin() {
        if (task == null) {
            reading();
        }
    }

    /**
     * Of a state of the store no older than this moment, or of an earlier one where that takes longer than
     * {@code patience}.
     *
     * @param first patience where there is no earlier one
     * @throws Problem.Thrown where nothing has been found out in this time, ever
     */
    T value(Duration first, Duration patience) {
        long end = System.nanoTime() + (found == null ? first : patience).toNanos();
        try {
            // What is being read may have begun before the last change; what comes after it has not.
            for (int time = 0; time < 2 && !isLatest(); time++) {
                reading().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            if (found == null) {
                throw Problem.unavailable("At this moment " + what + ". Try again in a while.").thrown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        } catch (CancellationException e) {
            throw stopping();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CancellationException ? stopping() : new IllegalStateException(e.getCause());
        }
        return found.value();
    }

    private static Problem.Thrown stopping() {
        return Problem.unavailable("The server is stopping.").thrown();
    }

    private boolean isLatest() {
        Found<T> last = found;
        return last != null && last.state() == store.state();
    }

    /** What is being read, or begins to be. */
    private synchronized FutureTask<Found<T>> reading() {
        if (closed) {
            throw new CancellationException();
        }
        if (task == null || task.isDone()) {
            task = new FutureTask<>(this::read);
            thread = Thread.ofPlatform().daemon().name(what).start(task);
        }
        return task;
    }

    private Found<T> read() {
        long state = store.state(); // before the transaction: what comes in between is read, and read again
        found = store.read(now -> new Found<>(state, reading.of(now, this::goOn)));
        return found;
    }

    private void goOn() {
        if (closed) {
            throw new CancellationException();
        }
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
