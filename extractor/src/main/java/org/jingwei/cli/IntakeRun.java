package org.jingwei.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.jingwei.store.Intake;
import org.jingwei.store.Taken;

/** Pages through the pipeline into a store, with a letter for each that gives nothing, and what became of them. */
final class IntakeRun {
    private final Terminal terminal;
    private final Shelf shelf;
    private final DeadLetters dead;
    private final PageRun run;
    private final Map<Taken.Fate, Integer> fates = new EnumMap<>(Taken.Fate.class);
    private long factsAdded;
    private long factsRemoved;

    IntakeRun(Terminal terminal, Shelf shelf, ReadingOptions pipeline, Iris iris, boolean verbose, DeadLetters dead) {
        this.terminal = terminal;
        this.shelf = shelf;
        this.dead = dead;
        this.run = pipeline.runFor(terminal, verbose, iris, this::reject);
        shelf.tell(this::told);
    }

    private sealed interface Item {
        record Read(RawPage page, ArticleGraph graph) implements Item {}

        record Stored() implements Item {}

        record Retracted(RawPage page, String reason) implements Item {}
    }

    void over(Stream<Arrival> pages) {
        run.<Item>overUnknown(pages, this::known, page -> new Item.Read(page.article().raw(), page.graph()),
                this::take);
        try (var gauge = new Gauge(terminal)) {
            shelf.intake().ifPresent(intake -> intake.finish(gauge));
        }
    }

    private Optional<Item> known(RawPage page) {
        return shelf.intake().flatMap(intake -> switch (intake.known(page)) {
            case Intake.Known.New fresh -> Optional.empty();
            case Intake.Known.Stored stored -> Optional.of(new Item.Stored());
            case Intake.Known.Retracted(String reason) -> Optional.of(new Item.Retracted(page, reason));
        });
    }

    private void take(Item item) {
        switch (item) {
            case Item.Read(RawPage page, ArticleGraph graph) -> shelf.open().add(page, graph);
            case Item.Stored stored -> count(Taken.Fate.UNCHANGED);
            case Item.Retracted(RawPage page, String reason) -> retracted(page.location(), reason);
        }
    }

    private void reject(DeadLetter letter, Optional<RawPage> page) {
        dead.add(letter);
        page.ifPresent(read -> {
            if (letter.isFault()) {
                shelf.open().fault(read, letter.brief());
            } else {
                shelf.open().reject(read, letter.brief());
            }
        });
    }

    private void told(Taken taken) {
        factsAdded += taken.factsAdded();
        factsRemoved += taken.factsRemoved();
        switch (taken.fate()) {
            case RETRACTED -> retracted(taken.location(), taken.reason().orElse(""));
            case TAKEN_OUT -> {
                count(taken.fate());
                terminal.say(taken.location() + ": its article was taken out, with "
                        + Counted.of(taken.factsRemoved(), "fact") + ".");
                taken.reason().ifPresent(reason -> unstorable(taken, reason));
            }
            case REJECTED -> taken.reason().ifPresent(reason -> unstorable(taken, reason));
            case ADDED, REPLACED, UNCHANGED -> count(taken.fate());
        }
    }

    private void unstorable(Taken taken, String reason) {
        run.refuse(DeadLetter.unstorable(taken, reason));
    }

    private void retracted(String location, String reason) {
        count(Taken.Fate.RETRACTED);
        terminal.say(location + ": retracted: " + reason);
    }

    private void count(Taken.Fate fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    /** How many pages became this. */
    int of(Taken.Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    long factsAdded() {
        return factsAdded;
    }

    long factsRemoved() {
        return factsRemoved;
    }

    /** ", 2 taken out" and the like: what there is of the rarer fates, and where the rejected pages are listed. */
    String rest(Path letters) {
        int out = of(Taken.Fate.TAKEN_OUT);
        int retracted = of(Taken.Fate.RETRACTED);
        return (out == 0 ? "" : ", " + out + " taken out") + (retracted == 0 ? "" : ", " + retracted + " retracted")
                + rejected(letters);
    }

    /** "; 2 rejected, see FILE"; empty without. */
    String rejected(Path letters) {
        return dead.count() == 0 ? "" : "; " + dead.count() + " rejected, see " + letters;
    }

    int exit() {
        return run.exit();
    }
}
