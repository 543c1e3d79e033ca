package org.jingwei.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * What one article states, as RDF 1.1 without blank nodes. Made by {@link GraphMapper}; treat the graphs as read-only.
 *
 * @param key      of the page ({@code RawPage.key()}), 16 hexadecimal digits
 * @param iris     what its IRIs are built with
 * @param facts    the graph named {@link #factsName()}: article, events, projects, values, entities
 * @param evidence the graph named {@link #evidenceName()}: the characters, rules and repairs behind them, names as
 *                 written, and what was read but is not believed
 */
public record ArticleGraph(String key, Iris iris, Graph facts, Graph evidence) {

    public Node factsName() {
        return iris.facts(key);
    }

    public Node evidenceName() {
        return iris.evidence(key);
    }

    /** A fresh dataset of the two named graphs; its default graph is empty. */
    public DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        dataset.addGraph(factsName(), facts);
        dataset.addGraph(evidenceName(), evidence);
        return dataset;
    }
}
