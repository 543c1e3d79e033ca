package org.jingwei.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;

/**
 * A graph that all articles refer to. The catalog keeps its hash, so that one that is there already is not compared
 * statement by statement.
 */
record Reference(Node name, Graph graph, Set<Triple> row, Set<Triple> maker) {

    /** Whether both are there, made by this edition of the program: then they need not be made to be compared. */
    static boolean isThere(DatasetGraph now, Iris iris, Ledger ledger, Edition edition) {
        return Stream.of("vocabulary", "gazetteer").allMatch(name -> ledger.isMadeBy(now, iris.graph(name), edition));
    }

    /** Those of the two that a store does not hold as they are. */
    static List<Reference> missing(DatasetGraph now, Iris iris, Ledger ledger, Optional<Edition> edition,
            Graph vocabulary, Graph gazetteer) {
        return Stream.of(of(ledger, iris.graph("vocabulary"), edition, vocabulary),
                of(ledger, iris.graph("gazetteer"), edition, gazetteer))
                .filter(part -> !isIn(now, ledger, part.row) || !isIn(now, ledger, part.maker)).toList();
    }

    private static Reference of(Ledger ledger, Node name, Optional<Edition> edition, Graph graph) {
        return new Reference(name, graph, ledger.row(name, graph),
                edition.map(made -> ledger.maker(name, made)).orElse(Set.of()));
    }

    private static boolean isIn(DatasetGraph now, Ledger ledger, Set<Triple> row) {
        return row.stream().map(ledger::quad).allMatch(now::contains);
    }

    /** What it takes to make it the store's. */
    Delta change(DatasetGraph now, Ledger ledger) {
        Acceptable.fault(graph).ifPresent(fault -> {
            throw new StoreException("<" + name.getURI() + "> cannot be stored: " + fault + ".",
                    "Correct the file in the ontology folder that states it.");
        });
        var delta = new Delta();
        if (!isIn(now, ledger, row)) {
            delta.turn(now, name, graph.find().toList());
        }
        ledger.turn(now, name, Stream.concat(row.stream(), maker.stream()).collect(Collectors.toSet()), delta);
        return delta;
    }
}
