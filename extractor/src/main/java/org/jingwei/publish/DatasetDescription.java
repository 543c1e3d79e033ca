package org.jingwei.publish;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * What a store is, in DCAT 3 and VoID, counted from the store alone: no clock, so the same store gives the same bytes.
 * Its day is that of the newest article. Statements are counted in each named graph; one that two graphs state counts
 * twice, as it does in N-Quads.
 */
public final class DatasetDescription {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final Iris iris;
    private final Node dataset;
    private final List<Triple> statements = new ArrayList<>();

    private DatasetDescription(Iris iris) {
        this.iris = iris;
        this.dataset = iris.dataset();
    }

    /** Which part of the graphs is listed one by one. */
    public enum Graphs {
        /** Each, for a file: as long as the store has articles. */
        EACH,
        /** Groups only: facts, evidence, and those that belong to no article. */
        GROUPS
    }

    /**
     * As Turtle, in memory. Inside a read transaction.
     *
     * @param alive asked before each graph; it ends the counting by throwing
     */
    static byte[] turtle(DatasetGraph dataset, Iris iris, Runnable alive) {
        var out = new ByteArrayOutputStream();
        write(dataset, iris, Graphs.GROUPS, List.of(), alive, out);
        return out.toByteArray();
    }

    /**
     * A file that lies beside the description.
     *
     * @param name      of the file
     * @param format    what is in it
     * @param byteSize  of the file
     */
    public record DataFile(String name, Exporter.Format format, long byteSize) {}

    /** As Turtle. Inside a read transaction. Does not close {@code out}. */
    public static void write(DatasetGraph dataset, Iris iris, Graphs graphs, List<DataFile> files, OutputStream out) {
        write(dataset, iris, graphs, files, () -> {}, out);
    }

    private static void write(DatasetGraph dataset, Iris iris, Graphs graphs, List<DataFile> files, Runnable alive,
            OutputStream out) {
        var description = new DatasetDescription(iris);
        try (var each = Sorted.triples()) {
            description.about();
            description.count(dataset, alive, graphs == Graphs.EACH ? each::add : triple -> {});
            description.dates(dataset);
            description.access(files);
            description.statements.forEach(each::add);
            Exporter.turtle(each::forEach, iris, out);
        }
    }

    private void about() {
        add(dataset, RDF.type.asNode(), term(DCAT, "Dataset"));
        add(dataset, RDF.type.asNode(), term(VOID, "Dataset"));
        text(dataset, "title", "Jingwei: what Chinese regional-economy news state", "en");
        text(dataset, "title", "经纬：中国区域经济新闻所述事实", "zh-Hans");
        text(dataset, "description",
                "Events, projects, indicators and roles as news articles state them, each with the "
                        + "characters that state it. Rows are statements: two articles on one matter are two.",
                "en");
        text(dataset, "description", "新闻所述的事件、项目、指标与任职，每条均附原文依据。每条是一次陈述：两篇文章述及同一事项即为两条。",
                "zh-Hans");
        text(dataset, "rights", "What was taken from a page is subject to the rights in that page.", "en");
        text(dataset, "rights", "摘自网页的内容受该网页权利的约束。", "zh-Hans");
        add(dataset, term(DCT, "language"), language("ZHO"));
        add(dataset, term(VOID, "uriSpace"), string(iris.base()));
        add(dataset, term(VOID, "vocabulary"), NodeFactory.createURI(iris.namespace()));
        for (String vocabulary : List.of(ArticleView.SCHEMA, ArticleView.ORG, ArticleView.OA, ArticleView.SKOS,
                "http://purl.org/linked-data/cube#", "http://www.w3.org/2006/time#")) {
            add(dataset, term(VOID, "vocabulary"), NodeFactory.createURI(vocabulary));
        }
    }

    private static Node language(String code) {
        return NodeFactory.createURI("http://publications.europa.eu/resource/authority/language/" + code);
    }

    /** Statements of one kind of graph. */
    private static final class Count {
        private long graphs;
        private long statements;
    }

    private void count(DatasetGraph store, Runnable alive, java.util.function.Consumer<Triple> each) {
        var groups = new TreeMap<String, Count>();
        var properties = new TreeMap<Node, Long>(NodeOrder.NODES);
        try (var names = Sorted.nodes();
                var subjects = Sorted.nodes();
                var objects = Sorted.nodes();
                var typed = Sorted.triples()) {
            store.listGraphNodes().forEachRemaining(names::add);
            names.forEach(name -> {
                alive.run();
                var here = new long[1];
                store.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                    here[0]++;
                    subjects.add(quad.getSubject());
                    objects.add(quad.getObject());
                    properties.merge(quad.getPredicate(), 1L, Long::sum);
                    if (quad.getPredicate().equals(RDF.type.asNode())) {
                        typed.add(Triple.create(quad.getObject(), RDF.type.asNode(), quad.getSubject()));
                    }
                });
                Count count = groups.computeIfAbsent(group(name), g -> new Count());
                count.graphs++;
                count.statements += here[0];
                each.accept(Triple.create(name, RDF.type.asNode(), term(SD, "NamedGraph")));
                each.accept(Triple.create(name, term(VOID, "triples"), integer(here[0])));
                each.accept(Triple.create(iris.datasetPart(group(name)), term(DCT, "hasPart"), name));
            });
            add(dataset, term(VOID, "triples"),
                    integer(groups.values().stream().mapToLong(count -> count.statements).sum()));
            add(dataset, term(VOID, "distinctSubjects"), integer(subjects.distinct()));
            add(dataset, term(VOID, "distinctObjects"), integer(objects.distinct()));
            add(dataset, term(VOID, "properties"), integer(properties.size()));
            classes(typed);
        }
        groups.forEach(this::group);
        properties.forEach((property, uses) -> partition("property", property, "triples", uses));
    }

    private String group(Node name) {
        String path = name.isURI() && name.getURI().startsWith(iris.base())
                ? name.getURI().substring(iris.base().length())
                : "other";
        return path.startsWith("doc/")
                ? path.endsWith("/evidence") ? "evidence" : "facts"
                : path.replaceFirst("^graph/", "").replaceAll("[^A-Za-z0-9-]", "-");
    }

    private void group(String name, Count count) {
        Node group = iris.datasetPart(name);
        add(dataset, term(VOID, "subset"), group);
        add(group, RDF.type.asNode(), term(VOID, "Dataset"));
        text(group, "title", name, "en");
        add(group, term(VOID, "triples"), integer(count.statements));
        add(group, term(VOID, "documents"), integer(count.graphs));
    }

    /** An instance that several articles describe is one. */
    private void classes(Sorted<Triple> typed) {
        var instances = new LinkedHashMap<Node, Long>();
        typed.forEach(triple -> instances.merge(triple.getSubject(), 1L, Long::sum));
        try (var entities = Sorted.nodes()) {
            typed.forEach(triple -> entities.add(triple.getObject()));
            add(dataset, term(VOID, "entities"), integer(entities.distinct()));
        }
        add(dataset, term(VOID, "classes"), integer(instances.size()));
        instances.forEach((type, count) -> partition("class", type, "entities", count));
    }

    private void partition(String kind, Node what, String counted, long count) {
        String name = what.getURI().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]+", "-");
        Node partition = iris.datasetPart(kind + "/" + name);
        add(dataset, term(VOID, kind + "Partition"), partition);
        add(partition, term(VOID, kind), what);
        add(partition, term(VOID, counted), integer(count));
    }

    /** First and last day on which an article was published; none where no article says. */
    private void dates(DatasetGraph store) {
        var days = new String[2];
        store.find(Node.ANY, Node.ANY, ArticleView.schema("datePublished"), Node.ANY).forEachRemaining(quad -> {
            String day = ArticleView.text(quad.getObject()).replaceFirst("T.*", "");
            days[0] = days[0] == null || day.compareTo(days[0]) < 0 ? day : days[0];
            days[1] = days[1] == null || day.compareTo(days[1]) > 0 ? day : days[1];
        });
        if (days[0] != null) {
            add(dataset, term(DCT, "modified"), date(days[1]));
            Node period = iris.datasetPart("temporal");
            add(dataset, term(DCT, "temporal"), period);
            add(period, RDF.type.asNode(), term(DCT, "PeriodOfTime"));
            add(period, term(DCAT, "startDate"), date(days[0]));
            add(period, term(DCAT, "endDate"), date(days[1]));
        }
    }

    private void access(List<DataFile> files) {
        Node catalog = iris.datasetPart("catalog");
        add(catalog, RDF.type.asNode(), term(DCAT, "Catalog"));
        text(catalog, "title", "Jingwei", "en");
        text(catalog, "title", "经纬", "zh-Hans");
        add(catalog, term(DCAT, "dataset"), dataset);
        Node service = iris.datasetPart("sparql");
        Node endpoint = NodeFactory.createURI(iris.base() + "sparql");
        add(catalog, term(DCAT, "service"), service);
        add(service, RDF.type.asNode(), term(DCAT, "DataService"));
        text(service, "title", "SPARQL endpoint", "en");
        add(service, term(DCAT, "endpointURL"), endpoint);
        add(service, term(DCAT, "servesDataset"), dataset);
        add(dataset, term(VOID, "sparqlEndpoint"), endpoint);
        files.forEach(this::file);
    }

    private void file(DataFile file) {
        Node node = iris.datasetPart("file/" + file.format().extension());
        add(dataset, term(DCAT, "distribution"), node);
        add(node, RDF.type.asNode(), term(DCAT, "Distribution"));
        add(node, term(DCT, "title"), string(file.name()));
        add(node, term(DCAT, "accessURL"), iris.dataset());
        add(node, term(DCAT, "byteSize"),
                NodeFactory.createLiteralDT(Long.toString(file.byteSize()), XSDDatatype.XSDnonNegativeInteger));
        add(node, term(DCAT, "mediaType"), NodeFactory.createURI(MEDIA_TYPES + file.format().mediaType()));
    }

    private void add(Node subject, Node property, Node object) {
        statements.add(Triple.create(subject, property, object));
    }

    private void text(Node subject, String property, String text, String language) {
        add(subject, term(DCT, property), NodeFactory.createLiteralLang(text, language));
    }

    private static Node term(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }

    private static Node string(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node integer(long n) {
        return NodeFactory.createLiteralDT(Long.toString(n), XSDDatatype.XSDinteger);
    }

    private static Node date(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}
