package org.jingwei.rdf;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;

/** Writes the gazetteer as RDF. A thing has the same IRI and the same {@code schema:name} as in article graphs. */
final class GazetteerGraph {
    private final Iris iris;
    private final Graph graph = GraphFactory.createDefaultGraph();

    GazetteerGraph(Iris iris) {
        this.iris = iris;
    }

    Graph of(Gazetteer gazetteer) {
        gazetteer.divisions().forEach(this::division);
        gazetteer.zones().forEach(this::zone);
        gazetteer.countriesAndOrganisations().forEach(this::other);
        return graph;
    }

    private void division(Gazetteer.Division division) {
        Node node = region(division.code());
        add(node, Ns.TYPE, iris.term("AdministrativeDivision"));
        names(node, division.name(), division.shortNames());
        english(node, division.labelEn());
        notation(node, division.code(), "GBT2260");
        add(node, Ns.schema("containedInPlace"),
                division.parent().isEmpty() ? iris.thing("country/CN") : region(division.parent()));
        if (!division.iso3166().isEmpty()) {
            notation(node, division.iso3166(), "ISO3166-2");
        }
        if (!division.wikidata().isEmpty()) {
            add(node, Ns.iri(Ns.OWL, "sameAs"), Ns.iri(Ns.WIKIDATA, division.wikidata()));
        }
    }

    private void zone(Gazetteer.Zone zone) {
        Node node = iris.thing("zone/" + zone.slug());
        add(node, Ns.TYPE, iris.term("DevelopmentZone"));
        names(node, zone.name(), zone.shortNames());
        add(node, Ns.schema("containedInPlace"), region(zone.host()));
        add(node, iris.term("zoneKind"), iris.code("zoneKind", zone.kind()));
        if (!zone.county().isEmpty()) {
            add(node, Ns.iri(Ns.OWL, "differentFrom"), region(zone.county()));
        }
    }

    private void other(Link.Thing thing, Collection<String> names) {
        Node node = iris.thing(thing.id());
        boolean country = thing.kind() == Link.Kind.COUNTRY;
        add(node, Ns.TYPE, Ns.schema(country ? "Country" : "Organization"));
        names(node, thing.label(), names);
        String key = thing.id().substring(thing.id().indexOf('/') + 1);
        if (country) {
            notation(node, key, "ISO3166-1");
        } else if (key.matches("[0-9]{6}\\.[A-Z]{2}")) {
            add(node, Ns.schema("tickerSymbol"), Literals.string(key));
        }
    }

    private void names(Node node, String name, Collection<String> others) {
        add(node, Ns.schema("name"), Literals.simplified(name));
        others.stream().filter(other -> !other.equals(name))
                .forEach(other -> add(node, Ns.schema("alternateName"), Literals.simplified(other)));
    }

    private void english(Node node, String label) {
        if (!label.isEmpty()) {
            add(node, Ns.schema("name"), NodeFactory.createLiteralLang(label, "en"));
        }
    }

    private void notation(Node node, String code, String type) {
        add(node, Ns.skos("notation"),
                NodeFactory.createLiteralDT(code, NodeFactory.getType(iris.term(type).getURI())));
    }

    private Node region(String code) {
        return iris.thing("region/" + code);
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }
}
