package org.jingwei.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.jingwei.rdf.NodeOrder;

/**
 * The statements to take out and to put in. Writing only the difference is several times faster than replacing whole
 * graphs, and the store grows by a tenth of it. What comes in comes in order: neighbours in the indexes one after the
 * other are written faster.
 */
final class Delta {
    private final List<Quad> gone = new ArrayList<>();
    private final List<Quad> come = new ArrayList<>();

    boolean isEmpty() {
        return gone.isEmpty() && come.isEmpty();
    }

    int size() {
        return gone.size() + come.size();
    }

    /** Statements to take out. */
    List<Quad> gone() {
        return Collections.unmodifiableList(gone);
    }

    /** Statements to put in. */
    List<Quad> come() {
        return Collections.unmodifiableList(come);
    }

    /** Adds what it takes to make {@code is}, the statements there now, into {@code wanted}. */
    void turn(Node graph, Iterator<Quad> is, Iterable<Triple> wanted) {
        if (!is.hasNext()) {
            var all = new ArrayList<Triple>();
            wanted.forEach(triple -> all.add(asStored(triple)));
            Triple before = null;
            for (Triple triple : NodeOrder.sorted(all.stream())) {
                if (!triple.equals(before)) { // two spellings of one number
                    come.add(Quad.create(graph, triple));
                }
                before = triple;
            }
            return;
        }
        Set<Triple> missing = new HashSet<>();
        wanted.forEach(triple -> missing.add(asStored(triple)));
        is.forEachRemaining(quad -> {
            if (!missing.remove(quad.asTriple())) {
                gone.add(quad);
            }
        });
        NodeOrder.sorted(missing.stream()).forEach(triple -> come.add(Quad.create(graph, triple)));
    }

    /** Adds what it takes to make this graph of the store hold {@code wanted}. */
    void turn(DatasetGraph now, Node graph, Iterable<Triple> wanted) {
        turn(graph, now.find(graph, Node.ANY, Node.ANY, Node.ANY), wanted);
    }

    void add(Delta other) {
        gone.addAll(other.gone);
        come.addAll(other.come);
    }

    /** Inside a write transaction. First out, then in: two spellings of one number are one statement to the store. */
    void apply(DatasetGraph dataset) {
        gone.forEach(dataset::delete);
        come.forEach(dataset::add);
    }

    /** TDB2 keeps numbers and dates as values: 1.50 comes back as 1.5, and must not look like a change. */
    static Triple asStored(Triple triple) {
        Node object = triple.getObject();
        if (!object.isLiteral()) {
            return triple;
        }
        NodeId inline = NodeId.inline(object);
        return inline == null
                ? triple
                : Triple.create(triple.getSubject(), triple.getPredicate(), NodeId.extract(inline));
    }
}
