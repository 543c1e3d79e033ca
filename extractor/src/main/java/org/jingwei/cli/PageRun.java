package org.jingwei.cli;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.article.Article;
import org.jingwei.article.Reading;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.StoreException;

/**
 * Pages through the pipeline, on many threads, with results in the order of the inputs. A page that gives nothing is
 * named on standard error and handed to {@code rejected}; the others are not affected.
 */
final class PageRun {
    /** Large pages wait for each other, so that the memory for one or two of them is enough for any number. */
    private static final InOrder.Load<Arrival> LOAD = new InOrder.Load<>(arrival -> switch (arrival) {
        case Arrival.Page(RawPage page) -> page.content().length;
        case Arrival.Unreadable unreadable -> 0;
        case Arrival.PassedOver passedOver -> 0;
    }, 8 << 20);

    private final Terminal terminal;
    private final Function<RawPage, Reading> reader;
    private final Function<RawPage, Outcome> whole;
    private final int threads;
    private final boolean verbose;
    private final BiConsumer<DeadLetter, Optional<RawPage>> rejected;
    private int extracted;
    private int refused;
    private int crashed;

    PageRun(Terminal terminal, Pipeline pipeline, int threads, boolean verbose, Consumer<DeadLetter> rejected) {
        this(terminal, pipeline, pipeline::run, threads, verbose, rejected);
    }

    /** @param whole what the pipeline makes of a page */
    PageRun(Terminal terminal, Pipeline pipeline, Function<RawPage, Outcome> whole, int threads, boolean verbose,
            Consumer<DeadLetter> rejected) {
        this(terminal, pipeline::read, whole, threads, verbose, (letter, page) -> rejected.accept(letter));
    }

    /**
     * @param reader   what the pipeline makes of a page up to the cleaned article
     * @param rejected is given each page that gives nothing, with its letter; no page where none could be read
     */
    PageRun(Terminal terminal, Function<RawPage, Reading> reader, Function<RawPage, Outcome> whole, int threads,
            boolean verbose, BiConsumer<DeadLetter, Optional<RawPage>> rejected) {
        this.terminal = terminal;
        this.reader = reader;
        this.whole = whole;
        this.threads = threads;
        this.verbose = verbose;
        this.rejected = rejected;
    }

    /** What a page became in the hands of a verb. */
    private sealed interface Result<T> {
        record Good<T>(T value) implements Result<T> {}

        record Bad<T>(DeadLetter letter, Optional<RawPage> page, Optional<Throwable> fault) implements Result<T> {}

        record Talk<T>(String line) implements Result<T> {}
    }

    /**
     * @param work what the verb makes of an extracted page, on any thread
     * @param sink where that goes, on this thread, in the order of the inputs
     */
    <T> void over(Stream<Arrival> arrivals, Function<Outcome.Extracted, T> work, Consumer<T> sink) {
        each(arrivals, page -> facts(page, work), sink);
    }

    /**
     * As {@link #over} for pages of which {@code known} says nothing; of the others it says what they are, on any
     * thread, and they are not read.
     */
    <T> void overUnknown(Stream<Arrival> arrivals, Function<RawPage, Optional<T>> known,
            Function<Outcome.Extracted, T> work, Consumer<T> sink) {
        each(arrivals, page -> known.apply(page).<Result<T>>map(Result.Good::new).orElseGet(() -> facts(page, work)),
                sink);
    }

    /** As {@link #over}, but only up to the cleaned article: what it states is not asked. */
    <T> void overArticles(Stream<Arrival> arrivals, Function<Article, T> work, Consumer<T> sink) {
        each(arrivals, page -> article(page, work), sink);
    }

    private <T> void each(Stream<Arrival> arrivals, Function<RawPage, Result<T>> stages, Consumer<T> sink) {
        try (arrivals; var progress = new Progress(terminal)) {
            InOrder.<Arrival, Result<T>>run(arrivals.iterator(), LOAD, threads, arrival -> result(arrival, stages),
                    result -> {
                        switch (result) {
                            case Result.Good<T>(T value) -> {
                                progress.step();
                                extracted++;
                                sink.accept(value);
                            }
                            case Result.Bad<T>(DeadLetter letter, Optional<RawPage> page, Optional<Throwable> fault) -> {
                                progress.step();
                                refused++;
                                progress.say(letter.line());
                                rejected.accept(letter, page);
                                fault.ifPresent(this::report);
                            }
                            case Result.Talk<T>(String line) -> progress.say(line);
                        }
                    });
        }
    }

    int extracted() {
        return extracted;
    }

    /** Counts a page that a later stage refused. */
    void refuse(DeadLetter letter) {
        extracted--;
        refused++;
        terminal.say(letter.line());
        rejected.accept(letter, Optional.empty());
    }

    int refused() {
        return refused;
    }

    /** The exit code that tells how the run went. */
    int exit() {
        return crashed > 0 ? Exit.BROKEN : refused > 0 ? Exit.SOME_REJECTED : Exit.DONE;
    }

    private <T> Result<T> result(Arrival arrival, Function<RawPage, Result<T>> stages) {
        return switch (arrival) {
            case Arrival.Unreadable unreadable ->
                new Result.Bad<>(DeadLetter.of(unreadable), Optional.empty(), Optional.empty());
            case Arrival.PassedOver(String location, String what) ->
                new Result.Talk<>(location + ": passed over " + what + ".");
            case Arrival.Page(RawPage page) -> guarded(page, stages);
        };
    }

    private <T> Result<T> facts(RawPage page, Function<Outcome.Extracted, T> work) {
        return switch (whole.apply(page)) {
            case Outcome.Extracted extracted -> new Result.Good<>(work.apply(extracted));
            case Outcome.Rejected(RawPage same, var reading) -> rejected(page, reading);
            case Outcome.Broken(var article, var verdict) ->
                new Result.Bad<>(DeadLetter.of(page, verdict), Optional.of(page), Optional.empty());
        };
    }

    private <T> Result<T> article(RawPage page, Function<Article, T> work) {
        return switch (reader.apply(page)) {
            case Reading.Read(Article article) -> new Result.Good<>(work.apply(article));
            case Reading.Rejected reading -> rejected(page, reading);
        };
    }

    private static <T> Result<T> rejected(RawPage page, Reading.Rejected reading) {
        return new Result.Bad<>(DeadLetter.of(page, reading), Optional.of(page), Optional.empty());
    }

    private <T> Result<T> guarded(RawPage page, Function<RawPage, Result<T>> stages) {
        try {
            return stages.apply(page);
        } catch (Trouble | StoreException e) {
            throw e; // no fault of the page
        } catch (RuntimeException | StackOverflowError e) {
            // One page that shows a fault of the program must not cost the others; the exit code tells of it.
            return new Result.Bad<>(DeadLetter.of(page, e), Optional.of(page), Optional.of(e));
        }
    }

    private void report(Throwable fault) {
        crashed++;
        if (verbose) {
            fault.printStackTrace(terminal.err());
        }
    }
}
