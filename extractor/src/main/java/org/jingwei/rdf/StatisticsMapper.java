package org.jingwei.rdf;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;
import org.jingwei.table.Figure;
import org.jingwei.table.Mapping;
import org.jingwei.table.Reading;
import org.jingwei.table.Transformation;

/**
 * Figures of official statistics to triples: a data set with its provenance and an observation for each figure, in the
 * dimensions, measures and units that the observations of articles have, so that the two join. Immutable; the same
 * table gives the same triples.
 */
public final class StatisticsMapper {
    /** Where a file was taken from, and when: Provenance, Authoring and Versioning. */
    private static final String PAV = "http://purl.org/pav/";

    private final Iris iris;
    private final Concepts indicators;
    private final Units units;

    public StatisticsMapper(Iris iris) {
        this.iris = iris;
        this.indicators = Concepts.read(iris, "indicator");
        this.units = new Units(iris);
    }

    /**
     * @param file   name of the table's file
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @return the triples of what was placed; whether they conform is for {@link Shapes} to say
     */
    public StatisticsGraph map(Mapping mapping, Reading reading, String file, String sha256) {
        Sheet sheet = new Sheet(iris, mapping.name());
        Node set = iris.official(mapping.name());
        Node table = iris.officialTable(mapping.name());
        source(sheet, set, table, mapping.source());
        sheet.type(table, Ns.prov("Entity"));
        sheet.fact(table, Ns.schema("name"), Literals.string(file));
        sheet.fact(table, Ns.schema("sha256"), Literals.string(sha256));
        Set<Node> described = new HashSet<>();
        for (Figure.Placed figure : reading.placed()) {
            figure(sheet, mapping.name(), set, figure, described);
        }
        return new StatisticsGraph(mapping.name(), iris, sheet.facts, sha256, file);
    }

    private void source(Sheet sheet, Node set, Node table, Mapping.Source source) {
        sheet.type(set, Ns.qb("DataSet"));
        sheet.type(set, "OfficialStatistics");
        sheet.fact(set, Ns.qb("structure"), iris.dataSet("official-structure"));
        words(sheet, set, dct("title"), source.title());
        Node publisher = iris.of(Gazetteer.named(source.publisher().chinese()));
        sheet.type(publisher, Ns.schema("Organization"));
        words(sheet, publisher, Ns.schema("name"), source.publisher());
        sheet.fact(set, dct("publisher"), publisher);
        words(sheet, set, "edition", source.edition());
        sheet.fact(set, dct("license"), Iris.web(source.licence()).orElseGet(
                () -> Literals.string(source.licence())));
        source.issued().ifPresent(day -> sheet.fact(set, dct("issued"), Literals.calendar(day)));
        source.note().ifPresent(note -> words(sheet, set, dct("description"), note));
        sheet.fact(set, Ns.prov("wasDerivedFrom"), table);
        source.address().flatMap(Iris::web).ifPresent(address -> {
            sheet.fact(set, dct("source"), address);
            sheet.fact(table, Ns.iri(PAV, "retrievedFrom"), address);
        });
        source.retrieved().ifPresent(
                day -> sheet.fact(table, Ns.iri(PAV, "retrievedOn"), Literals.date(day.toString())));
    }

    private void words(Sheet sheet, Node subject, String property, Mapping.Words words) {
        words(sheet, subject, iris.term(property), words);
    }

    private static void words(Sheet sheet, Node subject, Node property, Mapping.Words words) {
        sheet.fact(subject, property, Literals.simplified(words.chinese()));
        words.english().ifPresent(english -> sheet.fact(subject, property, Literals.english(english)));
    }

    private void figure(Sheet sheet, String name, Node set, Figure.Placed figure, Set<Node> described) {
        Node place = iris.of(figure.place());
        Node node = iris.figure(name, figure.place(), figure.period(), figure.indicator(),
                figure.transformation().name());
        sheet.type(node, "OfficialObservation");
        sheet.type(node, Ns.qb("Observation"));
        sheet.fact(node, Ns.qb("dataSet"), set);
        if (described.add(place)) {
            EntityNodes.describe(sheet, place, figure.place());
        }
        sheet.fact(node, Ns.dimension("refArea"), place);
        sheet.fact(node, Ns.dimension("refPeriod"), PeriodNodes.write(sheet, figure.period()));
        sheet.fact(node, "indicator", indicators.named(figure.indicator()).orElseThrow(
                () -> new IllegalArgumentException("no code of the list of indicators: " + figure.indicator())));
        sheet.fact(node, "transformation", iris.code("transformation", figure.transformation().name()));
        sheet.fact(node, "measure", iris.code("measure", measure(figure.transformation()).name()));
        sheet.fact(node, Ns.iri(Ns.SDMX_MEASURE, "obsValue"), Literals.decimal(figure.value()));
        sheet.fact(node, Ns.attribute("unitMeasure"), units.node(sheet, figure.unit()));
        sheet.fact(node, "lastPlace", Literals.decimal(figure.lastPlace()));
        if (figure.derived()) {
            sheet.fact(node, "inferred", Ns.iri(Ns.SDMX_MEASURE, "obsValue"));
        }
        sheet.fact(node, "statedSubject", Literals.simplified(figure.writtenPlace()));
        sheet.fact(node, "statedIndicator", Literals.simplified(figure.writtenIndicator()));
        sheet.fact(node, "statedText", Literals.simplified(figure.text()));
        sheet.fact(node, "statedValue", Literals.decimal(figure.stated()));
        sheet.fact(node, "statedUnit", Literals.simplified(figure.writtenUnit()));
        sheet.fact(node, "line", Literals.integer(figure.line()));
        sheet.fact(node, "column", Literals.string(figure.column()));
    }

    private static Fact.Measure measure(Transformation transformation) {
        return switch (transformation) {
            case N -> Fact.Measure.LEVEL;
            case GY, G1 -> Fact.Measure.GROWTH;
            case GAVG -> Fact.Measure.AVG_GROWTH;
            case DIFF -> Fact.Measure.CHANGE;
        };
    }

    private static Node dct(String localName) {
        return NodeFactory.createURI(Ns.DCT + localName);
    }
}
