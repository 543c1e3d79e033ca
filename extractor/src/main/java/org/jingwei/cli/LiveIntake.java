package org.jingwei.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
    /** Of one request: every other waits for it, and each page is committed by itself. */
    static final int MOST_PAGES = 1000;
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final KnowledgeStore store;
    private final Supplier<Pipeline> pipeline;
    private final LongSupplier nanos;
    private final Intake intake;
    private volatile boolean stopped;
    /** What became of the last page. */
    private Taken taken;

    LiveIntake(KnowledgeStore store) {
        this(store, new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris())));
    }

    /** @param pipeline asked for the first page */
    LiveIntake(KnowledgeStore store, Supplier<Pipeline> pipeline) {
        this(store, pipeline, System::nanoTime);
    }

    /** @param nanos a clock that only measures */
    LiveIntake(KnowledgeStore store, Supplier<Pipeline> pipeline, LongSupplier nanos) {
        this.store = store;
        this.pipeline = pipeline;
        this.nanos = nanos;
        this.intake = new Intake(store, Edition.current(), Intake.Again.NOTHING, 1, InstantSource.system(),
                page -> taken = page);
    }

    @Override
    public synchronized List<LoadedPage> load(Stream<Arrival> pages) {
        var loaded = new ArrayList<LoadedPage>();
        long begin = nanos.getAsLong();
        for (Iterator<Arrival> left = pages.iterator(); left.hasNext();) {
            LoadedPage page = load(left.next(), loaded.size(), begin);
            loaded.add(page);
            if (page instanceof LoadedPage.Halted) {
                break;
            }
        }
        return List.copyOf(loaded);
    }

    private LoadedPage load(Arrival arrival, int before, long begin) {
        if (stopped) {
            return new LoadedPage.Halted(location(arrival), LoadedPage.Halt.STOPPING, "the server is stopping",
                    "Send this page and those behind it again when it runs.");
        }
        if (nanos.getAsLong() - begin > MOST_NANOS) {
            return new LoadedPage.Halted(location(arrival), LoadedPage.Halt.OUT_OF_TIME,
                    "the pages before it took too long", "Send this page and those behind it again, fewer at a time.");
        }
        if (before == MOST_PAGES) {
            return new LoadedPage.Halted(location(arrival), LoadedPage.Halt.TOO_MANY,
                    "a request holds at most " + MOST_PAGES + " pages",
                    "Send this page and those behind it in another request.");
        }
        try {
            return switch (arrival) {
                case Arrival.Page(RawPage page) -> load(page);
                case Arrival.Unreadable unreadable -> refused(DeadLetter.of(unreadable));
                case Arrival.PassedOver(String location, String what) ->
                    new LoadedPage.Refused(location, "source", "PASSED_OVER", "passed over " + what,
                            "Send articles only.");
            };
        } catch (StoreException e) {
            return new LoadedPage.Halted(location(arrival), LoadedPage.Halt.NOT_STORED, e.getMessage(), e.remedy());
        }
    }

    private static String location(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Page(RawPage page) -> page.location();
            case Arrival.Unreadable unreadable -> unreadable.location();
            case Arrival.PassedOver passed -> passed.location();
        };
    }

    private LoadedPage load(RawPage page) {
        return switch (intake.known(page)) {
            case Intake.Known.Stored stored -> new LoadedPage.Stored(page.location(), page.key(), graph(page),
                    Taken.Fate.UNCHANGED.name(), 0, 0, Optional.empty());
            case Intake.Known.Retracted(String reason) -> retracted(page, reason);
            case Intake.Known.New fresh -> read(page);
        };
    }

    private LoadedPage read(RawPage page) {
        Pipeline ready = pipeline.get(); // a damaged installation is no fault of the page
        Outcome outcome;
        try {
            outcome = ready.run(page);
        } catch (RuntimeException | StackOverflowError e) {
            return reject(page, DeadLetter.of(page, e)); // a page that shows a fault must not cost the others
        }
        return switch (outcome) {
            case Outcome.Extracted extracted -> store(page, extracted.graph());
            case Outcome.Rejected(RawPage same, Reading.Rejected reading) -> reject(page, DeadLetter.of(page, reading));
            case Outcome.Broken(var article, Verdict.Broken verdict) -> reject(page, DeadLetter.of(page, verdict));
        };
    }

    private LoadedPage store(RawPage page, ArticleGraph graph) {
        intake.add(page, graph);
        intake.flush();
        return switch (taken.fate()) {
            case ADDED, REPLACED, UNCHANGED -> new LoadedPage.Stored(page.location(), page.key(), graph(page),
                    taken.fate().name(), taken.factsAdded(), taken.factsRemoved(), Optional.of(FlatFacts.of(graph)));
            case RETRACTED -> retracted(page, taken.reason().orElse(""));
            case REJECTED, TAKEN_OUT -> refused(DeadLetter.unstorable(taken, taken.reason().orElse("")));
        };
    }

    private LoadedPage reject(RawPage page, DeadLetter letter) {
        if (letter.isFault()) {
            intake.fault(page, letter.brief());
        } else {
            intake.reject(page, letter.brief());
        }
        intake.flush();
        return refused(letter);
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
