package org.jingwei.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads a file of RDF as a whole. */
public final class GraphFile {
    private GraphFile() {}

    /** The file is no RDF of the kind that its name says. The message says where and what. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(String message) {
            super(message);
        }
    }

    /**
     * @param file Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML by its name; {@code .gz} behind it is unpacked
     * @throws Unreadable  when its syntax is wrong or its name tells no format
     * @throws IOException when it cannot be read
     */
    public static DatasetGraph read(Path file) throws IOException, Unreadable {
        String name = file.getFileName().toString();
        Lang lang = RDFLanguages.filenameToLang(name);
        if (lang == null) {
            throw new Unreadable("the name tells no format of RDF; call it .ttl, .trig, .nt, .nq, .jsonld or .rdf");
        }
        DatasetGraph dataset = DatasetGraphFactory.create();
        try (InputStream in = name.endsWith(".gz")
                ? new java.util.zip.GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            RDFParser.source(in).forceLang(lang).base(file.toAbsolutePath().toUri().toString())
                    .errorHandler(new Strict()).parse(dataset);
        } catch (RiotException e) {
            throw new Unreadable(e.getMessage());
        } catch (RuntimeIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return dataset;
    }

    /** Errors end the reading; warnings are for those who made the file. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            // A shape tells of it where it matters.
        }

        @Override
        public void error(String message, long line, long column) {
            throw new RiotException("line " + line + ", column " + column + ": " + message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }
}
