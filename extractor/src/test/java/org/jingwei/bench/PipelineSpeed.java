package org.jingwei.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Arrival;
import org.jingwei.source.Inputs;
import org.jingwei.source.RawPage;

/**
 * Characters and pages a CPU-second that the whole chain reads, from page to facts, on one thread; and the heap that is
 * in use after each round, collected. Usage: {@code PipelineSpeed ROUNDS INPUT...}, inputs as for {@code jingwei extract}.
 */
final class PipelineSpeed {
    private PipelineSpeed() {}

    public static void main(String[] arguments) throws Exception {
        List<RawPage> pages = new ArrayList<>();
        try (var inputs = Inputs.open(List.of(arguments).subList(1, arguments.length), System.in)) {
            inputs.forEach(arrival -> {
                if (arrival instanceof Arrival.Page page) {
                    pages.add(page.page());
                }
            });
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
            long characters = 0;
            long facts = 0;
            long start = threads.getCurrentThreadCpuTime();
            for (RawPage page : pages) {
                if (pipeline.run(page) instanceof Outcome.Extracted extracted) {
                    characters += extracted.article().text().length();
                    facts += extracted.facts().size();
                }
            }
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "round %d: %d pages, %d characters, %d facts; %.0f characters and %.1f pages a CPU-second; "
                            + "heap in use %d MB%n",
                    round, pages.size(), characters, facts, characters / seconds,
                    pages.size() / seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }
}
