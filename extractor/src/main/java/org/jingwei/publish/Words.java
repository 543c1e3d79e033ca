package org.jingwei.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;

/**
 * A stretch of a page that states something.
 *
 * @param start code points from the beginning of the page
 * @param end   behind the last
 * @param exact as the page has it
 */
record Words(int start, int end, String exact) {

    /** All those behind a fact, by their place; the longer first where two begin together. Inside a transaction. */
    static List<Words> of(DatasetGraph dataset, Iris iris, String article, Node fact) {
        Node evidence = iris.evidence(article);
        var words = new ArrayList<Words>();
        dataset.find(evidence, fact, iris.term("evidence"), Node.ANY).forEachRemaining(quad -> {
            Node span = quad.getObject();
            List<Node> start = objects(dataset, evidence, span, "start");
            List<Node> end = objects(dataset, evidence, span, "end");
            List<Node> exact = objects(dataset, evidence, span, "exact");
            if (!start.isEmpty() && !end.isEmpty() && !exact.isEmpty()) {
                words.add(new Words(Integer.parseInt(ArticleView.text(start.getFirst())),
                        Integer.parseInt(ArticleView.text(end.getFirst())), ArticleView.text(exact.getFirst())));
            }
        });
        return words.stream().distinct().sorted(Comparator.comparingInt(Words::start)
                .thenComparing(Comparator.comparingInt(Words::end).reversed()).thenComparing(Words::exact)).toList();
    }

    private static List<Node> objects(DatasetGraph dataset, Node graph, Node span, String property) {
        var found = new ArrayList<Node>();
        dataset.find(graph, span, ArticleView.iri(ArticleView.OA, property), Node.ANY)
                .forEachRemaining(quad -> found.add(quad.getObject()));
        return found;
    }

    private boolean holds(Words other) {
        return !equals(other) && start <= other.start && other.end <= end
                && exact.codePointCount(0, exact.length()) == end - start;
    }

    /** The widest stretches, in each of which the narrower ones are marked; one that holds none is marked whole. */
    static String html(List<Words> all) {
        return all.stream().filter(one -> all.stream().noneMatch(other -> other.holds(one)))
                .map(wide -> wide.marked(all.stream().filter(wide::holds).toList()))
                .collect(Collectors.joining(" … "));
    }

    private String marked(List<Words> within) {
        if (within.isEmpty()) {
            return "<mark>" + Html.text(exact) + "</mark>";
        }
        int[] characters = exact.codePoints().toArray();
        var html = new StringBuilder();
        int at = 0;
        while (at < characters.length) {
            boolean mark = isWithin(at, within);
            int next = at;
            while (next < characters.length && isWithin(next, within) == mark) {
                next++;
            }
            String text = Html.text(new String(characters, at, next - at));
            html.append(mark ? "<mark>" + text + "</mark>" : text);
            at = next;
        }
        return html.toString();
    }

    private boolean isWithin(int character, List<Words> within) {
        return within.stream().anyMatch(w -> w.start - start <= character && character < w.end - start);
    }
}
