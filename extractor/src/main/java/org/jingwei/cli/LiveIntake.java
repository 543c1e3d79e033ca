package org.jingwei.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.jingwei.store.Taken;

/** Reads the pages that are sent to a running server, as {@code load} does. The models are read for the first one. */
final class LiveIntake implements PageLoader, AutoCloseable {
    private final KnowledgeStore store;
    private final Supplier<Pipeline> pipeline;
    private final Intake intake;
    /** What became of the last page. */
    private Taken taken;

    LiveIntake(KnowledgeStore store) {
        this(store, new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris())));
    }

    /** @param pipeline asked for the first page */
    LiveIntake(KnowledgeStore store, Supplier<Pipeline> pipeline) {
        this.store = store;
        this.pipeline = pipeline;
        this.intake = new Intake(store, Edition.current(), Intake.Again.NOTHING, 1, InstantSource.system(),
                page -> taken = page);
    }

    @Override
    public List<LoadedPage> load(Stream<Arrival> pages) {
        var loaded = new ArrayList<LoadedPage>();
        pages.forEach(arrival -> {
            switch (arrival) {
                case Arrival.Page(RawPage page) -> loaded.add(load(page));
                case Arrival.Unreadable unreadable -> loaded.add(refused(DeadLetter.of(unreadable)));
                case Arrival.PassedOver(String location, String what) ->
                    loaded.add(new LoadedPage.Refused(location, "source", "PASSED_OVER", "passed over " + what,
                            "Send articles only."));
            }
        });
        return List.copyOf(loaded);
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
        Outcome outcome;
        try {
            outcome = pipeline.get().run(page);
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
        intake.reject(page, letter.brief());
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
    public void close() {
        intake.close();
    }
}
