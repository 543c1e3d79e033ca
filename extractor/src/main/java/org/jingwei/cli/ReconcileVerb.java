package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jingwei.link.ExternalThing;
import org.jingwei.link.Link;
import org.jingwei.link.NameMatch;
import org.jingwei.link.Reconciler;
import org.jingwei.link.Reconciler.Reconciled;
import org.jingwei.publish.KnownThings;
import org.jingwei.rdf.ExternalGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.LinksetMapper;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.table.ExternalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Other people's tables linked to a store. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, header = "Link the regions and organisations of a store to a table or graph of others.", description = {
        "", "Codes come first: GB/T 2260, ISO 3166-2, tickers, credit codes, and for provinces Wikidata.",
        "A code proves that two things are the same; a name never does, and gives candidates with a score.",
        "Running it again replaces the links to that source; --remove takes them out.", "" }, footer = { "",
                "Examples:",
                "  jingwei reconcile offices.csv --db data --name-column city --code-column gb --as region",
                "  jingwei reconcile companies.ttl --db data --source registry",
                "  jingwei reconcile --remove --source registry --db data", "",
                "Exit codes: 0 done; 1 done, but some rows could not be used; 2 wrong usage; 70 and above: failed." })
final class ReconcileVerb extends Verb {
    private static final int MOST_TOLD = 20;

    @Parameters(paramLabel = "TABLE.csv|FILE.ttl", arity = "0..1", description = "Comma-separated values with a header row, or Turtle, TriG, N-Triples, N-Quads.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store.")
    private Path db;

    @Option(names = "--source", paramLabel = "NAME", description = "What the source is called here; letters, digits, - and _ (default: the name of the file).")
    private Optional<String> source = Optional.empty();

    @Option(names = "--as", paramLabel = "KIND", description = "What the rows are: region, zone or organisation (default: what their type says, or any of these).")
    private Optional<Kind> kind = Optional.empty();

    @Option(names = "--id-column", paramLabel = "NAME", defaultValue = "id", description = "The column with the id of each row (default: ${DEFAULT-VALUE}).")
    private String id;

    @Option(names = "--name-column", paramLabel = "NAME", description = "The column with names (default: name, where there is one).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--type-column", paramLabel = "NAME", description = "The column that says region, zone, organisation, province, prefecture, county, company, bank or university (default: type, where there is one).")
    private Optional<String> type = Optional.empty();

    @Option(names = "--code-column", paramLabel = "NAME", description = "A column with codes; may be given more than once (default: code, where there is one).")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--region-column", paramLabel = "NAME", description = "A column with the name or code of the region that the row lies in; may be given more than once (default: region, where there is one).")
    private List<String> regions = new ArrayList<>();

    @Option(names = "--charset", paramLabel = "NAME", defaultValue = "UTF-8", description = "Of the table (default: ${DEFAULT-VALUE}).")
    private String charset;

    @Option(names = "--namespace", paramLabel = "IRI", description = "What stands in front of the ids of a table in the IRIs of its rows (default: the rows get IRIs below the store's base).")
    private Optional<String> namespace = Optional.empty();

    @Option(names = "--dataset", paramLabel = "IRI", description = "The dataset that the source is.")
    private Optional<String> dataset = Optional.empty();

    @Option(names = "--least-score", paramLabel = "P", defaultValue = "0.6", description = "Candidates below it are left out, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double least;

    @Option(names = "--dry-run", description = "Show what would be linked and store nothing.")
    private boolean dryRun;

    @Option(names = "--remove", description = "Take the links to --source out of the store.")
    private boolean remove;

    private enum Kind {
        REGION(Link.Kind.REGION), ZONE(Link.Kind.ZONE), ORGANISATION(Link.Kind.ORGANISATION);

        private final Link.Kind kind;

        Kind(Link.Kind kind) {
            this.kind = kind;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ReconcileVerb(Terminal terminal) {
        super(terminal);
    }

    /** What a file holds, whatever its form. */
    private record Content(List<ExternalThing> things, List<String> problems) {}

    @Override
    public Integer call() {
        check();
        String called = source.orElseGet(this::fileName);
        if (!called.matches("[\\p{L}\\p{N}_-]+")) {
            throw new ParameterException(spec.commandLine(), "--source must be letters, digits, - and _, not "
                    + (called.isEmpty() ? "empty" : called));
        }
        if (remove) {
            try (var store = KnowledgeStore.openExisting(db)) {
                terminal.say(db + ": " + (store.removeLinkset(called)
                        ? "the links to " + called + " are gone"
                        : "there are no links to " + called));
            }
            return Exit.DONE;
        }
        Path place = file.orElseThrow();
        byte[] bytes = bytes(place);
        Content content = content(place, bytes);
        content.problems().forEach(problem -> terminal.say(place + ": " + problem + "; left out"));
        try (var store = KnowledgeStore.openExisting(db)) {
            Reconciler reconciler = new Reconciler(
                    store.read(dataset -> KnownThings.search(dataset, store.iris())), (int) Math.round(least * 100));
            List<Reconciled> rows = content.things().stream().map(reconciler::reconcile).toList();
            var mapped = LinksetMapper.map(store.iris(), new LinksetMapper.Source(called,
                    place.getFileName().toString(), RawPage.sha256(bytes), namespace, dataset), rows);
            switch (mapped.verdict()) {
                case Verdict.Conforming conforming -> {
                }
                case Verdict.Broken broken -> throw new Trouble(Exit.BROKEN,
                        "the links to " + called + " break the shapes: " + broken.report().getFirst()
                                + ". Please report it with the table.");
            }
            terminal.print(report(rows));
            boolean changed = !dryRun && store.putLinkset(mapped.linkset());
            tell(called, rows, changed);
        }
        return content.problems().isEmpty() ? Exit.DONE : Exit.SOME_REJECTED;
    }

    private void check() {
        if (remove && (file.isPresent() || source.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--remove takes --source and no file");
        }
        if (!remove && file.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing the table or graph to reconcile");
        }
        if (!(least >= 0 && least <= 1)) {
            throw new ParameterException(spec.commandLine(), "--least-score must be 0 to 1, not " + least);
        }
        namespace.ifPresent(iri -> requireWeb("--namespace", iri));
        dataset.ifPresent(iri -> requireWeb("--dataset", iri));
    }

    private void requireWeb(String option, String iri) {
        if (Iris.web(iri).isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + " must be an absolute http or https IRI, not "
                    + iri);
        }
    }

    private String fileName() {
        String whole = file.orElseThrow().getFileName().toString();
        int dot = whole.lastIndexOf('.');
        return (dot > 0 ? whole.substring(0, dot) : whole).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }

    private static byte[] bytes(Path place) {
        try {
            return Files.readAllBytes(place);
        } catch (IOException e) {
            throw new Trouble(Exit.WRONG_USAGE,
                    place + " cannot be read: it is missing or may not be read. Name a file.",
                    e);
        }
    }

    private Content content(Path place, byte[] bytes) {
        Set<Link.Kind> kinds = kind.map(k -> Set.of(k.kind)).orElse(Set.of());
        try {
            if (ExternalGraph.isRdf(place.getFileName().toString())) {
                var graph = ExternalGraph.read(bytes, place.getFileName().toString(), kinds);
                return new Content(graph.things(), graph.problems());
            }
            var table = ExternalTable.read(bytes, charset(), new ExternalTable.Columns(id, name, type, codes, regions,
                    kinds));
            return new Content(table.things(), table.problems());
        } catch (ExternalTable.Unusable | IllegalArgumentException e) {
            throw new Trouble(Exit.WRONG_USAGE, place + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private Charset charset() {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(spec.commandLine(), "--charset " + charset + " is none that is known here");
        }
    }

    private static String report(List<Reconciled> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("id", "name", "result", "thing", "label", "score", "reason"));
        for (Reconciled row : rows) {
            row.proven().ifPresent(match -> table.add(line(row.thing(), "proven", match)));
            row.candidates().forEach(match -> table.add(line(row.thing(), "candidate", match)));
            if (isUnmatched(row)) {
                table.add(List.of(row.thing().id(), row.thing().name(), "unmatched", "", "", "", ""));
            }
        }
        return ExternalTable.write(table);
    }

    private static List<String> line(ExternalThing thing, String result, NameMatch match) {
        return List.of(thing.id(), thing.name(), result, match.entity().id(), match.entity().label(),
                String.format(Locale.ROOT, "%.2f", match.score() / 100.0), LinksetMapper.reason(match));
    }

    private static boolean isUnmatched(Reconciled row) {
        return row.proven().isEmpty() && row.candidates().isEmpty();
    }

    private void tell(String called, List<Reconciled> rows, boolean changed) {
        List<Reconciled> unmatched = rows.stream().filter(ReconcileVerb::isUnmatched).toList();
        unmatched.stream().limit(MOST_TOLD).forEach(row -> terminal.say("unmatched: "
                + (row.thing().line() > 0 ? "line " + row.thing().line() + ", " : "") + row.thing().id() + " "
                + row.thing().name()));
        if (unmatched.size() > MOST_TOLD) {
            terminal.say("unmatched: " + (unmatched.size() - MOST_TOLD) + " more");
        }
        long proven = rows.stream().filter(row -> row.proven().isPresent()).count();
        long candidates = rows.size() - proven - unmatched.size();
        terminal.say(called + ": " + Counted.of(rows.size(), "row") + ", " + proven + " proven by a code, " + candidates
                + " with candidates, " + unmatched.size() + " unmatched; "
                + (dryRun ? "nothing stored" : changed ? "links stored" : "the links were there already"));
    }
}
