package org.jingwei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.bench.GeneratedArticles;
import org.jingwei.link.Gazetteer;
import org.jingwei.publish.Role;
import org.jingwei.publish.Tokens;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;
import org.jingwei.store.PreparedStore;

/**
 * {@code MixedLoad MINUTES DIR}: a server with 1 GB of heap in a process of its own, and everything at the same time
 * for so long: readers, searches, pages, exports, pages that come in, queries that nobody should ask. Every answer is
 * checked where it is known beforehand. Prints a line a minute, and at the end what was wrong; memory and open files
 * must not grow over the second half. Ends with 1 when anything was.
 */
final class MixedLoad {
    private static final long SEED = 20260611;
    private static final int ARTICLES = 100;
    private static final int SAMPLES = 60;
    private static final long HEAP_SLACK = 16 << 20;
    private static final int FILES_SLACK = 16;
    /** Of a machine that has other work too. */
    private static final int TURNED_AWAY_ONE_IN = 1000;
    private static final Node HEADLINE = NodeFactory.createURI("https://schema.org/headline");

    private final Tally tally = new Tally();
    private final List<ServedProcess.Held> held = new ArrayList<>();
    private final Path folder;
    private final double minutes;
    private volatile boolean over;

    /** @param folder for the store and the logs, empty */
    MixedLoad(Path folder, double minutes) {
        this.folder = folder;
        this.minutes = minutes;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: MixedLoad MINUTES DIR");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<String> wrong = new MixedLoad(folder, Double.parseDouble(arguments[0])).run();
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private interface Work {
        void once(RandomGenerator random) throws Exception;
    }

    /** Empty when nothing was wrong. */
    List<String> run() throws Exception {
        Iris iris = Iris.standard();
        Path db = folder.resolve("db");
        List<MixedReaders.Known> articles = make(db, iris);
        String token = Tokens.random();
        Path tokens = folder.resolve("tokens");
        Files.writeString(tokens, Tokens.line("mixed", Role.LOAD, token) + "\n");
        tokens.toFile().setReadable(false, false);
        tokens.toFile().setReadable(true, true);
        try (var server = ServedProcess.start(folder, db, tokens)) {
            var client = new Client(server.address(), token, tally);
            var readers = new MixedReaders(client, iris, articles.stream()
                    .filter(a -> MixedLoader.isPlain(a.headline())).toList());
            var loader = new MixedLoader(client, iris, SEED + 1, readers, articles.size());
            var threads = List.of(
                    work("point", 30, readers::point), work("another point", 30, readers::point),
                    work("library", 300, readers::question), work("another question", 300, readers::question),
                    work("search", 200, readers::search), work("page", 300, readers::page),
                    work("export", 4_000, readers::export), work("load", 4_000, loader::load),
                    work("heavy", 40_000, readers::heavy), work("health", 2_000, random -> readers.health()));
            watch(server);
            for (Thread thread : threads) {
                thread.join();
            }
            server.messages().forEach(line -> tally.wrong("the server says: " + line));
            if (!server.isAlive()) {
                tally.wrong("the server died");
            } else if (!server.stop()) {
                tally.wrong("the server did not stop");
            }
        }
        String examined = ServedProcess.examined(db);
        if (!examined.isEmpty()) {
            tally.wrong("doctor: " + examined);
        }
        judge();
        if (tally.turnedAway() > tally.requests() / TURNED_AWAY_ONE_IN) {
            tally.wrong(tally.turnedAway() + " turned away of " + tally.requests());
        }
        System.out.print(tally.table());
        System.out.println(tally.errors() == 0 ? "nothing wrong" : tally.errors() + " wrong");
        return tally.wrong();
    }

    private Thread work(String name, int pause, Work work) {
        return Thread.ofPlatform().name(name).start(() -> {
            var random = new SplittableRandom(SEED + name.hashCode());
            while (!over) {
                try {
                    work.once(random);
                    Thread.sleep(pause);
                } catch (Client.TurnedAway e) {
                    // Counted; the next one may be luckier.
                } catch (Exception | Error e) {
                    tally.wrong(name + ": " + e);
                    try {
                        Thread.sleep(1000);
                    } catch (InterruptedException stop) {
                        return;
                    }
                }
            }
        });
    }

    private void watch(ServedProcess server) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long pause = (long) (minutes * 60_000 / SAMPLES);
        for (int sample = 1; sample <= SAMPLES && server.isAlive(); sample++) {
            long until = begin + sample * pause * 1_000_000;
            Thread.sleep(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            var now = server.held();
            held.add(now);
            if (minutes >= SAMPLES || sample % (SAMPLES / 6) == 0) {
                System.out.printf(Locale.ROOT,
                        "%.1f min: %d requests, %d turned away, %d wrong, heap %d MB, resident %d MB (own %d), %d files, store %d MB%n",
                        (System.nanoTime() - begin) / 60e9, tally.requests(), tally.turnedAway(), tally.errors(),
                        now.heap() >> 20,
                        now.resident() >> 20, now.own() >> 20, now.files(), size(folder.resolve("db")) >> 20);
            }
        }
        over = true;
    }

    /** Of the second half: its second half against its first. The least of each is what no running query holds. */
    private void judge() {
        if (held.size() < SAMPLES) {
            tally.wrong("only " + held.size() + " of " + SAMPLES + " looks at the memory");
            return;
        }
        long[] heap = held.stream().mapToLong(ServedProcess.Held::heap).toArray();
        long[] files = held.stream().mapToLong(ServedProcess.Held::files).toArray();
        long before = least(heap, SAMPLES / 2, SAMPLES * 3 / 4);
        long after = least(heap, SAMPLES * 3 / 4, SAMPLES);
        long open = least(files, SAMPLES / 2, SAMPLES * 3 / 4);
        long stillOpen = least(files, SAMPLES * 3 / 4, SAMPLES);
        System.out.printf(Locale.ROOT, "third quarter against fourth: heap %.1f and %.1f MB, files %d and %d%n",
                before / 1048576.0, after / 1048576.0, open, stillOpen);
        if (after > before + HEAP_SLACK) {
            tally.wrong("the heap grows: " + before + " bytes, then " + after);
        }
        if (stillOpen > open + FILES_SLACK) {
            tally.wrong("files stay open: " + open + ", then " + stillOpen);
        }
    }

    private static long least(long[] all, int from, int to) {
        return Arrays.stream(all, from, to).min().orElseThrow();
    }

    private static List<MixedReaders.Known> make(Path db, Iris iris) throws IOException {
        PreparedStore.in(db.resolveSibling("reference")).copy(db);
        var pipeline = new Pipeline(Gazetteer.load(), iris);
        var pages = new GeneratedArticles(SEED);
        List<ArticleGraph> graphs = Stream.iterate(0L, n -> n + 1).map(n -> pipeline.run(pages.page(n)))
                .flatMap(outcome -> outcome instanceof Outcome.Extracted extracted
                        ? Stream.of(extracted.graph())
                        : Stream.empty())
                .limit(ARTICLES).toList();
        try (var store = KnowledgeStore.openExisting(db)) {
            store.put(graphs);
        }
        return graphs.stream().map(graph -> new MixedReaders.Known(iris.facts(graph.key()).getURI() + "/article",
                headline(graph).orElse(""))).toList();
    }

    private static Optional<String> headline(ArticleGraph graph) {
        return graph.facts().find(Node.ANY, HEADLINE, Node.ANY).nextOptional()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        } catch (java.io.UncheckedIOException e) {
            return 0; // a file that went while it was counted
        }
    }
}
