package org.jingwei.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.article.Reading;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.LoadedPage;
import org.jingwei.publish.PageLoader;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Taken;

/** Reads the pages that are sent to a running server, as {@code load} does. The models are read for the first one. */
final class LiveIntake implements PageLoader, AutoCloseable {
    private final KnowledgeStore store;
    private final Later<Pipeline> pipeline;
    private final Intake intake;
    private Optional<Taken> taken = Optional.empty();

    LiveIntake(KnowledgeStore store) {
        this.store = store;
        this.pipeline = new Later<>(() -> new Pipeline(Gazetteer.load(), store.iris()));
        this.intake = new Intake(store, Edition.current(), Intake.Again.NOTHING, 1, InstantSource.system(),
                page -> taken = Optional.of(page));
    }

    @Override
    public List<LoadedPage> load(Stream<Arrival> pages) {
        var loaded = new ArrayList<LoadedPage>();
        pages.forEach(arrival -> {
            switch (arrival) {
                case Arrival.Page(RawPage page) -> loaded.add(load(page));
                case Arrival.Unreadable(String location, String reason, String remedy) ->
                    loaded.add(new LoadedPage.Refused(location, "source", "UNREADABLE", reason, remedy));
                case Arrival.PassedOver(String location, String what) ->
                    loaded.add(new LoadedPage.Refused(location, "source", "PASSED_OVER", "passed over " + what, ""));
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
        return switch (pipeline.get().run(page)) {
            case Outcome.Extracted extracted -> store(page, extracted.graph());
            case Outcome.Rejected(RawPage same, Reading.Rejected reading) -> reject(new DeadLetter(page.location(),
                    "article", reading.reason().name(), reading.detail(), reading.remedy(),
                    Optional.of(page.identity())), page);
            case Outcome.Broken(var article, var verdict) -> reject(new DeadLetter(page.location(), "rdf",
                    "BROKEN_SHAPE", "its graph breaks the shapes: " + String.join("; ", verdict.report()),
                    "Please report it with the page.", Optional.of(page.identity())), page);
        };
    }

    private LoadedPage store(RawPage page, ArticleGraph graph) {
        taken = Optional.empty();
        intake.add(page, graph);
        intake.flush();
        Taken what = taken.orElseThrow();
        return switch (what.fate()) {
            case ADDED, REPLACED, UNCHANGED -> new LoadedPage.Stored(page.location(), page.key(), graph(page),
                    what.fate().name(), what.factsAdded(), what.factsRemoved(), Optional.of(FlatFacts.of(graph)));
            case RETRACTED -> retracted(page, what.reason().orElse(""));
            case REJECTED, TAKEN_OUT -> new LoadedPage.Refused(page.location(), "store", "UNSTORABLE",
                    what.reason().orElse(""), "Please report it with the page.");
        };
    }

    private LoadedPage reject(DeadLetter letter, RawPage page) {
        intake.reject(page, letter.brief());
        intake.flush();
        return new LoadedPage.Refused(page.location(), letter.stage(), letter.reason(), letter.detail(),
                letter.remedy());
    }

    private static LoadedPage retracted(RawPage page, String reason) {
        return new LoadedPage.Refused(page.location(), "retracted", "RETRACTED", reason,
                "Load it with --unretract to take that back.");
    }

    private String graph(RawPage page) {
        return store.iris().facts(page.key()).getURI();
    }

    @Override
    public void close() {
        intake.close();
    }
}
