package org.jingwei.publish;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;

/** What sort of thing a name is of, in words that people use; as {@code queries/search/names.rq} has them. */
enum ThingKind {
    REGION("行政区划"), ZONE("开发区"), COUNTRY("国家"), PLACE("地点"), ORGANISATION("机构"), PERSON("人物"), PROJECT("项目"),
    EVENT("活动"), INDICATOR("指标"), OTHER("其他");

    private final Bilingual label;

    ThingKind(String chinese) {
        this.label = new Bilingual(code(), chinese);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Bilingual label() {
        return label;
    }

    static Optional<ThingKind> named(String code) {
        for (ThingKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** By the classes of a thing, inside a read transaction. */
    static ThingKind of(DatasetGraph dataset, Node thing, Iris iris) {
        String schema = "https://schema.org/";
        Map<String, ThingKind> kinds = Map.of(iris.term("AdministrativeDivision").getURI(), REGION,
                iris.term("DevelopmentZone").getURI(), ZONE, schema + "Country", COUNTRY, schema + "Place", PLACE,
                schema + "Organization", ORGANISATION, schema + "Person", PERSON,
                iris.term("InvestmentProject").getURI(), PROJECT, iris.term("ProjectGroup").getURI(), PROJECT,
                iris.term("Indicator").getURI(), INDICATOR);
        var types = dataset.find(Node.ANY, thing, RDF.type.asNode(), Node.ANY);
        // Of two the one that comes first above, whatever the order in the store; few things have two.
        ThingKind found = OTHER;
        for (int seen = 0; seen < 50 && types.hasNext(); seen++) {
            Node type = types.next().getObject();
            ThingKind kind = type.isURI() ? kinds.getOrDefault(type.getURI(), OTHER) : OTHER;
            found = kind.compareTo(found) < 0 ? kind : found;
        }
        return found == OTHER && dataset.contains(Node.ANY, thing, iris.term("eventType"), Node.ANY) ? EVENT : found;
    }

    static Node schema(String localName) {
        return NodeFactory.createURI("https://schema.org/" + localName);
    }
}
