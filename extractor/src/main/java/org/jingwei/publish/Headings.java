package org.jingwei.publish;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jingwei.rdf.Iris;

/**
 * What a page calls the nodes of articles, most of which have no name: an amount by what it is of, what it is for and how
 * much it is, a stretch of a page by its characters. In words, not yet escaped; for one read transaction.
 */
final class Headings {
    /** Of a long stretch its beginning. */
    private static final int LONGEST = 60;

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Names names;

    Headings(DatasetGraph dataset, Iris iris, Names names) {
        this.dataset = dataset;
        this.iris = iris;
        this.names = names;
    }

    /** Of what articles share, and of what is not theirs, its name. */
    String of(Node node) {
        return iris.articleKey(node).filter(key -> names.stated(node).isEmpty()).map(key -> unnamed(node, key))
                .orElseGet(() -> names.of(node));
    }

    private String unnamed(Node node, String key) {
        Node evidence = iris.evidence(key);
        Optional<String> restored = first(evidence, node, iris.term("restoredText"));
        Optional<String> stretch = Selected.of(dataset, evidence, node)
                .map(at -> "“" + brief(at.exact()) + "”" + restored.map(text -> " → “" + text + "”").orElse(""));
        return stretch.or(() -> first(evidence, node, iris.term("statedText")).map(Headings::brief))
                .orElseGet(() -> told(node, key));
    }

    private String told(Node node, String key) {
        String heading = new FactCells(dataset, iris, names, key, node).heading();
        return heading.equals(names.of(node)) ? kind(node).orElse(heading) : heading;
    }

    /** What it is, where it says nothing of itself: the raw text of a page. */
    private Optional<String> kind(Node node) {
        var types = dataset.find(Node.ANY, node, RDF.type.asNode(), Node.ANY);
        return types.hasNext() ? Optional.of(names.of(types.next().getObject())) : Optional.empty();
    }

    private Optional<String> first(Node graph, Node subject, Node property) {
        return Words.objects(dataset, graph, subject, property).stream().findFirst().map(ArticleView::text);
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
