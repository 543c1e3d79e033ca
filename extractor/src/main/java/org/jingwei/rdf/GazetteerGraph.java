package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
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
        Set<String> today = new HashSet<>();
        gazetteer.divisions().forEach(d -> today.add(d.code()));
        gazetteer.former().forEach(f -> former(f, today.contains(f.id())));
        gazetteer.zones().forEach(this::zone);
        gazetteer.otherPlaces().forEach(this::other);
        gazetteer.organisations().forEach(this::organisation);
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
        year(node, "since", division.since());
        if (!division.iso3166().isEmpty()) {
            notation(node, division.iso3166(), "ISO3166-2");
        }
        if (!division.wikidata().isEmpty()) {
            // name and distance confirm the ids of prefectures, but prove nothing
            boolean proven = division.level().equals("province");
            add(node, proven ? Ns.iri(Ns.OWL, "sameAs") : Ns.iri(Ns.RDFS, "seeAlso"),
                    Ns.iri(Ns.WIKIDATA, division.wikidata()));
        }
        degrees(node, "latitude", division.latitude());
        degrees(node, "longitude", division.longitude());
    }

    /** @param inUse whether today's table still has the code, so that only the name is of the past */
    private void former(Gazetteer.Former former, boolean inUse) {
        Node node = region(former.id());
        if (inUse) {
            add(node, iris.term("formerName"), Literals.simplified(former.name()));
            return;
        }
        if (former.successors().equals(List.of(former.id()))) {
            add(node, iris.term("formerName"), Literals.simplified(former.name()));
        } else {
            add(node, Ns.TYPE, iris.term("AdministrativeDivision"));
            names(node, former.name(), former.shortNames());
            notation(node, former.id().substring(0, 6), "GBT2260");
            add(node, Ns.schema("containedInPlace"), region(former.parent()));
            year(node, "since", former.since());
            year(node, "until", former.until());
            former.successors().forEach(s -> add(node, iris.term("successor"), region(s)));
        }
    }

    private void zone(Gazetteer.Zone zone) {
        Node node = iris.thing("zone/" + zone.slug());
        add(node, Ns.TYPE, iris.term("DevelopmentZone"));
        names(node, zone.name(), zone.shortNames());
        add(node, Ns.schema("containedInPlace"), region(zone.host()));
        add(node, iris.term("zoneKind"), iris.code("zoneKind", zone.kind()));
        add(node, iris.term("zoneLevel"), iris.code("zoneLevel", zone.level()));
        if (!zone.county().isEmpty()) {
            add(node, Ns.iri(Ns.OWL, "differentFrom"), region(zone.county()));
        }
        if (!zone.administeredWith().isEmpty()) {
            add(node, iris.term("administeredWith"), region(zone.administeredWith()));
            add(node, Ns.iri(Ns.OWL, "differentFrom"), region(zone.administeredWith()));
        }
        if (!zone.partOf().isEmpty()) {
            add(node, Ns.schema("containedInPlace"), iris.thing("zone/" + zone.partOf()));
        }
    }

    private void other(Gazetteer.OtherPlace place) {
        Node node = iris.of(place.thing());
        boolean country = place.thing().kind() == Link.Kind.COUNTRY;
        add(node, Ns.TYPE, Ns.schema(country ? "Country" : "Place"));
        names(node, place.thing().label(), place.shortNames());
        english(node, place.labelEn());
        if (country) {
            notation(node, place.thing().id().substring("country/".length()), "ISO3166-1");
        } else if (!place.country().isEmpty()) {
            add(node, Ns.schema("containedInPlace"), switch (place.country()) {
                case "CN-HK" -> region("810000");
                case "CN-MO" -> region("820000");
                case "CN-TW" -> region("710000");
                default -> iris.thing("country/" + place.country());
            });
        }
    }

    private void organisation(Gazetteer.Organisation organisation) {
        Node node = iris.of(organisation.thing());
        add(node, Ns.TYPE, Ns.schema("Organization"));
        names(node, organisation.thing().label(), organisation.names());
        organisation.tickers().forEach(t -> add(node, Ns.schema("tickerSymbol"), Literals.string(t)));
        if (!organisation.code().isEmpty()) {
            add(node, Ns.schema("identifier"), Literals.string(organisation.code()));
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

    private void year(Node node, String property, int year) {
        if (year > 0) {
            add(node, iris.term(property), NodeFactory.createLiteralDT(Integer.toString(year),
                    NodeFactory.getType(Ns.XSD + "gYear")));
        }
    }

    private void degrees(Node node, String property, OptionalDouble degrees) {
        if (degrees.isPresent()) {
            add(node, Ns.schema(property), Literals.decimal(BigDecimal.valueOf(degrees.getAsDouble())));
        }
    }

    private Node region(String code) {
        return iris.thing("region/" + code);
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }
}
