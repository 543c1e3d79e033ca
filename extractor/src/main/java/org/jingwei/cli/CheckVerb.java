package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jingwei.rdf.Finding;
import org.jingwei.rdf.GraphCheck;
import org.jingwei.rdf.GraphFile;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Whether files of RDF, or a store, keep the rules of the ontology. */
@Command(name = "check", mixinStandardHelpOptions = true, header = "Check files of RDF, or a store, against the rules of the ontology.", description = {
        "",
        "Each place that breaks a rule is listed with its node, the shape of ontology/shapes.ttl, what is wrong and "
                + "what to do.",
        "" }, footer = { "", "Examples:", "  jingwei check --db data", "  jingwei check all.trig more.ttl", "",
                "Exit codes: 0 everything conforms; 1 something does not, or a file could not be read; 2 wrong usage;",
                "70 and above: failed." })
final class CheckVerb extends Verb {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML, by its name.")
    private List<Path> files = List.of();

    @Option(names = "--db", paramLabel = "DIR", description = "A store to check: each article, and each other graph.")
    private Optional<Path> db = Optional.empty();

    @Option(names = "--base", paramLabel = "IRI", defaultValue = Iris.DEFAULT_BASE, description = "Where the IRIs of the files live (default: ${DEFAULT-VALUE}). A store knows its own.")
    private String base;

    CheckVerb(Terminal terminal) {
        super(terminal);
    }

    /** What was seen so far. */
    private static final class Tally {
        int articles;
        int graphs;
        long nodes;
        int findings;
        int broken;
        int unread;
    }

    @Override
    public Integer call() {
        if (files.isEmpty() && db.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Nothing to check: name files of RDF, or a store by --db");
        }
        var tally = new Tally();
        if (!files.isEmpty()) {
            var check = new GraphCheck(iris());
            files.forEach(file -> file(file, check, tally));
        }
        db.ifPresent(directory -> {
            try (var store = KnowledgeStore.openExisting(directory)) {
                var check = new GraphCheck(store.iris());
                report(Optional.empty(), store.read(dataset -> check.check(dataset)), tally);
            }
        });
        terminal.flush();
        terminal.say(Counted.of(tally.articles, "article") + ", " + Counted.of(tally.graphs, "other graph") + ", "
                + tally.nodes + " nodes checked: "
                + (tally.findings == 0
                        ? "no rule is broken"
                        : Counted.of(tally.findings, "place") + " in " + tally.broken
                                + " of them break" + (tally.findings == 1 ? "s" : "") + " a rule")
                + (tally.unread == 0 ? "" : "; " + Counted.of(tally.unread, "file") + " not checked"));
        return tally.findings + tally.unread == 0 ? Exit.DONE : Exit.SOME_REJECTED;
    }

    private Iris iris() {
        try {
            return Iris.below(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private void file(Path file, GraphCheck check, Tally tally) {
        try {
            List<GraphCheck.Part> parts = check.check(GraphFile.read(file));
            if (parts.stream().noneMatch(part -> part.ours() && part.nodes() > 0)) {
                // Silence would read as praise.
                unread(file, "no rule speaks of anything in it; nothing is named below " + base
                        + ". If its IRIs live elsewhere, say where by --base", tally);
            } else {
                report(Optional.of(file), parts, tally);
            }
        } catch (GraphFile.Unreadable e) {
            unread(file, e.getMessage(), tally);
        } catch (IOException e) {
            unread(file, OutputFile.why(e), tally);
        }
    }

    private void unread(Path file, String why, Tally tally) {
        tally.unread++;
        terminal.say(file + ": not checked: " + why + ".");
    }

    private void report(Optional<Path> file, List<GraphCheck.Part> parts, Tally tally) {
        for (GraphCheck.Part part : parts) {
            tally.articles += part.article() ? 1 : 0;
            tally.graphs += part.article() ? 0 : 1;
            tally.nodes += part.nodes();
            tally.findings += part.findings().size();
            tally.broken += part.findings().isEmpty() ? 0 : 1;
            if (!part.findings().isEmpty()) {
                terminal.print(file.map(name -> name + ": ").orElse("") + part.name() + "\n");
                part.findings().forEach(this::print);
            }
        }
    }

    private void print(Finding finding) {
        terminal.print("  " + finding.node() + "\n    rule   " + finding.rule()
                + finding.path().map(path -> ", " + path).orElse("") + "\n"
                + finding.value().map(value -> "    found  " + value + "\n").orElse("") + "    wrong  "
                + finding.problem() + "\n    do     " + finding.remedy() + "\n");
    }
}
