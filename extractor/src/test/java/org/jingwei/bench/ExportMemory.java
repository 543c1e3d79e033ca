package org.jingwei.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.publish.DatasetDescription;
import org.jingwei.publish.Exporter;
import org.jingwei.publish.Selection;
import org.jingwei.publish.TableExporter;
import org.jingwei.publish.TableLanguage;
import org.jingwei.publish.Topic;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.store.KnowledgeStore;

/**
 * {@code ExportMemory COUNT [DIR]}: a store of COUNT generated articles, exported in every format, whole and by a region
 * in which half of each article lies; a line each with the bytes written and the most heap in use meanwhile, garbage
 * left out. Memory that grows with the store shows in a second run with another COUNT, or in one with {@code -Xmx128m}.
 */
public final class ExportMemory {
    private static final int BATCH = 500;
    private static final int EVENTS = 10;
    private static final int[] REGIONS = { 320500, 420500 };

    private ExportMemory() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path db = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("jingwei-export-");
        try (var store = KnowledgeStore.open(db)) {
            if (store.articles().isEmpty()) {
                fill(store, count);
            }
            measure("store", store, (dataset, out, progress) -> {});
            Selection region = new Selection(Optional.empty(),
                    Optional.of(store.read(
                            dataset -> Selection.region(store.iris().base() + "id/region/320500", dataset,
                                    store.iris()))),
                    Optional.empty(), Set.of());
            export("whole", Selection.WHOLE, store);
            export("region", region, store);
            measure("description", store, (dataset, out, progress) -> DatasetDescription.write(dataset, store.iris(),
                    DatasetDescription.Graphs.EACH, List.of(), out));
        }
    }

    private static void export(String what, Selection selection, KnowledgeStore store) {
        for (Exporter.Format format : Exporter.Format.values()) {
            measure(what + " " + format, store, (dataset, out, progress) -> new Exporter(store.iris(), progress)
                    .write(dataset, selection, format, out));
        }
        for (Topic topic : Topic.values()) {
            measure(what + " CSV " + topic.id(), store, (dataset, out, progress) -> new TableExporter(store.iris(),
                    progress).csv(dataset, selection, topic, TableLanguage.EN, false, out));
        }
        measure(what + " XLSX", store, (dataset, out, progress) -> new TableExporter(store.iris(), progress)
                .xlsx(dataset, selection, TableLanguage.EN, out));
    }

    /** An export inside a read transaction. */
    private interface Export {
        void to(DatasetGraph dataset, OutputStream out, Exporter.Progress progress) throws IOException;
    }

    private static void measure(String what, KnowledgeStore store, Export export) {
        long start = System.nanoTime();
        var heap = new LiveHeap();
        var bytes = new long[1];
        var out = new OutputStream() {
            @Override
            public void write(int one) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] some, int offset, int length) {
                bytes[0] += length;
                heap.look();
            }
        };
        var progress = new Exporter.Progress() {
            @Override
            public void begins(long articles) {
                heap.look();
            }

            @Override
            public void article() {
                heap.look();
            }
        };
        store.read(dataset -> {
            try {
                export.to(dataset, out, progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        System.out.printf(Locale.ROOT, "%-21s %,15d bytes %7.1f s, at most %d MB in use of %d%n", what, bytes[0],
                (System.nanoTime() - start) / 1e9, heap.megabytes(), Runtime.getRuntime().maxMemory() >> 20);
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
        var facts = new StringBuilder("""
                <doc/%1$s/article> a jw:SourceDocument ; schema:identifier "a%2$d" .
                <id/region/320500> schema:name "苏州市"@zh-Hans .
                <id/region/420500> schema:name "宜昌市"@zh-Hans .
                """.formatted(key, number));
        var evidence = new StringBuilder();
        for (int i = 1; i <= EVENTS; i++) {
            facts.append("""
                    <doc/%1$s/project/p%2$d> a jw:InvestmentProject ; schema:name "第%3$d个项目之%2$d"@zh-Hans ;
                        schema:location <id/region/%4$d> ; jw:amount <doc/%1$s/amount/a%2$d> .
                    <doc/%1$s/observation/o%2$d> a jw:ReportedObservation ; jw:statedIndicator "产值之%2$d"@zh-Hans ;
                        dim:refArea <id/region/%4$d> ; measure:obsValue %3$d.%2$d .
                    <doc/%1$s/role/r%2$d> a org:Membership ; jw:statedPerson "第%3$d人"@zh-Hans ;
                        jw:jurisdiction <id/region/%4$d> .
                    <doc/%1$s/event/e%2$d> a jw:Signing ; jw:eventType <code/eventType/SIGNING> ;
                        schema:name "第%3$d次签约会之%2$d"@zh-Hans ;
                        schema:location <id/region/%4$d> ; jw:amount <doc/%1$s/amount/a%2$d> .
                    <doc/%1$s/amount/a%2$d> schema:value %3$d.5 ; schema:currency "CNY" ; jw:statedText "%3$d.5元" .
                    """.formatted(key, i, number, REGIONS[i % 2]));
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
                        + "PREFIX oa: <http://www.w3.org/ns/oa#>\nPREFIX org: <http://www.w3.org/ns/org#>\n"
                        + "PREFIX dim: <http://purl.org/linked-data/sdmx/2009/dimension#>\n"
                        + "PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>\n" + turtle, Lang.TURTLE)
                .toGraph();
    }
}
