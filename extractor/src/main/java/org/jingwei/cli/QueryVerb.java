package org.jingwei.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jingwei.publish.Answer;
import org.jingwei.publish.AnswerFormat;
import org.jingwei.publish.Headed;
import org.jingwei.publish.Language;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.publish.QueryParameter;
import org.jingwei.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A question to a store. */
@Command(name = "query", mixinStandardHelpOptions = true, header = "Ask a store a question of the library, or a SPARQL file.", description = {
        "The parameters of a question are options of their own: --list NAME shows them." }, footer = {
                "", "Examples:", "  jingwei query --list", "  jingwei query --list projects/list",
                "  jingwei query events/timeline --db data --region 宜昌",
                "  jingwei query projects/largest --db data --limit 10 --lang zh --format csv",
                "  jingwei query mine.rq --db data -p region=宜昌市 --format json", "",
                "Exit codes: 0 done; 2 wrong usage or a wrong query; 70 and above: failed." })
final class QueryVerb extends Verb {
    @Parameters(paramLabel = "NAME|FILE", arity = "0..*", description = "A query of the library, or a file with a SPARQL query; and its parameters: --NAME VALUE.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--list", description = "List the library: each query with its question and its parameters; with a NAME that one, or those of a topic.")
    private boolean list;

    @Option(names = "--db", paramLabel = "DIR", description = "The store to ask.")
    private Optional<Path> db = Optional.empty();

    @Option(names = { "-p",
            "--parameter" }, paramLabel = "NAME=VALUE", description = "A parameter of the query; may be given more than once.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--lang", paramLabel = "LANG", description = "Headings and labels: en or zh (default: the names of the variables, with English labels).")
    private Optional<String> language = Optional.empty();

    @Option(names = "--limit", paramLabel = "ROWS", description = "The first so many rows only.")
    private Optional<Long> limit = Optional.empty();

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
        QuestionWords given = given();
        QueryLibrary library = QueryLibrary.load();
        if (list) {
            return list(library, given.name());
        }
        String name = given.name().orElseThrow(() -> wrong("Missing: NAME|FILE or --list"));
        Path place = db.orElseThrow(() -> wrong("Missing required option: --db=DIR"));
        try {
            LibraryQuery query = library.find(name);
            try (var store = KnowledgeStore.openExisting(place)) {
                Optional<Language> headings = language();
                if (QueryLibrary.searches(query)) {
                    store.search(terminal::say);
                }
                Answer answer = QueryLibrary.run(query, store, given.values(),
                        QueryLibrary.Manner.PLAIN.in(headings).with(rows()));
                Answer headed = headings.map(chosen -> Headed.in(chosen, query, answer)).orElse(answer);
                // JSON is for programs: its keys are the names of the variables in any language.
                terminal.print(form.written.write(form == Form.JSON ? answer : headed, store.iris()));
            }
        } catch (PublishException e) {
            // The question is at fault: its name, its parameters, its text.
            throw new Trouble(Exit.WRONG_USAGE, e.getMessage() + " " + e.remedy(), e);
        }
        return Exit.DONE;
    }

    /** The words and what {@code -p} adds to them. */
    private QuestionWords given() {
        try {
            QuestionWords given = QuestionWords.of(words);
            var values = new LinkedHashMap<>(given.values());
            parameters.forEach((name, value) -> {
                if (values.put(name, value) != null) {
                    throw new IllegalArgumentException("Parameter " + name + " is there twice");
                }
            });
            return new QuestionWords(given.name(), values);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Optional<Language> language() {
        return language.map(tag -> Language.named(tag)
                .orElseThrow(() -> wrong("Invalid value for option '--lang': expected en or zh, got '" + tag + "'")));
    }

    private Optional<Long> rows() {
        if (limit.isPresent() && limit.get() < 0) {
            throw wrong("Invalid value for option '--limit': " + limit.get() + " is below zero");
        }
        return limit;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int list(QueryLibrary library, Optional<String> name) {
        List<LibraryQuery> wanted = library.all().stream().filter(query -> name.isEmpty()
                || query.name().equals(name.get()) || query.name().startsWith(name.get() + "/")
                || query.name().endsWith("/" + name.get())).toList();
        if (wanted.isEmpty()) {
            throw new Trouble(Exit.WRONG_USAGE, "There is no query \"" + name.orElse("") + "\" in the library. "
                    + "See: jingwei query --list");
        }
        wanted.forEach(this::describe);
        return Exit.DONE;
    }

    private void describe(LibraryQuery query) {
        terminal.print(query.name() + "\n    " + query.summary() + "\n");
        query.questions().values().forEach(question -> terminal.print("    " + question + "\n"));
        if (!query.needsOne().isEmpty()) {
            terminal.print("    needs --" + String.join(" or --", query.needsOne()) + "\n");
        }
        for (QueryParameter parameter : query.parameters()) {
            terminal.print("    --" + parameter.name() + "=" + parameter.type().name().toLowerCase(Locale.ROOT)
                    + (parameter.required() ? " (required)" : "")
                    + parameter.defaultValue().map(value -> " (default: " + value + ")").orElse("")
                    + (parameter.choices().isEmpty() ? "" : " (one of " + String.join(", ", parameter.choices()) + ")")
                    + "  " + parameter.description().both().replace("\n", " ") + "\n");
        }
    }
}
