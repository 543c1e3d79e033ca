package org.jingwei.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Pages into a store. */
@Command(name = "load", mixinStandardHelpOptions = true, header = "Read pages and store the facts that they state.", description = {
        "", "Loading a page again changes nothing; a run that was cut off is resumed by running it again, and goes",
        "quickly past the pages that are stored already. The pages themselves are kept, below DIR/archive, so that",
        "they can be read again when they are gone from where they were.", "" }, footer = { "", "Examples:",
                "  jingwei load news/ --db data",
                "  jingwei load feed.jsonl --db data --batch 500",
                "  jingwei load archive/*.warc.gz --db data --bulk",
                "  jingwei load --retry data-rejected.jsonl --db data", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: failed." })
final class LoadVerb extends Verb {
    @Mixin
    private PageInputs inputs;

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store; made when it is not there.")
    private Path db;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "200", description = "Articles in a transaction (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Where rejected pages are listed, as JSON Lines with location, stage, reason and remedy (default: DIR-rejected.jsonl). Replaced by each run.")
    private Optional<Path> rejected = Optional.empty();

    @Option(names = "--retry", paramLabel = "FILE", description = "Read only the pages that this file of an earlier run's rejected pages lists, from where they were, or out of the store's archive when they are gone from there.")
    private Optional<Path> retry = Optional.empty();

    @Option(names = "--force", description = "Read pages again, too, that this version of the program has stored already.")
    private boolean force;

    @Option(names = "--unretract", description = "Store pages again, too, that were retracted.")
    private boolean unretract;

    @Option(names = "--bulk", description = "For millions of articles: collect what they state in a file, then make the store's files anew with the bulk loader and put them in place at once. Until then the store is as before; a run that is cut off stores nothing. Costs time for what the store holds already, too.")
    private boolean bulk;

    @Mixin
    private PipelineOptions pipeline;

    LoadVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch must be 1 or more, not " + batch);
        }
        Optional<Stream<Arrival>> named = retry.isPresent() ? Optional.empty() : Optional.of(inputs.open(terminal));
        if (retry.isPresent() && inputs.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--retry FILE names all the pages; leave out the others");
        }
        Path letters = rejected.orElseGet(() -> DeadLetters.beside(db, "-rejected"));
        Iris iris = pipeline.iris();
        Edition edition = pipeline.edition();
        try (var shelf = new Shelf(() -> KnowledgeStore.open(db, iris), (store, told) -> way(store, edition, told))) {
            if (!KnowledgeStore.isNew(db)) {
                shelf.open();
                if (!bulk) {
                    SearchReady.open(shelf.store().orElseThrow(), terminal);
                }
            }
            Optional<Retry> again = retry.map(file -> new Retry(file, input -> inputs.open(List.of(input), terminal),
                    shelf::store));
            try (var dead = retry.isPresent()
                    ? DeadLetters.inPlaceOfEarlier(letters)
                    : new DeadLetters(letters)) {
                var run = new IntakeRun(terminal, shelf, pipeline, iris, common.verbose, dead);
                run.over(named.orElseGet(() -> again.orElseThrow().pages()));
                again.ifPresent(Retry::requireWhole); // what could be read is stored; the list stays
                dead.done();
                terminal.say((shelf.store().isEmpty()
                        ? "no articles; " + db + " was not made"
                        : db + ": " + Counted.of(run.of(Taken.Fate.ADDED), "article") + " added, "
                                + run.of(Taken.Fate.REPLACED) + " replaced, " + run.of(Taken.Fate.UNCHANGED)
                                + " already there")
                        + run.rest(letters));
                if (bulk) {
                    shelf.store().ifPresent(store -> SearchReady.open(store, terminal));
                }
                return run.exit();
            }
        }
    }

    private Intake way(KnowledgeStore store, Edition edition, Consumer<Taken> told) {
        var again = new Intake.Again(force, unretract);
        return bulk
                ? Intake.inBulk(store, edition, again, batch, InstantSource.system(), told)
                : new Intake(store, edition, again, batch, InstantSource.system(), told);
    }
}
