package org.jingwei.store;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.Linkset;

/** The links of a store to other sources, in its identity graph. */
final class IdentityLinks {
    private final KnowledgeStore store;

    IdentityLinks(KnowledgeStore store) {
        this.store = store;
    }

    boolean put(Linkset links) {
        store.requireBase(links.iris(), "the links to " + links.name(), "Make them");
        Acceptable.fault(links.graph()).ifPresent(fault -> {
            throw new StoreException("the links to " + links.name() + " cannot be stored: " + fault + ".",
                    "Correct the row that states it.");
        });
        return turn(links::into);
    }

    boolean remove(String name) {
        return turn(current -> Linkset.without(current, name, store.iris()));
    }

    private boolean turn(Function<Stream<Triple>, Set<Triple>> change) {
        Node identity = store.iris().graph("identity");
        return store.batch((now, delta) -> {
            Stream<Triple> current = Iter.asStream(now.find(identity, Node.ANY, Node.ANY, Node.ANY))
                    .map(Quad::asTriple);
            delta.turn(now, identity, change.apply(current));
            return !delta.isEmpty();
        });
    }
}
