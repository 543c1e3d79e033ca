package org.jingwei.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.source.Arrival;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.LoadReport;
import org.jingwei.store.Origin;
import org.jingwei.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Pages into a store. */
@Command(name = "load", mixinStandardHelpOptions = true, header = "Read pages and store the facts that they state.", description = {
        "", "Loading a page again changes nothing; a run that was cut off is resumed by running it again.",
        "" }, footer = { "", "Examples:", "  jingwei load news/ --db data",
                "  jingwei load feed.jsonl --db data --batch 500", "",
                "Exit codes: 0 done; 1 done, but some pages were rejected; 2 wrong usage; 70 and above: failed." })
final class LoadVerb extends Verb {
    @Mixin
    private PageInputs inputs;

    @Option(names = "--db", paramLabel = "DIR", required = true, description = "The store; made when it is not there.")
    private Path db;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "200", description = "Articles in a transaction (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rejected", paramLabel = "FILE", description = "Where rejected pages are listed, as JSON Lines with location, stage, reason and remedy (default: DIR-rejected.jsonl). Replaced by each run.")
    private Optional<Path> rejected = Optional.empty();

    @Mixin
    private PipelineOptions pipeline;

    LoadVerb(Terminal terminal) {
        super(terminal);
    }

    private record Ready(ArticleGraph graph, Origin origin) {}

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch must be 1 or more, not " + batch);
        }
        Stream<Arrival> pages = inputs.open(terminal);
        Path letters = rejected.orElseGet(() -> db.toAbsolutePath().normalize().resolveSibling(
                db.toAbsolutePath().normalize().getFileName() + "-rejected.jsonl"));
        Iris iris = pipeline.iris();
        try (var store = new Shelf(iris); var dead = new DeadLetters(letters)) {
            PageRun run = pipeline.run(terminal, common.verbose, dead::add);
            var batches = new Batches(store, run);
            run.over(pages, page -> new Ready(page.graph(), Origin.of(page.article().raw())), batches::add);
            batches.flush();
            terminal.say(
                    batches.summary(db) + (dead.count() == 0 ? "" : "; " + dead.count() + " rejected, see " + letters));
            return run.exit();
        }
    }

    /** The store. A new one is made for the first article, so that a run without any leaves none behind. */
    private final class Shelf implements AutoCloseable {
        private final Iris iris;
        private KnowledgeStore store;

        /** @throws StoreException when there is a store that cannot be opened, or something else in its place */
        Shelf(Iris iris) {
            this.iris = iris;
            if (!KnowledgeStore.isNew(db)) {
                SearchReady.open(open(), terminal);
            }
        }

        KnowledgeStore open() {
            if (store == null) {
                store = KnowledgeStore.open(db, iris);
                store.loadReference(ReferenceGraphs.vocabulary(iris), ReferenceGraphs.gazetteer(iris));
            }
            return store;
        }

        /** Whether there is none yet. */
        boolean isMissing() {
            return store == null;
        }

        @Override
        public void close() {
            if (store != null) {
                store.close();
            }
        }
    }

    /** Collects articles and stores them a batch at a time. */
    private final class Batches {
        private final Shelf store;
        private final PageRun run;
        private final Map<String, Ready> waiting = new LinkedHashMap<>();
        private int added;
        private int replaced;
        private int unchanged;

        Batches(Shelf store, PageRun run) {
            this.store = store;
            this.run = run;
        }

        void add(Ready article) {
            store.open();
            if (waiting.put(article.graph.key(), article) != null) {
                // The same bytes at two places are one article.
                unchanged++;
            }
            if (waiting.size() >= batch) {
                flush();
            }
        }

        void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            List<ArticleGraph> graphs = new ArrayList<>();
            waiting.values().forEach(article -> graphs.add(article.graph));
            LoadReport report = store.open().put(graphs, graph -> Optional.of(waiting.get(graph.key()).origin));
            added += report.added().size();
            replaced += report.replaced().size();
            unchanged += report.unchanged().size();
            for (LoadReport.Refused refused : report.refused()) {
                Origin origin = waiting.get(refused.key()).origin;
                run.refuse(new DeadLetter(origin.location(), "store", "UNSTORABLE", refused.reason(),
                        "Please report it with the page.", Optional.of(origin.identity())));
            }
            waiting.clear();
        }

        String summary(Path db) {
            if (store.isMissing()) {
                return "no articles; " + db + " was not made";
            }
            return db + ": " + Counted.of(added, "article") + " added, " + replaced + " replaced, " + unchanged
                    + " already there";
        }
    }
}
