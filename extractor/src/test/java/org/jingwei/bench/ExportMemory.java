package org.jingwei.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jingwei.publish.Exporter;
import org.jingwei.publish.Selection;
import org.jingwei.publish.TableExporter;
import org.jingwei.publish.TableLanguage;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;

/**
 * {@code ExportMemory COUNT [DIR]}: a store of COUNT generated articles, exported in every format; a line each with the
 * statements and the heap in use behind it. With {@code -Xmx128m} it shows that the memory does not grow with the
 * store.
 */
public final class ExportMemory {
    private static final int BATCH = 500;
    private static final int EVENTS = 10;

    private ExportMemory() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path db = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("jingwei-export-");
        try (var store = KnowledgeStore.open(db)) {
            if (store.articles().isEmpty()) {
                fill(store, count);
            }
            report("store", 0, 0);
            for (Exporter.Format format : Exporter.Format.values()) {
                time(format.name(), store, out -> store.read(dataset -> {
                    try {
                        new Exporter(store.iris()).write(dataset, format, out);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return null;
                }));
            }
            time("XLSX", store, out -> store.read(dataset -> {
                new TableExporter(store.iris(), Exporter.Progress.NONE).xlsx(dataset, Selection.WHOLE,
                        TableLanguage.EN, out);
                return null;
            }));
        }
    }

    private interface Export {
        void to(OutputStream out);
    }

    private static void time(String what, KnowledgeStore store, Export export) {
        long start = System.nanoTime();
        var bytes = new long[1];
        export.to(new OutputStream() {
            @Override
            public void write(int one) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] some, int offset, int length) {
                bytes[0] += length;
            }
        });
        report(what, bytes[0], System.nanoTime() - start);
    }

    private static void report(String what, long bytes, long nanos) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%-7s %,15d bytes %7.1f s, heap in use %d MB of %d%n", what, bytes, nanos / 1e9,
                runtime.totalMemory() - runtime.freeMemory() >> 20, runtime.maxMemory() >> 20);
    }

    private static void fill(KnowledgeStore store, int count) {
        var batch = new ArrayList<ArticleGraph>();
        for (int i = 0; i < count; i++) {
            batch.add(article(i, store.iris()));
            if (batch.size() == BATCH || i == count - 1) {
                store.put(batch);
                batch.clear();
            }
        }
    }

    private static ArticleGraph article(int number, Iris iris) {
        String key = String.format(Locale.ROOT, "%016x", number * 0x9E3779B97F4A7C15L);
        var facts = new StringBuilder("<doc/%1$s/article> a jw:SourceDocument ; schema:identifier \"a%2$d\" .\n"
                .formatted(key, number));
        var evidence = new StringBuilder();
        for (int i = 1; i <= EVENTS; i++) {
            facts.append("""
                    <doc/%1$s/event/e%2$d> a jw:Signing ; jw:eventType <code/eventType/SIGNING> ;
                        schema:name "第%3$d次签约会之%2$d"@zh-Hans ; jw:amount <doc/%1$s/amount/a%2$d> .
                    <doc/%1$s/amount/a%2$d> schema:value %3$d.5 ; schema:currency "CNY" ; jw:statedText "%3$d.5元" .
                    """.formatted(key, i, number));
            evidence.append("""
                    <doc/%1$s/event/e%2$d> jw:evidence <doc/%1$s/span/%2$d-9%2$d> ; jw:confidence 0.9 .
                    <doc/%1$s/span/%2$d-9%2$d> oa:start %2$d ; oa:end 9%2$d ; oa:exact "第%3$d次签约会之%2$d举行" .
                    """.formatted(key, i, number));
        }
        return new ArticleGraph(key, iris, graph(facts.toString(), iris), graph(evidence.toString(), iris));
    }

    private static Graph graph(String turtle, Iris iris) {
        return RDFParser
                .fromString("BASE <" + iris.base() + ">\nPREFIX jw: <ns#>\nPREFIX schema: <https://schema.org/>\n"
                        + "PREFIX oa: <http://www.w3.org/ns/oa#>\n" + turtle, Lang.TURTLE)
                .toGraph();
    }
}
