package org.jingwei.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Answer;
import org.jingwei.publish.LibraryQuery;
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
 * QuerySpeed ask DIR [NAME [PARAMETER=VALUE…]]  asks every question with its defaults, or one with parameters
 * </pre>
 *
 * <p>A line is the name, the rows, the median of five runs in milliseconds after two unmeasured ones, and the first run.
 */
final class QuerySpeed {
    private static final long SEED = 20210528;
    private static final int BATCH = 500;
    private static final int RUNS = 5;

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
        Map<String, String> values = new LinkedHashMap<>();
        asked.stream().skip(1).map(a -> a.split("=", 2)).forEach(a -> values.put(a[0], a[1]));
        try (var store = KnowledgeStore.openExisting(directory)) {
            for (LibraryQuery query : asked.isEmpty() ? library.all() : List.of(library.find(asked.getFirst()))) {
                long first = run(query, store, values);
                run(query, store, values);
                long[] runs = new long[RUNS];
                for (int i = 0; i < RUNS; i++) {
                    runs[i] = run(query, store, values);
                }
                Arrays.sort(runs);
                Answer answer = QueryLibrary.run(query, store, values);
                int rows = answer instanceof Answer.Table table ? table.rows().size() : 1;
                System.out.printf(Locale.ROOT, "%-34s %7d rows %7d ms (first %d)%n", query.name(), rows,
                        runs[RUNS / 2], first);
            }
        }
    }

    private static long run(LibraryQuery query, KnowledgeStore store, Map<String, String> values) {
        long start = System.nanoTime();
        QueryLibrary.run(query, store, values);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
