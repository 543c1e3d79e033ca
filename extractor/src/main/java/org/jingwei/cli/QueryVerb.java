package org.jingwei.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jingwei.publish.Answer;
import org.jingwei.publish.AnswerFormat;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.publish.QueryParameter;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A question to a store. */
@Command(name = "query", mixinStandardHelpOptions = true, header = "Ask a store a question of the library, or a SPARQL file.", description = "", footer = {
        "", "Examples:", "  jingwei query --list", "  jingwei query events/timeline --db data",
        "  jingwei query mine.rq --db data -p region=宜昌市 --format csv", "",
        "Exit codes: 0 done; 2 wrong usage or a wrong query; 70 and above: failed." })
final class QueryVerb extends Verb {
    @ArgGroup(multiplicity = "1")
    private Which which;

    /** A question, or the list of them. */
    private static final class Which {
        @Parameters(paramLabel = "NAME|FILE", arity = "0..1", description = "A query of the library, or a file with a SPARQL query.")
        String query;

        @Option(names = "--list", description = "List the library: each query with its question and its parameters.")
        boolean list;
    }

    @Option(names = "--db", paramLabel = "DIR", description = "The store to ask.")
    private Optional<Path> db = Optional.empty();

    @Option(names = { "-p",
            "--parameter" }, paramLabel = "NAME=VALUE", description = "A parameter of the query; may be given more than once.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form;

    private enum Form {
        TABLE(AnswerFormat.TABLE), CSV(AnswerFormat.CSV), JSON(AnswerFormat.JSON), XLSX(AnswerFormat.XLSX);

        private final AnswerFormat written;

        Form(AnswerFormat written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    QueryVerb(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        QueryLibrary library = QueryLibrary.load();
        if (which.list) {
            library.all().forEach(this::describe);
            return Exit.DONE;
        }
        Path place = db
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "Missing required option: --db=DIR"));
        try {
            LibraryQuery query = library.find(which.query);
            try (var store = KnowledgeStore.openExisting(place)) {
                Answer answer = QueryLibrary.run(query, store, parameters);
                terminal.print(form.written.write(answer, store.iris()));
            }
        } catch (PublishException e) {
            // The question is at fault: its name, its parameters, its text.
            throw new Trouble(Exit.WRONG_USAGE, e.getMessage() + " " + e.remedy(), e);
        }
        return Exit.DONE;
    }

    private void describe(LibraryQuery query) {
        terminal.print(query.name() + "\n    " + query.summary() + "\n");
        query.questions().values().forEach(question -> terminal.print("    " + question + "\n"));
        for (QueryParameter parameter : query.parameters()) {
            terminal.print("    -p " + parameter.name() + "=" + parameter.type().name().toLowerCase(Locale.ROOT)
                    + parameter.defaultValue().map(value -> " (default: " + value + ")").orElse("")
                    + (parameter.choices().isEmpty() ? "" : " (one of " + String.join(", ", parameter.choices()) + ")")
                    + (parameter.description().isEmpty() ? "" : "  " + parameter.description()) + "\n");
        }
    }
}
