package org.jingwei.publish;

import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that is done again and again. A clock gives up what throws once, without a word, and nobody would watch. */
final class Recurring {
    private static final Logger TROUBLE = Logger.getLogger(Recurring.class.getName());

    private Recurring() {}

    /**
     * @param name for the log
     * @return the work, of which nothing gets out but that it was called off
     */
    static Runnable of(String name, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                TROUBLE.log(Level.WARNING, "{0} failed, and goes on: {1}", new Object[]{ name, e });
            }
        };
    }
}
