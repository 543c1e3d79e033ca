package org.jingwei.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.rdf.GraphWriter;
import org.jingwei.rdf.RdfFormat;
import org.jingwei.source.RawPage;

/**
 * What came of pages.
 *
 * @param articles    that were extracted
 * @param characters  of the cleaned text of those, in UTF-16 units
 * @param bytes       of their TriG
 * @param nanoseconds of the CPU
 */
record Tally(long articles, long rejected, long broken, long characters, long facts, long bytes, long nanoseconds) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** Of one page, on this thread. */
    static Tally of(Pipeline pipeline, RawPage page) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        return switch (pipeline.run(page)) {
            case Outcome.Extracted extracted -> {
                var sink = new Sink();
                new GraphWriter(extracted.graph().iris()).write(extracted.graph(), RdfFormat.TRIG, sink);
                yield new Tally(1, 0, 0, extracted.article().text().length(), extracted.facts().size(), sink.bytes,
                        threads.getCurrentThreadCpuTime() - start);
            }
            case Outcome.Rejected rejected -> new Tally(0, 1, 0, 0, 0, 0, threads.getCurrentThreadCpuTime() - start);
            case Outcome.Broken broken -> new Tally(0, 0, 1, 0, 0, 0, threads.getCurrentThreadCpuTime() - start);
        };
    }

    Tally plus(Tally more) {
        return new Tally(articles + more.articles, rejected + more.rejected, broken + more.broken,
                characters + more.characters, facts + more.facts, bytes + more.bytes, nanoseconds + more.nanoseconds);
    }

    /** Counts and keeps nothing. */
    private static final class Sink extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
