package org.jingwei.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.Linkset;
import org.jingwei.rdf.StatisticsGraph;

/**
 * The knowledge graph on disk. One process owns a store directory at a time; in it any number of threads read while
 * one batch at a time is written. A batch is there whole or not at all. Each article has two named graphs, facts and
 * evidence, and a row in the catalog graph; nothing is ever put into the default graph.
 *
 * <p>Everything is compared and prepared before the write transaction begins: an aborted write can damage a TDB2 6.0.0
 * store, so a transaction only copies ready statements. Should one fail all the same, the store closes its files and
 * opens them anew from what was committed; the handle of {@link #dataset()} stays good.
 *
 * <p>All trouble is a {@link StoreException} with its remedy.
 */
public final class KnowledgeStore implements AutoCloseable {
    static {
        JenaSystem.init();
    }

    /** A commit of few statements costs up to 9 KB of growth for each (copied index leaves), and the journal. */
    private static final long BYTES_A_STATEMENT = 10 << 10;
    private static final int FEW_STATEMENTS = 10_000;
    /** Of many, neighbours share leaves: 700 bytes in a store of five million, and as much again in the journal. */
    private static final long BYTES_A_FURTHER_STATEMENT = 2 << 10;
    private static final long BYTES_KEPT_FREE = 64L << 20;

    private final Layout layout;
    private final Ownership ownership;
    private final Iris iris;
    private final Ledger ledger;
    private final LongSupplier freeSpace;
    private final Writer writer = new Writer();
    private final DatasetGraphSwitchable dataset;
    private final Search search;
    private final StatisticsTables statistics;
    private final IdentityLinks identity;
    private final AtomicLong state = new AtomicLong();
    private boolean closed;
    /** Of the writer thread. */
    private long batches;
    /** Held while the files are closed, so that nobody opens them in between. */
    private final Object files = new Object();
    /** Whether they are: for a moment, or since they could not be opened again. */
    private volatile boolean shut;

    private KnowledgeStore(Layout layout, Ownership ownership, Iris iris, DatasetGraphSwitchable dataset,
            LongSupplier freeSpace, Runnable betweenCommits) {
        this.layout = layout;
        this.ownership = ownership;
        this.iris = iris;
        this.ledger = new Ledger(iris);
        this.dataset = dataset;
        this.freeSpace = freeSpace;
        this.search = new Search(layout.search(), iris,
                work -> dataset.executeRead(() -> work.accept(dataset)), betweenCommits);
        this.statistics = new StatisticsTables(this, ledger);
        this.identity = new IdentityLinks(this);
    }

    /** Opens the store in this directory; a directory that is new or empty becomes one, with the default base. */
    public static KnowledgeStore open(Path directory) {
        return open(new Layout(directory), Optional.empty());
    }

    /** As {@link #open(Path)}, for IRIs under this base; refuses a store that holds another's. */
    public static KnowledgeStore open(Path directory, Iris iris) {
        return open(new Layout(directory), Optional.of(iris));
    }

    /** Whether {@link #open} would make a store here: there is no directory yet, or an empty one. */
    public static boolean isNew(Path directory) {
        return new Layout(directory).isNew();
    }

    /** Opens the store in this directory and refuses a directory that is none: for those who come to read. */
    public static KnowledgeStore openExisting(Path directory) {
        Layout layout = new Layout(directory);
        if (!layout.exists()) {
            layout.requireNoRestore();
            throw new StoreException("[" + layout.directory() + "] is not a store.",
                    "Load articles into it first: jingwei load INPUT… --db " + directory);
        }
        return open(layout, Optional.empty());
    }

    /**
     * Opens a store whose files of TDB2 are lost, without a statement: all its archive does not tell is lost with them.
     *
     * @throws StoreException when it has such files, too
     */
    public static KnowledgeStore openAnew(Path directory) {
        Layout layout = new Layout(directory);
        try (var store = OfflineStore.take(directory)) {
            layout.beginAnew();
        }
        return openExisting(directory);
    }

    private static KnowledgeStore open(Layout layout, Optional<Iris> wanted) {
        return open(layout, wanted, layout::freeSpace);
    }

    static KnowledgeStore open(Layout layout, Optional<Iris> wanted, LongSupplier freeSpace) {
        return open(layout, wanted, freeSpace, () -> {});
    }

    static KnowledgeStore open(Layout layout, Optional<Iris> wanted, LongSupplier freeSpace, Runnable betweenCommits) {
        layout.create();
        Ownership ownership = Ownership.take(layout.directory());
        boolean open = false;
        try {
            Iris iris = layout.iris(wanted);
            layout.begin();
            layout.tidy();
            Journal.mend(layout.tdb2());
            DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(layout.tdb2()));
            SafeExecutor.install(TDBInternal.getDatasetGraphTDB(dataset));
            var store = new KnowledgeStore(layout, ownership, iris, TDBInternal.getDatabaseContainer(dataset),
                    freeSpace, betweenCommits);
            open = true;
            return store;
        } catch (DBOpEnvException e) {
            throw new StoreException("[" + layout.tdb2() + "] is in use by another program: " + e.getMessage(),
                    "Stop the program that has it open.", e);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException | InternalError e) {
            throw new StoreException("[" + layout.tdb2() + "] cannot be opened: " + e.getMessage(),
                    "Check the disk, then restore the store from a backup or load its articles into a new directory.",
                    e);
        } finally {
            if (!open) {
                ownership.close();
            }
        }
    }

    public Path directory() {
        return layout.directory();
    }

    /** The builder of this store's IRIs. */
    public Iris iris() {
        return iris;
    }

    /**
     * For reading, inside a read transaction: {@link #read} or the transaction methods of Jena. Named graphs only; who
     * wants their union as default graph says so in the context of the query. Writes go through {@link #put}.
     */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** What {@code question} answers on one state of the store, undisturbed by batches written meanwhile. */
    public <T> T read(Function<DatasetGraph, T> question) {
        requireOpen();
        return dataset.calculateRead(() -> question.apply(dataset));
    }

    /**
     * A number that grows whenever the store changes, or may have, and never comes again while it is open. What is read
     * after asking for it is of this state or of a later one.
     */
    public long state() {
        return state.get();
    }

    /** Keys of the articles in the store, in order, with the number of statements in the facts graph of each. */
    public SortedMap<String, Integer> articles() {
        return read(ledger::articles);
    }

    /**
     * Keys of the articles that somebody means by a key, by the SHA-256 of a page, by an IRI of the article or of
     * something in it, by the place where pages were read or published, or by the identifier that tables show. A place
     * and an identifier can stand for several. A key is taken for one whether it is there or not.
     */
    public SortedSet<String> named(String what) {
        return read(now -> ArticleNames.keys(now, ledger, iris, what));
    }

    /** As {@link #put(List, Function)}, with no origin for the ledger. */
    public LoadReport put(List<ArticleGraph> articles) {
        return put(articles, article -> Optional.empty());
    }

    /**
     * Stores a batch in one transaction: new articles are added, changed ones replaced, and when nothing changed there
     * is no transaction. 100 to 1000 articles are a good batch; each commit rewrites index leaves all over the store.
     *
     * @param origin where each article was read, for the ledger
     */
    public LoadReport put(List<ArticleGraph> articles, Function<ArticleGraph, Optional<Origin>> origin) {
        Map<String, ArticleGraph> last = new LinkedHashMap<>();
        articles.forEach(article -> {
            requireBase(article);
            last.put(article.key(), article);
        });
        List<LoadReport.Refused> refused = refuse(last);
        return batch((now, delta) -> {
            var added = new ArrayList<String>();
            var replaced = new ArrayList<String>();
            var unchanged = new ArrayList<String>();
            last.values().forEach(article -> {
                boolean known = now.containsGraph(iris.facts(article.key()))
                        || ledger.subjects(article.key()).stream().anyMatch(
                                node -> now.contains(ledger.graph(), node, Node.ANY, Node.ANY));
                Delta change = change(now, article, origin.apply(article));
                (change.isEmpty() ? unchanged : known ? replaced : added).add(article.key());
                delta.add(change);
            });
            return new LoadReport(added, replaced, unchanged, refused);
        });
    }

    /** @throws StoreException when the article's IRIs are not those of this store */
    void requireBase(ArticleGraph article) {
        requireBase(article.iris(), "article " + article.key(), "Extract");
    }

    /**
     * @param what has these IRIs
     * @param how  it is made again: the first words of the remedy
     * @throws StoreException when they are not those of this store
     */
    void requireBase(Iris others, String what, String how) {
        if (!others.base().equals(iris.base())) {
            throw new StoreException("[" + layout.directory() + "] holds IRIs under " + iris.base() + "; " + what
                    + " has them under " + others.base() + ".",
                    how + " with the base of the store, or into a new directory.");
        }
    }

    /**
     * One transaction of this room's classes: {@code plan} looks at the store as it is and says what to write, on the
     * writer thread, so that nothing is written in between.
     */
    <T> T batch(BiFunction<DatasetGraph, Delta, T> plan) {
        return writer.run(() -> {
            var delta = new Delta();
            T result = read(now -> plan.apply(now, delta));
            commit(delta);
            return result;
        });
    }

    Layout layout() {
        return layout;
    }

    /** What is left of the article with this key when it was retracted; empty of any other. */
    public Optional<Tombstone> tombstone(String key) {
        return read(now -> ledger.row(now, key)).filter(row -> row.state() == PageState.RETRACTED)
                .map(row -> new Tombstone(key, row.hash(), row.location(), row.reason().orElse("")));
    }

    /**
     * Makes these two the store's vocabulary and gazetteer; says whether anything changed. The catalog keeps their
     * hashes, so that those that are there already are not compared statement by statement.
     */
    public boolean loadReference(Graph vocabulary, Graph gazetteer) {
        return loadReference(Optional.empty(), vocabulary, gazetteer);
    }

    /** As the other, for graphs that this edition of the program makes; where it made those that are there, it is not asked to. */
    public boolean loadReference(Edition edition, Supplier<Graph> vocabulary, Supplier<Graph> gazetteer) {
        return !read(now -> Reference.isThere(now, iris, ledger, edition))
                && loadReference(Optional.of(edition), vocabulary.get(), gazetteer.get());
    }

    private boolean loadReference(Optional<Edition> edition, Graph vocabulary, Graph gazetteer) {
        return batch((now, delta) -> {
            Reference.missing(now, iris, ledger, edition, vocabulary, gazetteer)
                    .forEach(part -> delta.add(part.change(now, ledger)));
            return !delta.isEmpty();
        });
    }

    /**
     * Stores the figures of one table in one transaction, in the place of an earlier edition's of the same name. Other
     * graphs stay as they are.
     */
    public StatisticsChange putStatistics(StatisticsGraph table) {
        return statistics.put(table);
    }

    /**
     * Takes the statistics of a table out of the store.
     *
     * @param name of the table
     * @return whether there were any
     */
    public boolean removeStatistics(String name) {
        return statistics.remove(name);
    }

    /** Names of the tables of statistics that there are, sorted. */
    public List<String> statistics() {
        return statistics.names();
    }

    /**
     * Stores the links to one source in the identity graph, in the place of earlier ones of the same name. Links to
     * other sources stay.
     *
     * @return whether anything changed
     */
    public boolean putLinkset(Linkset links) {
        return identity.put(links);
    }

    /** Takes the links to a source out of the identity graph; says whether there were any. */
    public boolean removeLinkset(String name) {
        return identity.remove(name);
    }

    private static List<LoadReport.Refused> refuse(Map<String, ArticleGraph> articles) {
        var refused = new ArrayList<LoadReport.Refused>();
        articles.values().removeIf(article -> {
            Optional<String> fault = Acceptable.fault(article.facts())
                    .or(() -> Acceptable.fault(article.evidence()));
            fault.ifPresent(reason -> refused.add(new LoadReport.Refused(article.key(), reason)));
            return fault.isPresent();
        });
        return refused;
    }

    private Delta change(DatasetGraph now, ArticleGraph article, Optional<Origin> origin) {
        Delta delta = ArticleChange.of(iris, now, article).delta();
        delta.add(ledger.change(now, article.key(), ledger.row(article, origin)));
        return delta;
    }

    /** How many batches have been written since it was opened; a bulk run asks whether it was alone. */
    long batches() {
        return writer.run(() -> batches);
    }

    long freeSpace() {
        return freeSpace.getAsLong();
    }

    /**
     * Puts other files in the place of the store's. Waits for readers.
     *
     * @param since what {@link #batches} was when the work on them began
     * @param maker of a TDB2 folder on the same disk, out of the store as it is
     */
    void exchange(long since, Function<DatasetGraph, Path> maker) {
        writer.run(() -> {
            if (batches != since) {
                throw new StoreException("[" + layout.directory() + "] was written to while pages were loaded in bulk.",
                        "Load again: nothing of the bulk run was stored, what others wrote is kept.");
            }
            Path made = read(maker);
            search.giveUp();
            try {
                reopen(() -> BulkFolder.swap(made, layout.tdb2()));
            } catch (IOException | RuntimeException | InternalError e) {
                throw new StoreException("[" + layout.directory() + "] the new files could not take their place: " + e,
                        "The store is whole. Check the disk (space, permissions), then load again.", e);
            }
            return null;
        });
    }

    /** On the writer thread. */
    private void commit(Delta delta) {
        if (delta.isEmpty()) {
            return;
        }
        batches++;
        SearchChange change = SearchChange.of(delta, search.source());
        if (change.isEmpty()) {
            write(delta.size(), delta::apply);
            return;
        }
        if (!search.isReady() && !search.isInTrouble()) {
            try {
                openSearch(line -> {}, () -> false);
            } catch (StoreException e) {
                // Articles are not lost for the sake of an index that can be made from them.
            }
        }
        SearchMark before = read(this::mark);
        SearchMark mark = before.plus(change.step());
        write(delta.size(), now -> {
            delta.apply(now);
            mark.into(now);
        });
        search.follow(change, before);
    }

    /** Search by characters, of this state of the store or a later one; see {@link #search(Consumer)}. */
    public Search search() {
        return search(line -> {});
    }

    /**
     * Search by characters. Its index is opened by the first who asks or writes, and made anew when it is not that of
     * the store, which takes a minute for two million texts. Not inside a transaction.
     *
     * @param told of an index that is made anew, and why
     */
    public Search search(Consumer<String> told) {
        return search(told, () -> false);
    }

    /**
     * As {@link #search(Consumer)}.
     *
     * @param stop asked again and again while the index is made anew; once it is true, that is given up, and done when
     *             somebody asks next
     * @throws StoreException when it was given up
     */
    public Search search(Consumer<String> told, BooleanSupplier stop) {
        if (!search.isReady()) {
            writer.run(() -> {
                openSearch(told, stop);
                return null;
            });
        }
        return search;
    }

    /** As {@link #search()} where that answers at once. Nothing is opened or waited for: good inside a transaction. */
    public Optional<Search> searchIfReady() {
        return search.isReady() ? Optional.of(search) : Optional.empty();
    }

    /** Whether {@link #search()} answers at once. */
    public boolean isSearchReady() {
        return search.isReady();
    }

    /** On the writer thread. */
    private void openSearch(Consumer<String> told, BooleanSupplier stop) {
        if (search.isReady()) {
            return;
        }
        SearchMark mark = read(now -> SearchMark.of(now).orElseGet(() -> search.count(now, stop)));
        if (!mark.equals(SearchMark.NOTHING) && read(SearchMark::of).isEmpty()) {
            write(1, mark::into);
        }
        read(now -> {
            search.open(now, () -> ledger.articles(now).keySet(), mark, told, stop);
            return null;
        });
    }

    private SearchMark mark(DatasetGraph now) {
        return SearchMark.of(now).orElseGet(() -> search.source().count(now));
    }

    /** One write transaction around {@code change}, which touches this many statements. */
    void write(int statements, Consumer<DatasetGraph> change) {
        long needed = BYTES_KEPT_FREE + Math.min(statements, FEW_STATEMENTS) * BYTES_A_STATEMENT
                + Math.max(0, statements - FEW_STATEMENTS) * BYTES_A_FURTHER_STATEMENT;
        long free = freeSpace.getAsLong();
        if (free < needed) {
            throw new StoreException("[" + layout.directory() + "] has " + (free >> 20)
                    + " MB of free disk space; this batch may need " + (needed >> 20) + " MB.",
                    "Free some space or move the store, then load again: what was loaded before is kept.");
        }
        // An Error too: TDB2 throws one when the disk is full.
        try {
            dataset.begin(ReadWrite.WRITE);
            change.accept(dataset);
            dataset.commit();
            dataset.end();
        } catch (RuntimeException | Error e) {
            abandon(e);
            search.giveUp(); // it may be stored all the same: behind the record of the commit it is
            reopen(e);
            throw new StoreException("[" + layout.directory() + "] the batch was not written: " + e,
                    "What was loaded before is kept. Check the disk (space, permissions), then load again.", e);
        } finally {
            state.incrementAndGet();
        }
    }

    private void abandon(Throwable because) {
        try {
            if (dataset.isInTransaction()) {
                dataset.abort();
                dataset.end();
            }
        } catch (RuntimeException | Error e) {
            because.addSuppressed(e);
        }
    }

    private void reopen(Throwable because) {
        try {
            reopen(() -> {});
        } catch (IOException | RuntimeException | Error e) {
            because.addSuppressed(e);
            throw new StoreException("[" + layout.directory() + "] the batch was not written: " + because
                    + "; the store could not be opened again: " + e,
                    "Check the disk (space, permissions), then start again: what was loaded before is kept.", because);
        }
    }

    private interface FileWork {
        void run() throws IOException;
    }

    /**
     * Files closed, caches gone, the journal replayed: the newest state on the disk. Waits for readers; one that
     * comes in between waits, or is answered with an error. Where the files cannot be opened again, the next who reads
     * tries it.
     *
     * @param work on the files, while they are closed
     */
    private void reopen(FileWork work) throws IOException {
        search.settle(); // it is a reader, and others wait for it
        DatasetGraphTDB old = (DatasetGraphTDB) dataset.get();
        TransactionCoordinator transactions = old.getTxnSystem().getTxnMgr();
        boolean exclusive = transactions.countActiveWriter() == 0;
        if (exclusive) {
            transactions.startExclusiveMode();
        }
        try {
            synchronized (files) {
                shut = true;
                StoreConnection.internalExpel(old.getLocation(), true);
                try {
                    work.run();
                } finally {
                    connect();
                }
            }
        } finally {
            // Whoever waits to begin on the old files must hear that they are closed.
            if (exclusive) {
                transactions.finishExclusiveMode();
            }
        }
    }

    /** Opens the files that are closed. */
    private void connect() throws IOException {
        layout.begin();
        Journal.mend(layout.tdb2());
        Location newest = Location.create(BulkFolder.generations(layout.tdb2()).getLast());
        boolean open = false;
        try {
            dataset.set(StoreConnection.connectCreate(newest).getDatasetGraphTDB());
            open = true;
        } finally {
            ProcessFileLock lock = StoreConnection.lockForLocation(newest);
            if (!open && lock.isLockedHere()) {
                lock.unlock(); // TDB2 keeps it when it fails, and then takes the store for one that another has open
            }
        }
        SafeExecutor.install(dataset.get());
        shut = false;
        state.incrementAndGet();
    }

    /** Opens the files again where that failed when a batch did: the disk may have room again. */
    private void requireOpen() {
        if (shut) {
            synchronized (files) {
                try {
                    if (shut && !closed) {
                        connect();
                    }
                } catch (IOException | RuntimeException | InternalError e) {
                    throw new StoreException("[" + layout.directory()
                            + "] was closed when a batch failed, and cannot be opened again: " + StoreException.why(e),
                            "Check the disk (space, permissions): it is tried again with each question. What was reported "
                                    + "as loaded is kept.",
                            e);
                }
            }
        }
    }

    /**
     * Tells, at once and on any thread, that the store is about to be closed: no index of the search is made any more. One
     * that is being made is given up, and made anew when the store is opened next; batches are written as ever.
     */
    public void closeSoon() {
        search.end();
    }

    /** Waits for the batch being written; what {@link #closeSoon} gives up is not waited for. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        closeSoon();
        writer.close();
        search.close();
        try {
            TDBInternal.expel(dataset, true);
        } catch (RuntimeIOException e) {
            throw new StoreException("[" + layout.directory() + "] did not close cleanly: " + e.getMessage(),
                    "Check the disk; every batch reported as loaded is kept.", e);
        } finally {
            ownership.close();
        }
    }
}
