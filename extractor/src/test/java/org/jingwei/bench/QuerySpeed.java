package org.jingwei.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Answer;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;

/**
 * How long the questions of the library take on a store of generated articles.
 *
 * <pre>
 * QuerySpeed make DIR QUADS                     makes a store of at least so many quads
 * QuerySpeed ask DIR [NAME [PARAMETER=VALUE…]]  asks every question with its defaults, or one, with those parameters it has
 * </pre>
 *
 * <p>A line is the name, the rows, the median of five runs in milliseconds of CPU after two unmeasured ones, and the
 * first run. A required parameter takes the value of SAMPLES.
 */
final class QuerySpeed {
    private static final long SEED = 20210528;
    private static final int BATCH = 500;
    private static final int RUNS = 5;
    private static final QueryLibrary.Manner PATIENT = new QueryLibrary.Manner(Optional.empty(), 0, Optional.empty(),
            Answer.Limits.NONE, Optional.of(Duration.ofSeconds(20)));
    private static final Map<String, String> SAMPLES = Map.of("region", "江苏", "name", "云岭集团");

    private QuerySpeed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length >= 3 && arguments[0].equals("make")) {
            make(Path.of(arguments[1]), Long.parseLong(arguments[2]));
        } else if (arguments.length >= 2 && arguments[0].equals("ask")) {
            ask(Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length));
        } else {
            System.err.println("usage: QuerySpeed make DIR QUADS | QuerySpeed ask DIR [NAME [PARAMETER=VALUE…]]");
            System.exit(2);
        }
    }

    private static void make(Path directory, long quads) throws Exception {
        Iris iris = Iris.standard();
        var pipeline = new Pipeline(Gazetteer.load(), iris);
        var pages = new GeneratedArticles(SEED);
        try (var store = KnowledgeStore.open(directory)) {
            store.loadReference(ReferenceGraphs.vocabulary(iris), ReferenceGraphs.gazetteer(iris));
            long number = store.articles().size();
            while (size(store) < quads) {
                List<ArticleGraph> batch = new ArrayList<>();
                while (batch.size() < BATCH) {
                    if (pipeline.run(pages.page(number++)) instanceof Outcome.Extracted extracted) {
                        batch.add(extracted.graph());
                    }
                }
                store.put(batch);
                System.out.println(number + " articles, " + size(store) + " quads");
            }
        }
    }

    private static long size(KnowledgeStore store) {
        return store.<Long>read(dataset -> dataset.stream().count());
    }

    private static void ask(Path directory, List<String> asked) {
        QueryLibrary library = QueryLibrary.load();
        Map<String, String> stated = new LinkedHashMap<>();
        asked.stream().filter(a -> a.contains("=")).map(a -> a.split("=", 2)).forEach(a -> stated.put(a[0], a[1]));
        try (var store = KnowledgeStore.openExisting(directory)) {
            for (LibraryQuery query : asked.isEmpty() || asked.getFirst().contains("=")
                    ? library.all()
                    : List.of(library.find(asked.getFirst()))) {
                Map<String, String> values = new LinkedHashMap<>(stated);
                query.parameters().stream().filter(p -> p.required())
                        .forEach(p -> values.putIfAbsent(p.name(), SAMPLES.get(p.name())));
                values.keySet().removeIf(name -> query.parameters().stream().noneMatch(p -> p.name().equals(name)));
                try {
                    time(query, store, values);
                } catch (PublishException e) {
                    System.out.printf(Locale.ROOT, "%-34s %s%n", query.name(), e.getMessage());
                }
            }
        }
    }

    private static void time(LibraryQuery query, KnowledgeStore store, Map<String, String> values) {
        long first = run(query, store, values);
        run(query, store, values);
        long[] runs = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            runs[i] = run(query, store, values);
        }
        Arrays.sort(runs);
        Answer answer = QueryLibrary.run(query, store, values);
        int rows = answer instanceof Answer.Table table ? table.rows().size() : 1;
        System.out.printf(Locale.ROOT, "%-34s %7d rows %7d ms (first %d)%n", query.name(), rows, runs[RUNS / 2], first);
    }

    private static long run(LibraryQuery query, KnowledgeStore store, Map<String, String> values) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        QueryLibrary.run(query, store, values, PATIENT);
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }
}
