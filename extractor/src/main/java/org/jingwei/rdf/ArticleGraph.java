package org.jingwei.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Stand-in with the signature of the room's own. */
public record ArticleGraph(String key, Iris iris, Graph facts, Graph evidence) {
    public Node factsName() {
        return iris.facts(key);
    }

    public Node evidenceName() {
        return iris.evidence(key);
    }

    public DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        dataset.addGraph(factsName(), facts);
        dataset.addGraph(evidenceName(), evidence);
        return dataset;
    }
}
