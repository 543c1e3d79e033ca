package org.jingwei.publish;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;

/**
 * What is in a graph, for its start page.
 *
 * @param iris     of the store
 * @param articles how many
 * @param classes  the classes of this ontology whose instances articles state, most frequent first
 */
record Summary(Iris iris, int articles, List<Count> classes) {

    /** So many instances of a class, by its IRI. */
    record Count(String type, int instances) {}

    /** Inside a read transaction. */
    static Summary of(DatasetGraph dataset, Iris iris) {
        var counts = new TreeMap<String, Integer>();
        String documents = iris.base() + "doc/";
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(quad -> {
            boolean stated = quad.getGraph().isURI() && quad.getGraph().getURI().startsWith(documents);
            if (stated && quad.getObject().isURI() && quad.getObject().getURI().startsWith(iris.namespace())) {
                counts.merge(quad.getObject().getURI(), 1, Integer::sum);
            }
        });
        List<Count> classes = counts.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Count::instances).reversed().thenComparing(Count::type)).toList();
        var articles = new int[1];
        dataset.listGraphNodes().forEachRemaining(graph -> {
            if (graph.isURI() && graph.getURI().startsWith(documents) && !graph.getURI().endsWith("/evidence")) {
                articles[0]++;
            }
        });
        return new Summary(iris, articles[0], classes);
    }
}
