package org.jingwei.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;

/**
 * Damaged characters of a page and what was read in their place.
 *
 * @param start    code points from the beginning of the page
 * @param end      behind the last
 * @param exact    as the page has them
 * @param restored empty where they were dropped, 〓 where they could not be restored
 * @param kind     what was wrong with them, of the code list; empty where the store does not say
 */
record Mended(int start, int end, String exact, String restored, Optional<Node> kind) {

    /** Those that touch a stretch of a page, by their place. Inside a transaction. */
    static List<Mended> of(DatasetGraph dataset, Iris iris, Node evidence, Node stretch) {
        return Words.objects(dataset, evidence, stretch, iris.term("repair")).stream()
                .flatMap(repair -> of(dataset, iris, evidence, repair, Selected.of(dataset, evidence, repair)).stream())
                .sorted(Comparator.comparingInt(Mended::start).thenComparingInt(Mended::end)).toList();
    }

    private static Optional<Mended> of(DatasetGraph dataset, Iris iris, Node evidence, Node repair,
            Optional<Selected> place) {
        Optional<String> restored = Words.objects(dataset, evidence, repair, iris.term("restoredText")).stream()
                .findFirst().map(ArticleView::text);
        return place.flatMap(at -> restored.map(text -> new Mended(at.start(), at.end(), at.exact(), text,
                Words.objects(dataset, evidence, repair, iris.term("repairKind")).stream().findFirst())));
    }
}
