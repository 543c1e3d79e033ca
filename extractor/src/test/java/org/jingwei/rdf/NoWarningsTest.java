package org.jingwei.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checking parser (IRIs, language tags, lexical forms) has nothing to say about what the program brings along. */
class NoWarningsTest {
    private static final Path ONTOLOGY = Path.of("../ontology");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ONTOLOGY)) {
            return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfTheOntologyGivesNoWarning(Path file) throws IOException {
        assertEquals(List.of(), warnings(Files.readString(file), Lang.TURTLE));
    }

    @Test
    void theReferenceGraphsGiveNoWarning() {
        Iris iris = Iris.standard();
        assertEquals(List.of(), warnings(nTriples(ReferenceGraphs.vocabulary(iris)), Lang.NTRIPLES));
        assertEquals(List.of(), warnings(nTriples(ReferenceGraphs.gazetteer(iris)), Lang.NTRIPLES));
    }

    @Test
    void anArticleGivesNoWarning() {
        for (long seed = 0; seed < 40; seed++) {
            ArticleGraph article = Samples.random(seed).graph();
            assertEquals(List.of(), warnings(nTriples(article.facts()), Lang.NTRIPLES));
            assertEquals(List.of(), warnings(nTriples(article.evidence()), Lang.NTRIPLES));
        }
    }

    /** So that the tests above can fail. */
    @Test
    void aDateThatIsNoneGivesAWarning() {
        assertFalse(warnings("<urn:a:b> <urn:a:c> \"2023-02-30\"^^<" + Ns.XSD + "date> .", Lang.NTRIPLES).isEmpty());
        assertFalse(warnings("<urn:a:b> <urn:a:c> \"x\"@chinese-simplified-characters .", Lang.NTRIPLES).isEmpty());
    }

    private static String nTriples(Graph graph) {
        var out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> warnings(String text, Lang lang) {
        var said = new ArrayList<String>();
        var listening = new ErrorHandler() {
            @Override
            public void warning(String message, long line, long column) {
                said.add(line + ":" + column + " " + message);
            }

            @Override
            public void error(String message, long line, long column) {
                warning(message, line, column);
            }

            @Override
            public void fatal(String message, long line, long column) {
                throw new UncheckedIOException(new IOException(line + ":" + column + " " + message));
            }
        };
        RDFParser.fromString(text, lang).checking(true).errorHandler(listening)
                .parse(GraphFactory.createDefaultGraph());
        return said;
    }
}
