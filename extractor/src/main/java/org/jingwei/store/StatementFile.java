package org.jingwei.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Statements on their way into a store, as N-Quads. Trouble with the disk is an {@link UncheckedIOException}. */
final class StatementFile implements AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private final StreamRDF writer;

    /** Begins a file that is not there. */
    StatementFile(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        writer.start();
    }

    void write(Quad quad) {
        writer.quad(quad);
    }

    /** Gives all that was written to {@code sink}; no more can be written. */
    void read(Consumer<Quad> sink) {
        try {
            writer.finish();
            out.close();
            try (InputStream in = Files.newInputStream(file)) {
                read(in, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the statements of N-Quads, which were checked when they came in, to {@code sink}. */
    static void read(InputStream in, Consumer<Quad> sink) {
        RDFParser.source(in).lang(Lang.NQUADS).checking(false).resolveURIs(false)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        sink.accept(quad);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
