package org.jingwei.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jingwei.rdf.Iris;

/**
 * The ontology on one page without scripts, Chinese and English side by side: the tree of classes, each class and
 * property with where it is used and an example, the cubes, and each code list. A term's anchor is its local name, so
 * that {@code …/ns#Signing} leads to it; that of a code is {@code code-phase-SIGNED}.
 */
final class OntologyPage {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:70rem;margin:2rem auto;\
            padding:0 1rem;color:#222}h1{font-size:1.6rem}h2{font-size:1.3rem;margin-top:2.5rem;border-bottom:2px solid #ddd}\
            h3{font-size:1.05rem;margin:1.6rem 0 .3rem}.two{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.5rem}\
            @media(max-width:40rem){.two{grid-template-columns:1fr}}.k{color:#666;font-weight:400;font-size:.85rem}\
            p{margin:.2rem 0}pre{background:#f6f6f6;padding:.5rem .8rem;margin:.4rem 0;white-space:pre-wrap;\
            overflow-wrap:anywhere;font-size:.85rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;\
            vertical-align:top;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd;overflow-wrap:anywhere}\
            td.c{white-space:nowrap;font-family:monospace;font-size:.85rem}dl{margin:.2rem 0;display:grid;\
            grid-template-columns:max-content 1fr;gap:0 .8rem;font-size:.9rem}dt{color:#666}dd{margin:0;\
            overflow-wrap:anywhere}a{color:#06c;text-decoration:none}a:hover{text-decoration:underline}:target{background:#ffc}\
            ul{margin:.2rem 0;padding-left:1.3rem}""";
    private static final Map<String, String> MORE_PREFIXES = Map.of("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/",
            "gaf", "http://groundedannotationframework.org/gaf#", "adms", "http://www.w3.org/ns/adms#", "itsrdf",
            "http://www.w3.org/2005/11/its/rdf#", "nif",
            "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "isic",
            "https://unstats.un.org/classifications/ISIC/rev4/", "wikidata", "http://www.wikidata.org/entity/",
            "sdmx-concept", "http://purl.org/linked-data/sdmx/2009/concept#", "datacommons",
            "https://datacommons.org/browser/");
    private static final String SDMX_CODE = "urn:sdmx:org.sdmx.infomodel.codelist.Code=";
    private static final String SCHEMA = "https://schema.org/";
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    private final Graph graph;
    private final Iris iris;
    private final Map<String, String> prefixes;

    OntologyPage(Graph vocabulary, Iris iris) {
        this.graph = vocabulary;
        this.iris = iris;
        this.prefixes = new LinkedHashMap<>(Prefixes.of(iris));
        MORE_PREFIXES.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> prefixes.putIfAbsent(prefix.getKey(), prefix.getValue()));
    }

    String html() {
        Node ontology = subjects(RDF.type.asNode(), OWL2.Ontology.asNode()).getFirst();
        String chinese = Html.text(text(ontology, dct("title"), "zh-Hans"));
        String english = Html.text(text(ontology, dct("title"), "en"));
        return "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>"
                + chinese + " · " + english
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head>\n<body>\n<h1>" + chinese + " <span lang=\"en\">" + english + "</span></h1>\n"
                + two(dct("description"), ontology) + "\n"
                + about(ontology) + contents() + tree() + section("classes", "类", "Classes", ours(OWL2.Class.asNode()),
                        this::classEntry)
                + section("properties", "属性", "Properties", properties(), this::propertyEntry)
                + section("datatypes", "数据类型", "Datatypes", ours(RDFS.Datatype.asNode()), this::plainEntry) + cubes()
                + codeLists() + "</body></html>\n";
    }

    private String about(Node ontology) {
        return "<dl>"
                + row("命名空间 namespace", "<code>" + Html.text(iris.namespace()) + "</code>, prefix <code>jw</code>")
                + row("版本 version",
                        values(ontology, OWL2.versionInfo.asNode()) + " (" + values(ontology, dct("modified"))
                                + "), " + values(ontology, OWL2.versionIRI.asNode()))
                + row("前一版本 prior version", values(ontology, OWL2.priorVersion.asNode()))
                + row("许可 license", values(ontology, dct("license")))
                + row("作为数据 as data", "<code>Accept: text/turtle</code> · <code>Accept: application/ld+json</code>")
                + "</dl>\n";
    }

    private String contents() {
        return "<h2>目录 Contents</h2>\n<ul>\n<li><a href=\"#tree\">类的层次 Tree of classes</a></li>\n"
                + "<li><a href=\"#classes\">类 Classes</a>: " + links(ours(OWL2.Class.asNode())) + "</li>\n"
                + "<li><a href=\"#properties\">属性 Properties</a>: " + links(properties()) + "</li>\n"
                + "<li><a href=\"#datatypes\">数据类型 Datatypes</a>: " + links(ours(RDFS.Datatype.asNode())) + "</li>\n"
                + "<li><a href=\"#cubes\">数据立方体 Cubes</a></li>\n<li><a href=\"#codes\">代码表 Code lists</a>: "
                + schemes().stream().map(scheme -> "<a href=\"#" + anchor(scheme) + "\">"
                        + Html.text(text(scheme, SKOS.prefLabel.asNode(), "zh-Hans")) + " "
                        + Html.text(text(scheme, SKOS.prefLabel.asNode(), "en")) + "</a>")
                        .collect(Collectors.joining(" · "))
                + "</li>\n</ul>\n";
    }

    private String links(List<Node> terms) {
        return terms.stream().map(this::link).collect(Collectors.joining(" · "));
    }

    private String tree() {
        Set<Node> roots = new TreeSet<>(BY_IRI);
        for (Node term : ours(OWL2.Class.asNode())) {
            roots.addAll(roots(term));
        }
        return "<h2 id=\"tree\">类的层次 Tree of classes</h2>\n<ul>\n"
                + roots.stream().map(root -> branch(root, List.of())).collect(Collectors.joining()) + "</ul>\n";
    }

    private Set<Node> roots(Node term) {
        List<Node> above = objects(term, RDFS.subClassOf.asNode());
        Set<Node> roots = new TreeSet<>(BY_IRI);
        if (above.isEmpty()) {
            roots.add(term);
        }
        above.forEach(node -> roots.addAll(roots(node)));
        return roots;
    }

    private String branch(Node term, List<Node> path) {
        List<Node> below = path.contains(term)
                ? List.of()
                : subjects(RDFS.subClassOf.asNode(), term).stream().filter(this::holdsOurs).toList();
        List<Node> longer = Stream.concat(path.stream(), Stream.of(term)).toList();
        return "<li>" + link(term) + (isOurs(term)
                ? " " + Html.text(text(term, RDFS.label.asNode(), "zh-Hans")) + " <span class=\"k\">"
                        + Html.text(text(term, RDFS.label.asNode(), "en")) + "</span>"
                : "")
                + (below.isEmpty()
                        ? ""
                        : "\n<ul>\n" + below.stream().map(node -> branch(node, longer)).collect(Collectors.joining())
                                + "</ul>\n")
                + "</li>\n";
    }

    private boolean holdsOurs(Node term) {
        return isOurs(term) || subjects(RDFS.subClassOf.asNode(), term).stream().anyMatch(this::holdsOurs);
    }

    private String section(String id, String chinese, String english, List<Node> terms, Function<Node, String> entry) {
        return "<h2 id=\"" + id + "\">" + chinese + " " + english + "</h2>\n"
                + terms.stream().map(entry).collect(Collectors.joining());
    }

    private String classEntry(Node term) {
        List<Node> used = subjects(schema("domainIncludes"), term);
        return entry(term, row("上位类 sub-class of", values(term, RDFS.subClassOf.asNode()))
                + row("下位类 super-class of", linked(subjects(RDFS.subClassOf.asNode(), term)))
                + row("属性 properties", linked(used))
                + row("作为取值 is value of", linked(subjects(schema("rangeIncludes"), term))));
    }

    private String propertyEntry(Node term) {
        return entry(term, row("类型 kind", kind(term)) + row("用于 used on", domain(term))
                + row("取值 values", values(term, schema("rangeIncludes")))
                + row("代码表 code list", values(term, qb("codeList")))
                + row("上位属性 sub-property of", values(term, RDFS.subPropertyOf.asNode())));
    }

    private String domain(Node term) {
        String domain = values(term, schema("domainIncludes"));
        return domain.isEmpty() ? "任何事物 anything" : domain;
    }

    private String kind(Node term) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(OWL2.ObjectProperty.getURI(), "指向事物 to a thing");
        kinds.put(OWL2.DatatypeProperty.getURI(), "取文字值 to a value");
        kinds.put(QB + "DimensionProperty", "立方体维度 dimension of the cubes");
        kinds.put(QB + "AttributeProperty", "立方体属性 attribute of the cubes");
        return kinds.entrySet().stream()
                .filter(kind -> graph.contains(term, RDF.type.asNode(), NodeFactory.createURI(kind.getKey())))
                .map(Map.Entry::getValue).collect(Collectors.joining("; "));
    }

    private String plainEntry(Node term) {
        return entry(term, "");
    }

    private String entry(Node term, String rows) {
        String notes = objects(term, SKOS.editorialNote.asNode()).stream()
                .map(note -> "<span lang=\"" + Html.text(note.getLiteralLanguage()) + "\">"
                        + Html.text(note.getLiteralLexicalForm()) + "</span>")
                .collect(Collectors.joining("<br>"));
        return "<h3 id=\"" + anchor(term) + "\"><a href=\"#" + anchor(term) + "\">" + Html.text(shortName(term))
                + "</a></h3>\n<div class=\"two\"><p lang=\"zh-Hans\"><b>"
                + Html.text(text(term, RDFS.label.asNode(), "zh-Hans")) + "</b></p><p lang=\"en\"><b>"
                + Html.text(text(term, RDFS.label.asNode(), "en")) + "</b></p></div>\n"
                + two(SKOS.definition.asNode(), term)
                + objects(term, SKOS.example.asNode()).stream()
                        .map(example -> "<pre>" + Html.text(example.getLiteralLexicalForm()) + "</pre>\n")
                        .collect(Collectors.joining())
                + "<dl>" + rows + row("相近 close to", values(term, SKOS.closeMatch.asNode()))
                + row("相关 related to", values(term, SKOS.relatedMatch.asNode()))
                + row("另见 see also", values(term, RDFS.seeAlso.asNode())) + row("说明 note", notes) + "</dl>\n";
    }

    private String cubes() {
        return "<h2 id=\"cubes\">数据立方体 Cubes</h2>\n"
                + subjects(RDF.type.asNode(), qb("DataSet")).stream().map(this::cube).collect(Collectors.joining());
    }

    private String cube(Node cube) {
        record Part(int order, String row) {}
        List<Part> parts = new ArrayList<>();
        for (Node structure : objects(cube, qb("structure"))) {
            for (Node component : objects(structure, qb("component"))) {
                int order = objects(component, qb("order")).stream()
                        .mapToInt(n -> Integer.parseInt(n.getLiteralLexicalForm())).findFirst().orElse(0);
                Map<String, String> roles = new LinkedHashMap<>();
                roles.put("dimension", "维度 dimension");
                roles.put("measure", "度量 measure");
                roles.put("attribute", "属性 attribute");
                roles.forEach((role,
                        words) -> objects(component, qb(role)).forEach(property -> parts.add(new Part(order,
                                "<tr><td>" + order + "</td><td>" + words + "</td><td>" + link(property) + "</td><td>"
                                        + (objects(component, qb("componentRequired")).stream()
                                                .anyMatch(r -> r.getLiteralLexicalForm().equals("false"))
                                                        ? "可选 optional"
                                                        : "必备 required")
                                        + "</td></tr>\n"))));
            }
        }
        return "<h3 id=\"" + anchor(cube) + "\">" + Html.text(local(cube)) + "</h3>\n" + two(dct("title"), cube)
                + "<table>\n" + parts.stream().sorted(Comparator.comparingInt(Part::order)).map(Part::row)
                        .collect(Collectors.joining())
                + "</table>\n";
    }

    private String codeLists() {
        return "<h2 id=\"codes\">代码表 Code lists</h2>\n"
                + schemes().stream().map(this::codeList).collect(Collectors.joining());
    }

    private String codeList(Node scheme) {
        String name = local(scheme);
        return "<h3 id=\"" + anchor(scheme) + "\"><a href=\"#" + anchor(scheme) + "\">" + Html.text(name)
                + "</a></h3>\n<div class=\"two\"><p lang=\"zh-Hans\"><b>"
                + Html.text(text(scheme, SKOS.prefLabel.asNode(), "zh-Hans")) + "</b></p><p lang=\"en\"><b>"
                + Html.text(text(scheme, SKOS.prefLabel.asNode(), "en")) + "</b></p></div>\n"
                + two(SKOS.definition.asNode(), scheme) + "<p class=\"k\">" + Html.text(scheme.getURI()) + " · "
                + values(scheme, OWL2.versionInfo.asNode())
                + "</p>\n<table>\n<tr><th>代码 code</th><th>中文</th><th>English</th><th>对应 elsewhere</th></tr>\n"
                + subjects(SKOS.inScheme.asNode(), scheme).stream().map(this::code).collect(Collectors.joining())
                + "</table>\n";
    }

    private String code(Node code) {
        String elsewhere = Stream
                .of(SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, RDFS.seeAlso)
                .map(property -> Map.entry(property.getLocalName(), values(code, property.asNode())))
                .filter(match -> !match.getValue().isEmpty())
                .map(match -> "<span class=\"k\">" + match.getKey() + "</span> " + match.getValue())
                .collect(Collectors.joining("<br>"));
        return "<tr id=\"" + anchor(code) + "\"><td class=\"c\">"
                + objects(code, SKOS.notation.asNode()).stream().map(n -> Html.text(n.getLiteralLexicalForm()))
                        .collect(Collectors.joining(" "))
                + "</td><td lang=\"zh-Hans\">" + named(code, "zh-Hans") + "</td><td lang=\"en\">" + named(code, "en")
                + "</td><td>" + elsewhere + "</td></tr>\n";
    }

    private String named(Node code, String language) {
        String definition = text(code, SKOS.definition.asNode(), language);
        return Html.text(text(code, SKOS.prefLabel.asNode(), language))
                + (definition.isEmpty() ? "" : "<br><span class=\"k\">" + Html.text(definition) + "</span>");
    }

    private List<Node> schemes() {
        return subjects(RDF.type.asNode(), SKOS.ConceptScheme.asNode());
    }

    private List<Node> properties() {
        return Stream.of(OWL2.ObjectProperty, OWL2.DatatypeProperty).flatMap(kind -> ours(kind.asNode()).stream())
                .sorted(BY_IRI).toList();
    }

    private List<Node> ours(Node type) {
        return subjects(RDF.type.asNode(), type).stream().filter(this::isOurs).toList();
    }

    private boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(iris.namespace());
    }

    private String two(Node property, Node of) {
        return "<div class=\"two\"><p lang=\"zh-Hans\">" + Html.text(text(of, property, "zh-Hans"))
                + "</p><p lang=\"en\">" + Html.text(text(of, property, "en")) + "</p></div>\n";
    }

    private static String row(String name, String html) {
        return html.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + html + "</dd>";
    }

    private String values(Node subject, Node property) {
        return linked(objects(subject, property));
    }

    private String linked(List<Node> nodes) {
        return nodes.stream().map(this::link).collect(Collectors.joining(", "));
    }

    /** To its place on this page, or to the web. */
    private String link(Node node) {
        if (node.isLiteral()) {
            return Html.text(node.getLiteralLexicalForm());
        }
        String uri = node.getURI();
        String shown = Html.text(shortName(node));
        boolean here = isOurs(node) || uri.startsWith(iris.base() + "code/");
        if (here) {
            return "<a href=\"#" + anchor(node) + "\">" + shown + "</a>";
        }
        boolean web = uri.startsWith("http://") || uri.startsWith("https://");
        return web ? "<a rel=\"noreferrer nofollow\" href=\"" + Html.text(uri) + "\">" + shown + "</a>" : shown;
    }

    private String shortName(Node node) {
        String uri = node.getURI();
        if (uri.startsWith(SDMX_CODE)) {
            return "SDMX " + uri.substring(SDMX_CODE.length());
        }
        return uri.startsWith(iris.base() + "code/")
                ? uri.substring((iris.base() + "code/").length())
                : TextTable.shortName(uri, prefixes);
    }

    /** Of an own term its local name; of anything else below the base its path. Only what an attribute may hold. */
    private String anchor(Node node) {
        String uri = node.getURI();
        String name = isOurs(node)
                ? local(node)
                : uri.startsWith(iris.base())
                        ? uri.substring(iris.base().length()).replace('/', '-')
                        : "unit-" + local(node);
        return Html.text(name);
    }

    private static String local(Node node) {
        String uri = node.getURI();
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
    }

    private List<Node> subjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object).map(Triple::getSubject).filter(Node::isURI).distinct()
                .sorted(BY_IRI).toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).distinct()
                .sorted(Comparator.comparing(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm()))
                .toList();
    }

    private String text(Node subject, Node property, String language) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).filter(Node::isLiteral)
                .filter(value -> value.getLiteralLanguage().equals(language)).map(Node::getLiteralLexicalForm).sorted()
                .findFirst().orElse("");
    }

    private static Node dct(String name) {
        return NodeFactory.createURI("http://purl.org/dc/terms/" + name);
    }

    private static Node schema(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }

    private static Node qb(String name) {
        return NodeFactory.createURI(QB + name);
    }
}
