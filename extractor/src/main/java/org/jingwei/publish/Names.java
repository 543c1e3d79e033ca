package org.jingwei.publish;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/** What a page calls things, in the language of its reader where they have a name in it. For one read transaction. */
final class Names {
    private static final List<Node> PROPERTIES = List.of(ArticleView.schema("name"), ArticleView.schema("headline"),
            ArticleView.iri(ArticleView.SKOS, "prefLabel"), RDFS.label.asNode(),
            ArticleView.iri("http://purl.org/dc/terms/", "title"), ArticleView.iri(ArticleView.SKOS, "notation"));
    /** Of properties that are not ours, and so have no label in our ontology. */
    private static final Map<String, Bilingual> FOREIGN = Map.ofEntries(
            word(ArticleView.SCHEMA + "name", "name", "名称"),
            word(ArticleView.SCHEMA + "alternateName", "other name", "别名"),
            word(ArticleView.SCHEMA + "location", "place", "地点"),
            word(ArticleView.SCHEMA + "latitude", "latitude", "纬度"),
            word(ArticleView.SCHEMA + "longitude", "longitude", "经度"),
            word(ArticleView.SCHEMA + "text", "words", "原话"),
            word(ArticleView.SCHEMA + "creator", "speaker", "说话人"),
            word(ArticleView.SCHEMA + "containedInPlace", "lies in", "所属地区"),
            word(ArticleView.SCHEMA + "mentions", "mentions", "提及"),
            word(ArticleView.SCHEMA + "startDate", "date", "日期"),
            word(ArticleView.SCHEMA + "endDate", "end", "结束日期"),
            word(ArticleView.SCHEMA + "superEvent", "part of", "所属活动"),
            word(ArticleView.SCHEMA + "headline", "title", "标题"),
            word(ArticleView.SCHEMA + "datePublished", "published", "发布日期"),
            word(ArticleView.SCHEMA + "publisher", "publisher", "发布单位"),
            word(ArticleView.SCHEMA + "author", "author", "作者"),
            word(ArticleView.SCHEMA + "editor", "editor", "编辑"),
            word(ArticleView.SCHEMA + "isBasedOn", "page", "原网页"),
            word(ArticleView.SCHEMA + "identifier", "identifier", "标识"),
            word(ArticleView.SCHEMA + "inLanguage", "language", "语言"),
            word(ArticleView.SCHEMA + "value", "value", "数值"),
            word(ArticleView.SCHEMA + "currency", "currency", "币种"),
            word(ArticleView.SCHEMA + "unitText", "unit", "单位"),
            word(ArticleView.SKOS + "prefLabel", "name", "名称"),
            word(ArticleView.SKOS + "altLabel", "other name", "别名"),
            word(ArticleView.SKOS + "notation", "code", "代码"),
            word(ArticleView.SKOS + "definition", "definition", "定义"),
            word(ArticleView.SKOS + "inScheme", "code list", "代码表"),
            word(ArticleView.SKOS + "broader", "broader", "上位概念"),
            word(ArticleView.DIMENSION + "refArea", "region", "地区"),
            word(ArticleView.DIMENSION + "refPeriod", "period", "时期"),
            word(ArticleView.MEASURE + "obsValue", "value", "数值"),
            word(ArticleView.ATTRIBUTE + "unitMeasure", "unit", "单位"),
            word(ArticleView.ORG + "member", "person", "人物"),
            word(ArticleView.ORG + "organization", "organisation", "机构"),
            word(ArticleView.ORG + "role", "title", "职务"),
            word(ArticleView.ORG + "Membership", "office", "任职"),
            word(ArticleView.ORG + "Role", "title", "职务"),
            word(ArticleView.SCHEMA + "Quotation", "quotation", "引语"),
            word("http://purl.org/linked-data/cube#Observation", "observation", "观测值"),
            word("http://purl.org/linked-data/cube#dataSet", "data set", "数据集"),
            word("http://www.w3.org/2006/time#hasBeginning", "begins", "开始"),
            word("http://www.w3.org/2006/time#hasEnd", "ends", "结束"),
            word("http://www.w3.org/2002/07/owl#sameAs", "the same as", "等同于"),
            word("http://www.w3.org/2002/07/owl#differentFrom", "not the same as", "不同于"),
            word("http://www.w3.org/2000/01/rdf-schema#seeAlso", "see also", "另见"),
            word("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "kind", "类型"));

    /** Statements of one name that are read: every article that speaks of a place repeats its name. */
    private static final int READ = 50;

    private final DatasetGraph dataset;
    private final Graph vocabulary;
    private final Node gazetteer;
    private final Language language;
    private final Map<Node, String> known = new HashMap<>();

    Names(DatasetGraph dataset, Iris iris, Graph vocabulary, Language language) {
        this.gazetteer = iris.graph("gazetteer");
        this.dataset = dataset;
        this.vocabulary = vocabulary;
        this.language = language;
    }

    private static Map.Entry<String, Bilingual> word(String iri, String en, String zh) {
        return Map.entry(iri, new Bilingual(en, zh));
    }

    Language language() {
        return language;
    }

    /** One of two words of the page itself. */
    String word(String zh, String en) {
        return word(new Bilingual(en, zh));
    }

    String word(Bilingual words) {
        return words.in(language);
    }

    /** A text as it stands; of anything else a name, or what stands at the end of its IRI. */
    String of(Node node) {
        return node.isLiteral() ? Csv.plain(node) : known.computeIfAbsent(node, this::name);
    }

    /** The name that a thing has; empty when it has none. */
    Optional<String> stated(Node node) {
        for (Node property : PROPERTIES) {
            Optional<String> best = best(node, property);
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private String name(Node node) {
        if (!node.isURI()) {
            return ArticleView.text(node);
        }
        Bilingual foreign = FOREIGN.get(node.getURI());
        return stated(node).or(() -> Optional.ofNullable(foreign).map(word -> word.in(language)))
                .orElseGet(() -> end(node.getURI()));
    }

    private static String end(String iri) {
        String end = iri.replaceFirst("[/#]$", "").replaceFirst(".*[/#]", "");
        try {
            return end.isEmpty() ? iri : URLDecoder.decode(end.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return end;
        }
    }

    /** Of the names in the gazetteer, or else in articles: in the reader's language, or else in simplified characters, or else the first. */
    private Optional<String> best(Node node, Node property) {
        var labels = new ArrayList<Node>(
                vocabulary.find(node, property, Node.ANY).mapWith(triple -> triple.getObject()).toList());
        dataset.find(gazetteer, node, property, Node.ANY).forEachRemaining(quad -> labels.add(quad.getObject()));
        if (labels.isEmpty()) {
            var found = dataset.find(Node.ANY, node, property, Node.ANY);
            for (int read = 0; read < READ && found.hasNext(); read++) {
                labels.add(found.next().getObject());
            }
        }
        List<Node> sorted = labels.stream().filter(Node::isLiteral).distinct().sorted(NodeOrder.NODES).toList();
        return Stream.of(language.tag(), Language.ZH.tag())
                .flatMap(tag -> sorted.stream().filter(label -> label.getLiteralLanguage().equals(tag)))
                .findFirst().or(() -> sorted.stream().findFirst()).map(Node::getLiteralLexicalForm)
                .filter(label -> !label.isBlank());
    }
}
