package org.jingwei.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jingwei.Outcome;
import org.jingwei.article.Article;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.FlatFacts;
import org.jingwei.rdf.GraphWriter;
import org.jingwei.rdf.RdfFormat;
import org.jingwei.source.Json;

/** What {@code extract} writes of a page. */
enum Format {
    TRIG("trig"), TURTLE("ttl"),
    NQUADS("nq"), JSONLD("jsonld"),
    /** Flat JSON, read off the graph. */
    FACTS("json"),
    /** Headline and body in the page's own script, as cleaned. */
    TEXT("txt");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Of a file in this format, without a dot. */
    String extension() {
        return extension;
    }

    /** The page in this format, in UTF-8, with a line feed at its end. */
    byte[] write(Outcome.Extracted page) {
        return switch (this) {
            case TRIG -> rdf(page.graph(), RdfFormat.TRIG);
            case TURTLE -> rdf(page.graph(), RdfFormat.TURTLE);
            case NQUADS -> rdf(page.graph(), RdfFormat.NQUADS);
            case JSONLD -> rdf(page.graph(), RdfFormat.JSONLD);
            case FACTS -> Json.pretty(FlatFacts.of(page.graph())).getBytes(StandardCharsets.UTF_8);
            case TEXT -> text(page.article());
        };
    }

    /** The article as cleaned, in UTF-8, with a line feed at its end. */
    static byte[] text(Article article) {
        return (article.ownScript().stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] rdf(ArticleGraph graph, RdfFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            new GraphWriter(graph.iris()).write(graph, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
