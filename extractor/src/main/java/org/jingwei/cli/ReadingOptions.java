package org.jingwei.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.source.RawPage;
import org.jingwei.store.Edition;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How pages are read. */
class ReadingOptions {
    @Spec(Spec.Target.MIXEE)
    protected CommandSpec verb;

    @Option(names = "--threads", paramLabel = "N", description = "Pages read at the same time (default: one for each core). The output does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--least-confidence", paramLabel = "P", defaultValue = "0", description = "Readings of which fewer than P (0 to 1) are right by experience assert nothing; they are listed for review (default: ${DEFAULT-VALUE}, all are asserted).")
    private double least;

    /** @throws ParameterException when a flag makes no sense */
    int threads() {
        if (threads < 1) {
            throw new ParameterException(verb.commandLine(), "--threads must be 1 or more, not " + threads);
        }
        return threads;
    }

    /** @throws ParameterException when a flag makes no sense */
    double least() {
        if (!(least >= 0 && least <= 1)) {
            throw new ParameterException(verb.commandLine(), "--least-confidence must be 0 to 1, not " + least);
        }
        return least;
    }

    /** For pages that a store may know, for which no pipeline is made. */
    PageRun runFor(Terminal terminal, boolean verbose, Iris iris, BiConsumer<DeadLetter, Optional<RawPage>> rejected) {
        double lowest = least();
        var pipeline = new Later<>(() -> installed(iris, lowest));
        return new PageRun(terminal, page -> pipeline.get().read(page), page -> pipeline.get().run(page), threads(),
                verbose, rejected);
    }

    /** Made for the first page, but what fails here is the installation: the page is not to blame. */
    private static Pipeline installed(Iris iris, double least) {
        try {
            return new Pipeline(Gazetteer.load(), iris, least);
        } catch (RuntimeException e) {
            throw new Trouble(Exit.BROKEN, e instanceof IllegalStateException && e.getMessage() != null
                    ? e.getMessage()
                    : "a broken installation: " + e + ". Install the program again.", e);
        }
    }

    /** What pages are read with. */
    Edition edition() {
        threads();
        return least() > 0
                ? Edition.current().with("least confidence " + BigDecimal.valueOf(least).toPlainString())
                : Edition.current();
    }
}
