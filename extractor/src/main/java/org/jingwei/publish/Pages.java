package org.jingwei.publish;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jingwei.rdf.Iris;

/** Pages without scripts. Every text in them goes through {@link Html#text}. */
final class Pages {
    private Pages() {}

    static String page(String title, String body) {
        return page(Language.EN, title, body);
    }

    static String page(Language language, String title, String body) {
        return page(language, title, "", "", "<main id=\"main\">\n" + body + "\n</main>");
    }

    /** The page of a thing, to which a script adds a drawing of its neighbours. */
    static String thing(Language language, String title, String base, String iri, String body) {
        return page(language, title, " data-base=\"" + Html.text(base) + "\"",
                "<script type=\"module\" src=\"/assets/thing.js\"></script>",
                "<main id=\"main\" data-iri=\"" + Html.text(iri) + "\">\n" + body + "\n</main>");
    }

    private static String page(Language language, String title, String told, String scripts, String main) {
        boolean zh = language == Language.ZH;
        return "<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\"" + told
                + "><head><meta charset=\"utf-8\"><title>"
                + Html.text(title) + " · 经纬 Jingwei</title><meta name=\"viewport\" content=\"width=device-width,"
                + " initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\""
                + "/assets/icon.svg\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\"/assets/app.css\">"
                + scripts
                + "</head>\n<body>\n<a class=\"skip\" href=\"#main\">" + (zh ? "跳到正文" : "Skip to content")
                + "</a>\n<header class=\"top\"><a class=\"brand\" href=\"/\"><strong lang=\"zh-Hans\">经纬</strong> Jingwei</a>"
                + "<nav aria-label=\"" + (zh ? "主导航" : "Main menu") + "\"><a href=\"/\">" + (zh ? "总览" : "Overview")
                + "</a><a href=\"/questions\">" + (zh ? "提问" : "Questions") + "</a><a href=\"/try\">"
                + (zh ? "试一篇" : "Try an article") + "</a><a href=\"/editor\">SPARQL</a></nav>"
                + "<form class=\"search\" role=\"search\" action=\"/search\"><span class=\"combobox\"><input type=\"search\""
                + " name=\"words\" aria-label=\"" + (zh ? "搜索" : "Search") + "\"></span><button>"
                + (zh ? "搜索" : "Search")
                + "</button></form></header>\n" + main + "\n</body></html>\n";
    }

    private static String asked(LibraryQuery query) {
        return query.questions().entrySet().stream().map(
                e -> "<br><span class=\"q\" lang=\"" + Html.text(e.getKey()) + "\">" + Html.text(e.getValue())
                        + "</span>")
                .collect(Collectors.joining());
    }

    private static String form(String query) {
        return "<form action=\"/sparql\" method=\"get\"><textarea name=\"query\" rows=\"" + (lines(query) + 1)
                + "\" spellcheck=\"false\" aria-label=\"SPARQL query\">\n" + Html.text(query) + "</textarea>\n<p>"
                + "<button>Run</button> <select name=\"format\" aria-label=\"format\"><option value=\"html\">table</option>"
                + "<option value=\"csv\">CSV</option><option value=\"json\">JSON</option></select></p></form>\n";
    }

    private static long lines(String text) {
        return text.lines().count();
    }

    static String query(LibraryQuery query, QueryLibrary library) {
        String parameters = query.parameters().stream()
                .map(p -> "<tr><td>?" + Html.text(p.variable()) + "</td><td>" + Html.text(p.type().name().toLowerCase(
                        java.util.Locale.ROOT)) + "</td><td>" + Html.text(p.defaultValue().orElse("")) + "</td><td>"
                        + Html.text(String.join(", ", p.choices())) + "</td><td>" + Html.text(p.description().both())
                        + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return page(query.name(), "<h1>" + Html.text(query.summary())
                + "</h1>\n<p>"
                + asked(query).replaceFirst("^<br>", "") + "</p>\n"
                + (parameters.isEmpty()
                        ? ""
                        : "<table><tr><th>variable</th><th>type</th><th>default</th><th>choices</th><th></th></tr>\n"
                                + parameters + "\n</table>\n")
                + form(query.text()));
    }

    /** An answer as a page: a table for rows and statements. */
    static String answer(Answer answer, Iris iris) {
        String body = switch (answer) {
            case Answer.Table table -> "<table><tr>"
                    + table.columns().stream().map(c -> "<th>" + Html.text(c.getVarName()) + "</th>")
                            .collect(Collectors.joining())
                    + "</tr>\n" + table.rows().stream().map(row -> row(table.columns(), row, iris))
                            .collect(Collectors.joining("\n"))
                    + "\n</table>\n<p>" + table.rows().size() + (table.rows().size() == 1 ? " row" : " rows") + "</p>";
            case Answer.Truth truth -> "<p>" + (truth.holds() ? "yes" : "no") + "</p>";
            case Answer.Statements statements -> "<table>\n" + statements.triples().stream()
                    .map(t -> "<tr><td>" + link(t.getSubject(), iris) + "</td><td>" + link(t.getPredicate(), iris)
                            + "</td><td>" + link(t.getObject(), iris) + "</td></tr>")
                    .collect(Collectors.joining("\n")) + "\n</table>";
        };
        return page("Answer", "<p><a href=\"/\">经纬 Jingwei</a></p>\n<h1>Answer</h1>\n" + body);
    }

    private static String row(Iterable<Var> columns, org.apache.jena.sparql.engine.binding.Binding row, Iris iris) {
        var cells = new StringBuilder("<tr>");
        columns.forEach(column -> {
            Node node = row.get(column);
            cells.append("<td>").append(node == null ? "" : link(node, iris)).append("</td>");
        });
        return cells.append("</tr>").toString();
    }

    /** A node: a link to its page here when it is ours, to the web when it is an address there, text otherwise. */
    private static String link(Node node, Iris iris) {
        if (node.isLiteral()) {
            String language = node.getLiteralLanguage();
            return (language.isEmpty() ? "<span>" : "<span lang=\"" + Html.text(language) + "\">")
                    + Html.text(node.getLiteralLexicalForm()) + "</span>";
        }
        if (!node.isURI()) {
            return Html.text(node.toString());
        }
        String uri = node.getURI();
        String shown = Html.text(TextTable.shortName(uri, Prefixes.of(iris)));
        if (uri.startsWith(iris.namespace())) {
            return "<a href=\"/ns#" + Html.text(uri.substring(iris.namespace().length())) + "\">" + shown + "</a>";
        }
        if (uri.startsWith(iris.base())) {
            return "<a href=\"" + Html.text(Resource.here(uri, iris)) + "\">" + shown + "</a>";
        }
        boolean web = uri.startsWith("http://") || uri.startsWith("https://");
        return web ? "<a rel=\"noreferrer nofollow\" href=\"" + Html.text(uri) + "\">" + shown + "</a>" : shown;
    }
}
