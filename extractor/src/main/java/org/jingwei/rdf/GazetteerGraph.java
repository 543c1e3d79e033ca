package org.jingwei.rdf;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.link.Gazetteer;

/** Divisions and development zones as RDF: the nodes that links lead to. */
final class GazetteerGraph {
    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    private final Iris iris;
    private final Graph graph = GraphFactory.createDefaultGraph();

    private GazetteerGraph(Iris iris) {
        this.iris = iris;
    }

    static Graph of(Gazetteer gazetteer, Iris iris) {
        var places = new GazetteerGraph(iris);
        gazetteer.divisions().forEach(places::division);
        gazetteer.zones().forEach(places::zone);
        return places.graph;
    }

    private void division(Gazetteer.Division division) {
        Node node = region(division.code());
        place(node, "AdministrativeDivision", division.name(), division.shortNames(), division.parent());
        add(node, Ns.skos("notation"), Literals.string(division.code()));
        if (!division.labelEn().isEmpty()) {
            add(node, Ns.schema("name"), NodeFactory.createLiteralLang(division.labelEn(), "en"));
        }
        if (!division.iso3166().isEmpty()) {
            add(node, Ns.schema("identifier"), Literals.string(division.iso3166()));
        }
        if (!division.wikidata().isEmpty()) {
            add(node, Ns.schema("sameAs"), Ns.iri(WIKIDATA, division.wikidata()));
        }
    }

    private void zone(Gazetteer.Zone zone) {
        place(iris.thing("zone/" + zone.slug()), "DevelopmentZone", zone.name(), zone.shortNames(), zone.host());
    }

    private void place(Node node, String type, String name, List<String> shortNames, String within) {
        add(node, Ns.TYPE, iris.term(type));
        add(node, Ns.schema("name"), Literals.simplified(name));
        shortNames.forEach(other -> add(node, Ns.schema("alternateName"), Literals.simplified(other)));
        if (!within.isEmpty()) {
            add(node, Ns.schema("containedInPlace"), region(within));
        }
    }

    private Node region(String code) {
        return iris.thing("region/" + code);
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }
}
