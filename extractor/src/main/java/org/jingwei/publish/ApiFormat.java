package org.jingwei.publish;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.NodeValue;
import org.jingwei.rdf.Iris;
import org.jingwei.source.Json;

/** The forms that the API gives an answer in, in order of preference. */
enum ApiFormat {
    /** A JSON array with an object for each row, keyed by the names of the variables; what is unbound is left out. */
    JSON("application/json"),
    /** SPARQL 1.1 Query Results JSON. */
    SPARQL("application/sparql-results+json"),
    /** With a row of headings: in a language where one is asked for, the names of the variables where none is. */
    CSV("text/csv"),
    /** A page with a table. */
    HTML("text/html");

    private final String mediaType;

    ApiFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ApiFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.code().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ApiFormat::code).toList();
    }

    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(ApiFormat::mediaType).toList();
    }

    /** @param answer of a SELECT query */
    byte[] write(Answer.Table answer, LibraryQuery query, Optional<Language> language, Iris iris) {
        Answer headed = language.map(chosen -> Headed.in(chosen, query, answer)).orElse(answer);
        return switch (this) {
            case JSON -> Json.pretty(rows(answer)).getBytes(StandardCharsets.UTF_8);
            case SPARQL -> AnswerFormat.JSON.write(answer, iris);
            case CSV -> AnswerFormat.CSV.write(headed, iris);
            case HTML -> AnswerFormat.HTML.write(headed, iris);
        };
    }

    private static List<Map<String, Object>> rows(Answer.Table table) {
        var rows = new ArrayList<Map<String, Object>>();
        table.rows().forEach(row -> {
            var object = new LinkedHashMap<String, Object>();
            for (Var column : table.columns()) {
                if (row.get(column) != null) {
                    object.put(column.getVarName(), value(row.get(column)));
                }
            }
            rows.add(object);
        });
        return rows;
    }

    /** Numbers and booleans as such, everything else as text. */
    private static Object value(Node node) {
        if (!node.isLiteral()) {
            return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
        }
        NodeValue value = NodeValue.makeNode(node);
        if (value.isInteger()) {
            return value.getInteger();
        }
        if (value.isDecimal()) {
            return new BigDecimal(Csv.plain(node));
        }
        if (node.getLiteralDatatype().equals(XSDDatatype.XSDboolean)) {
            return value.getBoolean();
        }
        return node.getLiteralLexicalForm();
    }
}
