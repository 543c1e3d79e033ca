package org.jingwei.publish;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.atlas.data.BagFactory;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicyCount;
import org.apache.jena.atlas.lib.Sink;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jingwei.rdf.NodeOrder;

/**
 * Any number of nodes or statements in order and each once, in bounded memory: beyond {@value #IN_MEMORY} they are
 * sorted in files of the folder for temporary files and merged. Closed, it leaves none of them.
 */
final class Sorted<T> implements AutoCloseable {
    /** About 15 MB of statements. */
    static final int IN_MEMORY = 40_000;

    private final SortedDataBag<T> bag;

    private Sorted(Codec<T> codec, Comparator<T> order, int inMemory) {
        bag = BagFactory.newSortedBag(new ThresholdPolicyCount<>(inMemory), codec, order);
    }

    static Sorted<Triple> triples() {
        return triples(IN_MEMORY);
    }

    static Sorted<Triple> triples(int inMemory) {
        return new Sorted<>(new Codec<>(Sorted::write, Sorted::readTriple), NodeOrder.TRIPLES, inMemory);
    }

    static Sorted<Node> nodes() {
        return new Sorted<>(new Codec<>(Sorted::write, Sorted::readNode), NodeOrder.NODES, IN_MEMORY);
    }

    void add(T item) {
        bag.add(item);
    }

    /** In order, each once. */
    void forEach(Consumer<T> action) {
        T before = null;
        for (Iterator<T> items = bag.iterator(); items.hasNext();) {
            T item = items.next();
            if (!item.equals(before)) {
                action.accept(item);
            }
            before = item;
        }
    }

    /** How many there are, each counted once. */
    long distinct() {
        var count = new long[1];
        forEach(item -> count[0]++);
        return count[0];
    }

    @Override
    public void close() {
        bag.close();
    }

    /** Writes one item. */
    @FunctionalInterface
    private interface Put<T> {
        void put(T item, DataOutputStream out) throws IOException;
    }

    /** Reads one item; empty at the end. */
    @FunctionalInterface
    private interface Get<T> {
        Optional<T> get(DataInputStream in) throws IOException;
    }

    private record Codec<T>(Put<T> put, Get<T> get) implements SerializationFactory<T> {
        @Override
        public Sink<T> createSerializer(OutputStream out) {
            var data = new DataOutputStream(out);
            return new Sink<>() {
                @Override
                public void send(T item) {
                    run(() -> put.put(item, data));
                }

                @Override
                public void flush() {
                    run(data::flush);
                }

                @Override
                public void close() {
                    run(data::close);
                }
            };
        }

        @Override
        public Iterator<T> createDeserializer(InputStream in) {
            var data = new DataInputStream(new BufferedInputStream(in));
            return new Iterator<>() {
                private Optional<T> next = read();

                private Optional<T> read() {
                    try {
                        return get.get(data);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public boolean hasNext() {
                    return next.isPresent();
                }

                @Override
                public T next() {
                    T item = next.orElseThrow(NoSuchElementException::new);
                    next = read();
                    return item;
                }
            };
        }
    }

    /** What may fail with the disk. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Triple triple, DataOutputStream out) throws IOException {
        write(triple.getSubject(), out);
        write(triple.getPredicate(), out);
        write(triple.getObject(), out);
    }

    private static Optional<Triple> readTriple(DataInputStream in) throws IOException {
        Optional<Node> subject = readNode(in);
        return subject.isEmpty()
                ? Optional.empty()
                : Optional.of(Triple.create(subject.get(), inside(in), inside(in)));
    }

    private static Node inside(DataInputStream in) throws IOException {
        return readNode(in).orElseThrow(EOFException::new);
    }

    private static void write(Node node, DataOutputStream out) throws IOException {
        if (node.isURI()) {
            out.writeByte('<');
            text(node.getURI(), out);
        } else if (node.isLiteral()) {
            boolean tagged = !node.getLiteralLanguage().isEmpty();
            out.writeByte(tagged ? '@' : '^');
            text(node.getLiteralLexicalForm(), out);
            text(tagged ? node.getLiteralLanguage() : node.getLiteralDatatypeURI(), out);
        } else {
            out.writeByte('_');
            text(node.getBlankNodeLabel(), out);
        }
    }

    private static Optional<Node> readNode(DataInputStream in) throws IOException {
        int kind = in.read();
        return switch (kind) {
            case -1 -> Optional.empty();
            case '<' -> Optional.of(NodeFactory.createURI(text(in)));
            case '@' -> Optional.of(NodeFactory.createLiteralLang(text(in), text(in)));
            case '^' -> {
                String lexical = text(in);
                yield Optional.of(NodeFactory.createLiteralDT(lexical, NodeFactory.getType(text(in))));
            }
            case '_' -> Optional.of(NodeFactory.createBlankNode(text(in)));
            default -> throw new IOException("a temporary file of the sort is damaged: kind of node " + kind);
        };
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
