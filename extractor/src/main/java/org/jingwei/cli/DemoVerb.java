package org.jingwei.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.fact.Fact;
import org.jingwei.publish.AnswerFormat;
import org.jingwei.publish.Endpoint;
import org.jingwei.publish.EndpointSettings;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.Edition;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything once, with the articles that come with the program. */
@Command(name = "demo", mixinStandardHelpOptions = true, header = "Read the bundled articles, store them, ask three questions, serve them.", description = {
        "", "The store is a temporary folder that is removed at the end. The articles are invented.", "" }, footer = {
                "", "Examples:", "  jingwei demo --once", "  jingwei demo --port 8080", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: failed." })
final class DemoVerb extends Verb {
    private static final List<String> QUESTIONS = List.of("projects/signed-totals", "indicators/growth",
            "events/timeline");

    /** Of an answer: two of header, ten rows. */
    private static final int LINES_SHOWN = 12;

    @Option(names = "--once", description = "Stop after the answers instead of serving.")
    private boolean once;

    @Mixin
    private ListenOptions listen;

    @Mixin
    private PipelineOptions pipeline;

    DemoVerb(Terminal terminal) {
        super(terminal);
    }

    private record Ready(ArticleGraph graph, Origin origin, String found) {}

    @Override
    public Integer call() throws IOException {
        EndpointSettings settings = listen.settings();
        Path folder = Files.createTempDirectory("jingwei-demo-");
        try (var stop = new Stop()) {
            try {
                return demo(folder, settings, stop);
            } finally {
                remove(folder);
            }
        }
    }

    private int demo(Path folder, EndpointSettings settings, Stop stop) {
        pipeline.threads(); // a flag that makes no sense is told before the models are read
        Pipeline reading = pipeline.pipeline();
        PageRun run = pipeline.run(reading, terminal, common.verbose, letter -> {});
        QueryLibrary library = QueryLibrary.load();
        try (var store = KnowledgeStore.open(folder, pipeline.iris())) {
            stop.first(store::closeSoon);
            store.loadReference(Edition.current(), () -> ReferenceGraphs.vocabulary(store.iris()),
                    () -> ReferenceGraphs.gazetteer(store.iris()));
            load(store, run);
            try (var endpoint = Endpoint.start(store, library, once ? settings.withPort(0) : settings,
                    Optional.empty(), Optional.of(new Trial(() -> reading)))) {
                answers(store, library);
                if (!once) {
                    terminal.say(endpoint.address() + " is open; SPARQL queries go to " + endpoint.sparql()
                            + ". Ctrl-C stops it.");
                    stop.await();
                }
            }
        }
        return run.exit();
    }

    private void load(KnowledgeStore store, PageRun run) {
        Map<String, Ready> articles = new LinkedHashMap<>();
        run.over(DemoPages.arrivals(),
                page -> new Ready(page.graph(), Origin.of(page.article().raw()), found(page)),
                article -> articles.put(article.graph.key(), article));
        List<ArticleGraph> graphs = new ArrayList<>();
        articles.values().forEach(article -> graphs.add(article.graph));
        store.put(graphs, graph -> Optional.of(articles.get(graph.key()).origin));
        articles.values().forEach(article -> terminal.print(article.found));
        terminal.flush();
    }

    /** What one article states, in two lines. */
    private static String found(Outcome.Extracted page) {
        Map<String, Long> kinds = page.facts().stream()
                .collect(Collectors.groupingBy(DemoVerb::kind, LinkedHashMap::new, Collectors.counting()));
        return page.article().raw().location() + page.article().metadata().title().map(title -> "  " + title).orElse("")
                + "\n    " + kinds.entrySet().stream().map(kind -> Counted.of(kind.getValue(), kind.getKey()))
                        .collect(Collectors.joining(", "))
                + (page.article().repairs().isEmpty()
                        ? ""
                        : "; " + Counted.of(page.article().repairs().size(), "repair"))
                + "\n";
    }

    private static String kind(Fact fact) {
        return switch (fact) {
            case Fact.Name name -> "name";
            case Fact.Event event -> "event";
            case Fact.Project project -> "project";
            case Fact.Money money -> "amount";
            case Fact.Number number -> "count";
            case Fact.Indicator indicator -> "indicator";
            case Fact.Role role -> "role";
            case Fact.Cooperation cooperation -> "cooperation";
            case Fact.Designation designation -> "designation";
            case Fact.Quotation quotation -> "quotation";
            case Fact.Discarded discarded -> "doubtful reading";
        };
    }

    private void answers(KnowledgeStore store, QueryLibrary library) {
        for (String name : QUESTIONS) {
            LibraryQuery query = library.find(name);
            terminal.print("\n" + query.questions().getOrDefault("en", query.summary()) + "\n(jingwei query " + name
                    + ")\n");
            byte[] table = AnswerFormat.TABLE.write(QueryLibrary.run(query, store, Map.of()), store.iris());
            terminal.print(beginning(new String(table, StandardCharsets.UTF_8)));
        }
        terminal.flush();
    }

    /** A long table's first rows and its last line, which says how many there are. */
    private static String beginning(String table) {
        List<String> lines = table.lines().toList();
        if (lines.size() <= LINES_SHOWN + 1) {
            return table;
        }
        return String.join("\n", lines.subList(0, LINES_SHOWN)) + "\n…\n" + lines.getLast() + "\n";
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Trouble(Exit.IO, folder + " could not be removed: " + OutputFile.why(e) + ". Remove it yourself.",
                    e);
        }
    }
}
