package org.jingwei.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestDescriptionTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    Path temp;

    /** As long as there are permits, graphs are counted. */
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger waiting = new AtomicInteger();

    private void step() {
        waiting.incrementAndGet();
        permits.acquireUninterruptibly();
        waiting.decrementAndGet();
    }

    @Test
    void whoeverAsksWhileItTakesLongGetsTheOneBeforeAndOnlyOneIsCounted() {
        try (var store = Fixture.store(temp.resolve("db"));
                var description = new LatestDescription(store, this::step)) {
            var early = assertThrows(Problem.Thrown.class, () -> description.turtle(SHORT));
            assertTrue(early.problem().toString().contains("503"), early.problem().toString());
            permits.release(1000);
            String before = text(description, LONG);
            assertEquals(before, text(description, SHORT), "nothing has changed");
            permits.drainPermits();

            store.put(List.of(Fixture.article("00000000000000dd", "石湖新区第二次签约会", 5)));
            assertEquals(before, text(description, SHORT));
            store.put(List.of(Fixture.article("00000000000000ee", "石湖新区第三次签约会", 6)));
            assertEquals(before, text(description, SHORT));
            assertEquals(1, waiting.get(), "one is counted at a time");

            permits.release(1000);
            String after = text(description, LONG);
            assertEquals(new String(store.<byte[]>read(now -> DatasetDescription.turtle(now, store.iris(), () -> {})),
                    UTF_8), after, "of the last state, though counting began before it");
        }
    }

    @Test
    void afterItWasClosedNothingIsCounted() {
        try (var store = Fixture.store(temp.resolve("db"))) {
            var description = new LatestDescription(store, () -> {});
            description.begin();
            description.close();
            store.put(List.of(Fixture.article("00000000000000dd", "石湖新区第二次签约会", 5)));
            assertThrows(Problem.Thrown.class, () -> description.turtle(LONG));
        }
    }

    private static String text(LatestDescription description, Duration patience) {
        return new String(description.turtle(patience), UTF_8);
    }
}
