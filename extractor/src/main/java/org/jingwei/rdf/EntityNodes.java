package org.jingwei.rdf;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jingwei.fact.Fact;
import org.jingwei.link.Gazetteer;
import org.jingwei.link.Link;
import org.jingwei.link.Link.Ambiguous;
import org.jingwei.link.Link.Candidate;
import org.jingwei.link.Link.Linked;
import org.jingwei.link.Link.Thing;
import org.jingwei.link.Link.Unlinked;
import org.jingwei.link.Link.Within;
import org.jingwei.text.NameMention;

/**
 * Names to the nodes of what carries them. A linked name is the gazetteer's thing. An unlinked organisation or place
 * is the same node in every article. A person, and a name that several things carry, is a node of its article alone:
 * nothing proves that two articles mean the same one.
 */
final class EntityNodes {

    /** What a name must be where it is used. */
    enum Use {
        /** Whatever the article says it is. */
        ANY,
        /** As {@link #ANY}; an organisation when the article does not say. */
        ORGANISATION,
        /** Only a place. */
        PLACE,
        /** Only a person. */
        PERSON
    }

    private enum Kind {
        ORGANISATION("organisation", "Organization"), PLACE("place", "Place"), PERSON("person", "Person"),
        UNKNOWN("thing", "Thing");

        private final String path;
        private final String type;

        Kind(String path, String type) {
            this.path = path;
            this.type = type;
        }
    }

    private final Sheet sheet;
    private final Function<String, Link> links;
    private final Map<String, NameMention.Type> types = new LinkedHashMap<>();
    private final Map<Node, Boolean> isPlace = new HashMap<>();
    private final Set<Node> written = new HashSet<>();

    EntityNodes(Sheet sheet, List<Fact> facts, Function<String, Link> links) {
        this.sheet = sheet;
        this.links = links;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Name name) {
                types.putIfAbsent(name.name(), name.type());
            }
        }
    }

    boolean isNamed(String name) {
        return types.containsKey(name);
    }

    /** Whether {@code entity}, one of those handed out, is a place. */
    boolean isPlace(Node entity) {
        return isPlace.getOrDefault(entity, false);
    }

    Node of(String name, Use use) {
        Link link = links.apply(name);
        Kind kind = kind(name, use);
        return switch (link) {
            case Linked linked when fits(linked.thing().kind(), kind) -> thing(linked.thing());
            case Linked linked -> own(name, kind);
            case Ambiguous ambiguous -> ambiguous(name, kind, ambiguous.candidates());
            case Within(Thing around, String why) when kind == Kind.PLACE -> within(own(name, kind), around);
            case Within within -> own(name, kind);
            case Unlinked unlinked -> own(name, kind);
        };
    }

    /** A place that is known by its name alone, which says what it lies in. */
    private Node within(Node place, Thing around) {
        sheet.fact(place, Ns.schema("containedInPlace"), thing(around));
        return place;
    }

    /** The reason for a link, for reviewers. */
    void reason(Node name, String written, Use use) {
        if (links.apply(written) instanceof Linked linked && fits(linked.thing().kind(), kind(written, use))) {
            sheet.why(name, "linkReason", Literals.string(linked.why()));
        }
    }

    private Kind kind(String name, Use use) {
        NameMention.Type type = types.get(name);
        return switch (use) {
            case PLACE -> Kind.PLACE;
            case PERSON -> Kind.PERSON;
            case ANY, ORGANISATION -> type == null
                    ? use == Use.ANY ? Kind.UNKNOWN : Kind.ORGANISATION
                    : switch (type) {
                        case ORG -> Kind.ORGANISATION;
                        case PLACE -> Kind.PLACE;
                        case PERSON -> Kind.PERSON;
                    };
        };
    }

    /** A region may well act (苏州市 signs) and be called an organisation; a person is never linked to anything else. */
    private static boolean fits(Link.Kind thing, Kind wanted) {
        return switch (wanted) {
            case UNKNOWN, ORGANISATION -> true;
            case PLACE -> thing != Link.Kind.ORGANISATION;
            case PERSON -> false;
        };
    }

    private Node thing(Thing thing) {
        Node node = node(thing);
        isPlace.put(node, thing.kind() != Link.Kind.ORGANISATION);
        if (written.add(node)) {
            describe(sheet, node, thing);
        }
        return node;
    }

    /** What a graph says of a thing that it refers to, so that the graph stands alone: its class and its name. */
    static void describe(Sheet sheet, Node node, Thing thing) {
        sheet.type(node, switch (thing.kind()) {
            case REGION -> sheet.term("AdministrativeDivision");
            case ZONE -> sheet.term("DevelopmentZone");
            case COUNTRY -> Ns.schema("Country");
            case PLACE -> Ns.schema("Place");
            case ORGANISATION -> Ns.schema("Organization");
        });
        sheet.fact(node, Ns.schema("name"), Literals.simplified(thing.label()));
    }

    private Node node(Thing thing) {
        return sheet.iris.of(thing);
    }

    private Node own(String name, Kind kind) {
        return write(name, kind, switch (kind) {
            case ORGANISATION -> sheet.iris.thing(Gazetteer.named(name).id());
            case PERSON -> sheet.iris.namedIn(sheet.key, kind.path, name);
            case PLACE, UNKNOWN -> sheet.iris.named(kind.path, name);
        });
    }

    private Node ambiguous(String name, Kind kind, List<Candidate> candidates) {
        List<Candidate> fitting = candidates.stream().filter(c -> fits(c.thing().kind(), kind)).toList();
        if (fitting.isEmpty() && !candidates.isEmpty()) {
            return own(name, kind);
        }
        Node node = sheet.iris.namedIn(sheet.key, kind.path, name);
        boolean first = !written.contains(node);
        write(name, kind, node);
        for (int i = 0; first && i < fitting.size(); i++) {
            Candidate candidate = fitting.get(i);
            Node thing = node(candidate.thing());
            sheet.fact(node, "candidateMatch", thing);
            Node match = sheet.iris.local(sheet.key, "match", kind.path + "-" + name + "-" + (i + 1));
            sheet.whyType(match, "CandidateMatch");
            sheet.why(match, "matchOf", node);
            sheet.why(match, "matchWith", thing);
            sheet.why(match, "matchScore", Literals.decimal(BigDecimal.valueOf(candidate.score())));
        }
        return node;
    }

    private Node write(String name, Kind kind, Node node) {
        isPlace.put(node, kind == Kind.PLACE);
        if (written.add(node)) {
            sheet.type(node, Ns.schema(kind.type));
            sheet.fact(node, Ns.schema("name"), Literals.simplified(name));
        }
        return node;
    }
}
