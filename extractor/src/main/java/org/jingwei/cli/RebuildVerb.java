package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jingwei.store.ArchivedPages;
import org.jingwei.store.Edition;
import org.jingwei.store.Intake;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A store as this version of the program reads its pages. */
@Command(name = "rebuild", mixinStandardHelpOptions = true, header = "Read the pages of a store again, with this version of the program.", description = {
        "",
        "The pages come out of the store's archive, not from where they once were. Only differences are written;",
        "an article whose page is now rejected is taken out, a retracted one stays out. A rebuild that was cut off",
        "is resumed by running it again.", "",
        "A store whose folder tdb2 is gone is not opened. Put it back, or restore a backup; --anew is for when there is",
        "neither.", "" }, footer = { "", "Example:", "  jingwei rebuild --db data", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected or were never archived; 2 wrong usage;",
                "70 and above: failed." })
final class RebuildVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "200", description = "Pages in a transaction (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Where rejected pages are listed, as load does it (default: DIR-rebuild-rejected.jsonl, since that of load may list pages that the archive does not have). Replaced by each run.")
    private Optional<Path> rejected = Optional.empty();

    @Option(names = "--force", description = "Read pages again, too, that this version of the program has read already.")
    private boolean force;

    @Option(names = "--anew", description = "Begin without a statement where the files of folder tdb2 are lost, and read all archived pages. What no page tells is lost with them: retractions, official statistics, identity links. Refused where there are such files.")
    private boolean anew;

    @Mixin
    private ReadingOptions reading;

    RebuildVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch must be 1 or more, not " + batch);
        }
        Edition edition = reading.edition();
        Path letters = rejected.orElseGet(() -> DeadLetters.beside(db, "-rebuild-rejected"));
        try (var store = anew ? KnowledgeStore.openAnew(db) : KnowledgeStore.openExisting(db)) {
            ArchivedPages pages = ArchivedPages.all(store);
            try (var shelf = new Shelf(() -> store, (opened, told) -> Intake.ofArchive(pages, edition,
                    new Intake.Again(force, false), batch, told)); var dead = new DeadLetters(letters)) {
                shelf.open();
                var run = new IntakeRun(terminal, shelf, reading, store.iris(), common.verbose, dead);
                run.over(pages.stream());
                terminal.say(summary(run, pages, letters));
                ArchiveTrouble.require(pages);
                pages.damages().forEach(damage -> terminal.say(damage + ". No page of the store was lost with it."));
                return pages.unarchived() > 0 && run.exit() == Exit.DONE ? Exit.SOME_REJECTED : run.exit();
            }
        }
    }

    private String summary(IntakeRun run, ArchivedPages pages, Path letters) {
        return db + ": " + Counted.of(run.of(Taken.Fate.REPLACED), "article") + " changed, "
                + run.of(Taken.Fate.ADDED) + " added, " + run.of(Taken.Fate.UNCHANGED) + " as before, "
                + run.of(Taken.Fate.TAKEN_OUT) + " taken out; " + Counted.of(run.factsAdded(), "fact")
                + " added, " + run.factsRemoved() + " removed"
                + (pages.retracted() == 0 ? "" : "; " + pages.retracted() + " retracted, not read")
                + (pages.unarchived() == 0
                        ? ""
                        : "; " + Counted.of(pages.unarchived(), "article")
                                + " without an archived page, left as before: load them again")
                + run.rejected(letters);
    }
}
