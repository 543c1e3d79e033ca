package org.jingwei.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.ArticleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index is of the state that the store is in, whatever happened to either. */
class SearchIndexTest {
    @TempDir
    Path temp;

    private final List<String> told = new ArrayList<>();

    private Path db() {
        return temp.resolve("db");
    }

    private static ArticleGraph article(int n, int edition) {
        return SearchFixture.article(n, "机构" + n % 5, "第" + edition + "次签约", "企业" + n + "签约" + edition + "个项目");
    }

    private static List<ArticleGraph> articles(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> article(n, 1)).toList();
    }

    private List<String> everything(KnowledgeStore store) {
        store.search(told::add);
        return SearchFixture.all(store, n -> n.equals("0") ? "签约" : n.equals("1") ? "机构" : n, 40);
    }

    /** What is found is what an index made from nothing finds. */
    private void assertOfThisState(KnowledgeStore store) {
        List<String> found = everything(store);
        store.close();
        delete(db().resolve("search"));
        try (var fresh = KnowledgeStore.open(db())) {
            assertEquals(everything(fresh), found);
            assertFalse(found.isEmpty());
        }
    }

    @Test
    void itFollowsEachBatchAndIsKept() {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 20));
            store.put(articles(20, 30));
            assertEquals(30, SearchFixture.sentences(store, "签约").size());
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            assertEquals(30, SearchFixture.sentences(store, "签约").size());
            everything(store);
            assertEquals(List.of(), told, "nothing had to be made anew");
            assertOfThisState(store);
        }
    }

    @Test
    void anyHistoryLeadsToTheSameIndexAndMark() {
        var random = new Random(20260817);
        try (var store = KnowledgeStore.open(db())) {
            var now = new java.util.TreeMap<Integer, Integer>();
            for (int batch = 0; batch < 12; batch++) {
                var changed = new ArrayList<ArticleGraph>();
                IntStream.range(0, 8).map(i -> random.nextInt(30)).distinct().forEach(n -> {
                    now.put(n, random.nextInt(4));
                    changed.add(article(n, now.get(n)));
                });
                store.put(changed);
                SearchMark mark = store.read(SearchMark::of).orElseThrow();
                assertEquals(store.read(new SearchSource(SearchFixture.IRIS)::count), mark, "batch " + batch);
            }
            try (var other = KnowledgeStore.open(temp.resolve("other"))) {
                var all = new ArrayList<ArticleGraph>();
                now.forEach((n, edition) -> all.add(article(n, edition)));
                Collections.shuffle(all, random);
                other.put(all);
                assertEquals(store.read(SearchMark::of), other.read(SearchMark::of));
                assertEquals(everything(other), everything(store));
            }
            assertOfThisState(store);
        }
    }

    /** A process that ends when a batch is in the store and not in the index. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 4 })
    void aCrashBetweenTheTwoCommitsIsMadeUpFor(int commit) throws Exception {
        Child.Result crashed = Child.run("crash", db().toString(), Integer.toString(commit));
        assertEquals(86, crashed.exit(), crashed.output());
        try (var store = KnowledgeStore.openExisting(db())) {
            assertEquals(commit * 10, store.articles().size(), "the batch is stored");
            everything(store);
            assertEquals(1, told.size(), told::toString);
            assertTrue(told.getFirst().contains(commit == 1 ? "is made" : "made anew"), told::toString);
            assertEquals(commit * 10, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    /** A store whose index is held up, or fails, before it follows a batch. */
    private KnowledgeStore following(Runnable held) {
        var layout = new Layout(db());
        return KnowledgeStore.open(layout, Optional.empty(), layout::freeSpace, held);
    }

    /** Holds up whoever comes through, until it is let go. */
    private record Gate(CountDownLatch entered, CountDownLatch open) implements Runnable, AutoCloseable {
        Gate() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public void run() {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            open.countDown();
        }
    }

    /** The index follows while others go on; a search waits for it, and so does the batch after the next. */
    @Test
    void whoSearchesWaitsForTheIndexToFollow() throws Exception {
        try (var gate = new Gate(); var threads = Executors.newCachedThreadPool(); var store = following(gate)) {
            store.search();
            store.put(articles(0, 20));
            gate.entered.await();
            assertEquals(20, store.articles().size(), "readers of the store do not wait");
            var found = threads.submit(() -> SearchFixture.sentences(store, "签约").size());
            var more = threads.submit(() -> store.put(articles(20, 30)));
            while (store.articles().size() < 30) {
                Thread.onSpinWait(); // the next batch is written meanwhile
            }
            assertFalse(found.isDone());
            assertFalse(more.isDone());
            var stopped = threads.submit(() -> {
                Thread.currentThread().interrupt();
                var refused = assertThrows(StoreException.class, () -> SearchFixture.sentences(store, "签约"));
                assertTrue(Thread.interrupted());
                return refused.getMessage();
            });
            assertTrue(stopped.get().contains("was stopped while it waited"), stopped.get());
            gate.close();
            assertTrue(found.get() >= 20);
            more.get();
            assertEquals(30, SearchFixture.sentences(store, "签约").size());
        }
    }

    @Test
    void anIndexThatIsFollowingWhenTheStoreIsClosedIsKept() throws Exception {
        try (var gate = new Gate(); var threads = Executors.newCachedThreadPool()) {
            var store = following(gate);
            store.put(articles(0, 20));
            gate.entered.await();
            var closed = threads.submit(store::close);
            gate.close();
            closed.get();
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            assertEquals(20, SearchFixture.sentences(store, "签约").size());
            everything(store);
            assertEquals(List.of(), told, "nothing had to be made anew");
        }
    }

    /** Neither holds up a batch, and each is made up for by the next search. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anIndexThatCannotFollowIsMadeAnew(boolean error) {
        var times = new AtomicLong();
        try (var store = following(() -> {
            if (times.incrementAndGet() == 2) {
                if (error) {
                    throw new OutOfMemoryError("of the test");
                }
                throw new IllegalStateException("of the test");
            }
        })) {
            store.put(articles(0, 10));
            store.put(articles(10, 20));
            store.put(articles(20, 30));
            assertFalse(store.isSearchReady(), "no batch makes it anew");
            everything(store);
            assertEquals(2, told.size(), told::toString);
            assertTrue(told.getFirst().contains("was given up: ") && told.getFirst().contains("of the test"),
                    told::toString);
            assertEquals(30, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    /** The failure comes behind the record of the commit: the batch is there when the files are opened again. */
    @Test
    void aBatchThatWasStoredAlthoughItFailedIsFound() {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
            assertEquals(10, SearchFixture.sentences(store, "签约").size());
            CrashTest.whileCommitting(store, () -> {
                throw new FileException("of the test");
            });
            assertThrows(StoreException.class, () -> store.put(articles(10, 20)));
            assertEquals(20, store.articles().size());
            assertEquals(20, SearchFixture.sentences(store, "签约").size());
            store.put(articles(20, 30));
            assertEquals(30, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    @Test
    void killedLoadersLeaveNoStaleIndex() throws Exception {
        var random = new Random(20260818);
        for (int kill = 0; kill < 4; kill++) {
            Process loader = Child.start("search", db().toString());
            try (var lines = loader.inputReader()) {
                int enough = 2 + kill;
                for (String line = lines.readLine(); line != null && enough > 0; line = lines.readLine()) {
                    enough -= line.startsWith("committed ") ? 1 : 0;
                }
                Thread.sleep(random.nextInt(30));
                loader.destroyForcibly();
            }
            loader.onExit().join();
            try (var store = KnowledgeStore.openExisting(db())) {
                assertEquals(store.articles().size(), SearchFixture.sentences(store, "签约").size());
            }
        }
        assertOfThisState(KnowledgeStore.openExisting(db()));
    }

    @Test
    void aBatchThatWasNotWrittenIsNotFound() {
        var free = new AtomicLong(Long.MAX_VALUE);
        try (var store = KnowledgeStore.open(new Layout(db()), Optional.empty(), free::get)) {
            store.put(articles(0, 10));
            free.set(0);
            assertThrows(StoreException.class, () -> store.put(articles(10, 20)));
            assertThrows(StoreException.class, () -> store.write(1, dataset -> {
                SearchMark.NOTHING.into(dataset);
                throw new InternalError("No space left on device");
            }));
            free.set(Long.MAX_VALUE);
            assertEquals(10, SearchFixture.sentences(store, "签约").size());
            store.put(articles(15, 25));
            assertEquals(20, SearchFixture.sentences(store, "签约").size());
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            everything(store);
            assertEquals(List.of(), told);
            assertOfThisState(store);
        }
    }

    enum Damage {
        TRUNCATED, CHANGED, GONE, GARBAGE, EMPTY
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedIndexIsMadeAnew(Damage damage) throws IOException {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 20));
        }
        Path search = db().resolve("search");
        Path largest = files(search).stream().filter(f -> !f.getFileName().toString().startsWith("segments"))
                .max(Comparator.comparingLong(f -> f.toFile().length())).orElseThrow();
        Path segments = files(search).stream().filter(f -> f.getFileName().toString().startsWith("segments"))
                .findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(largest);
        switch (damage) {
            case TRUNCATED -> Files.write(largest, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case CHANGED -> {
                bytes[bytes.length / 2] ^= 0x40;
                Files.write(largest, bytes);
            }
            case GONE -> Files.delete(largest);
            case GARBAGE -> Files.writeString(segments, "not an index");
            case EMPTY -> delete(search);
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            everything(store);
            assertFalse(told.isEmpty());
            assertTrue(told.getFirst().contains(damage == Damage.EMPTY ? "is made" : "damaged"), told::toString);
            assertEquals(20, SearchFixture.sentences(store, "签约").size());
            store.put(articles(20, 25));
            assertEquals(25, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    /** Whoever brings back an old copy of one of the two. */
    @ParameterizedTest
    @ValueSource(strings = { "search", "tdb2" })
    void anIndexOfAnotherStateIsMadeAnew(String restored) {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
        }
        FileTree.copy(db().resolve(restored), temp.resolve("copy"));
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(10, 20));
            store.put(List.of(article(3, 2)));
        }
        delete(db().resolve(restored));
        FileTree.copy(temp.resolve("copy"), db().resolve(restored));
        try (var store = KnowledgeStore.openExisting(db())) {
            int articles = store.articles().size();
            assertEquals(restored.equals("tdb2") ? 10 : 20, articles);
            everything(store);
            assertTrue(told.getFirst().contains("not of this state"), told::toString);
            assertEquals(articles, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    @Test
    void aStoreFromBeforeThereWasSearchIsSearched() {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
            store.write(1, dataset -> dataset.prefixes().delete("jingwei-search"));
        }
        delete(db().resolve("search"));
        try (var store = KnowledgeStore.openExisting(db())) {
            everything(store);
            assertEquals(1, told.size());
            store.put(articles(10, 12));
            assertEquals(12, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    @Test
    void articlesAreStoredWhereNoIndexCanBe() throws IOException {
        try (var store = KnowledgeStore.open(db())) {
            Files.writeString(db().resolve("search"), "a file in its place");
            store.put(articles(0, 10));
            assertEquals(10, store.articles().size());
            var failure = assertThrows(StoreException.class, () -> store.search());
            assertTrue(failure.getMessage().contains("search"), failure.getMessage());
            Files.delete(db().resolve("search"));
            assertEquals(10, SearchFixture.sentences(store, "签约").size());
        }
    }

    private enum Before {
        NOTHING, ANOTHER_STATE, NO_MARK
    }

    /** What stops it is there before it begins, and is seen all the same. */
    @ParameterizedTest
    @EnumSource
    void whoClosesTheStoreDoesNotWaitForAnIndexThatIsMade(Before before) {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
            FileTree.copy(db().resolve("search"), temp.resolve("copy"));
            store.put(articles(10, 20));
            if (before == Before.NO_MARK) {
                store.write(1, dataset -> dataset.prefixes().delete("jingwei-search"));
            }
        }
        delete(db().resolve("search"));
        if (before == Before.ANOTHER_STATE) {
            FileTree.copy(temp.resolve("copy"), db().resolve("search"));
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            if (before == Before.NO_MARK) {
                store.closeSoon(); // while its statements are counted
            }
            var given = assertThrows(StoreException.class, () -> store.search(line -> store.closeSoon()));
            assertTrue(given.getMessage().contains("not made to its end"), given.getMessage());
            assertFalse(store.isSearchReady());
            store.put(articles(20, 25));
            assertFalse(store.isSearchReady(), "nor does a batch begin it");
            assertEquals(25, store.articles().size(), "batches are written as ever");
        }
        try (var store = KnowledgeStore.openExisting(db())) {
            everything(store);
            assertEquals(1, told.size(), told::toString);
            assertEquals(25, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    @Test
    void whoAsksForAnIndexMayCallItOffAndAskAgain() {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
        }
        delete(db().resolve("search"));
        try (var store = KnowledgeStore.openExisting(db())) {
            var asked = new AtomicLong();
            assertThrows(StoreException.class, () -> store.search(line -> {}, () -> asked.incrementAndGet() == 4));
            assertEquals(4, asked.get(), "no further");
            assertEquals(10, SearchFixture.sentences(store, "签约").size());
            assertOfThisState(store);
        }
    }

    /** Between names and between articles; what there is of it then is of no state. */
    @Test
    void anIndexThatIsMadeIsWholeOrSaysThatItIsNot() throws IOException {
        try (var store = KnowledgeStore.open(db())) {
            store.put(articles(0, 10));
            SearchMark mark = store.read(SearchMark::of).orElseThrow();
            Path folder = temp.resolve("index");
            var documents = new SearchDocuments(SearchFixture.IRIS, new SearchFold());
            int stop = 0;
            for (boolean whole = false; !whole; stop += 5) {
                var left = new AtomicLong(stop);
                try (var index = SearchIndex.open(folder, new SearchAnalyzer(), documents)) {
                    assertEquals(Optional.empty(), index.mark());
                    whole = store.read(now -> isRebuilt(index, store, mark, now, left));
                }
            }
            assertTrue(stop > 30, "it looked up only " + stop + " times");
            assertEquals(Optional.of(mark), SearchIndex.markIn(folder));
        }
    }

    private static boolean isRebuilt(SearchIndex index, KnowledgeStore store, SearchMark mark, DatasetGraph now,
            AtomicLong left) {
        try {
            index.rebuild(store.articles().keySet(), mark, now, () -> left.getAndDecrement() == 0);
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
