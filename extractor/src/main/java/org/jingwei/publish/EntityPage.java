package org.jingwei.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * A thing on a page that needs no scripts: what it is, the facts about it with value, unit, period and the words that state
 * them, the articles these come from, and what else refers to it. Made inside one read transaction. All text from the
 * store goes through {@link Html#text}.
 */
final class EntityPage {
    /** Values of one property that are listed. */
    private static final int MOST_VALUES = 50;

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Names names;
    private final Headings headings;
    private final Description description;

    EntityPage(DatasetGraph dataset, Iris iris, Names names, Description description) {
        this.dataset = dataset;
        this.iris = iris;
        this.names = names;
        this.headings = new Headings(dataset, iris, names);
        this.description = description;
    }

    String html() {
        Node thing = description.thing();
        String name = headings.of(thing);
        var facts = new TreeMap<String, Set<Quad>>();
        var elsewhere = new ArrayList<Quad>();
        var articles = new LinkedHashSet<String>();
        iris.articleKey(thing).ifPresent(articles::add);
        for (Quad link : description.links()) {
            Optional<String> key = iris.articleKey(link.getGraph());
            key.ifPresent(articles::add);
            Optional<Node> kind = key.filter(k -> link.getGraph().equals(iris.facts(k)))
                    .flatMap(k -> cells(k, link.getSubject()).kind())
                    .filter(k -> !link.getSubject().equals(iris.article(key.get())));
            if (kind.isPresent()) {
                facts.computeIfAbsent(names.of(kind.get()), k -> new LinkedHashSet<>()).add(link);
            } else if (!isOfTheArticle(link)) {
                elsewhere.add(link);
            }
        }
        return Pages.thing(names.language(), name, iris.base(), thing.getURI(),
                "<h1>" + Html.text(name) + "</h1>\n<p><code>"
                        + Html.text(thing.getURI()) + "</code> · " + data() + overview() + " · " + languages()
                        + "</p>\n"
                        + about() + own()
                        + facts(facts) + sources(articles)
                        + others(elsewhere) + more());
    }

    private String languages() {
        return "<a href=\"?lang=zh\" hreflang=\"zh\" lang=\"zh\">中文</a> · <a href=\"?lang=en\" hreflang=\"en\" lang=\"en\">"
                + "English</a>";
    }

    /** Regions and zones have a view of their own, for people. */
    private String overview() {
        String path = description.thing().getURI().substring(iris.base().length());
        return path.matches("id/region/\\d{6}|id/zone/[^/]+")
                ? " · <a href=\"/region/" + Html.text(Resource.encoded(path.replaceFirst(".*/", ""))) + "\">"
                        + Html.text(names.word("经济概览", "the region in the news")) + "</a>"
                : "";
    }

    private String data() {
        String address = Resource.DATA + Resource.encoded(description.thing().getURI().substring(iris.base().length()));
        return "<a href=\"" + Html.text(address) + "?format=turtle\">Turtle</a> · <a href=\"" + Html.text(address)
                + "?format=jsonld\">JSON-LD</a>";
    }

    /** What it is, with what context supplied marked as such. Of a graph that nobody speaks of, its statements. */
    private String about() {
        Set<Node> inferred = iris.articleKey(description.thing())
                .map(key -> Set.copyOf(cells(key, description.thing()).inferred())).orElse(Set.of());
        String mark = " " + Told.badge(names.word("推断", "inferred"));
        var values = new LinkedHashMap<Node, List<Node>>();
        var rows = new StringBuilder();
        for (Triple triple : description.about()) {
            if (triple.getSubject().equals(description.thing())) {
                values.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>()).add(triple.getObject());
            } else {
                rows.append("<tr><td>").append(link(triple.getSubject())).append("</td><td>")
                        .append(link(triple.getPredicate())).append("</td><td>").append(link(triple.getObject()))
                        .append("</td></tr>\n");
            }
        }
        values.forEach((property, objects) -> rows.append("<tr><th>").append(link(property))
                .append(inferred.contains(property) ? mark : "").append("</th><td>")
                .append(objects.stream().sorted(NodeOrder.NODES).limit(MOST_VALUES).map(this::link)
                        .collect(Collectors.joining("<br>")))
                .append(objects.size() > MOST_VALUES ? "<br>" + limit(MOST_VALUES, objects.size(), false) : "")
                .append("</td></tr>\n"));
        return rows.isEmpty()
                ? ""
                : heading("是什么", "What it is") + "<table>\n" + rows + "</table>\n" + (description.cut()
                        ? "<p>" + Html.text(names.word("只列出前 " + Description.MOST + " 条陈述；更多请查询 /sparql。",
                                "The first " + Description.MOST + " statements; ask /sparql for more.")) + "</p>\n"
                        : "");
    }

    /** The words behind the thing itself, where it is a fact of an article. */
    private String own() {
        return iris.articleKey(description.thing())
                .map(key -> Words.html(Words.of(dataset, iris, key, description.thing()), names))
                .filter(s -> !s.isEmpty())
                .map(words -> heading("原文依据", "The words that state it") + "<blockquote>" + words + "</blockquote>\n")
                .orElse("");
    }

    private String facts(Map<String, Set<Quad>> groups) {
        List<String> heads = List.of(names.word("事实", "fact"), names.word("关系", "as"), names.word("数值", "value"),
                names.word("时间", "when"), names.word("原文", "words"), names.word("置信度", "confidence"),
                names.word("文章", "article"));
        var html = new StringBuilder();
        groups.forEach((kind, links) -> {
            html.append("<h3>").append(Html.text(kind))
                    .append("</h3>\n<div class=\"table\"><table><thead><tr>")
                    .append(heads.stream().map(head -> "<th scope=\"col\">" + Html.text(head) + "</th>")
                            .collect(Collectors.joining()))
                    .append("</tr></thead><tbody>\n");
            links.forEach(link -> html.append(row(link, heads)));
            html.append("</tbody></table></div>\n");
        });
        return html.isEmpty() ? "" : heading("事实", "Facts") + html;
    }

    /** Each cell knows its heading: on a phone a row is a card. */
    private String row(Quad link, List<String> heads) {
        String key = iris.articleKey(link.getGraph()).orElseThrow();
        FactCells fact = cells(key, link.getSubject());
        List<String> cells = List.of(anchor(link.getSubject(), fact.title()),
                Html.text(names.of(link.getPredicate())),
                fact.values().stream().map(Told::html).collect(Collectors.joining("<br>")), fact.when().html(),
                Words.html(Words.of(dataset, iris, key, link.getSubject()), names), sureness(fact),
                anchor(iris.article(key), names.stated(iris.article(key)).orElse(key)));
        var row = new StringBuilder("<tr>");
        for (int i = 0; i < heads.size(); i++) {
            row.append("<td data-label=\"").append(Html.text(heads.get(i))).append("\">").append(cells.get(i))
                    .append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private String sureness(FactCells fact) {
        return Html.text(fact.confidence().orElse("")) + fact.doubts().stream()
                .map(doubt -> "<br><span class=\"warn\">" + Html.text(names.word("存疑：", "doubt: "))
                        + "<span lang=\"en\">" + Html.text(doubt) + "</span></span>")
                .collect(Collectors.joining());
    }

    private String sources(Set<String> articles) {
        if (articles.isEmpty()) {
            return "";
        }
        var rows = articles.stream().map(key -> {
            Node article = iris.article(key);
            return "<tr><td>" + anchor(article, names.stated(article).orElse(key)) + "</td><td>"
                    + said(key, "datePublished", false) + "</td><td>" + said(key, "publisher", true) + "</td><td>"
                    + said(key, "isBasedOn", true) + "</td></tr>";
        }).sorted().collect(Collectors.joining("\n"));
        return heading("来源文章", "Sources") + "<table><tr>" + head("标题", "title") + head("发布日期", "published")
                + head("发布单位", "publisher") + head("原网页", "page") + "</tr>\n" + rows + "\n</table>\n";
    }

    private String said(String key, String property, boolean linked) {
        var values = new TreeSet<Node>(NodeOrder.NODES);
        dataset.find(iris.facts(key), iris.article(key), ArticleView.schema(property), Node.ANY)
                .forEachRemaining(quad -> values.add(quad.getObject()));
        return values.stream().map(value -> linked ? link(value) : Html.text(names.of(value).replaceFirst("T.*", "")))
                .collect(Collectors.joining("<br>"));
    }

    private String others(List<Quad> links) {
        var byProperty = new TreeMap<String, Set<Node>>();
        links.forEach(link -> byProperty.computeIfAbsent(names.of(link.getPredicate()),
                p -> new TreeSet<>(NodeOrder.NODES)).add(link.getSubject()));
        return byProperty.isEmpty()
                ? ""
                : heading("被引用", "Referred to from") + "<table>\n" + byProperty.entrySet().stream()
                        .map(e -> "<tr><th>" + Html.text(e.getKey()) + "</th><td>"
                                + e.getValue().stream().map(this::link).collect(Collectors.joining("<br>"))
                                + "</td></tr>")
                        .collect(Collectors.joining("\n")) + "\n</table>\n";
    }

    private String more() {
        return description.found() > description.links().size()
                ? "<p>" + limit(description.links().size(), description.found(), description.uncounted()) + "</p>\n"
                : "";
    }

    /** {@code 500 of 1 234}, with spaces that do not break. */
    private String limit(int shown, int all, boolean atLeast) {
        String of = String.format(Locale.ROOT, "%,d", all).replace(',', '\u00a0');
        return Html.text(names.word("共 " + of + (atLeast ? " 多" : "") + " 条引用，这里列出 " + shown + " 条；其余请查询 /sparql。",
                shown + " of " + (atLeast ? "more than " : "") + of + "; ask /sparql for the rest."));
    }

    /** A mention, or that a fact is reported in its article: the list of articles says so. */
    private boolean isOfTheArticle(Quad link) {
        return iris.articleKey(link.getSubject()).map(iris::article).filter(link.getSubject()::equals).isPresent();
    }

    private FactCells cells(String key, Node fact) {
        return new FactCells(dataset, iris, names, key, fact);
    }

    private String heading(String zh, String en) {
        return "<h2>" + Html.text(names.word(zh, en)) + "</h2>\n";
    }

    private String head(String zh, String en) {
        return "<th>" + Html.text(names.word(zh, en)) + "</th>";
    }

    private String link(Node node) {
        if (node.isLiteral()) {
            String language = node.getLiteralLanguage();
            String text = Html.text(names.of(node));
            return language.isEmpty() ? text : "<span lang=\"" + Html.text(language) + "\">" + text + "</span>";
        }
        boolean foreign = node.isURI() && !node.getURI().startsWith(iris.base());
        return anchor(node, foreign && names.stated(node).isEmpty() && isWeb(node) && !isTerm(node)
                ? node.getURI()
                : headings.of(node));
    }

    /** Whether people call it by a word: our own, or that of a vocabulary. */
    private boolean isTerm(Node node) {
        return Prefixes.of(iris).values().stream().anyMatch(node.getURI()::startsWith);
    }

    private static boolean isWeb(Node node) {
        return node.getURI().startsWith("http://") || node.getURI().startsWith("https://");
    }

    /** To the page here of what is ours, to the web where the IRI is an address there. */
    private String anchor(Node node, String text) {
        if (!node.isURI()) {
            return Html.text(text);
        }
        String uri = node.getURI();
        if (uri.startsWith(iris.namespace())) {
            return "<a href=\"/ns#" + Html.text(uri.substring(iris.namespace().length())) + "\">" + Html.text(text)
                    + "</a>";
        }
        if (uri.startsWith(iris.base())) {
            return "<a href=\"" + Html.text(Resource.here(uri, iris)) + "\">" + Html.text(text) + "</a>";
        }
        return isWeb(node)
                ? "<a rel=\"noreferrer nofollow\" href=\"" + Html.text(uri) + "\">" + Html.text(text) + "</a>"
                : Html.text(text);
    }
}
