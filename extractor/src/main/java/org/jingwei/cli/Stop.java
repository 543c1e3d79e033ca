package org.jingwei.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C or a termination signal, with time to put things in order: while one is open, the process does not end before
 * it is closed. Open it first, so that it is closed last.
 */
final class Stop implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch inOrder = new CountDownLatch(1);
    private final AtomicReference<Runnable> first = new AtomicReference<>(() -> {});
    private final Thread hook = new Thread(this::hold, "stop");

    Stop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void hold() {
        told.countDown();
        first.get().run();
        try {
            inOrder.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done as soon as the process is told to stop, before who waits for that has put things in order. */
    void first(Runnable work) {
        first.set(work);
        if (isTold()) {
            work.run();
        }
    }

    boolean isTold() {
        return told.getCount() == 0;
    }

    /** Blocks until the process is told to stop. */
    void await() {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        inOrder.countDown();
        if (told.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // Told in this very moment: the hook runs, and ends.
            }
        }
    }
}
