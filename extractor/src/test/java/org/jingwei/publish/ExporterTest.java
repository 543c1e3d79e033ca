package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jingwei.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
    private final Exporter exporter = new Exporter(Fixture.IRIS);

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(Exporter.Format.class)
    void whatIsWrittenIsWhatIsThere(Exporter.Format format) {
        try (var store = Fixture.store(temp.resolve("db"))) {
            byte[] bytes = bytes(store, format);
            Lang lang = switch (format) {
                case TRIG -> Lang.TRIG;
                case TURTLE -> Lang.TURTLE;
                case NQUADS -> Lang.NQUADS;
                case JSONLD -> Lang.JSONLD;
            };
            DatasetGraph read = RDFParser.fromString(Exporter.utf8(bytes), lang).toDatasetGraph();
            boolean named = format != Exporter.Format.TURTLE;
            assertEquals(store.read(d -> statements(d, named)), statements(read, named));
        }
    }

    /** Loaded in another order, as other batches, after a detour: the bytes are the same. */
    @ParameterizedTest
    @EnumSource(Exporter.Format.class)
    void theSameGraphGivesTheSameBytes(Exporter.Format format) {
        try (var one = Fixture.store(temp.resolve("one")); var other = KnowledgeStore.open(temp.resolve("other"))) {
            other.put(List.of(Fixture.article(Fixture.OTHER, "另一个会", 99)));
            other.put(List.of(Fixture.article(Fixture.OTHER, "<script>alert(1)</script>", 7)));
            other.put(List.of(Fixture.article(Fixture.KEY, "石湖新区签约会", 12)));
            assertArrayEquals(bytes(one, format), bytes(other, format));
        }
    }

    @Test
    void oneArticleIsItsTwoGraphs() {
        try (var store = Fixture.store(temp.resolve("db"))) {
            Path file = temp.resolve("one.nq");
            store.read(d -> {
                exporter.writeArticleFile(d, Fixture.KEY, Exporter.Format.NQUADS, file);
                return null;
            });
            assertEquals(new TreeSet<>(List.of("https://w3id.org/jingwei/doc/" + Fixture.KEY,
                    "https://w3id.org/jingwei/doc/" + Fixture.KEY + "/evidence")), graphs(file));
        }
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() {
        DatasetGraph failing = new org.apache.jena.sparql.core.DatasetGraphWrapper(DatasetGraphFactory.create()) {
            @Override
            public java.util.Iterator<org.apache.jena.graph.Node> listGraphNodes() {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
        };
        Path file = temp.resolve("all.trig");
        assertThrows(UncheckedIOException.class, () -> exporter.writeFile(failing, Exporter.Format.TRIG, file));
        assertEquals(List.of(), List.of(temp.toFile().list()));
        var nowhere = assertThrows(PublishException.class, () -> exporter.writeFile(DatasetGraphFactory.create(),
                Exporter.Format.TRIG, temp.resolve("no/such/folder.trig")));
        assertTrue(nowhere.getMessage().contains("folder.trig"), nowhere.getMessage());
    }

    private byte[] bytes(KnowledgeStore store, Exporter.Format format) {
        var out = new ByteArrayOutputStream();
        store.read(d -> {
            try {
                exporter.write(d, format, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        return out.toByteArray();
    }

    private static TreeSet<String> statements(DatasetGraph dataset, boolean named) {
        var statements = new TreeSet<String>();
        dataset.find().forEachRemaining(q -> statements.add(named ? q.toString() : q.asTriple().toString()));
        return statements;
    }

    private static TreeSet<String> graphs(Path file) {
        var graphs = new TreeSet<String>();
        try {
            RDFParser.fromString(Files.readString(file), Lang.NQUADS).toDatasetGraph().listGraphNodes()
                    .forEachRemaining(g -> graphs.add(g.getURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graphs;
    }
}
