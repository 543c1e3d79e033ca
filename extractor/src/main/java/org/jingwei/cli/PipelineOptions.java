package org.jingwei.cli;

import java.util.function.Consumer;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of the verbs that read pages. */
final class PipelineOptions extends ReadingOptions {
    @Option(names = "--base", paramLabel = "IRI", defaultValue = Iris.DEFAULT_BASE, description = "Where the IRIs of the graph live; an http or https address that ends in a slash (default: ${DEFAULT-VALUE}).")
    private String base;

    Iris iris() {
        try {
            return Iris.below(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), e.getMessage());
        }
    }

    Pipeline pipeline() {
        return new Pipeline(Gazetteer.load(), iris(), least());
    }

    PageRun run(Terminal terminal, boolean verbose, Consumer<DeadLetter> rejected) {
        threads(); // a flag that makes no sense is told before the models are read
        return run(pipeline(), terminal, verbose, rejected);
    }

    /** @param pipeline that the caller goes on to use */
    PageRun run(Pipeline pipeline, Terminal terminal, boolean verbose, Consumer<DeadLetter> rejected) {
        return new PageRun(terminal, pipeline, threads(), verbose, rejected);
    }
}
