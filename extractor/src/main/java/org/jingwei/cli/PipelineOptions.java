package org.jingwei.cli;

import java.util.function.Consumer;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the verbs that read pages. */
final class PipelineOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--base", paramLabel = "IRI", defaultValue = Iris.DEFAULT_BASE, description = "Where the IRIs of the graph live; an http or https address that ends in a slash (default: ${DEFAULT-VALUE}).")
    private String base;

    @Option(names = "--threads", paramLabel = "N", description = "Pages read at the same time (default: one for each core). The output does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--least-confidence", paramLabel = "P", defaultValue = "0", description = "Readings of which fewer than P (0 to 1) are right by experience assert nothing; they are listed for review (default: ${DEFAULT-VALUE}, all are asserted).")
    private double least;

    Iris iris() {
        try {
            return Iris.below(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), e.getMessage());
        }
    }

    PageRun run(Terminal terminal, boolean verbose, Consumer<DeadLetter> rejected) {
        if (threads < 1) {
            throw new ParameterException(verb.commandLine(), "--threads must be 1 or more, not " + threads);
        }
        if (!(least >= 0 && least <= 1)) {
            throw new ParameterException(verb.commandLine(), "--least-confidence must be 0 to 1, not " + least);
        }
        return new PageRun(terminal, new Pipeline(Gazetteer.load(), iris(), least), threads, verbose, rejected);
    }
}
