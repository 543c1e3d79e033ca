package org.jingwei.store;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The thread on which the search index follows the store, while the next batch is written. It is at most one batch
 * behind, and whoever searches waits for it: nothing that was reported as stored is missed. Like the writer it is never
 * interrupted.
 */
final class SearchFollower implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon(true).name("jingwei-search").unstarted(task));
    private volatile Future<?> last = CompletableFuture.completedFuture(null);

    /** Something to be worked out behind what was handed over before; who asks for it waits. */
    <T> Supplier<T> meanwhile(Callable<T> work) {
        Future<T> result = thread.submit(work);
        return () -> {
            uninterrupted(result::get);
            if (result.state() == Future.State.FAILED) {
                throw new IllegalStateException(result.exceptionNow());
            }
            return result.resultNow();
        };
    }

    /** What is done inside a transaction that it begins itself. */
    interface Work {
        /** @param begun to be run once the transaction has begun */
        void run(Runnable begun);
    }

    /**
     * On the writer thread. Waits for the batch before, and until the work sees the store as it is now: what is written
     * after this returns is not seen.
     */
    void follow(Work work) {
        settle();
        var begun = new CountDownLatch(1);
        last = thread.submit(() -> {
            try {
                work.run(begun::countDown);
            } finally {
                begun.countDown();
            }
        });
        uninterrupted(() -> {
            begun.await();
            return null;
        });
    }

    /** Until the index is that of all batches that were handed over before. */
    void settle() {
        uninterrupted(last::get);
    }

    /**
     * As {@link #settle}, for somebody who may be told to stop waiting.
     *
     * @throws InterruptedException when that happens
     */
    void settleOrStop() throws InterruptedException {
        try {
            last.get();
        } catch (ExecutionException e) {
            // Whoever works gives up an index that it cannot bring on; that is found without an index.
        }
    }

    private interface Wait {
        Object one() throws InterruptedException, ExecutionException;
    }

    private static void uninterrupted(Wait wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    wait.one();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return; // as above
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        settle();
        thread.shutdown();
    }
}
