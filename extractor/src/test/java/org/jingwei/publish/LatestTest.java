package org.jingwei.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestTest {
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
                var description = description(store, this::step)) {
            var early = assertThrows(Problem.Thrown.class, () -> description.value(SHORT, SHORT));
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

    /** TDB2 counts its states from nothing when files are opened anew. */
    @Test
    void afterABatchThatFailedTheNextOneIsSeen() {
        try (var store = Fixture.store(temp.resolve("db"));
                var description = description(store, () -> {})) {
            String before = text(description, LONG);
            failNextCommit(store);
            var next = List.of(Fixture.article("00000000000000dd", "石湖新区第二次签约会", 5));
            assertThrows(StoreException.class, () -> store.put(next));
            store.put(next);
            assertNotEquals(before, text(description, LONG));
        }
    }

    private static void failNextCommit(KnowledgeStore store) {
        var id = ComponentId.allocLocal(10_000); // TDB2 numbers its own from 1
        var part = (TransactionalComponent) Proxy.newProxyInstance(LatestTest.class.getClassLoader(),
                new Class<?>[]{ TransactionalComponent.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentId" -> id;
                    case "promote" -> true;
                    case "commitPrepare" -> throw new IllegalStateException("No space left on device");
                    default -> null;
                });
        var transactions = TDBInternal.getDatasetGraphTDB(store.dataset()).getTxnSystem().getTxnMgr();
        transactions.modifyConfig(() -> transactions.add(part));
    }

    @Test
    void afterItWasClosedNothingIsCounted() {
        try (var store = Fixture.store(temp.resolve("db"))) {
            var description = description(store, () -> {});
            description.begin();
            description.close();
            store.put(List.of(Fixture.article("00000000000000dd", "石湖新区第二次签约会", 5)));
            assertThrows(Problem.Thrown.class, () -> description.value(LONG, LONG));
        }
    }

    private static Latest<byte[]> description(KnowledgeStore store, Runnable step) {
        return new Latest<>(store, "graphs are being counted",
                (now, goOn) -> DatasetDescription.turtle(now, store.iris(), () -> {
                    goOn.run();
                    step.run();
                }));
    }

    private static String text(Latest<byte[]> description, Duration patience) {
        return new String(description.value(patience, patience), UTF_8);
    }
}
