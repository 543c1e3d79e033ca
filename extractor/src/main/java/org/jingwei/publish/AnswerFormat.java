package org.jingwei.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.jingwei.rdf.Iris;

/** The ways an answer is written. Text is UTF-8; the bytes are the same for the same answer. */
public enum AnswerFormat {
    /** Columns side by side, for people at a terminal. */
    TABLE("text/plain"),
    /** SPARQL 1.1 Query Results CSV; for a graph, its statements in three columns. */
    CSV("text/csv"),
    /** SPARQL 1.1 Query Results TSV. */
    TSV("text/tab-separated-values"),
    /** SPARQL 1.1 Query Results JSON; for a graph, JSON-LD. */
    JSON("application/sparql-results+json"),
    /** SPARQL Query Results XML. */
    XML("application/sparql-results+xml"),
    /** For a graph. */
    TURTLE("text/turtle"),
    /** For a graph. */
    NTRIPLES("application/n-triples"),
    /** For a graph. */
    JSONLD("application/ld+json"),
    /** A workbook with one sheet, as in {@link #CSV}. */
    XLSX(XlsxTable.MEDIA_TYPE),
    /** A page. */
    HTML("text/html");

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Without charset. */
    public String mediaType() {
        return mediaType;
    }

    /** By its name in any case: {@code csv}, {@code table} … */
    public static Optional<AnswerFormat> named(String name) {
        for (AnswerFormat format : values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether this kind of answer has this form. */
    public boolean suits(Answer answer) {
        return switch (this) {
            case TABLE, CSV, XLSX, HTML, JSON -> true;
            case TSV -> answer instanceof Answer.Table;
            case XML -> !(answer instanceof Answer.Statements);
            case TURTLE, NTRIPLES, JSONLD -> answer instanceof Answer.Statements;
        };
    }

    /**
     * @param iris for the short names in tables, Turtle and pages
     * @throws IllegalArgumentException when the answer has no such form
     */
    public byte[] write(Answer answer, Iris iris) {
        if (!suits(answer)) {
            throw new IllegalArgumentException(this + " is no form of this answer");
        }
        return switch (this) {
            case TABLE -> utf8(TextTable.write(columns(answer), cells(answer, iris)));
            case CSV -> utf8(Csv.write(columns(answer), values(answer)));
            case XLSX -> xlsx(columns(answer), values(answer));
            case HTML -> utf8(Pages.answer(answer, iris));
            case TURTLE -> Exporter.write(triples(answer), Exporter.Format.TURTLE, iris);
            case NTRIPLES -> Exporter.write(triples(answer), Exporter.Format.NQUADS, iris);
            case JSONLD -> Exporter.write(triples(answer), Exporter.Format.JSONLD, iris);
            case JSON -> answer instanceof Answer.Statements
                    ? JSONLD.write(answer, iris)
                    : results(answer, ResultSetLang.RS_JSON);
            case XML -> results(answer, ResultSetLang.RS_XML);
            case TSV -> results(answer, ResultSetLang.RS_TSV);
        };
    }

    private static byte[] xlsx(List<String> columns, List<List<Node>> rows) {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxTable(out)) {
            table.table("answer", columns);
            rows.forEach(row -> table.row(row.stream().map(Cell::of).toList()));
            table.finish();
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] results(Answer answer, Lang lang) {
        RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
        var out = new ByteArrayOutputStream();
        switch (answer) {
            case Answer.Table table -> writer.write(out,
                    RowSetStream.create(table.columns(), table.rows().iterator()), Context.emptyContext());
            case Answer.Truth truth -> writer.write(out, truth.holds(), Context.emptyContext());
            case Answer.Statements none -> throw new IllegalArgumentException("a graph is no result set");
        }
        return out.toByteArray();
    }

    private static List<org.apache.jena.graph.Triple> triples(Answer answer) {
        return ((Answer.Statements) answer).triples();
    }

    private static List<String> columns(Answer answer) {
        return switch (answer) {
            case Answer.Table table -> table.columns().stream().map(Var::getVarName).toList();
            case Answer.Truth truth -> List.of("answer");
            case Answer.Statements statements -> List.of("subject", "predicate", "object");
        };
    }

    /** Rows of nodes, null where unbound. */
    private static List<List<Node>> values(Answer answer) {
        return switch (answer) {
            case Answer.Table table -> table.rows().stream().map(row -> row(row, table.columns())).toList();
            case Answer.Truth truth -> List.of(List.of(org.apache.jena.sparql.expr.NodeValue
                    .makeBoolean(truth.holds()).asNode()));
            case Answer.Statements statements -> statements.triples().stream()
                    .map(t -> List.of(t.getSubject(), t.getPredicate(), t.getObject())).toList();
        };
    }

    private static List<Node> row(Binding row, List<Var> columns) {
        var nodes = new ArrayList<Node>();
        columns.forEach(column -> nodes.add(row.get(column)));
        return nodes;
    }

    private static List<List<TextTable.Cell>> cells(Answer answer, Iris iris) {
        Map<String, String> prefixes = Prefixes.of(iris);
        return values(answer).stream()
                .map(row -> row.stream().map(node -> TextTable.Cell.of(node, prefixes)).toList()).toList();
    }
}
