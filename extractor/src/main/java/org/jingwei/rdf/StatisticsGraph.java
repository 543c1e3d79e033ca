package org.jingwei.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The graph of one table of official statistics.
 *
 * @param name   of the dataset, as its mapping gives it
 * @param iris   that it was built with
 * @param graph  the dataset, its provenance, its figures
 * @param sha256 of the table's bytes, in lower-case hexadecimal
 * @param file   the table's file name
 */
public record StatisticsGraph(String name, Iris iris, Graph graph, String sha256, String file) {

    /** Name of the graph. */
    public Node graphName() {
        return iris.graph("statistics/" + name);
    }
}
