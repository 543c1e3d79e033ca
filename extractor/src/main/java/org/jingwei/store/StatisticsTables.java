package org.jingwei.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.jingwei.rdf.StatisticsGraph;

/** The official tables of a store, a graph each, with a row in the catalog. */
final class StatisticsTables {
    private final KnowledgeStore store;
    private final Ledger ledger;

    StatisticsTables(KnowledgeStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    StatisticsChange put(StatisticsGraph statistics) {
        store.requireBase(statistics.iris(), "the table " + statistics.name(), "Import");
        Acceptable.fault(statistics.graph()).ifPresent(fault -> {
            throw new StoreException("the table " + statistics.name() + " cannot be stored: " + fault + ".",
                    "Correct the table or its mapping.");
        });
        Node name = statistics.graphName();
        return store.batch((now, delta) -> {
            delta.turn(now, name, statistics.graph().find().toList());
            ledger.turn(now, name, ledger.row(statistics), delta);
            return delta.isEmpty()
                    ? StatisticsChange.UNCHANGED
                    : now.containsGraph(name) ? StatisticsChange.REPLACED : StatisticsChange.ADDED;
        });
    }

    boolean remove(String name) {
        Node graph = store.iris().graph("statistics/" + name);
        return store.batch((now, delta) -> {
            delta.turn(now, graph, Set.of());
            ledger.turn(now, graph, Set.of(), delta);
            return !delta.isEmpty();
        });
    }

    List<String> names() {
        String start = store.iris().base() + "graph/statistics/";
        return store.read(now -> {
            var names = new TreeSet<String>();
            now.listGraphNodes().forEachRemaining(graph -> {
                if (graph.isURI() && graph.getURI().startsWith(start)) {
                    names.add(graph.getURI().substring(start.length()));
                }
            });
            return List.copyOf(names);
        });
    }
}
