package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One client has its share, whoever else waits. */
class TurnsTest {
    private static Turns turns(int most, int ofOne, Duration patience) {
        Bounds standard = Bounds.DEFAULTS;
        return new Turns(new Bounds(standard.timeout(), standard.limits(), standard.bodyBytes(), most, ofOne, patience,
                standard.connections(), standard.stopping()));
    }

    @Test
    void oneClientCannotTakeAllTurns() throws InterruptedException {
        var turns = turns(3, 2, Duration.ZERO);
        var greedy = Optional.of("192.0.2.1");
        var first = turns.take(greedy).orElseThrow();
        var second = turns.take(greedy).orElseThrow();
        assertTrue(turns.take(greedy).isEmpty());
        var other = turns.take(Optional.of("192.0.2.2")).orElseThrow();
        assertTrue(turns.take(Optional.of("192.0.2.3")).isEmpty(), "all are taken");
        other.close();
        other.close();
        assertTrue(turns.take(greedy).isEmpty());
        first.close();
        assertTrue(turns.take(greedy).isPresent());
        second.close();
    }

    @Test
    void whoIsNotCountedMayTakeAll() throws InterruptedException {
        var turns = turns(2, 1, Duration.ZERO);
        assertTrue(turns.take(Optional.empty()).isPresent());
        assertTrue(turns.take(Optional.empty()).isPresent());
        assertTrue(turns.take(Optional.empty()).isEmpty());
    }

    @Test
    void aTurnThatIsGivenBackGoesToWhoWaits() throws Exception {
        var turns = turns(1, 1, Duration.ofSeconds(30));
        var first = turns.take(Optional.of("a")).orElseThrow();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return turns.take(Optional.of("b")).isPresent();
            } catch (InterruptedException e) {
                return false;
            }
        });
        first.close();
        assertTrue(waiting.get());
        assertEquals(30, turns.retryAfter());
    }

    @Test
    void aTurnForWhichThereIsNoThreadIsGivenBack() {
        var workers = new Workers();
        workers.close();
        var givenBack = new AtomicBoolean();
        assertThrows(RejectedExecutionException.class,
                () -> workers.run(() -> 1, Duration.ofSeconds(1), () -> givenBack.set(true)));
        assertTrue(givenBack.get());
    }

    @Test
    void whatIsDoneAgainAndAgainSurvivesAFailure() throws Exception {
        var times = new CountDownLatch(3);
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(Recurring.of("test", () -> {
                times.countDown();
                throw new IllegalStateException("a fault");
            }), 0, 1, TimeUnit.MILLISECONDS);
            assertTrue(times.await(30, TimeUnit.SECONDS));
            clock.shutdownNow();
        }
    }
}
