package org.jingwei.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph as a query sees it that looks up between two statements: the engine follows property paths without looking
 * whether its query has been stopped.
 */
final class StoppableGraph extends GraphWrapper {
    private final ExecutionContext query;

    StoppableGraph(Graph graph, ExecutionContext query) {
        super(graph);
        this.query = query;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return looking(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return looking(super.find(subject, predicate, object));
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return looking(super.find());
    }

    private ExtendedIterator<Triple> looking(ExtendedIterator<Triple> found) {
        query.checkCancelSignal();
        return found.filterKeep(triple -> {
            query.checkCancelSignal();
            return true;
        });
    }
}
