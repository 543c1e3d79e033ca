package org.jingwei.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jingwei.publish.AnswerFormat;
import org.jingwei.publish.OntologyDocument;
import org.jingwei.rdf.Iris;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The ontology with its code lists, for people or for programs. */
@Command(name = "ontology", mixinStandardHelpOptions = true, header = "Write the ontology: a page to read, Turtle or JSON-LD.", description = {
        "", "All terms and code lists in one document, in Chinese and English.", "" }, footer = { "", "Examples:",
                "  jingwei ontology --out ontology.html", "  jingwei ontology --format turtle", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed." })
final class OntologyVerb extends Verb {
    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; it appears whole or not at all (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: as FILE is called, .html, .ttl or .jsonld; else html).")
    private Optional<Form> form = Optional.empty();

    @Option(names = "--base", paramLabel = "IRI", defaultValue = Iris.DEFAULT_BASE, description = "Where its IRIs live; an http or https address that ends in a slash (default: ${DEFAULT-VALUE}).")
    private String base;

    private enum Form {
        HTML(AnswerFormat.HTML, ".html"), TURTLE(AnswerFormat.TURTLE, ".ttl"), JSONLD(AnswerFormat.JSONLD, ".jsonld");

        private final AnswerFormat written;
        private final String ending;

        Form(AnswerFormat written, String ending) {
            this.written = written;
            this.ending = ending;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    OntologyVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        byte[] document = new OntologyDocument(iris()).as(form.orElseGet(this::byName).written);
        if (out.isEmpty()) {
            terminal.print(document);
        } else {
            try (var file = new OutputFile(out.get())) {
                file.stream().write(document);
                file.commit();
            }
        }
        return Exit.DONE;
    }

    private Form byName() {
        String name = out.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)).orElse("");
        for (Form each : Form.values()) {
            if (name.endsWith(each.ending)) {
                return each;
            }
        }
        return Form.HTML;
    }

    private Iris iris() {
        try {
            return Iris.below(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
