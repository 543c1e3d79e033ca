package org.jingwei.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.article.Reading;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.LoadedPage;
import org.jingwei.publish.PageLoader;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.StoreException;
import org.jingwei.store.Taken;

/** Reads the pages that are sent to a running server, as {@code load} does. The models are read for the first one. */
final class LiveIntake implements PageLoader, AutoCloseable {
    /** Of one request: every other waits for it. */
    static final int MOST_PAGES = 1000;
    /** Pages in a transaction: each rewrites index leaves all over the store. */
    private static final int BATCH = 100;
    private static final Logger TROUBLE = Logger.getLogger(LiveIntake.class.getName());
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);
    /** A page takes milliseconds; one that takes longer than this holds a core, but not the turn of the others. */
    private static final Duration MOST_OF_A_PAGE = Duration.ofSeconds(60);

    private final KnowledgeStore store;
    private final Supplier<Function<RawPage, Outcome>> reader;
    private final TimedReading timed;
    private final LongSupplier nanos;
    private final Intake intake;
    private volatile boolean stopped;
    /** What became of the pages of this batch, by key. */
    private final Map<String, Taken> taken = new HashMap<>();

    LiveIntake(KnowledgeStore store) {
        this(store, new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris())));
    }

    /** @param pipeline asked for the first page */
    LiveIntake(KnowledgeStore store, Supplier<Pipeline> pipeline) {
        this(store, pipeline, System::nanoTime);
    }

    /** @param nanos a clock that only measures */
    LiveIntake(KnowledgeStore store, Supplier<Pipeline> pipeline, LongSupplier nanos) {
        this(store, () -> pipeline.get()::run, nanos, MOST_OF_A_PAGE);
    }

    /** @param reader asked for the first page */
    LiveIntake(KnowledgeStore store, Supplier<Function<RawPage, Outcome>> reader, LongSupplier nanos,
            Duration mostOfAPage) {
        this.store = store;
        this.reader = reader;
        this.timed = new TimedReading(mostOfAPage);
        this.nanos = nanos;
        this.intake = new Intake(store, Edition.current(), Intake.Again.NOTHING, Integer.MAX_VALUE,
                InstantSource.system(), page -> taken.put(page.key(), page));
    }

    /**
     * A page that is read and waits for its batch to be stored.
     *
     * @param key    its article's, when it has to do with the store
     * @param answer what is told of it when it is stored
     */
    private record Waiting(String location, Optional<String> key, Supplier<LoadedPage> answer) {
        static Waiting done(LoadedPage page, String location) {
            return new Waiting(location, Optional.empty(), () -> page);
        }
    }

    @Override
    public synchronized List<LoadedPage> load(Stream<Arrival> pages) {
        var loaded = new ArrayList<LoadedPage>();
        var batch = new ArrayList<Waiting>();
        String location = "";
        long begin = nanos.getAsLong();
        try {
            for (Iterator<Arrival> left = pages.iterator(); left.hasNext();) {
                Arrival arrival = left.next();
                location = location(arrival);
                if (batch.size() == BATCH || arrival instanceof Arrival.Page(RawPage page) && isIn(batch, page)) {
                    store(batch, loaded);
                }
                Optional<LoadedPage> end = end(location, loaded.size() + batch.size(), begin);
                if (end.isPresent()) {
                    store(batch, loaded);
                    loaded.add(end.get());
                    return List.copyOf(loaded);
                }
                batch.add(read(arrival));
            }
            store(batch, loaded);
        } catch (StoreException e) {
            halt(batch, loaded, location, LoadedPage.Halt.NOT_STORED, e.getMessage(), e.remedy());
        } catch (RuntimeException | Error e) {
            if (loaded.isEmpty()) {
                throw e;
            }
            TROUBLE.log(Level.WARNING, "Loading stopped at " + location, e);
            halt(batch, loaded, location, LoadedPage.Halt.FAILED, "the program failed: " + e,
                    "Look at the server's log. Send this page and those behind it again.");
        } finally {
            intake.forget(); // who is told that a page was not stored does not find it stored with those of others
        }
        return List.copyOf(loaded);
    }

    /** Those that had nothing to be stored are told of; the first of the others, or the page at hand, is where it ends. */
    private static void halt(List<Waiting> batch, List<LoadedPage> loaded, String location, LoadedPage.Halt why,
            String detail, String remedy) {
        while (!batch.isEmpty() && batch.getFirst().key.isEmpty()) {
            loaded.add(batch.removeFirst().answer.get());
        }
        loaded.add(new LoadedPage.Halted(batch.isEmpty() ? location : batch.getFirst().location, why, detail, remedy));
    }

    private void store(List<Waiting> batch, List<LoadedPage> loaded) {
        intake.flush();
        batch.forEach(page -> loaded.add(page.answer.get()));
        batch.clear();
        taken.clear();
    }

    /** Why no further page is taken. */
    private Optional<LoadedPage> end(String location, int before, long begin) {
        if (stopped) {
            return Optional.of(new LoadedPage.Halted(location, LoadedPage.Halt.STOPPING, "the server is stopping",
                    "Send this page and those behind it again when it runs."));
        }
        if (nanos.getAsLong() - begin > MOST_NANOS) {
            return Optional.of(new LoadedPage.Halted(location, LoadedPage.Halt.OUT_OF_TIME,
                    "the pages before it took too long", "Send this page and those behind it again, fewer at a time."));
        }
        if (before == MOST_PAGES) {
            return Optional.of(new LoadedPage.Halted(location, LoadedPage.Halt.TOO_MANY,
                    "a request holds at most " + MOST_PAGES + " pages",
                    "Send this page and those behind it in another request."));
        }
        return Optional.empty();
    }

    private static boolean isIn(List<Waiting> batch, RawPage page) {
        return batch.stream().anyMatch(waiting -> waiting.key.equals(Optional.of(page.key())));
    }

    private static String location(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Page(RawPage page) -> page.location();
            case Arrival.Unreadable unreadable -> unreadable.location();
            case Arrival.PassedOver passed -> passed.location();
        };
    }

    private Waiting read(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Page(RawPage page) -> read(page);
            case Arrival.Unreadable unreadable -> Waiting.done(refused(DeadLetter.of(unreadable)),
                    unreadable.location());
            case Arrival.PassedOver(String location, String what) ->
                Waiting.done(new LoadedPage.Refused(location, "source", "PASSED_OVER", "passed over " + what,
                        "Send articles only."), location);
        };
    }

    private Waiting read(RawPage page) {
        return switch (intake.known(page)) {
            case Intake.Known.Stored stored -> Waiting.done(new LoadedPage.Stored(page.location(), page.key(),
                    graph(page), Taken.Fate.UNCHANGED.name(), 0, 0, Optional.empty()), page.location());
            case Intake.Known.Retracted(String reason) -> Waiting.done(retracted(page, reason), page.location());
            case Intake.Known.New fresh -> new Waiting(page.location(), Optional.of(page.key()), fresh(page));
        };
    }

    private Supplier<LoadedPage> fresh(RawPage page) {
        Function<RawPage, Outcome> ready = reader.get(); // a damaged installation is no fault of the page
        Outcome outcome;
        try {
            outcome = timed.of(page, ready);
        } catch (TimeoutException e) {
            return reject(page, DeadLetter.tooSlow(page, timed.most()));
        } catch (RuntimeException | StackOverflowError e) {
            return reject(page, DeadLetter.of(page, e)); // a page that shows a fault must not cost the others
        }
        return switch (outcome) {
            case Outcome.Extracted extracted -> {
                intake.add(page, extracted.graph());
                yield () -> stored(page, extracted.graph());
            }
            case Outcome.Rejected(RawPage same, Reading.Rejected reading) -> reject(page, DeadLetter.of(page, reading));
            case Outcome.Broken(var article, Verdict.Broken verdict) -> reject(page, DeadLetter.of(page, verdict));
        };
    }

    private LoadedPage stored(RawPage page, ArticleGraph graph) {
        Taken fate = taken.get(page.key());
        return switch (fate.fate()) {
            case ADDED, REPLACED, UNCHANGED -> new LoadedPage.Stored(page.location(), page.key(), graph(page),
                    fate.fate().name(), fate.factsAdded(), fate.factsRemoved(), Optional.of(FlatFacts.of(graph)));
            case RETRACTED -> retracted(page, fate.reason().orElse(""));
            case REJECTED, TAKEN_OUT -> refused(DeadLetter.unstorable(fate, fate.reason().orElse("")));
        };
    }

    private Supplier<LoadedPage> reject(RawPage page, DeadLetter letter) {
        if (letter.isFault()) {
            intake.fault(page, letter.brief());
        } else {
            intake.reject(page, letter.brief());
        }
        return () -> refused(letter);
    }

    private static LoadedPage refused(DeadLetter letter) {
        return new LoadedPage.Refused(letter.location(), letter.stage(), letter.reason(), letter.detail(),
                letter.remedy());
    }

    private static LoadedPage retracted(RawPage page, String reason) {
        return new LoadedPage.Refused(page.location(), "retracted", "RETRACTED", reason,
                "Stop the server and load it with --unretract to take that back.");
    }

    private String graph(RawPage page) {
        return store.iris().facts(page.key()).getURI();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /** Returns when no page is being loaded any more. */
    @Override
    public void close() {
        stop();
        closeWhenIdle();
    }

    private synchronized void closeWhenIdle() {
        intake.close();
    }
}
