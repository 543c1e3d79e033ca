package org.jingwei.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jingwei.publish.Exporter;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A store, or one article of it, into a file. */
@Command(name = "export", mixinStandardHelpOptions = true, header = "Write what a store holds, or one article of it.", description = {
        "", "The order is fixed: the same store always gives the same bytes.", "" }, footer = { "", "Examples:",
                "  jingwei export --db data --out all.trig",
                "  jingwei export --db data --format turtle --article 3f2a90c1d4e5b687", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed." })
final class ExportVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "trig", description = {
            "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "Turtle leaves out which graph a statement is in." })
    private Form form;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; it appears whole or not at all (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--article", paramLabel = "KEY", description = "Only the article with this key: 16 hexadecimal digits, the last part of its graph's name.")
    private Optional<String> article = Optional.empty();

    private enum Form {
        TRIG(Exporter.Format.TRIG), TURTLE(Exporter.Format.TURTLE), NQUADS(Exporter.Format.NQUADS), JSONLD(
                Exporter.Format.JSONLD);

        private final Exporter.Format written;

        Form(Exporter.Format written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ExportVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (var store = KnowledgeStore.openExisting(db)) {
            if (article.isPresent() && !store.articles().containsKey(article.get())) {
                throw new Trouble(Exit.WRONG_USAGE, "there is no article " + article.get() + " in " + db
                        + ". Its key is the last part of its graph's name.");
            }
            if (out.isEmpty()) {
                write(store, terminal.data());
            } else {
                try (var file = new OutputFile(out.get())) {
                    write(store, file.stream());
                    file.commit();
                }
            }
        }
        return Exit.DONE;
    }

    private void write(KnowledgeStore store, OutputStream to) {
        var exporter = new Exporter(store.iris());
        store.read(dataset -> {
            try {
                if (article.isPresent()) {
                    exporter.writeArticle(dataset, article.get(), form.written, to);
                } else {
                    exporter.write(dataset, form.written, to);
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException("the stream reports its failures itself", e);
            }
        });
    }
}
