package org.jingwei.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Regions;
import org.jingwei.publish.Answer;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.publish.PublishException;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.IndicatorList;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.rdf.StatisticsMapper;
import org.jingwei.source.RawPage;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.table.BadTable;
import org.jingwei.table.Mapping;
import org.jingwei.table.MappingReader;
import org.jingwei.table.TableReader;

/**
 * How long the questions of the library take on a store of generated articles.
 *
 * <pre>
 * QuerySpeed make DIR QUADS                     makes a store of at least so many quads, two statistics tables among them
 * QuerySpeed ask DIR [NAME [PARAMETER=VALUE…]]  asks every question with its defaults, or one, with those parameters it has
 * QuerySpeed beside DIR [NAME [PARAMETER=VALUE…]] the same, and ARQ alone on a copy in memory: heap of 3 GB a million quads
 * </pre>
 *
 * <p>A line is the name, the rows, and in milliseconds the median and the 95th percentile of the time of twenty runs by
 * the clock, the median of the CPU time of the thread, and the first of five unmeasured runs by the clock. The CPU time
 * tells how far a busy machine is in the others. Then the medians of ARQ's, and its number of rows where that is another.
 * Beyond three seconds of CPU a question has fewer runs, three at least. A required parameter takes the value of SAMPLES.
 */
final class QuerySpeed {
    private static final long SEED = 20210528;
    private static final String SHIPPED = "nbs-grp-2015-2019";
    private static final int BATCH = 50;
    private static final int RUNS = 20;
    private static final int UNMEASURED = 5;
    private static final int LEAST_RUNS = 3;
    private static final long ENOUGH_MILLISECONDS = 3_000;
    private static final QueryLibrary.Manner PATIENT = new QueryLibrary.Manner(Optional.empty(), 0, Optional.empty(),
            Answer.Limits.NONE, Optional.of(Duration.ofSeconds(120)));
    private static final Map<String, String> SAMPLES = Map.of("region", "江苏", "name", "云岭集团", "indicator",
            "地区生产总值", "article", "generated-" + SEED + "-7");

    private QuerySpeed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length >= 3 && arguments[0].equals("make")) {
            make(Path.of(arguments[1]), Long.parseLong(arguments[2]));
        } else if (arguments.length >= 2 && (arguments[0].equals("ask") || arguments[0].equals("beside"))) {
            ask(Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length), arguments[0].equals("beside"));
        } else {
            System.err
                    .println("usage: QuerySpeed make DIR QUADS | QuerySpeed ask|beside DIR [NAME [PARAMETER=VALUE…]]");
            System.exit(2);
        }
    }

    private static void make(Path directory, long quads) throws Exception {
        Iris iris = Iris.standard();
        var pipeline = new Pipeline(Gazetteer.load(), iris);
        var pages = new GeneratedArticles(SEED);
        try (var store = KnowledgeStore.open(directory)) {
            store.loadReference(ReferenceGraphs.vocabulary(iris), ReferenceGraphs.gazetteer(iris));
            statistics(store, iris);
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

    /** The table that ships, which holds provinces, and a larger one. */
    private static void statistics(KnowledgeStore store, Iris iris) throws IOException, BadTable {
        Gazetteer gazetteer = Gazetteer.load();
        try (InputStream table = resource(SHIPPED + ".csv"); InputStream mapping = resource(SHIPPED + ".mapping")) {
            put(store, iris, gazetteer, table.readAllBytes(), new String(mapping.readAllBytes(), UTF_8));
        }
        put(store, iris, gazetteer, new GeneratedStatistics(SEED).table(gazetteer), GeneratedStatistics.MAPPING);
    }

    private static InputStream resource(String name) {
        return QuerySpeed.class.getResourceAsStream("/statistics/" + name);
    }

    private static void put(KnowledgeStore store, Iris iris, Gazetteer gazetteer, byte[] table, String keys)
            throws BadTable {
        Mapping mapping = MappingReader.read("mapping", keys);
        var reading = new TableReader(new Regions(gazetteer), IndicatorList.read()).read("table", table, mapping);
        store.putStatistics(new StatisticsMapper(iris).map(mapping, reading, mapping.name() + ".csv",
                RawPage.sha256(table)));
        System.out.println(mapping.name() + ": " + reading.placed().size() + " figures, " + reading.unplaced().size()
                + " unplaced");
    }

    private static long size(KnowledgeStore store) {
        return store.<Long>read(dataset -> dataset.stream().count());
    }

    private static void ask(Path directory, List<String> asked, boolean beside) {
        QueryLibrary library = QueryLibrary.load();
        Map<String, String> stated = new LinkedHashMap<>();
        asked.stream().filter(a -> a.contains("=")).map(a -> a.split("=", 2)).forEach(a -> stated.put(a[0], a[1]));
        try (var store = KnowledgeStore.openExisting(directory)) {
            Optional<InMemory> memory = beside ? Optional.of(InMemory.of(store)) : Optional.empty();
            for (LibraryQuery query : asked.isEmpty() || asked.getFirst().contains("=")
                    ? library.all()
                    : List.of(library.find(asked.getFirst()))) {
                Map<String, String> values = new LinkedHashMap<>(stated);
                query.parameters().stream().filter(p -> p.required())
                        .forEach(p -> values.putIfAbsent(p.name(), SAMPLES.get(p.name())));
                if (query.needsOne().stream().noneMatch(values::containsKey)) {
                    query.needsOne().stream().filter(SAMPLES::containsKey).findFirst()
                            .ifPresent(name -> values.put(name, SAMPLES.get(name)));
                }
                values.keySet().removeIf(name -> query.parameters().stream().noneMatch(p -> p.name().equals(name)));
                try {
                    time(query, store, memory, values);
                } catch (PublishException e) {
                    System.out.printf(Locale.ROOT, "%-34s %s%n", query.name(), e.getMessage());
                }
            }
        }
    }

    private static void time(LibraryQuery query, KnowledgeStore store, Optional<InMemory> memory,
            Map<String, String> values) {
        Answer answer = QueryLibrary.run(query, store, values, PATIENT);
        int rows = answer instanceof Answer.Table table ? table.rows().size() : 1;
        Times ours = Times.of(() -> QueryLibrary.run(query, store, values, PATIENT));
        System.out.printf(Locale.ROOT, "%-30s %6d rows, ms: p50 %5d  p95 %5d  cpu %5d  first %5d%s%n", query.name(),
                rows, ours.median(), ours.percentile95(), ours.cpu(), ours.first(),
                memory.map(copy -> beside(copy, query, InMemory.terms(query, values), rows)).orElse(""));
    }

    private static String beside(InMemory copy, LibraryQuery query, Map<Var, Node> terms, long rows) {
        try {
            long others = copy.rows(query.query(), terms);
            Times times = Times.of(() -> copy.rows(query.query(), terms));
            return String.format(Locale.ROOT, " | in memory: p50 %5d  cpu %5d", times.median(), times.cpu())
                    + (others == rows ? "" : "  BUT " + others + " rows");
        } catch (QueryCancelledException e) {
            return " | in memory: stopped after " + InMemory.PATIENCE.toSeconds() + " s";
        }
    }

    /**
     * @param first the first unmeasured run, by the clock
     * @param wall  of the measured runs by the clock, ascending
     * @param work  CPU time of the thread in the measured runs, ascending
     */
    private record Times(long first, long[] wall, long[] work) {
        static Times of(Runnable question) {
            long first = once(question)[0];
            for (int i = 1; i < UNMEASURED; i++) {
                once(question);
            }
            long[] wall = new long[RUNS];
            long[] work = new long[RUNS];
            int count = 0;
            for (long spent = 0; count < RUNS && (count < LEAST_RUNS || spent < ENOUGH_MILLISECONDS); count++) {
                long[] run = once(question);
                wall[count] = run[0];
                work[count] = run[1];
                spent += run[1];
            }
            return new Times(first, sorted(wall, count), sorted(work, count));
        }

        private static long[] sorted(long[] runs, int count) {
            long[] sorted = Arrays.copyOf(runs, count);
            Arrays.sort(sorted);
            return sorted;
        }

        /** Milliseconds by the clock, and of CPU of this thread. */
        private static long[] once(Runnable question) {
            var threads = ManagementFactory.getThreadMXBean();
            long work = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            question.run();
            return new long[]{ (System.nanoTime() - start) / 1_000_000,
                    (threads.getCurrentThreadCpuTime() - work) / 1_000_000 };
        }

        long median() {
            return wall[wall.length / 2];
        }

        long percentile95() {
            return wall[(int) Math.ceil(0.95 * wall.length) - 1];
        }

        long cpu() {
            return work[work.length / 2];
        }
    }
}
