package org.jingwei;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jingwei.article.Article;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.GraphWriter;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.RdfFormat;
import org.jingwei.source.RawPage;
import org.jingwei.source.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a page on its way, it is read or rejected, and what is served of it stands in it. A page that
 * fails is told by its number and kept in {@code target/mutated}.
 */
class MutatedPagesTest {
    private static final Path KEPT = Path.of("target/mutated");
    /** Every so many pages are run twice. */
    private static final int AGAIN = 25;
    /** Enough to see what they have in common. */
    private static final int MOST_FAILURES = 20;

    private final MutatedPages pages = new MutatedPages();
    private final Pipeline pipeline = new Pipeline(Gazetteer.load(), Iris.standard());

    MutatedPagesTest() throws IOException {}

    @Test
    void fifteenHundredAreReadOrRejected() {
        run(0, 1500);
    }

    @Test
    @Tag("slow")
    void aHundredThousandAreReadOrRejected() {
        run(1500, 100_000);
    }

    @Test
    void aNumberGivesTheSamePageAgain() throws IOException {
        var others = new MutatedPages();
        for (int n = 0; n < 100; n++) {
            assertArrayEquals(pages.page(n).content(), others.page(n).content());
        }
    }

    private void run(long first, long many) {
        NavigableMap<Long, String> failures = new ConcurrentSkipListMap<>();
        var read = new AtomicInteger();
        LongStream.range(first, first + many).parallel().forEach(number -> {
            if (failures.size() >= MOST_FAILURES) {
                return;
            }
            RawPage page = pages.page(number);
            List<String> faults = faults(page, number % AGAIN == 0, read);
            if (!faults.isEmpty()) {
                failures.put(number, told(page, faults));
            }
        });
        assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures.values()));
        assertTrue(read.get() > many / 2, "only " + read + " of " + many + " pages were read: what is tested?");
    }

    /** What is wrong with the outcome of a page; empty when nothing is. */
    private List<String> faults(RawPage page, boolean again, AtomicInteger read) {
        try {
            return switch (pipeline.run(page)) {
                case Outcome.Extracted extracted -> {
                    read.incrementAndGet();
                    List<String> faults = evidence(extracted);
                    byte[] written = trig(extracted.graph());
                    if (again && !(pipeline.run(page) instanceof Outcome.Extracted second
                            && Arrays.equals(written, trig(second.graph())))) {
                        faults.add("the second time it gives something else");
                    }
                    yield faults;
                }
                case Outcome.Rejected rejected -> List.of();
                case Outcome.Broken broken -> List.of("its graph breaks the shapes: " + broken.verdict());
            };
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(e + "\n    at " + String.join("\n    at ",
                    Arrays.stream(e.getStackTrace()).limit(25).map(StackTraceElement::toString).toList()));
        }
    }

    private static List<String> evidence(Outcome.Extracted extracted) {
        Article article = extracted.article();
        int end = article.text().length();
        int pageEnd = article.page().codePointCount(0, article.page().length());
        List<String> faults = new ArrayList<>();
        for (Fact fact : extracted.facts()) {
            for (Span span : fact.evidence().spans()) {
                if (span.length() == 0 || span.end() > end) {
                    faults.add(span + " is not in the text of " + end + ": " + fact);
                } else if (article.map().toPage(span).end() > pageEnd) {
                    faults.add(article.map().toPage(span) + " is not on the page of " + pageEnd + ": " + fact);
                }
            }
        }
        return faults;
    }

    private static byte[] trig(ArticleGraph graph) {
        var out = new ByteArrayOutputStream();
        try {
            new GraphWriter(graph.iris()).write(graph, RdfFormat.TRIG, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private static String told(RawPage page, List<String> faults) {
        Path kept = KEPT.resolve(page.name() + ".page");
        try {
            Files.createDirectories(KEPT);
            Files.write(kept, page.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.location() + ", " + page.stated() + ", kept as " + kept.toAbsolutePath() + "\n"
                + String.join("\n", faults) + "\n----\n" + new String(page.content(), StandardCharsets.UTF_8)
                + "\n----";
    }
}
