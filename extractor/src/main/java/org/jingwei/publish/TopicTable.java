package org.jingwei.publish;

import static org.jingwei.publish.ArticleView.ATTRIBUTE;
import static org.jingwei.publish.ArticleView.DIMENSION;
import static org.jingwei.publish.ArticleView.MEASURE;
import static org.jingwei.publish.ArticleView.ORG;
import static org.jingwei.publish.ArticleView.SKOS;
import static org.jingwei.publish.ArticleView.iri;
import static org.jingwei.publish.ArticleView.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The rows of a topic: one for each fact, and for projects and events one for each amount or count stated of it. Each
 * ends with where it comes from: article, title, day of publication, source, the words that state it and their place in
 * the page, confidence, IRI. Rows are statements: two articles on one matter are two rows, so a column must not be
 * added up.
 */
final class TopicTable {
    /** A heading in both languages. */
    private record Column(String en, String zh) {}

    private static final List<Column> VALUE = List.of(new Column("value", "数值"), new Column("unit", "单位"),
            new Column("value of", "数值含义"), new Column("bound", "界限"), new Column("value status", "数值状态"),
            new Column("stated", "原文数值"));

    private static final List<Column> ORIGIN = List.of(new Column("article id", "文章编号"),
            new Column("title", "标题"), new Column("published", "发布日期"), new Column("source URL", "来源网址"),
            new Column("quote", "原文依据"), new Column("quote start", "起始字符"), new Column("quote end", "结束字符"),
            new Column("confidence", "置信度"), new Column("IRI", "IRI"));

    private final Topic topic;
    private final Labels labels;

    TopicTable(Topic topic, Labels labels) {
        this.topic = topic;
        this.labels = labels;
    }

    static String title(Topic topic, TableLanguage language) {
        return switch (language) {
            case EN -> topic.id();
            case ZH -> switch (topic) {
                case PROJECTS -> "项目";
                case INDICATORS -> "指标";
                case EVENTS -> "事件";
                case ROLES -> "任职";
            };
        };
    }

    static List<String> headings(Topic topic, TableLanguage language) {
        return columns(topic).map(column -> switch (language) {
            case EN -> column.en();
            case ZH -> column.zh();
        }).toList();
    }

    private static Stream<Column> columns(Topic topic) {
        return switch (topic) {
            case PROJECTS -> join(List.of(new Column("project", "项目"), new Column("investors", "投资方"),
                    new Column("places", "地点"), new Column("region code", "区划代码"), new Column("phase", "阶段"),
                    new Column("events", "活动"), new Column("date", "日期")), VALUE, ORIGIN);
            case INDICATORS -> join(List.of(new Column("subject", "地区或主体"), new Column("region code", "区划代码"),
                    new Column("indicator", "指标"), new Column("indicator code", "指标代码"),
                    new Column("measure", "度量"), new Column("basis", "比较基期"), new Column("period", "时期"),
                    new Column("supplied from context", "由上下文补充"), new Column("value", "数值"),
                    new Column("unit", "单位"), new Column("bound", "界限"), new Column("value status", "数值状态"),
                    new Column("stated", "原文数值")), ORIGIN);
            case EVENTS -> join(List.of(new Column("type", "类型"), new Column("event", "事件"),
                    new Column("date", "日期"), new Column("supplied from context", "由上下文补充"),
                    new Column("places", "地点"), new Column("region code", "区划代码"),
                    new Column("participants", "参与方"), new Column("status", "状态")), VALUE, ORIGIN);
            case ROLES -> join(List.of(new Column("person", "人物"), new Column("title held", "职务"),
                    new Column("organisation", "机构或地方"), new Column("region code", "区划代码")), ORIGIN);
        };
    }

    @SafeVarargs
    private static Stream<Column> join(List<Column>... parts) {
        return Stream.of(parts).flatMap(List::stream);
    }

    /** The rows of one article, in the order of its facts. */
    void rows(ArticleView view, List<Node> facts, Consumer<List<Cell>> to) {
        for (Node fact : facts) {
            switch (topic) {
                case PROJECTS -> values(view, fact, project(view, fact), to);
                case EVENTS -> values(view, fact, event(view, fact), to);
                case INDICATORS -> to.accept(join(indicator(view, fact), origin(view, fact, fact)));
                case ROLES -> to.accept(join(role(view, fact), origin(view, fact, fact)));
            }
        }
    }

    private List<Cell> project(ArticleView view, Node project) {
        List<Node> events = view.subjects(view.term("eventObject"), project);
        return List.of(text(view, project, schema("name")), text(view, project, view.term("statedInvestor")),
                text(view, project, view.term("statedPlace")), codes(view, project), code(view, project, "phase"),
                Cell.text(events.stream().map(e -> view.texts(e, schema("name"))).filter(n -> !n.isEmpty())
                        .distinct().collect(Collectors.joining("、"))),
                Cell.text(events.stream().flatMap(e -> Topic.date(view, e).stream()).map(ArticleView::text).distinct()
                        .collect(Collectors.joining("、"))));
    }

    private List<Cell> event(ArticleView view, Node event) {
        return List.of(code(view, event, "eventType"), text(view, event, schema("name")),
                Topic.date(view, event).map(Cell::of).orElse(Cell.EMPTY), supplied(view, event),
                text(view, event, view.term("statedPlace")), codes(view, event),
                text(view, event, view.term("statedParticipant")), code(view, event, "status"));
    }

    private List<Cell> indicator(ArticleView view, Node observation) {
        return List.of(text(view, observation, view.term("statedSubject")), codes(view, observation),
                text(view, observation, view.term("statedIndicator")),
                Cell.text(view.one(observation, view.term("indicator")).map(TopicTable::last).orElse("")),
                code(view, observation, "measure"), code(view, observation, "basis"),
                view.one(observation, iri(DIMENSION, "refPeriod"))
                        .flatMap(period -> view.one(period, iri(SKOS, "notation"))).map(Cell::of).orElse(Cell.EMPTY),
                supplied(view, observation),
                view.one(observation, iri(MEASURE, "obsValue")).map(Cell::of).orElse(Cell.EMPTY),
                Cell.text(view.one(observation, iri(ATTRIBUTE, "unitMeasure")).map(labels::code).orElse("")),
                code(view, observation, "bound"), code(view, observation, "status"),
                text(view, observation, view.term("statedText")));
    }

    private List<Cell> role(ArticleView view, Node role) {
        return List.of(text(view, role, view.term("statedPerson")), text(view, role, view.term("statedTitle")),
                text(view, role, view.term("statedOrganisation")), codes(view, role));
    }

    /** A row for each amount and count of a fact, or one without. */
    private void values(ArticleView view, Node fact, List<Cell> about, Consumer<List<Cell>> to) {
        var values = new ArrayList<Node>(view.objects(fact, view.term("amount")));
        values.addAll(view.objects(fact, view.term("quantity")));
        for (Node value : values) {
            to.accept(join(about, value(view, value), origin(view, fact, value)));
        }
        if (values.isEmpty()) {
            to.accept(join(about, VALUE.stream().map(column -> Cell.EMPTY).toList(), origin(view, fact, fact)));
        }
    }

    private List<Cell> value(ArticleView view, Node value) {
        Optional<Node> currency = view.one(value, schema("currency"));
        Cell of = view.one(value, view.term("amountRole")).map(role -> Cell.text(labels.code(role)))
                .orElseGet(() -> text(view, value, view.term("counted")));
        return List.of(view.one(value, schema("value")).map(Cell::of).orElse(Cell.EMPTY),
                currency.map(Cell::of).orElseGet(() -> text(view, value, schema("unitText"))), of,
                code(view, value, "bound"), code(view, value, "status"), text(view, value, view.term("statedText")));
    }

    /** @param stated the fact that the words state: of a row with a value, the value */
    private static List<Cell> origin(ArticleView view, Node fact, Node stated) {
        Node article = view.article();
        Optional<ArticleView.Quote> quote = view.quote(stated).or(() -> view.quote(fact));
        return List.of(Cell.text(view.texts(article, schema("identifier"))),
                headline(view), text(view, article, schema("datePublished")),
                Cell.text(view.one(article, schema("url")).or(() -> view.one(article, schema("isBasedOn")))
                        .map(ArticleView::text).orElse("")),
                Cell.text(quote.map(ArticleView.Quote::words).orElse("")),
                quote.map(q -> number(q.start())).orElse(Cell.EMPTY),
                quote.map(q -> number(q.end())).orElse(Cell.EMPTY),
                view.confidence(stated).map(Cell::of).orElse(Cell.EMPTY), Cell.text(fact.getURI()));
    }

    /** The simplified one: a page in traditional characters has both. */
    private static Cell headline(ArticleView view) {
        List<Node> headlines = view.objects(view.article(), schema("headline"));
        return headlines.stream().filter(headline -> headline.getLiteralLanguage().equals("zh-Hans")).findFirst()
                .or(() -> headlines.stream().findFirst()).map(Cell::of).orElse(Cell.EMPTY);
    }

    private static Cell number(int value) {
        return new Cell.Number(java.math.BigDecimal.valueOf(value));
    }

    private static Cell text(ArticleView view, Node subject, Node property) {
        return Cell.text(view.texts(subject, property));
    }

    private Cell code(ArticleView view, Node subject, String property) {
        return view.one(subject, view.term(property)).filter(Node::isURI).map(code -> Cell.text(labels.code(code)))
                .orElse(Cell.EMPTY);
    }

    /** Notations of the places that are known by one. As text: a code is no number. */
    private Cell codes(ArticleView view, Node fact) {
        Stream<Node> places = switch (topic) {
            case PROJECTS, EVENTS -> view.objects(fact, schema("location")).stream();
            case INDICATORS -> view.objects(fact, iri(DIMENSION, "refArea")).stream();
            case ROLES -> Stream.concat(view.objects(fact, view.term("jurisdiction")).stream(),
                    view.objects(fact, iri(ORG, "organization")).stream());
        };
        return Cell.text(places.flatMap(place -> labels.notation(place).stream()).distinct()
                .collect(Collectors.joining("、")));
    }

    /** Which of the fields the article leaves to its context. */
    private static Cell supplied(ArticleView view, Node fact) {
        return Cell.text(view.objects(fact, view.term("inferred")).stream().map(TopicTable::last)
                .collect(Collectors.joining("、")));
    }

    private static String last(Node node) {
        return ArticleView.text(node).replaceFirst(".*[/#]", "");
    }

    @SafeVarargs
    private static List<Cell> join(List<Cell> first, List<Cell>... others) {
        return Stream.concat(first.stream(), Stream.of(others).flatMap(List::stream)).toList();
    }
}
