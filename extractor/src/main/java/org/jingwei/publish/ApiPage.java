package org.jingwei.publish;

import java.util.Locale;
import java.util.stream.Collectors;

/** The page that shows what the API can be asked: a form for each query, in both languages, without scripts. */
final class ApiPage {
    private ApiPage() {}

    static String of(QueryLibrary library) {
        String queries = library.all().stream().map(ApiPage::query).collect(Collectors.joining("\n"));
        return Pages.page("API",
                """
                        <h1>API</h1>
                        <p>Each question is an address, <code>/api/NAME?PARAMETER=VALUE</code>, and answers with JSON, SPARQL JSON, \
                        CSV or a table. <a href="/api/openapi.json">OpenAPI</a> · \
                        <a href="/.well-known/sparql-examples">the queries as RDF</a></p>
                        <p lang="zh-Hans">每个问题都有一个地址：<code>/api/NAME?参数=值</code>，可返回 JSON、SPARQL JSON、CSV 或表格。</p>
                        <p>For every query · <span lang="zh-Hans">通用参数</span>: <code>format</code> (%s), <code>lang</code> \
                        (en, zh: headings and labels · <span lang="zh-Hans">表头和代码标签的语言</span>), <code>limit</code>, \
                        <code>offset</code>.</p>
                        """
                        .formatted(String.join(", ", ApiFormat.names())) + queries);
    }

    private static String query(LibraryQuery query) {
        String address = "/api/" + Html.text(query.name());
        String fields = query.parameters().stream().map(ApiPage::field).collect(Collectors.joining("\n"));
        String columns = query.headings().entrySet().stream()
                .map(column -> "<code>" + Html.text(column.getKey()) + "</code> "
                        + Html.text(column.getValue().zh()))
                .collect(Collectors.joining(" · "));
        return "<h2 id=\"" + Html.text(query.name()) + "\">" + Html.text(query.name()) + "</h2>\n<p>"
                + Html.text(query.question().en()) + "<br><span lang=\"zh-Hans\">" + Html.text(query.question().zh())
                + "</span></p>\n<form action=\"" + address + "\" method=\"get\">\n"
                + (query.needsOne().isEmpty()
                        ? ""
                        : "<p>Give · 至少给出其一: " + Html.text(String.join(", ", query.needsOne())) + "</p>\n")
                + (fields.isEmpty() ? "" : "<table>\n" + fields + "\n</table>\n")
                + "<p><button>Ask · 查询</button> " + options("format", "html", ApiFormat.names()) + " "
                + options("lang", "en", java.util.List.of("en", "zh"))
                + " <a href=\"/queries/" + Html.text(query.name()) + "\">SPARQL</a></p>\n</form>\n<p class=\"q\">"
                + columns + "</p>";
    }

    private static String field(QueryParameter parameter) {
        String name = Html.text(parameter.name());
        String input = parameter.choices().isEmpty()
                ? "<input name=\"" + name + "\" value=\""
                        + Html.text(parameter.defaultValue().orElse("")) + "\""
                        + (parameter.required() ? " required" : "")
                        + ">"
                : "<select name=\"" + name + "\">"
                        + (parameter.defaultValue().isEmpty() ? "<option value=\"\"></option>" : "")
                        + choices(parameter.defaultValue().orElse(""), parameter.choices()) + "</select>";
        return "<tr><td><label>" + name + " " + input + "</label></td><td>"
                + Html.text(parameter.type().name().toLowerCase(Locale.ROOT)) + "</td><td>"
                + Html.text(parameter.description().en()) + "<br><span lang=\"zh-Hans\">"
                + Html.text(parameter.description().zh()) + "</span></td></tr>";
    }

    private static String options(String name, String chosen, java.util.List<String> all) {
        return "<select name=\"" + name + "\" aria-label=\"" + name + "\">" + choices(chosen, all) + "</select>";
    }

    private static String choices(String chosen, java.util.List<String> all) {
        return all.stream().map(choice -> "<option" + (choice.equals(chosen) ? " selected" : "") + ">"
                + Html.text(choice) + "</option>").collect(Collectors.joining());
    }
}
