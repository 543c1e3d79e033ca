package org.jingwei.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * All links to one external source. They stand in {@code graph/identity} with those to others, and can be taken out
 * again: each has a node of its own below the source's IRI, which names the two things and the property between them.
 *
 * @param name  of the source
 * @param graph its nodes and the links themselves
 */
public record Linkset(String name, Iris iris, Graph graph) {

    /** The identity graph that comes of {@code current} when this linkset takes the place of the one of its name. */
    public Set<Triple> into(Stream<Triple> current) {
        Set<Triple> all = without(current, name, iris);
        graph.stream().forEach(all::add);
        return all;
    }

    /**
     * What is left of the identity graph without the linkset of this name: all but its nodes and the links that no
     * other linkset has.
     */
    public static Set<Triple> without(Stream<Triple> current, String name, Iris iris) {
        List<Triple> all = current.toList();
        Set<Triple> gone = new HashSet<>();
        Set<Triple> kept = new HashSet<>();
        for (Triple triple : all) {
            (isOf(triple.getSubject(), name, iris) ? gone : kept).add(triple);
        }
        Set<Triple> links = links(gone, iris);
        links.removeAll(links(kept, iris));
        kept.removeAll(links);
        return kept;
    }

    private static boolean isOf(Node subject, String name, Iris iris) {
        String own = iris.linkset(name).getURI();
        return subject.isURI() && (subject.getURI().equals(own) || subject.getURI().startsWith(own + "/"));
    }

    /** What the nodes of matches say without themselves: the link, and that the external thing is some thing. */
    private static Set<Triple> links(Set<Triple> triples, Iris iris) {
        var of = iris.term("matchOf");
        var with = iris.term("matchWith");
        var property = iris.term("matchProperty");
        Map<Node, Node> ofs = new HashMap<>();
        Map<Node, Node> withs = new HashMap<>();
        Map<Node, Node> properties = new HashMap<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(of)) {
                ofs.put(triple.getSubject(), triple.getObject());
            } else if (triple.getPredicate().equals(with)) {
                withs.put(triple.getSubject(), triple.getObject());
            } else if (triple.getPredicate().equals(property)) {
                properties.put(triple.getSubject(), triple.getObject());
            }
        }
        Set<Triple> links = new HashSet<>();
        ofs.forEach((match, external) -> {
            Node known = withs.get(match);
            if (known != null) {
                links.addAll(statements(external, known, properties.getOrDefault(match, iris.term("candidateMatch"))));
            }
        });
        return links;
    }

    /** {@code owl:sameAs} is said of our thing, as everywhere; the others of the external one. */
    static List<Triple> statements(Node external, Node known, Node property) {
        boolean same = property.equals(NodeFactory.createURI(Ns.OWL + "sameAs"));
        return List.of(Triple.create(external, Ns.TYPE, Ns.schema("Thing")),
                same ? Triple.create(known, property, external) : Triple.create(external, property, known));
    }
}
