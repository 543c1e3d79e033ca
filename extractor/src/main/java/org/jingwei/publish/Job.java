package org.jingwei.publish;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * One query on its way: what it may still take, who is to stop it, why it was refused. It travels in the context of the
 * query, where functions and services find it.
 */
final class Job {
    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/jingwei/job");

    private final Answer.Limits limits;
    private final int mostQuestions;
    private final AtomicReference<RuntimeException> refusal = new AtomicReference<>();
    private volatile QueryExec execution;
    private volatile boolean stopped;
    private long gathered;
    private int questions;

    Job(Answer.Limits limits, int mostQuestions) {
        this.limits = limits;
        this.mostQuestions = mostQuestions;
    }

    void in(Context context) {
        context.set(SYMBOL, this);
    }

    static Optional<Job> of(Context context) {
        return Optional.ofNullable(context).map(c -> c.get(SYMBOL));
    }

    Answer.Limits limits() {
        return limits;
    }

    /** To be able to stop it. */
    void runs(QueryExec running) {
        execution = running;
        if (stopped) {
            abort(running);
        }
    }

    /** Without waiting: the engine's own way waits until the query is planned. */
    private static void abort(QueryExec running) {
        Context.getOrSetCancelSignal(running.getContext()).set(true);
        Thread.ofVirtual().start(running::abort);
    }

    /** Whether it is so far that stopping it helps. */
    boolean canBeStopped() {
        return execution != null && !stopped;
    }

    /** Stops it as soon as it looks up; {@code why} is what its client is told. */
    void stop(Supplier<RuntimeException> why) {
        refusal.compareAndSet(null, why.get());
        stopped = true;
        QueryExec running = execution;
        if (running != null) {
            abort(running);
        }
    }

    /** A refusal on the way, that must reach the client whatever the query says of errors. */
    <T extends RuntimeException> T refused(T why) {
        refusal.compareAndSet(null, why);
        return why;
    }

    /** @throws RuntimeException the first refusal, if there was any */
    void check() {
        RuntimeException why = refusal.get();
        if (why != null) {
            throw why;
        }
    }

    /** Counts text that the query gathers in one value; too much ends it. */
    void gather(int characters) {
        gathered += characters;
        if (gathered > limits.characters()) {
            throw refused(new Answer.TooLarge(limits));
        }
    }

    /** Counts a request to another server; one too many ends the query. */
    boolean mayAsk() {
        return ++questions <= mostQuestions;
    }
}
