package org.jingwei.publish;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * Writes graphs to files and streams. The order is fixed (graphs, subjects, types first, predicates, objects, numbers in
 * names as numbers), so the same graph always gives the same bytes. Memory does not grow with the store: names of
 * graphs, large graphs and, for Turtle, which has no named graphs, the statements of all are sorted on disk.
 */
public final class Exporter {
    static final Comparator<Triple> TRIPLES = NodeOrder.TRIPLES;

    /** File formats. Turtle has no graph names; the others keep them. */
    public enum Format {
        TRIG("trig", "application/trig"), TURTLE("ttl", "text/turtle"), NQUADS("nq",
                "application/n-quads"),
        JSONLD("jsonld", "application/ld+json");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** As IANA knows it. */
        public String mediaType() {
            return mediaType;
        }

        /** Of file names, without the dot. */
        public String extension() {
            return extension;
        }

        /** {@code trig}, {@code turtle}, {@code nquads}, {@code jsonld}, or a file extension. */
        public static Optional<Format> named(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (format.extension.equals(lower) || format.name().toLowerCase(Locale.ROOT).equals(lower)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    /** Hears of the work: once before it, then after each article. */
    public interface Progress {
        /** Nobody listens. */
        Progress NONE = new Progress() {
            @Override
            public void begins(long articles) {}

            @Override
            public void article() {}
        };

        /** So many articles will be looked at. */
        void begins(long articles);

        /** One article has been. */
        void article();
    }

    private final Iris iris;
    private final Progress progress;

    public Exporter(Iris iris) {
        this(iris, Progress.NONE);
    }

    public Exporter(Iris iris, Progress progress) {
        this.iris = iris;
        this.progress = progress;
    }

    /** All named graphs. The caller holds a read transaction where the dataset has them. */
    public void write(DatasetGraph dataset, Format format, OutputStream out) throws IOException {
        write(dataset, Selection.WHOLE, format, out);
    }

    /** The two graphs of one article; empty when there is none with this key. */
    public void writeArticle(DatasetGraph dataset, String key, Format format, OutputStream out) throws IOException {
        write(dataset, Selection.article(key), format, out);
    }

    /** As {@link #write}, into a file that is there whole or not at all. */
    public void writeFile(DatasetGraph dataset, Format format, Path file) {
        replace(file, out -> write(dataset, format, out));
    }

    /** As {@link #writeArticle}, into a file that is there whole or not at all. */
    public void writeArticleFile(DatasetGraph dataset, String key, Format format, Path file) {
        replace(file, out -> writeArticle(dataset, key, format, out));
    }

    /** What writes to a stream. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static void replace(Path file, Content content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean done = false;
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            done = true;
        } catch (IOException | RuntimeIOException e) {
            throw new PublishException("[" + file + "] cannot be written: " + e,
                    "Give a file in a directory that exists, that you may write to and that has space.", e);
        } finally {
            if (!done) {
                part.toFile().delete();
            }
        }
    }

    static byte[] write(List<Triple> triples, Format format, Iris iris) {
        var out = new ByteArrayOutputStream();
        switch (format) {
            case TURTLE, NQUADS, TRIG -> {
                StreamRDF stream = stream(format, out, iris);
                triples.forEach(stream::triple);
                stream.finish();
            }
            case JSONLD -> {
                var json = new JsonLd(iris, out);
                json.statements(triples::forEach);
                json.finish();
            }
        }
        return out.toByteArray();
    }

    /**
     * What is selected. Of an article of which a part is selected, its facts graph gives the statements about each
     * selected fact, about what these name, and about the article; its evidence graph the words behind them. The
     * vocabulary, the gazetteer and the catalog belong to the whole only.
     */
    public void write(DatasetGraph dataset, Selection selection, Format format, OutputStream out) throws IOException {
        switch (format) {
            case TRIG, NQUADS -> {
                StreamRDF stream = stream(format, out, iris);
                graphs(dataset, selection, (name, triples) -> triples
                        .forEach(triple -> stream.quad(Quad.create(name, triple))));
                stream.finish();
            }
            case TURTLE -> {
                StreamRDF stream = stream(format, out, iris);
                try (var all = Sorted.triples()) {
                    graphs(dataset, selection, (name, triples) -> triples.forEach(all::add));
                    all.forEach(stream::triple);
                }
                stream.finish();
            }
            case JSONLD -> {
                var json = new JsonLd(iris, out);
                graphs(dataset, selection, (name, triples) -> json.graph(name, triples::forEach));
                json.finish();
            }
        }
        out.flush();
    }

    /** Statements in order, as Turtle. */
    static void turtle(Consumer<Consumer<Triple>> triples, Iris iris, OutputStream out) {
        StreamRDF stream = stream(Format.TURTLE, out, iris);
        triples.accept(stream::triple);
        stream.finish();
    }

    /** Statements of one graph, in order. */
    private interface Statements {
        void forEach(Consumer<Triple> action);
    }

    /** Takes graphs, one after the other. */
    private interface Graphs {
        void take(Node name, Statements triples);
    }

    private void graphs(DatasetGraph dataset, Selection selection, Graphs to) {
        if (selection.isWhole()) {
            eachGraph(dataset, name -> {
                try (var sorted = Sorted.triples()) {
                    dataset.find(name, Node.ANY, Node.ANY, Node.ANY)
                            .forEachRemaining(quad -> sorted.add(quad.asTriple()));
                    to.take(name, sorted::forEach);
                }
            });
        } else {
            articles(dataset, selection, view -> {
                Part part = selection.takesWholeArticles()
                        ? new Part(view.facts().find().toList(), view.evidence().find().toList())
                        : Part.of(view, selection.facts(view));
                take(iris.facts(view.key()), part.facts(), to);
                take(iris.evidence(view.key()), part.evidence(), to);
            });
        }
    }

    private static void take(Node name, List<Triple> triples, Graphs to) {
        List<Triple> sorted = triples.stream().sorted(TRIPLES).toList();
        if (!sorted.isEmpty()) {
            to.take(name, sorted::forEach);
        }
    }

    /** Every named graph, in order; counts articles. */
    private void eachGraph(DatasetGraph dataset, Consumer<Node> action) {
        try (var names = Sorted.nodes()) {
            var articles = new long[1];
            dataset.listGraphNodes().forEachRemaining(name -> {
                names.add(name);
                articles[0] += iris.factsKey(name).isPresent() ? 1 : 0;
            });
            progress.begins(articles[0]);
            names.forEach(name -> {
                action.accept(name);
                if (iris.factsKey(name).isPresent()) {
                    progress.article();
                }
            });
        }
    }

    /** The articles that may have selected facts, in order of their keys, one in memory at a time. */
    void articles(DatasetGraph dataset, Selection selection, Consumer<ArticleView> action) {
        if (selection.article().isPresent()) {
            progress.begins(1);
            action.accept(ArticleView.of(dataset, selection.article().get(), iris));
            progress.article();
        } else {
            eachGraph(dataset, name -> iris.factsKey(name)
                    .ifPresent(key -> action.accept(ArticleView.of(dataset, key, iris))));
        }
    }

    private static StreamRDF stream(Format format, OutputStream out, Iris iris) {
        RDFFormat rdf = switch (format) {
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case NQUADS -> RDFFormat.NQUADS_UTF8;
            case JSONLD -> throw new IllegalArgumentException("JSON-LD is written by JsonLd");
        };
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, rdf);
        stream.start();
        if (format != Format.NQUADS) {
            for (Map.Entry<String, String> prefix : Prefixes.readable(iris).entrySet()) {
                stream.prefix(prefix.getKey(), prefix.getValue());
            }
        }
        return stream;
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
