package org.jingwei.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jingwei.publish.DatasetDescription;
import org.jingwei.publish.Exporter;
import org.jingwei.publish.JsonLdContext;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.Selection;
import org.jingwei.publish.TableExporter;
import org.jingwei.publish.TableLanguage;
import org.jingwei.publish.Topic;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A store, or a part of it, into a file. */
@Command(name = "export", mixinStandardHelpOptions = true, header = "Write what a store holds, or a part of it, as RDF, CSV or XLSX.", description = {
        "", "The order is fixed: the same store always gives the same bytes. Conditions hold together:",
        "--topic indicators --region 苏州市 --period 2021 is what is stated of all three.", "" }, footer = { "",
                "Examples:", "  jingwei export --db data --out all.trig",
                "  jingwei export --db data --format turtle --article 3f2a90c1d4e5b687",
                "  jingwei export --db data --format xlsx --region 湖北省 --out hubei.xlsx",
                "  jingwei export --db data --format csv --topic indicators --period 2022-H1 --lang zh --bom",
                "  jingwei export --db data --description", "",
                "Exit codes: 0 done; 2 wrong usage; 70 and above: failed." })
final class ExportVerb extends Verb {
    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "trig", description = {
            "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "Turtle leaves out which graph a statement is in. CSV takes one --topic; XLSX has a sheet for each." })
    private Form form;

    @Option(names = "--out", paramLabel = "FILE", description = {
            "The file to write; it appears whole or not at all (default: standard output).",
            "Beside the whole store in RDF lies its description, FILE.description.ttl." })
    private Optional<Path> out = Optional.empty();

    @Option(names = "--article", paramLabel = "ARTICLE", description = "Only this article: its key (16 hexadecimal digits, the last part of its graph's name), its IRI, the identifier that tables show, or the address of its page.")
    private Optional<String> article = Optional.empty();

    @Option(names = "--region", paramLabel = "NAME|CODE", description = "Only what is stated of this region, zone or country and of what lies in it.")
    private Optional<String> region = Optional.empty();

    @Option(names = "--period", paramLabel = "PERIOD", description = "Only what lies in this period: 2021, 2021-H1, 2021-Q1, 2021-05, 2021-05-26, or a run 2021-01/2021-04. Projects have the dates of their events, roles the day of publication.")
    private Optional<String> period = Optional.empty();

    @Option(names = "--topic", paramLabel = "TOPIC", split = ",", description = "Only projects, indicators, events or roles; may be given more than once.")
    private List<Topic> topics = List.of();

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "en", description = "Of headings and code names in CSV and XLSX: zh or en (default: ${DEFAULT-VALUE}).")
    private TableLanguage language;

    @Option(names = "--bom", description = "Lead CSV with a byte order mark, so that Excel reads it as UTF-8.")
    private boolean bom;

    @Option(names = "--description", description = "Write the description of the dataset (DCAT, VoID; Turtle) instead.")
    private boolean description;

    @Option(names = "--context", description = "Write the context of the JSON-LD files instead.")
    private boolean context;

    private enum Form {
        TRIG(Optional.of(Exporter.Format.TRIG)), TURTLE(Optional.of(Exporter.Format.TURTLE)), NQUADS(
                Optional.of(Exporter.Format.NQUADS)),
        JSONLD(
                Optional.of(Exporter.Format.JSONLD)),
        CSV(Optional.empty()), XLSX(Optional.empty());

        /** None for tables. */
        private final Optional<Exporter.Format> rdf;

        Form(Optional<Exporter.Format> rdf) {
            this.rdf = rdf;
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
        agree();
        try (var store = KnowledgeStore.openExisting(db)) {
            Selection selection = selection(store);
            if (out.isEmpty()) {
                write(store, selection, terminal.data());
            } else {
                write(store, selection, out.get());
            }
        }
        return Exit.DONE;
    }

    /** Options that together make no sense. */
    private void agree() {
        boolean part = article.isPresent() || region.isPresent() || period.isPresent() || !topics.isEmpty();
        if (description && context || (description || context) && part) {
            throw wrong("--description and --context stand alone: both are about the whole store");
        }
        if (form == Form.CSV && !description && !context && Set.copyOf(topics).size() != 1) {
            throw wrong("CSV holds one table: give one --topic of projects, indicators, events, roles, or --format xlsx"
                    + " for all of them");
        }
        if (bom && form != Form.CSV) {
            throw wrong("--bom is for --format csv");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String key(KnowledgeStore store, String what) {
        List<String> keys = store.named(what.strip()).stream().filter(store.articles()::containsKey).toList();
        if (keys.isEmpty()) {
            throw new Trouble(Exit.WRONG_USAGE, "there is no article " + what + " in " + db
                    + ". See which there are: jingwei query coverage/articles --db " + db);
        }
        if (keys.size() > 1) {
            throw new Trouble(Exit.WRONG_USAGE, "several articles are called " + what + ": give one of their keys, "
                    + String.join(", ", keys));
        }
        return keys.getFirst();
    }

    private Selection selection(KnowledgeStore store) {
        try {
            return new Selection(article.map(what -> key(store, what)),
                    region.map(name -> store.read(dataset -> Selection.region(name, dataset, store.iris()))),
                    period.map(Selection::period),
                    topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics));
        } catch (PublishException e) {
            // The command line names what is not there.
            throw new Trouble(Exit.WRONG_USAGE, e.getMessage() + " " + e.remedy(), e);
        }
    }

    private void write(KnowledgeStore store, Selection selection, Path place) {
        try (var file = new OutputFile(place)) {
            write(store, selection, file.stream());
            file.commit();
        }
        if (selection.isWhole() && form.rdf.isPresent() && !description && !context) {
            try (var beside = new OutputFile(place.resolveSibling(place.getFileName() + ".description.ttl"))) {
                describe(store, List.of(new DatasetDescription.DataFile(place.getFileName().toString(), form.rdf.get(),
                        size(place))), beside.stream());
                beside.commit();
            }
        }
    }

    private static long size(Path place) {
        try {
            return Files.size(place);
        } catch (IOException e) {
            throw new Trouble(Exit.IO, place + " could not be read: " + OutputFile.why(e), e);
        }
    }

    private void write(KnowledgeStore store, Selection selection, OutputStream to) {
        if (context) {
            put(to, JsonLdContext.file(store.iris()));
        } else if (description) {
            describe(store, List.of(), to);
        } else {
            try (var progress = new ArticleProgress(terminal)) {
                write(store, selection, progress, to);
            }
        }
    }

    private static void put(OutputStream to, byte[] bytes) {
        try {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the stream reports its failures itself", e);
        }
    }

    private static void describe(KnowledgeStore store, List<DatasetDescription.DataFile> files, OutputStream to) {
        store.read(dataset -> {
            DatasetDescription.write(dataset, store.iris(), DatasetDescription.Graphs.EACH, files, to);
            return null;
        });
    }

    private void write(KnowledgeStore store, Selection selection, ArticleProgress progress, OutputStream to) {
        var graphs = new Exporter(store.iris(), progress);
        var tables = new TableExporter(store.iris(), progress);
        store.read(dataset -> {
            switch (form) {
                case TRIG, TURTLE, NQUADS, JSONLD -> {
                    try {
                        graphs.write(dataset, selection, form.rdf.orElseThrow(), to);
                    } catch (IOException e) {
                        throw new UncheckedIOException("the stream reports its failures itself", e);
                    }
                }
                case CSV -> tables.csv(dataset, selection, topics.getFirst(), language, bom, to);
                case XLSX -> tables.xlsx(dataset, selection, language, to);
            }
            return null;
        });
    }
}
