package org.jingwei.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.ReferenceGraphs;
import org.jingwei.store.KnowledgeStore;

/**
 * What a store asks beyond what TDB2 asks, on articles whose graphs are ready, each way on a copy of its own, turn by
 * turn.
 *
 * <pre>
 * StoreSpeed make DIR QUADS                  a store of at least so many quads, by TDB2's loader; copied, never written
 * StoreSpeed add DIR WORK ARTICLES [BATCH]   further articles into copies of it below WORK: beside a bare loop
 * StoreSpeed replace WORK ARTICLES [BATCH]   a store of so many articles below WORK, loaded in batches; then each of them
 *                                            by an almost equal version: beside dropping and adding it
 * </pre>
 *
 * <p>Ratios are of speed: above 1 is faster than the yardstick, by the clock and by the CPU time of the process. The
 * median is that of the turns, of four batches each, behind one that is not measured; what a page fault of one costs is not in it, and is in the total.
 */
final class StoreSpeed {
    private static final int PATTERNS = 600;
    private static final int BATCH = 200;
    /** What is done while the next batch is written counts, and so does what is left to do behind the last one. */
    private static final int IN_A_TURN = 4;

    private StoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.size() == 3 && given.getFirst().equals("make")) {
            make(Path.of(given.get(1)), Long.parseLong(given.get(2)));
        } else if (given.size() >= 4 && given.getFirst().equals("add")) {
            add(Path.of(given.get(1)), Path.of(given.get(2)), Integer.parseInt(given.get(3)), batch(given, 4));
        } else if (given.size() >= 3 && given.getFirst().equals("replace")) {
            replace(Path.of(given.get(1)), Integer.parseInt(given.get(2)), batch(given, 3));
        } else {
            System.err.println("usage: StoreSpeed make DIR QUADS | StoreSpeed add DIR WORK ARTICLES [BATCH]"
                    + " | StoreSpeed replace WORK ARTICLES [BATCH]");
            System.exit(2);
        }
    }

    private static int batch(List<String> given, int at) {
        return given.size() > at ? Integer.parseInt(given.get(at)) : BATCH;
    }

    private static void make(Path directory, long quads) throws IOException {
        KnowledgeStore.open(directory, Iris.standard()).close();
        bulk(directory, new ReadyArticles(1, PATTERNS), quads);
        open(directory);
    }

    private static void bulk(Path directory, ReadyArticles articles, long quads) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory.resolve("tdb2")));
        DataLoader loader = LoaderFactory.sequentialLoader(dataset, (form, values) -> {});
        loader.startBulk();
        long loaded = 0;
        int number = 0;
        for (; loaded < quads; number++) {
            var article = articles.article(number).quads();
            article.forEach(loader.streamRDF()::quad);
            loaded += article.size();
        }
        loader.finishBulk();
        TDBInternal.expel(dataset, true);
        System.out.println(number + " articles, " + loaded + " quads");
    }

    /** With the reference data, and search ready. */
    private static void open(Path directory) {
        try (var store = KnowledgeStore.openExisting(directory)) {
            store.loadReference(ReferenceGraphs.vocabulary(store.iris()), ReferenceGraphs.gazetteer(store.iris()));
            store.search(System.out::println);
        }
    }

    private static void add(Path directory, Path work, int articles, int batch) throws IOException {
        var source = new ReadyArticles(2, PATTERNS);
        Disk before = Disk.of(directory);
        for (String name : List.of("bare", "store", "plain", "intake")) {
            Disk.copy(directory, work.resolve(name));
        }
        try (var bare = StoreSide.bare(work.resolve("bare"));
                var store = StoreSide.store(work.resolve("store"));
                var plain = StoreSide.withoutSearch(work.resolve("plain"));
                var intake = StoreSide.intake(work.resolve("intake"))) {
            race(List.of(bare, store, plain, intake), batches(articles, batch, source::article));
            requireSame(bare, store);
            requireSame(bare, plain);
        }
        grown(work, before, List.of("bare", "store", "plain", "intake"));
    }

    private static void replace(Path work, int articles, int batch) throws IOException {
        var source = new ReadyArticles(1, Math.min(articles, PATTERNS));
        Path first = work.resolve("first");
        Disk.delete(first);
        KnowledgeStore.open(first, Iris.standard()).close();
        open(first);
        try (var store = StoreSide.store(first)) {
            batches(articles, batch, source::article).forEach(store::write);
        }
        Disk before = Disk.of(first);
        List<String> names = List.of("drop", "delta");
        for (String name : names) {
            Disk.copy(first, work.resolve(name));
        }
        try (var drop = StoreSide.dropAndAdd(work.resolve("drop"));
                var store = StoreSide.store(work.resolve("delta"))) {
            race(List.of(drop, store),
                    batches(articles, batch, n -> ReadyArticles.revised(source.article(n), n)));
            requireSame(drop, store);
        }
        grown(work, before, names);
    }

    private static void grown(Path work, Disk before, List<String> names) throws IOException {
        for (String name : names) {
            System.out.printf(Locale.ROOT, "%-14s %s%n", name, Disk.of(work.resolve(name)).over(before));
        }
    }

    /** Made when they are asked for: none of them is kept. */
    private static List<List<ReadyArticles.Ready>> batches(int articles, int batch,
            java.util.function.IntFunction<ReadyArticles.Ready> article) {
        return new java.util.AbstractList<>() {
            @Override
            public List<ReadyArticles.Ready> get(int index) {
                return java.util.stream.IntStream.range(index * batch, Math.min(articles, (index + 1) * batch))
                        .mapToObj(article).toList();
            }

            @Override
            public int size() {
                return (articles + batch - 1) / batch;
            }
        };
    }

    /**
     * Some batches by each side, one behind the other, until all of them can be searched; who begins changes. The first
     * side is the yardstick. The first batch is not measured: it warms each of them up.
     */
    private static void race(List<StoreSide> sides, List<List<ReadyArticles.Ready>> all) {
        for (StoreSide side : sides) {
            side.write(all.getFirst());
            side.settle();
        }
        List<List<ReadyArticles.Ready>> batches = all.subList(1, all.size());
        int turns = (batches.size() + IN_A_TURN - 1) / IN_A_TURN;
        double[][] clock = new double[sides.size()][turns];
        double[][] work = new double[sides.size()][turns];
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long quads = 0;
        for (int i = 0; i < turns; i++) {
            var some = List.copyOf(batches.subList(i * IN_A_TURN, Math.min(batches.size(), (i + 1) * IN_A_TURN)));
            quads += some.stream().flatMap(List::stream).mapToLong(ready -> ready.quads().size()).sum();
            for (int turn = 0; turn < sides.size(); turn++) {
                int side = (i + turn) % sides.size();
                long cpu = process.getProcessCpuTime();
                long start = System.nanoTime();
                some.forEach(sides.get(side)::write);
                sides.get(side).settle();
                clock[side][i] = System.nanoTime() - start;
                work[side][i] = process.getProcessCpuTime() - cpu;
            }
        }
        System.out.printf(Locale.ROOT, "%d batches, %d quads; %.0f quads a second by the yardstick%n", batches.size(),
                quads, quads / Arrays.stream(clock[0]).sum() * 1e9);
        for (int side = 1; side < sides.size(); side++) {
            System.out.printf(Locale.ROOT, "%-14s %s; CPU %s%n", sides.get(side).name(),
                    ratio(clock[0], clock[side]), ratio(work[0], work[side]));
        }
    }

    private static String ratio(double[] yardstick, double[] times) {
        double[] ratios = new double[times.length];
        Arrays.setAll(ratios, i -> yardstick[i] / times[i]);
        Arrays.sort(ratios);
        return String.format(Locale.ROOT, "%.2f in total, median %.2f, quartiles %.2f to %.2f",
                Arrays.stream(yardstick).sum() / Arrays.stream(times).sum(), ratios[ratios.length / 2],
                ratios[ratios.length / 4], ratios[ratios.length * 3 / 4]);
    }

    /** @throws IllegalStateException when the two hold other statements */
    private static void requireSame(StoreSide one, StoreSide other) {
        List<Long> sums = new ArrayList<>();
        for (StoreSide side : List.of(one, other)) {
            sums.add(side.read(now -> {
                long sum = 0;
                var quads = now.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                while (quads.hasNext()) {
                    long hash = quads.next().hashCode() * 0x9E3779B97F4A7C15L;
                    sum += hash ^ hash >>> 29;
                }
                return sum;
            }));
        }
        if (!sums.getFirst().equals(sums.getLast())) {
            throw new IllegalStateException(one.name() + " and " + other.name() + " hold other statements");
        }
    }
}
