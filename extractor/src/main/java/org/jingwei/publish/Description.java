package org.jingwei.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What the graph says about a thing.
 *
 * @param thing   its IRI
 * @param about   statements that it is the subject of, distinct, sorted; of a graph that nobody speaks of, those in it
 * @param links   statements that it is the object of, the first {@value #MOST} that were found, distinct, sorted
 * @param found   how many of these there are; where {@code uncounted}, at least so many
 * @param uncounted whether there are more than were counted
 * @param cut     whether a graph holds more than {@code about}
 */
record Description(Node thing, List<Triple> about, List<Quad> links, int found, boolean uncounted, boolean cut) {
    /** How many links, and statements of a graph, are shown. */
    static final int MOST = 500;
    /** A page waits for no longer count. */
    private static final int COUNTED = 20_000;

    /** Inside a read transaction. */
    static Optional<Description> of(DatasetGraph dataset, Node node) {
        var about = new TreeSet<>(Exporter.TRIPLES);
        dataset.find(Node.ANY, node, Node.ANY, Node.ANY).forEachRemaining(quad -> about.add(quad.asTriple()));
        var links = new ArrayList<Quad>();
        int found = 0;
        Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, Node.ANY, node);
        while (found < COUNTED && quads.hasNext()) {
            Quad quad = quads.next();
            if (found++ < MOST) {
                links.add(quad);
            }
        }
        if (about.isEmpty() && found == 0) {
            return graph(dataset, node);
        }
        links.sort(Comparator.comparing(Quad::asTriple, Exporter.TRIPLES)
                .thenComparing(quad -> quad.getGraph().toString()));
        return Optional
                .of(new Description(node, List.copyOf(about), List.copyOf(links), found, quads.hasNext(), false));
    }

    /** A graph nobody speaks of is described by what is in it. */
    private static Optional<Description> graph(DatasetGraph dataset, Node node) {
        var content = new ArrayList<Triple>();
        Iterator<Quad> quads = dataset.find(node, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext() && content.size() < MOST) {
            content.add(quads.next().asTriple());
        }
        content.sort(Exporter.TRIPLES);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Description(node, List.copyOf(content), List.of(), 0, false, quads.hasNext()));
    }
}
