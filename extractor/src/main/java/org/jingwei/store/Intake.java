package org.jingwei.store;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.source.RawPage;

/**
 * The way of pages into a store, whoever reads them. The bytes of each page are archived and on the disk before the
 * batch that tells of it is committed; then the store holds its article, or that and why it gave none. A page that was
 * retracted stays out. The same page again changes nothing: ask {@link #known} before reading it. Of two pages with
 * the same bytes the first counts. Thread-safe.
 */
public final class Intake implements AutoCloseable {

    /**
     * What is read although the store knows it.
     *
     * @param known     pages that were read with this edition already
     * @param retracted pages that were retracted, which takes the retraction back
     */
    public record Again(boolean known, boolean retracted) {
        public static final Again NOTHING = new Again(false, false);
    }

    /** What the store says of a page before it is read. */
    public sealed interface Known {
        /** It is to be read. */
        record New() implements Known {}

        /** Its article is stored, as this edition reads it. */
        record Stored() implements Known {}

        record Retracted(String reason) implements Known {}
    }

    private final KnowledgeStore store;
    private final Ledger ledger;
    private final Edition edition;
    private final Again again;
    private final int batch;
    private final Archive archive;
    private final Optional<ArchivedPages> from;
    private final Optional<BulkLoad> bulk;
    private final Consumer<Taken> told;
    private final Map<String, PageChange.Read> waiting = new LinkedHashMap<>();
    /** Keys of the pages that files of the archive hold undamaged, by file. */
    private final Map<String, Set<String>> whole = new HashMap<>();

    /**
     * @param edition what the pages are read with
     * @param batch   how many pages go into a transaction
     * @param clock   for the dates of the archive's records
     * @param told    is given what became of each page, when it is in the store
     */
    public Intake(KnowledgeStore store, Edition edition, Again again, int batch, InstantSource clock,
            Consumer<Taken> told) {
        this(store, edition, again, batch, clock, Optional.empty(), Optional.empty(), told);
    }

    /** As the other, for pages that the store's archive gives. */
    public static Intake ofArchive(ArchivedPages from, Edition edition, Again again, int batch,
            Consumer<Taken> told) {
        return new Intake(from.store(), edition, again, batch, InstantSource.system(), Optional.of(from),
                Optional.empty(), told);
    }

    /**
     * As the constructor, for more pages than the store has: nothing of them is in the store before {@link #finish},
     * which makes its files anew. Of two pages with the same bytes in the whole run the first counts. Nobody else may
     * write meanwhile.
     *
     * @param batch how many pages are prepared at a time
     * @param told  is given what became of each page when it is prepared
     */
    public static Intake inBulk(KnowledgeStore store, Edition edition, Again again, int batch, InstantSource clock,
            Consumer<Taken> told) {
        return new Intake(store, edition, again, batch, clock, Optional.empty(), Optional.of(new BulkLoad(store)),
                told);
    }

    private Intake(KnowledgeStore store, Edition edition, Again again, int batch, InstantSource clock,
            Optional<ArchivedPages> from, Optional<BulkLoad> bulk, Consumer<Taken> told) {
        this.store = store;
        this.ledger = new Ledger(store.iris());
        this.edition = edition;
        this.again = again;
        this.batch = batch;
        this.archive = new Archive(store.layout(), clock, () -> store.read(ledger::archives));
        this.from = from;
        this.bulk = bulk;
        this.told = told;
    }

    /** Whether a page needs reading. Pages that were rejected do: their reason is told each time. */
    public Known known(RawPage page) {
        if (!again.known && bulk.isPresent() && bulk.get().hasArticle(page.key())) {
            return new Known.Stored();
        }
        Optional<LedgerRow> row = store.read(now -> ledger.row(now, page.key()));
        if (row.isEmpty()) {
            return new Known.New();
        }
        return switch (row.get().state()) {
            case RETRACTED -> again.retracted ? new Known.New() : new Known.Retracted(row.get().reason().orElse(""));
            case STORED -> !again.known && row.get().edition().equals(Optional.of(edition)) && row.get().isOf(page)
                    && row.get().archiveFile().filter(this::isThere).isPresent()
                            ? new Known.Stored()
                            : new Known.New();
            case REJECTED -> new Known.New();
        };
    }

    /** Takes in a page and the article read from it. */
    public void add(RawPage page, ArticleGraph article) {
        store.requireBase(article);
        add(page, Optional.of(article), Optional.empty());
    }

    /** Takes in a page that gave nothing; an article that it gave before is taken out. */
    public void reject(RawPage page, String reason) {
        add(page, Optional.empty(), Optional.of(reason));
    }

    /** Takes in a page on which the program failed; unlike {@link #reject}, an article that it gave before stays. */
    public synchronized void fault(RawPage page, String reason) {
        boolean isStored = store.read(now -> ledger.row(now, page.key())).filter(row -> row.state() == PageState.STORED)
                .isPresent();
        if (!isStored) {
            reject(page, reason);
        }
    }

    private synchronized void add(RawPage page, Optional<ArticleGraph> article, Optional<String> rejection) {
        if (waiting.containsKey(page.key()) || bulk.isPresent() && bulk.get().has(page.key())) {
            told.accept(Taken.of(page, Taken.Fate.UNCHANGED));
            return;
        }
        Optional<LedgerRow> row = store.read(now -> ledger.row(now, page.key()));
        if (isRetracted(row)) {
            told.accept(Taken.of(page, Taken.Fate.RETRACTED, row.get().reason()));
            return;
        }
        PageState becomes = article.isPresent() ? PageState.STORED : PageState.REJECTED;
        if (row.isPresent() && isElsewhere(row.get(), page, becomes)) {
            told.accept(Taken.of(page, article.isPresent() ? Taken.Fate.UNCHANGED : Taken.Fate.REJECTED));
            return;
        }
        String kept = kept(row, page)
                .orElseGet(() -> whole(() -> archive.write(page) + LedgerRow.reading(page)));
        waiting.put(page.key(), new PageChange.Read(page, article, rejection, kept));
        if (waiting.size() >= batch) {
            flush();
        }
    }

    private boolean isRetracted(Optional<LedgerRow> row) {
        return row.isPresent() && row.get().state() == PageState.RETRACTED && !again.retracted;
    }

    /**
     * Whether these bytes were read at another place before, with this edition and the same end. The first place
     * counts, in whichever batches the two come: the result would else depend on what was read meanwhile.
     */
    private boolean isElsewhere(LedgerRow row, RawPage page, PageState becomes) {
        return !again.known && from.isEmpty() && row.state() == becomes && row.isOf(page)
                && row.edition().equals(Optional.of(edition)) && row.archiveFile().filter(this::isThere).isPresent()
                && !row.location().equals(Optional.of(Acceptable.text(page.location())));
    }

    /**
     * Where the page is archived already, as it is now: what it is called would else be lost. Who reads everything
     * again may do so because the archive is damaged; then the file is looked into.
     */
    private Optional<String> kept(Optional<LedgerRow> row, RawPage page) {
        return row.filter(known -> known.isOf(page) && known.archiveFile().filter(this::isThere)
                .filter(file -> !again.known || from.isPresent() || whole
                        .computeIfAbsent(file, name -> Archive.whole(store.directory().resolve(name)))
                        .contains(page.key()))
                .isPresent() && known.location().equals(Optional.of(Acceptable.text(page.location()))))
                .flatMap(LedgerRow::archive)
                .or(() -> from.flatMap(pages -> pages.file(page)).map(file -> file + LedgerRow.reading(page)));
    }

    /**
     * A failure leaves it open which pages of the batch are on the disk: none of them is told of, and none is written
     * with a later batch, when whoever gave it has been told that it was not.
     */
    private <T> T whole(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            waiting.clear();
            throw e;
        }
    }

    private boolean isThere(String file) {
        return Files.isRegularFile(store.directory().resolve(file));
    }

    /** Stores what waits for a batch to be full. */
    public synchronized void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<PageChange.Read> pages = List.copyOf(waiting.values());
        waiting.clear(); // before it can fail: who hears of the failure is not to find them stored later
        List<Taken> taken = whole(() -> {
            archive.sync();
            return bulk.isPresent()
                    ? bulk.get().put(now -> pages.stream().map(page -> change(page, now)).toList())
                    : store.batch((now, delta) -> pages.stream().map(page -> change(page, now))
                            .peek(change -> delta.add(change.delta())).map(PageChange::taken).toList());
        });
        taken.forEach(told);
    }

    /** Gives up what waits for a batch: none of it will be stored, nor told of. */
    public synchronized void forget() {
        waiting.clear();
    }

    private PageChange change(PageChange.Read page, DatasetGraph now) {
        return PageChange.of(page, now, ledger, store, edition, again.retracted);
    }

    /** The graphs that all articles refer to: as {@link KnowledgeStore#loadReference(Edition, Supplier, Supplier)}. */
    public void loadReference(Supplier<Graph> vocabulary, Supplier<Graph> gazetteer) {
        if (bulk.isPresent()) {
            bulk.get().loadReference(edition, vocabulary, gazetteer);
        } else {
            store.loadReference(edition, vocabulary, gazetteer);
        }
    }

    /** {@link #flush}, and of a bulk run the last step, which makes all of it part of the store. */
    public synchronized void finish(Steps steps) {
        flush();
        bulk.ifPresent(load -> load.finish(steps));
    }

    /** Gives up what waits for a batch: {@link #flush} first. */
    @Override
    public synchronized void close() {
        bulk.ifPresent(BulkLoad::close);
        archive.close();
    }
}
