package org.jingwei.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The API described by the headers of its queries, as an OpenAPI 3.1 document in plain maps and lists. */
final class OpenApi {
    private static final String PROBLEM = "#/components/schemas/Problem";

    private OpenApi() {}

    static Map<String, Object> of(QueryLibrary library, Answer.Limits limits) {
        var tags = new LinkedHashSet<String>();
        var paths = new LinkedHashMap<String, Object>();
        library.all().forEach(query -> {
            tags.addAll(query.tags());
            paths.put("/api/" + query.name(), map("get", operation(query)));
        });
        return map("openapi", "3.1.0",
                "info", map("title", "经纬 Jingwei", "version", "0.1.0", "description",
                        "Questions that people ask of what Chinese regional-economy news state. An answer has at most "
                                + limits.rows() + " rows; a larger one is refused, never cut.\n"
                                + "对中国区域经济新闻所述内容的常用查询。超出行数上限的结果会被拒绝，不会截断。",
                        "license", map("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers", List.of(map("url", "/")),
                "tags", tags.stream().map(tag -> map("name", tag)).toList(),
                "paths", paths,
                "components", map("parameters", common(), "schemas", map("Problem", problem()), "responses",
                        map("BadRequest", refusal("A parameter is unknown or its value is not allowed. 参数有误。"),
                                "NotAcceptable", refusal("The answer has none of the accepted media types. 格式不支持。"),
                                "TooLarge", refusal("The answer is larger than allowed. 结果超出上限。"),
                                "Unavailable", refusal("Not answered in time. 未能及时作答。"))));
    }

    private static Map<String, Object> operation(LibraryQuery query) {
        var parameters = new ArrayList<Object>();
        query.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        ApiRequest.RESERVED.forEach(name -> parameters.add(map("$ref", "#/components/parameters/" + name)));
        return map("operationId", query.name().replaceAll("[^A-Za-z0-9]+", "_"), "summary", query.summary(),
                "x-question", map("en", query.question().en(), "zh", query.question().zh()), "x-needs-one",
                query.needsOne(), "description", query.question().both() + needs(query), "tags", query.tags(),
                "parameters", parameters,
                "responses",
                map("200", map("description", "The rows. 结果行。", "headers",
                        map("Link", map("description", "With limit, the address of the rows that follow.", "schema",
                                map("type", "string"))),
                        "content", map(ApiFormat.JSON.mediaType(), map("schema", rows(query)),
                                ApiFormat.SPARQL.mediaType(), map("schema", map("type", "object")),
                                ApiFormat.CSV.mediaType(), map("schema", map("type", "string")),
                                ApiFormat.HTML.mediaType(), map("schema", map("type", "string")))),
                        "400", map("$ref", "#/components/responses/BadRequest"),
                        "406", map("$ref", "#/components/responses/NotAcceptable"),
                        "422", map("$ref", "#/components/responses/TooLarge"),
                        "503", map("$ref", "#/components/responses/Unavailable")));
    }

    private static String needs(LibraryQuery query) {
        return query.needsOne().isEmpty()
                ? ""
                : "\nNeeds " + String.join(" or ", query.needsOne()) + ". 须给出其中之一。";
    }

    private static Map<String, Object> parameter(QueryParameter parameter) {
        Map<String, Object> schema = schema(parameter.type());
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", parameter.choices());
        }
        parameter.defaultValue().ifPresent(value -> schema.put("default", typed(parameter.type(), value)));
        return map("name", parameter.name(), "in", "query", "required", parameter.required(), "description",
                parameter.description().both(), "schema", schema, "x-kind", kind(parameter.type()));
    }

    /** What a form asks for: people pick a place from suggestions, and choose a period. */
    private static String kind(QueryParameter.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> schema(QueryParameter.Type type) {
        return switch (type) {
            case STRING, PERIOD, PLACE -> map("type", "string");
            case TIME -> map("type", "string", "pattern", "^\\d{4}(-\\d{2}){0,2}$");
            case IRI -> map("type", "string", "format", "iri");
            case INTEGER -> map("type", "integer");
            case DECIMAL -> map("type", "number");
            case BOOLEAN -> map("type", "boolean");
            case DATE -> map("type", "string", "format", "date");
            case YEAR -> map("type", "string", "pattern", "^\\d{4}$");
        };
    }

    private static Object typed(QueryParameter.Type type, String value) {
        return switch (type) {
            case STRING, IRI, DATE, YEAR, TIME, PERIOD, PLACE -> value;
            case INTEGER -> new java.math.BigInteger(value);
            case DECIMAL -> new java.math.BigDecimal(value);
            case BOOLEAN -> Boolean.valueOf(value);
        };
    }

    /** A column of any type: the type of a value is that of its literal. */
    private static Map<String, Object> rows(LibraryQuery query) {
        var columns = new LinkedHashMap<String, Object>();
        query.headings().forEach((column, heading) -> columns.put(column, map("type",
                List.of("string", "number", "boolean"), "title", heading.en(), "description", heading.zh())));
        return map("type", "array", "items", map("type", "object", "properties", columns));
    }

    private static Map<String, Object> common() {
        return map(ApiRequest.LANG, map("name", ApiRequest.LANG, "in", "query", "description",
                "Language of the headings in CSV and of the labels of codes; Accept-Language does the same. Without "
                        + "either the headings are the names of the variables.\nCSV 表头和代码标签的语言，也可用 Accept-Language。",
                "schema", map("type", "string", "enum", List.of("en", "zh"))),
                ApiRequest.FORMAT, map("name", ApiRequest.FORMAT, "in", "query", "description",
                        "Form of the answer; Accept does the same.\n结果格式，也可用 Accept。", "schema",
                        map("type", "string", "enum", ApiFormat.names(), "default", ApiFormat.JSON.code())),
                ApiRequest.LIMIT, map("name", ApiRequest.LIMIT, "in", "query", "description",
                        "Most rows wanted.\n最多返回的行数。", "schema",
                        map("type", "integer", "minimum", 0)),
                ApiRequest.OFFSET, map("name", ApiRequest.OFFSET, "in", "query", "description",
                        "Rows to leave out at the start.\n跳过的行数。", "schema",
                        map("type", "integer", "minimum", 0, "default", 0)));
    }

    private static Map<String, Object> refusal(String description) {
        return map("description", description, "content",
                map(Problem.MEDIA_TYPE, map("schema", map("$ref", PROBLEM))));
    }

    private static Map<String, Object> problem() {
        return map("type", "object", "description", "RFC 9457", "required", List.of("title", "status", "detail"),
                "properties", map("type", map("type", "string"), "title", map("type", "string"), "status",
                        map("type", "integer"), "detail", map("type", "string"), "allowed",
                        map("type", "array", "items", map("type", "string"))));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
