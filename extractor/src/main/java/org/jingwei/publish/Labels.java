package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/** Names of codes and regions, from the vocabulary and the gazetteer of a store, inside a read transaction. */
final class Labels {
    private final DatasetGraph dataset;
    private final Node vocabulary;
    private final Node gazetteer;
    private final TableLanguage language;

    Labels(DatasetGraph dataset, Iris iris, TableLanguage language) {
        this.dataset = dataset;
        this.vocabulary = iris.graph("vocabulary");
        this.gazetteer = iris.graph("gazetteer");
        this.language = language;
    }

    /** Of a code, in the language of the table; what stands behind the last slash where it has none. */
    String code(Node code) {
        return literals(vocabulary, code, ArticleView.iri(ArticleView.SKOS, "prefLabel")).stream()
                .filter(label -> label.getLiteralLanguage().equals(language.tag())).findFirst()
                .map(ArticleView::text).orElseGet(() -> code.getURI().replaceFirst(".*[/#]", ""));
    }

    /** The notation of a place (320500); empty where it has none. */
    Optional<String> notation(Node place) {
        return literals(gazetteer, place, ArticleView.iri(ArticleView.SKOS, "notation")).stream().findFirst()
                .map(ArticleView::text);
    }

    private List<Node> literals(Node graph, Node subject, Node property) {
        var found = new ArrayList<Node>();
        dataset.find(graph, subject, property, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isLiteral()) {
                found.add(quad.getObject());
            }
        });
        found.sort(NodeOrder.NODES);
        return found;
    }
}
