package org.jingwei.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.RawPage;

/**
 * How fast the whole chain goes, from the bytes of a page to its facts as TriG checked with the shapes, and what it
 * keeps.
 *
 * <pre>
 * PipelineSpeed generated COUNT [THREADS]        COUNT generated articles, each another one; a line each tenth of them
 * PipelineSpeed ROUNDS[xTHREADS] INPUT…          inputs as for {@code jingwei extract}; a line each round
 * </pre>
 *
 * <p>Each line is of the pages since the line before: the CPU time of the working threads in the chain (in brackets that
 * of the process, with collecting, compiling and generating), then the time of the clock, then the heap that is in use
 * when no page is at work, after collection.
 */
final class PipelineSpeed {
    private static final long SEED = 20210528;

    private final Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
    private final LongFunction<RawPage> pages;
    private final int threads;

    private PipelineSpeed(LongFunction<RawPage> pages, int threads) {
        this.pages = pages;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err
                    .println("usage: PipelineSpeed generated COUNT [THREADS] | PipelineSpeed ROUNDS[xTHREADS] INPUT…");
            System.exit(2);
        }
        if (arguments[0].equals("generated")) {
            long count = Long.parseLong(arguments[1]);
            int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
            new PipelineSpeed(new GeneratedArticles(SEED)::page, threads).run(count, 10);
        } else {
            String[] rounds = arguments[0].split("x");
            List<RawPage> inputs = inputs(List.of(arguments).subList(1, arguments.length));
            new PipelineSpeed(n -> inputs.get((int) (n % inputs.size())),
                    rounds.length > 1 ? Integer.parseInt(rounds[1]) : 1)
                    .run(Long.parseLong(rounds[0]) * inputs.size(), Integer.parseInt(rounds[0]));
        }
    }

    private static List<RawPage> inputs(List<String> names) throws IOException {
        List<RawPage> pages = new ArrayList<>();
        try (var inputs = Inputs.open(names, System.in)) {
            inputs.forEach(arrival -> {
                if (arrival instanceof Arrival.Page page) {
                    pages.add(page.page());
                }
            });
        }
        return pages;
    }

    private void run(long count, int stages) throws InterruptedException, ExecutionException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var next = new AtomicLong();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (int stage = 1; stage <= stages; stage++) {
                long to = count * stage / stages;
                long cpu = process.getProcessCpuTime();
                long clock = System.nanoTime();
                Callable<Tally> work = () -> work(next, to);
                Tally tally = Tally.NONE;
                for (Future<Tally> done : workers.invokeAll(java.util.Collections.nCopies(threads, work))) {
                    tally = tally.plus(done.get());
                }
                next.set(to);
                print(to, tally, (System.nanoTime() - clock) / 1e9, (process.getProcessCpuTime() - cpu) / 1e9);
            }
        }
    }

    private Tally work(AtomicLong next, long to) throws IOException {
        Tally tally = Tally.NONE;
        for (long n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
            tally = tally.plus(Tally.of(pipeline, pages.apply(n)));
        }
        return tally;
    }

    private void print(long to, Tally tally, double clock, double process) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        double cpu = tally.nanoseconds() / 1e9;
        System.out.printf(Locale.ROOT,
                "%7d: %d articles, %d rejected, %d broken, %d characters, %d facts, %d KB of TriG; "
                        + "%.0f characters and %.1f articles a CPU-second (%.0f and %.1f); %.1f articles a second on %d threads; "
                        + "heap in use %.1f MB%n",
                to, tally.articles(), tally.rejected(), tally.broken(), tally.characters(),
                tally.facts(), tally.bytes() >> 10, tally.characters() / cpu, tally.articles() / cpu,
                tally.characters() / process, tally.articles() / process, tally.articles() / clock, threads,
                used / 1048576.0);
    }
}
