package org.jingwei.publish;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryCancelledException;

/** The queries that run: their turns, their threads, the memory they share. */
final class Running implements AutoCloseable {
    static final String OUT_OF_MEMORY = "The server ran short of memory and stopped this query, which took the most. "
            + "Ask for less: fewer rows to sort, group or join.";
    static final int UNAVAILABLE = 503;

    private final Turns turns;
    private final Workers workers = new Workers();
    private final MemoryGuard memory = new MemoryGuard(
            () -> new ActionErrorException(UNAVAILABLE, OUT_OF_MEMORY, null));

    Running(Bounds bounds) {
        this.turns = new Turns(bounds);
    }

    /** No turn for a query. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
        private final long retryAfter;

        private Busy(long retryAfter) {
            super("Too many queries are running. Try again in a few seconds.");
            this.retryAfter = retryAfter;
        }

        /** In seconds. */
        long retryAfter() {
            return retryAfter;
        }
    }

    /**
     * @param client whose share it comes out of; none for one that is not counted
     * @param most   time after its turn has come; a job that does not end by then is stopped as soon as it looks up
     */
    <T> T run(Optional<String> client, Job job, Duration most, Callable<T> work) throws Busy, TimeoutException {
        try {
            var turn = turns.take(client).orElseThrow(() -> new Busy(turns.retryAfter()));
            return workers.run(() -> {
                try (turn) {
                    memory.begin(job);
                    return work.call();
                } finally {
                    memory.end(job);
                    job.check();
                }
            }, most, turn::close);
        } catch (TimeoutException e) {
            job.stop(() -> new QueryCancelledException());
            throw e;
        } catch (RejectedExecutionException e) {
            throw new Busy(turns.retryAfter()); // the server is stopping
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(turns.retryAfter());
        }
    }

    /** Afterwards nothing reads the store any more. */
    @Override
    public void close() {
        memory.close();
        workers.close();
    }
}
