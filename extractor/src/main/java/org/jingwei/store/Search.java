package org.jingwei.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jingwei.rdf.Iris;

/**
 * Search in a store by the characters of names and sentences. The index follows each batch once it is committed, and
 * who searches waits until it has; where that did not come to pass, the mark of the index is not that of the store, and
 * it is made anew before anybody asks. What it holds is in the store too: its directory can be deleted while nobody has
 * the store open.
 *
 * <p>Traditional and simplified characters, full-width and narrow ones, capitals and small letters are the same. A text
 * must hold all words, each in one piece; a number is found as a whole only: 12 is not in 120. Words have no syntax.
 */
public final class Search {
    /** Most hits of one search. */
    public static final int MOST = 1000;
    /** Most characters of one search. */
    public static final int LONGEST = SearchWords.LONGEST;

    private final Path folder;
    private final Iris iris;
    private final SearchSource source;
    private final Reading store;
    private final Runnable betweenCommits;
    private final SearchFollower follower = new SearchFollower();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Tools tools;
    private volatile SearchIndex index;
    /** Why the index was given up, until it is opened again. */
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean ending;

    /** What takes a moment to read and lasts. */
    private record Tools(SearchFold fold, SearchAnalyzer analyzer, SearchDocuments documents) {
        static Tools of(Iris iris) {
            var fold = new SearchFold();
            return new Tools(fold, new SearchAnalyzer(), new SearchDocuments(iris, fold));
        }
    }

    /** A read transaction of the store. */
    interface Reading {
        void read(Consumer<DatasetGraph> work);
    }

    /** @param betweenCommits called when a batch is in the store and not yet in the index */
    Search(Path folder, Iris iris, Reading store, Runnable betweenCommits) {
        this.folder = folder;
        this.iris = iris;
        this.store = store;
        this.source = new SearchSource(iris);
        this.betweenCommits = betweenCommits;
    }

    SearchSource source() {
        return source;
    }

    /** Whether it can be asked. */
    boolean isReady() {
        return index != null;
    }

    /** Whether its index could not be opened or brought on: each further try may cost minutes. */
    boolean isInTrouble() {
        return trouble.isPresent();
    }

    /**
     * On the writer thread, inside a read transaction: the index of this state of the store, opened or made.
     *
     * @param articles keys of those in the store
     * @param mark     of the store
     * @param told     of an index that is made anew, and why
     * @param stop     asked while it is made whether that is to be given up
     */
    void open(DatasetGraph now, Supplier<? extends Iterable<String>> articles, SearchMark mark, Consumer<String> told,
            BooleanSupplier stop) {
        SearchLog.quiet();
        tools = tools == null ? Tools.of(iris) : tools;
        trouble.ifPresent(why -> told.accept("[" + folder + "] the search index was given up: " + why));
        lock.writeLock().lock(); // the one before may still be closing its files
        try {
            SearchIndex found = usable(told);
            boolean done = false;
            try {
                bringUp(found, now, articles, mark, told, () -> ending || stop.getAsBoolean());
                done = true;
            } finally {
                if (!done) {
                    found.close();
                }
            }
            index = found;
            trouble = Optional.empty();
        } catch (CancellationException e) {
            throw notToItsEnd(e);
        } catch (IOException | RuntimeException e) {
            trouble = Optional.of(e.toString());
            throw new StoreException("[" + folder + "] the search index cannot be made: " + e,
                    "Check the disk (space, permissions). The store is whole; only search needs the index.", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private StoreException notToItsEnd(CancellationException why) {
        trouble = Optional.of("it was not made to its end");
        return new StoreException("[" + folder + "] the search index was not made to its end: it was told to stop.",
                "It is made anew when the store is opened next.", why);
    }

    /** On the writer thread: the mark of a store that has none. */
    SearchMark count(DatasetGraph now, BooleanSupplier stop) {
        try {
            return source.count(now, () -> ending || stop.getAsBoolean());
        } catch (CancellationException e) {
            throw notToItsEnd(e);
        }
    }

    private void bringUp(SearchIndex found, DatasetGraph now, Supplier<? extends Iterable<String>> articles,
            SearchMark mark, Consumer<String> told, BooleanSupplier stop) throws IOException {
        if (!found.mark().equals(Optional.of(mark))) {
            if (!found.isEmpty()) {
                told.accept("[" + folder + "] the search index is not of this state of the store; it is made anew.");
            } else if (!mark.equals(SearchMark.NOTHING)) {
                told.accept("[" + folder + "] the search index is made.");
            }
            found.rebuild(articles.get(), mark, now, stop);
        }
    }

    private SearchIndex usable(Consumer<String> told) throws IOException {
        Files.createDirectories(folder);
        try {
            return SearchIndex.open(folder, tools.analyzer, tools.documents);
        } catch (IOException | RuntimeException e) {
            told.accept("[" + folder + "] the search index is damaged or of another version; it is made anew. (" + e
                    + ")");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            return SearchIndex.open(folder, tools.analyzer, tools.documents);
        }
    }

    /**
     * On the writer thread, behind the batch. An index that cannot follow is given up: the batch is stored all the same,
     * and whoever asks next finds the index made anew.
     *
     * @param before the mark of the store in front of the batch
     */
    void follow(SearchChange change, SearchMark before) {
        SearchIndex following = index;
        if (following == null) {
            return;
        }
        try {
            follower.follow(begun -> {
                try {
                    store.read(now -> {
                        begun.run();
                        betweenCommits.run();
                        bring(following, change, before, now);
                    });
                } catch (RuntimeException | Error e) {
                    giveUp(following, e);
                    throw e;
                }
            });
        } catch (RuntimeException | Error e) { // there is no thread to be had
            giveUp(following, e);
        }
    }

    private static void bring(SearchIndex following, SearchChange change, SearchMark before, DatasetGraph now) {
        try {
            following.follow(change, before, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void giveUp(SearchIndex bad, Throwable why) {
        trouble = Optional.of(why.toString());
        giveUp(bad);
    }

    /** Until it is of all batches before: while nothing of the store is read by it. */
    void settle() {
        follower.settle();
    }

    private void giveUp(SearchIndex bad) {
        lock.writeLock().lock();
        try {
            if (index == bad) {
                index = null;
                bad.close();
            }
        } catch (IOException | RuntimeException e) {
            // It is opened anew, or made anew, in any case.
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** On the writer thread: until it is opened again. */
    void giveUp() {
        settle();
        if (index != null) {
            giveUp(index);
        }
    }

    /** At once, on any thread: an index that is being made is given up, and none is made any more. */
    void end() {
        ending = true;
    }

    void close() {
        giveUp();
        follower.close();
    }

    /** Whether texts of this property are searched. */
    public boolean has(Node property) {
        return property.equals(SearchSource.EXACT) || source.names().contains(property);
    }

    /**
     * Names that hold these words, the shortest first; or sentences, the latest first.
     *
     * @param properties those that name things, or {@code oa:exact} alone for sentences; empty for all names
     * @param subject    of which alone texts are wanted
     * @param most       1 to {@link #MOST}
     * @throws IllegalArgumentException when that is no search; the message says why
     * @throws StoreException           when the index is not ready
     */
    public List<SearchHit> find(String words, Set<Node> properties, Optional<Node> subject, int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("A search gives 1 to " + MOST + " hits, not " + most + ".");
        }
        boolean sentences = properties.contains(SearchSource.EXACT);
        if (sentences ? properties.size() > 1 : !source.names().containsAll(properties)) {
            throw new IllegalArgumentException("Names are searched by the properties "
                    + String.join(", ", source.names().stream().map(Node::getURI).sorted().toList())
                    + "; sentences by " + SearchSource.EXACT.getURI() + " alone.");
        }
        return asking(ready -> {
            SearchWords asked = SearchWords.of(words, tools.fold);
            Optional<BooleanQuery.Builder> query = asked.query(tools.analyzer);
            if (query.isEmpty()) {
                return List.of();
            }
            query.get().add(kind(sentences ? SearchDocuments.SENTENCE : SearchDocuments.NAME), Occur.FILTER);
            if (!sentences && !properties.isEmpty()) {
                query.get().add(new TermInSetQuery(SearchDocuments.PROPERTY,
                        properties.stream().map(p -> new BytesRef(p.getURI())).toList()), Occur.FILTER);
            }
            subject.ifPresent(node -> query.get().add(
                    new TermQuery(new Term(SearchDocuments.SUBJECT, node.isURI() ? node.getURI() : "")), Occur.FILTER));
            Sort order = sentences ? SearchDocuments.SENTENCES : SearchDocuments.NAMES;
            return ready.find(query.get().build(), order, most, asked.folded());
        });
    }

    /**
     * Names for somebody who is typing one: those that begin with these characters, then those that have them further
     * on; the shortest first. A thing may be there twice, with two names.
     *
     * @param most 1 to {@link #MOST}
     */
    public List<SearchHit> suggest(String beginning, int most) {
        return asking(ready -> {
            SearchWords asked = SearchWords.of(beginning, tools.fold);
            String dense = SearchFold.dense(tools.fold.of(beginning));
            if (dense.isEmpty()) {
                return List.of();
            }
            Query begins = new BooleanQuery.Builder().add(kind(SearchDocuments.NAME), Occur.FILTER)
                    .add(new PrefixQuery(new Term(SearchDocuments.WHOLE, dense)), Occur.FILTER).build();
            var hits = new LinkedHashSet<>(ready.find(begins, SearchDocuments.NAMES, most, asked.folded()));
            Optional<BooleanQuery.Builder> within = asked.query(tools.analyzer);
            if (hits.size() < most && within.isPresent()) {
                Query other = within.get().add(kind(SearchDocuments.NAME), Occur.FILTER).add(begins, Occur.MUST_NOT)
                        .build();
                hits.addAll(ready.find(other, SearchDocuments.NAMES, most - hits.size(), asked.folded()));
            }
            return List.copyOf(hits);
        });
    }

    private static Query kind(String kind) {
        return new TermQuery(new Term(SearchDocuments.KIND, kind));
    }

    private interface Question {
        List<SearchHit> of(SearchIndex ready) throws IOException;
    }

    private StoreException notReady() {
        return new StoreException("[" + folder + "] the search index is being made.", "Ask again in a moment.");
    }

    private List<SearchHit> asking(Question question) {
        if (index == null) { // nobody waits while it is made
            throw notReady();
        }
        SearchIndex ready;
        IOException damage;
        try {
            follower.settleOrStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("[" + folder + "] the search was stopped while it waited for the index.",
                    "Ask again.", e);
        } catch (TimeoutException e) {
            throw new StoreException("[" + folder + "] the search index is still following a large batch.",
                    "Ask again in a moment.", e);
        }
        lock.readLock().lock();
        try {
            ready = index;
            if (ready == null) {
                throw notReady();
            }
            return new ArrayList<>(question.of(ready));
        } catch (IOException e) {
            ready = index;
            damage = e;
        } finally {
            lock.readLock().unlock();
        }
        giveUp(ready, damage);
        throw new StoreException("[" + folder + "] the search index cannot be read: " + damage.getMessage(),
                "Ask again: it is made anew. If this comes again, check the disk.", damage);
    }
}
