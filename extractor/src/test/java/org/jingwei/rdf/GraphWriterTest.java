package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated
class GraphWriterTest {
    private static final GraphWriter WRITER = new GraphWriter(Iris.standard());

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void whatIsWrittenReadsBackTheSame(RdfFormat format) throws IOException {
        for (long seed = 0; seed < 25; seed++) {
            ArticleGraph article = Samples.random(seed).graph();
            DatasetGraph expected = article.dataset();
            if (format == RdfFormat.TURTLE) {
                expected = DatasetGraphFactory.create();
                article.facts().stream().forEach(expected.getDefaultGraph()::add);
                article.evidence().stream().forEach(expected.getDefaultGraph()::add);
            }
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.source(new ByteArrayInputStream(bytes(article, format))).lang(lang(format))
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrict).parse(read);
            assertTrue(IsoMatcher.isomorphic(expected, read), format + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void equalGraphsGiveEqualBytes(RdfFormat format) throws IOException {
        ArticleGraph article = Samples.random(7).graph();
        byte[] expected = bytes(article, format);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            ArticleGraph again = Samples.random(7).graph();
            ArticleGraph shuffled = new ArticleGraph(again.key(), again.iris(), shuffled(again.facts()),
                    shuffled(again.evidence()));
            assertArrayEquals(expected, bytes(shuffled, format));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theSinkStaysOpen() throws IOException {
        OutputStream closed = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        for (RdfFormat format : RdfFormat.values()) {
            WRITER.write(Samples.random(3).graph(), format, closed);
        }
    }

    @Test
    void tenthComesAfterSecond() {
        List<String> order = new ArrayList<>(List.of("event/e10", "event/e2", "event/e1", "event/e02"));
        order.sort((a, b) -> NodeOrder.NODES.compare(Iris.standard().graph(a), Iris.standard().graph(b)));
        assertEquals(List.of("event/e1", "event/e02", "event/e2", "event/e10"), order);
    }

    private static Graph shuffled(Graph graph) {
        List<Triple> triples = new ArrayList<>(graph.stream().toList());
        Collections.shuffle(triples, new Random(1));
        Graph other = GraphFactory.createDefaultGraph();
        triples.forEach(other::add);
        return other;
    }

    private static byte[] bytes(ArticleGraph article, RdfFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WRITER.write(article, format, out);
        return out.toByteArray();
    }

    private static Lang lang(RdfFormat format) {
        return switch (format) {
            case TRIG -> Lang.TRIG;
            case TURTLE -> Lang.TURTLE;
            case NQUADS -> Lang.NQUADS;
            case JSONLD -> Lang.JSONLD11;
        };
    }
}
