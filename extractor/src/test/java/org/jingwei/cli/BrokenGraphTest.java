package org.jingwei.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jingwei.Outcome;
import org.jingwei.Pipeline;
import org.jingwei.link.Gazetteer;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.Verdict;
import org.jingwei.source.Arrival;
import org.jingwei.source.RawPage;
import org.junit.jupiter.api.Test;

/** An article whose graph breaks the shapes reaches no verb, and so no store and no file. */
class BrokenGraphTest {

    @Test
    void aBrokenGraphIsListedAndHandedToNobody() {
        var pipeline = new Pipeline(Gazetteer.load(), Iris.standard());
        List<Arrival> arrivals = DemoPages.arrivals().toList();
        Function<RawPage, Outcome> firstIsBroken = page -> {
            var extracted = assertInstanceOf(Outcome.Extracted.class, pipeline.run(page));
            return page.location().equals(location(arrivals.getFirst()))
                    ? new Outcome.Broken(extracted.article(), new Verdict.Broken(List.of("amount/a1: no bound")))
                    : extracted;
        };
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(InputStream.nullInputStream(), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        var letters = new ArrayList<DeadLetter>();
        var stored = new ArrayList<String>();
        var run = new PageRun(terminal, pipeline, firstIsBroken, 2, false, letters::add);
        run.over(arrivals.stream(), page -> page.article().raw().location(), stored::add);

        assertEquals(arrivals.stream().skip(1).map(BrokenGraphTest::location).toList(), stored);
        assertEquals(1, letters.size());
        assertTrue(letters.getFirst().toString().contains("BROKEN_SHAPE"), letters::toString);
        assertTrue(letters.getFirst().toString().contains("amount/a1: no bound"), letters::toString);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("its graph breaks the shapes: amount/a1: no bound"));
        assertEquals(Exit.SOME_REJECTED, run.exit());
        assertEquals(arrivals.size() - 1, run.extracted());
        assertEquals(1, run.refused());
    }

    private static String location(Arrival arrival) {
        return Stream.of(arrival).map(Arrival.Page.class::cast).map(page -> page.page().location()).findFirst()
                .orElseThrow();
    }
}
