package org.jingwei.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The thread on which the search index follows the store, while the next batch is written. It is at most one batch
 * behind, and whoever searches waits for it: nothing that was reported as stored is missed. Like the writer it is never
 * interrupted.
 */
final class SearchFollower implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon(true).name("jingwei-search").unstarted(task));
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** What is done inside a transaction that it begins itself. */
    interface Work {
        /** @param begun to be run once the transaction has begun */
        void run(Runnable begun);
    }

    /**
     * On the writer thread. Returns when the work sees the store as it is now, behind the work before: what is written
     * afterwards is not seen. Whoever searches from now on waits for its end.
     */
    void follow(Work work) {
        var begun = new CompletableFuture<Void>();
        last = CompletableFuture.runAsync(() -> {
            try {
                work.run(() -> begun.complete(null));
            } finally {
                begun.complete(null);
            }
        }, thread);
        begun.join();
    }

    /** Until the index is that of all batches that were handed over before, or was given up. */
    void settle() {
        last.handle((done, failure) -> null).join();
    }

    /**
     * As {@link #settle}, for somebody who may be told to stop waiting.
     *
     * @throws InterruptedException when that happens
     * @throws TimeoutException     when it takes long
     */
    void settleOrStop() throws InterruptedException, TimeoutException {
        try {
            last.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // The index was given up: that is found behind this.
        }
    }

    @Override
    public void close() {
        settle();
        thread.shutdown();
    }
}
