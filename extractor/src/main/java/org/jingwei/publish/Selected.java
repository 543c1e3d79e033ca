package org.jingwei.publish;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Characters of a page that a node of its evidence stands for.
 *
 * @param start code points from the beginning of the page
 * @param end   behind the last
 * @param exact as the page has them
 */
record Selected(int start, int end, String exact) {

    /** Empty where the node selects nothing. Inside a transaction. */
    static Optional<Selected> of(DatasetGraph dataset, Node evidence, Node node) {
        Optional<Node> start = stated(dataset, evidence, node, "start");
        Optional<Node> end = stated(dataset, evidence, node, "end");
        Optional<Node> exact = stated(dataset, evidence, node, "exact");
        return start.isEmpty() || end.isEmpty() || exact.isEmpty()
                ? Optional.empty()
                : Optional.of(new Selected(Integer.parseInt(ArticleView.text(start.get())),
                        Integer.parseInt(ArticleView.text(end.get())), ArticleView.text(exact.get())));
    }

    private static Optional<Node> stated(DatasetGraph dataset, Node evidence, Node node, String property) {
        return Words.objects(dataset, evidence, node, ArticleView.iri(ArticleView.OA, property)).stream().findFirst();
    }
}
