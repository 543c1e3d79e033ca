package org.jingwei.publish;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.jingwei.rdf.Iris;

/**
 * Writes graphs to files and streams. The order is fixed (graphs, subjects, predicates, objects by their terms), so
 * the same graph always gives the same bytes. Memory holds one named graph at a time; in Turtle, which has no named
 * graphs, the distinct statements of all.
 */
public final class Exporter {
    static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    /** File formats. Turtle has no graph names; the others keep them. */
    public enum Format {
        TRIG("trig"), TURTLE("ttl"), NQUADS("nq"), JSONLD("jsonld");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
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

    private final Iris iris;

    public Exporter(Iris iris) {
        this.iris = iris;
    }

    /** All named graphs. The caller holds a read transaction where the dataset has them. */
    public void write(DatasetGraph dataset, Format format, OutputStream out) throws IOException {
        var graphs = new TreeSet<Node>(NodeCmp::compareRDFTerms);
        dataset.listGraphNodes().forEachRemaining(graphs::add);
        write(dataset, new ArrayList<>(graphs), format, out);
    }

    /** The two graphs of one article; empty when there is none with this key. */
    public void writeArticle(DatasetGraph dataset, String key, Format format, OutputStream out) throws IOException {
        write(dataset, List.of(iris.facts(key), iris.evidence(key)), format, out);
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
        try {
            switch (format) {
                case TURTLE, NQUADS, TRIG -> {
                    StreamRDF stream = stream(format, out, iris);
                    triples.forEach(stream::triple);
                    stream.finish();
                }
                case JSONLD -> {
                    var json = new JsonLd(iris, out);
                    json.graph(Optional.empty(), triples);
                    json.finish();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private void write(DatasetGraph dataset, List<Node> graphs, Format format, OutputStream out) throws IOException {
        switch (format) {
            case TRIG, NQUADS -> {
                StreamRDF stream = stream(format, out, iris);
                graphs.forEach(
                        graph -> triples(dataset, graph).forEach(triple -> stream.quad(Quad.create(graph, triple))));
                stream.finish();
            }
            case TURTLE -> {
                StreamRDF stream = stream(format, out, iris);
                var all = new TreeSet<>(TRIPLES);
                graphs.forEach(graph -> all.addAll(triples(dataset, graph)));
                all.forEach(stream::triple);
                stream.finish();
            }
            case JSONLD -> {
                var json = new JsonLd(iris, out);
                for (Node graph : graphs) {
                    json.graph(Optional.of(graph), triples(dataset, graph));
                }
                json.finish();
            }
        }
        out.flush();
    }

    private static StreamRDF stream(Format format, OutputStream out, Iris iris) {
        RDFFormat rdf = switch (format) {
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case NQUADS -> RDFFormat.NQUADS;
            case JSONLD -> throw new IllegalArgumentException("JSON-LD is written by JsonLd");
        };
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, rdf);
        stream.start();
        if (format != Format.NQUADS) {
            for (Map.Entry<String, String> prefix : Prefixes.of(iris).entrySet()) {
                stream.prefix(prefix.getKey(), prefix.getValue());
            }
        }
        return stream;
    }

    private static List<Triple> triples(DatasetGraph dataset, Node graph) {
        var triples = new ArrayList<Triple>();
        dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        triples.sort(TRIPLES);
        return triples;
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
