package org.jingwei.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.QueryLibrary;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;

/**
 * What search costs, on generated articles.
 *
 * <pre>
 * SearchSpeed load DIR QUADS   fills two stores, DIR/with and DIR/without, with the same articles, turn by turn
 * SearchSpeed ask DIR/with     makes the index anew, then searches
 * </pre>
 *
 * <p>Where no index can be made, a store goes on without: in the second one a file stands in its place. Costs are CPU
 * time of the whole process. Searches are for the first two, the first four and all characters of names in the store.
 */
final class SearchSpeed {
    private static final long SEED = 20210528;
    private static final int BATCH = 200;
    private static final int WORDS = 300;
    private static final Node EXACT = NodeFactory.createURI("http://www.w3.org/ns/oa#exact");

    private SearchSpeed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("load")) {
            load(Path.of(arguments[1]), Long.parseLong(arguments[2]));
        } else if (arguments.length == 2 && arguments[0].equals("ask")) {
            ask(Path.of(arguments[1]));
        } else {
            System.err.println("usage: SearchSpeed load DIR QUADS | SearchSpeed ask DIR/with");
            System.exit(2);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long cost(Runnable work) {
        long start = cpu();
        work.run();
        return cpu() - start;
    }

    private static void load(Path directory, long quads) throws Exception {
        Iris iris = Iris.standard();
        var pipeline = new Pipeline(Gazetteer.load(), iris);
        var pages = new GeneratedArticles(SEED);
        try (var with = KnowledgeStore.open(directory.resolve("with"), iris);
                var without = KnowledgeStore.open(directory.resolve("without"), iris)) {
            Files.writeString(without.directory().resolve("search"), "no index here");
            var vocabulary = ReferenceGraphs.vocabulary(iris);
            var gazetteer = ReferenceGraphs.gazetteer(iris);
            long reference = cost(() -> with.loadReference(vocabulary, gazetteer));
            long plain = cost(() -> without.loadReference(vocabulary, gazetteer));
            System.out.printf(Locale.ROOT, "reference data: with search %.2f times the CPU of without%n",
                    (double) reference / plain);
            long extracting = 0;
            long putting = 0;
            long puttingPlain = 0;
            long stored = 0;
            for (long number = 0; stored < quads;) {
                List<ArticleGraph> batch = new ArrayList<>();
                long start = cpu();
                while (batch.size() < BATCH) {
                    if (pipeline.run(pages.page(number++)) instanceof Outcome.Extracted extracted) {
                        batch.add(extracted.graph());
                    }
                }
                extracting += cpu() - start;
                boolean odd = number / BATCH % 2 == 1;
                putting += odd ? cost(() -> with.put(batch)) : 0;
                puttingPlain += cost(() -> without.put(batch));
                putting += odd ? 0 : cost(() -> with.put(batch));
                stored += batch.stream().mapToLong(a -> a.facts().size() + a.evidence().size()).sum();
            }
            System.out.printf(Locale.ROOT,
                    "%d quads of articles: storing %.3f times the CPU of storing without search; extracting and storing %.3f times%n",
                    stored, (double) putting / puttingPlain,
                    (double) (extracting + putting) / (extracting + puttingPlain));
        }
        System.out.println("index " + size(directory.resolve("with/search")) / 1024 + " KB, statements "
                + size(directory.resolve("with/tdb2")) / 1024 + " KB");
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private static void ask(Path directory) throws IOException {
        System.out.println("as loaded: index " + size(directory.resolve("search")) / 1024 + " KB");
        try (Stream<Path> files = Files.list(directory.resolve("search"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (var store = KnowledgeStore.openExisting(directory)) {
            long reading = cost(() -> store.read(dataset -> dataset.stream().count()));
            long making = cost(() -> store.search(System.out::println));
            System.out.printf(Locale.ROOT, "made anew at %.2f times the CPU of reading all statements once; %d KB%n",
                    (double) making / reading, size(directory.resolve("search")) / 1024);
            List<String> names = names(store);
            for (int length : new int[]{ 1, 2, 4, 100 }) {
                List<String> words = names.stream()
                        .map(n -> n.substring(0,
                                n.offsetByCodePoints(0, Math.min(length, n.codePointCount(0, n.length())))))
                        .toList();
                String of = (length == 100 ? "whole names" : length + " characters");
                report("names, " + of, words, w -> store.search().find(w, Set.of(), Optional.empty(), 500).size());
                report("sentences, " + of, words,
                        w -> store.search().find(w, Set.of(EXACT), Optional.empty(), 300).size());
                report("suggestions, " + of, words, w -> store.search().suggest(w, 40).size());
            }
            QueryLibrary library = QueryLibrary.load();
            for (String query : List.of("search/names", "search/sentences")) {
                report(query + ", 2 characters",
                        names.stream().filter(n -> names.indexOf(n) % 10 == 0).map(n -> n.substring(0, 2)).toList(),
                        w -> ((org.jingwei.publish.Answer.Table) QueryLibrary.run(library.find(query), store,
                                Map.of("words", w))).rows().size());
            }
        }
    }

    /** Chinese names of things, one of so many that there are enough. */
    private static List<String> names(KnowledgeStore store) {
        Node name = NodeFactory.createURI("https://schema.org/name");
        return store.read(dataset -> {
            var all = new LinkedHashSet<String>();
            dataset.find(Node.ANY, Node.ANY, name, Node.ANY)
                    .forEachRemaining(quad -> all.add(quad.getObject().getLiteralLexicalForm()));
            List<String> sorted = all.stream().filter(n -> n.matches("\\p{IsHan}{2}.*")).sorted().toList();
            int step = Math.max(1, sorted.size() / WORDS);
            var some = new ArrayList<String>();
            for (int i = 0; i < sorted.size() && some.size() < WORDS; i += step) {
                some.add(sorted.get(i));
            }
            return some;
        });
    }

    private interface Asking {
        int hits(String words);
    }

    /** Microseconds of CPU of the asking thread, after one round unmeasured. */
    private static void report(String what, List<String> words, Asking asking) {
        words.forEach(asking::hits);
        var threads = ManagementFactory.getThreadMXBean();
        long[] times = new long[words.size()];
        long hits = 0;
        for (int i = 0; i < times.length; i++) {
            long start = threads.getCurrentThreadCpuTime();
            hits += asking.hits(words.get(i));
            times[i] = (threads.getCurrentThreadCpuTime() - start) / 1000;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-32s p50 %7d µs, p95 %7d µs, %d hits on average%n", what,
                times[times.length / 2], times[(int) Math.ceil(0.95 * times.length) - 1], hits / times.length);
    }
}
