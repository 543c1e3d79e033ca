package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
    private static final InOrder.Load<Integer> ANY = new InOrder.Load<>(item -> 1, 1000);

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 7 })
    void resultsComeInTheOrderOfTheItems(int threads) {
        List<Integer> results = new ArrayList<>();
        InOrder.run(IntStream.range(0, 500).iterator(), ANY, threads, n -> n * n, results::add);
        assertEquals(IntStream.range(0, 500).map(n -> n * n).boxed().toList(), results);
    }

    @Test
    void aSlowFirstItemDoesNotChangeTheOrder() {
        var laterDone = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();
        InOrder.run(List.of(0, 1, 2).iterator(), ANY, 2, n -> {
            try {
                if (n == 0) {
                    laterDone.await();
                } else {
                    laterDone.countDown();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return n;
        }, results::add);
        assertEquals(List.of(0, 1, 2), results);
    }

    @Test
    void onlySoManyItemsAreTakenAheadOfTheResults() {
        var taken = new AtomicInteger();
        var given = new AtomicInteger();
        var most = new AtomicInteger();
        var items = IntStream.range(0, 1000).peek(n -> taken.incrementAndGet()).iterator();
        InOrder.run(items, ANY, 3, n -> n,
                n -> most.accumulateAndGet(taken.get() - given.getAndIncrement(), Math::max));
        assertTrue(most.get() <= 3 * 4 + 2, "as many as " + most + " items in memory");
        assertEquals(1000, given.get());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 3 })
    void aFailureEndsTheRunAsItIs(int threads) {
        var failure = new Trouble(Exit.IO, "no");
        List<Integer> results = new ArrayList<>();
        var thrown = assertThrows(Trouble.class,
                () -> InOrder.run(IntStream.range(0, 100).iterator(), ANY, threads, n -> {
                    if (n == 50) {
                        throw failure;
                    }
                    return n;
                }, results::add));
        assertSame(failure, thrown);
        assertEquals(IntStream.range(0, 50).boxed().toList(), results);
    }

    @Test
    void heavyItemsWaitForEachOther() {
        var load = new AtomicInteger();
        var most = new AtomicInteger();
        List<Integer> weights = List.of(1, 5, 2, 60, 3, 50, 50, 1, 1, 30, 30, 30, 100, 2);
        List<Integer> results = new ArrayList<>();
        InOrder.run(weights.iterator(), new InOrder.Load<>(weight -> weight, 64), 4, weight -> {
            most.accumulateAndGet(load.addAndGet(weight), Math::max);
            return weight;
        }, weight -> {
            load.addAndGet(-weight);
            results.add(weight);
        });
        assertEquals(weights, results);
        assertEquals(100, most.get(), "more than the one item that alone exceeds the limit");
    }
}
