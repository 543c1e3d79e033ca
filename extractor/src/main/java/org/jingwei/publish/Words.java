package org.jingwei.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;
import org.jingwei.rdf.NodeOrder;

/**
 * A stretch of a page that states something.
 *
 * @param start code points from the beginning of the page
 * @param end   behind the last
 * @param exact as the page has it
 * @param mended what was repaired in it before it was read, by its place
 */
record Words(int start, int end, String exact, List<Mended> mended) {

    /** All those behind a fact, by their place; the longer first where two begin together. Inside a transaction. */
    static List<Words> of(DatasetGraph dataset, Iris iris, String article, Node fact) {
        Node evidence = iris.evidence(article);
        var words = new ArrayList<Words>();
        for (Node span : objects(dataset, evidence, fact, iris.term("evidence"))) {
            Selected.of(dataset, evidence, span).ifPresent(at -> words.add(new Words(at.start(), at.end(), at.exact(),
                    Mended.of(dataset, iris, evidence, span))));
        }
        return words.stream().distinct().sorted(Comparator.comparingInt(Words::start)
                .thenComparing(Comparator.comparingInt(Words::end).reversed()).thenComparing(Words::exact)).toList();
    }

    /** In the natural order. */
    static List<Node> objects(DatasetGraph dataset, Node graph, Node subject, Node property) {
        var found = new TreeSet<Node>(NodeOrder.NODES);
        dataset.find(graph, subject, property, Node.ANY).forEachRemaining(quad -> found.add(quad.getObject()));
        return List.copyOf(found);
    }

    private boolean holds(Words other) {
        return !equals(other) && start <= other.start && other.end <= end && isWhole();
    }

    /** Whether the characters are those of the place, so that places can be counted in them. */
    private boolean isWhole() {
        return exact.codePointCount(0, exact.length()) == end - start;
    }

    /**
     * The widest stretches, in each of which the narrower ones are marked; one that holds none is marked whole. Below
     * each in which something was repaired stands how it was read.
     */
    static String html(List<Words> all, Names names) {
        return all.stream().filter(one -> all.stream().noneMatch(other -> other.holds(one)))
                .map(wide -> wide.marked(all.stream().filter(wide::holds).toList()) + wide.reading(names))
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

    /** The text with its repairs, and what kinds these are of; empty where there are none. */
    private String reading(Names names) {
        if (mended.isEmpty()) {
            return "";
        }
        String kinds = mended.stream().flatMap(one -> one.kind().stream()).distinct().map(names::of)
                .collect(Collectors.joining(names.word("、", ", ")));
        return "<span class=\"mended\">" + Html.text(names.word("修复后读作：", "read after repair as: "))
                + (isWhole() ? restored() : repairs())
                + (kinds.isEmpty() ? "" : " " + Told.badge(kinds)) + "</span>";
    }

    private String restored() {
        int[] characters = exact.codePoints().toArray();
        var html = new StringBuilder();
        int at = 0;
        for (Mended one : mended) {
            int from = Math.max(at, one.start() - start);
            int to = Math.min(characters.length, one.end() - start);
            if (from < to) {
                html.append(Html.text(new String(characters, at, from - at))).append(inserted(one));
                at = to;
            }
        }
        return html.append(Html.text(new String(characters, at, characters.length - at))).toString();
    }

    /** Each by itself, where they cannot be placed. */
    private String repairs() {
        return mended.stream().map(one -> Html.text(one.exact()) + " → " + inserted(one))
                .collect(Collectors.joining("; "));
    }

    private static String inserted(Mended one) {
        return one.restored().isEmpty()
                ? "<del>" + Html.text(one.exact()) + "</del>"
                : "<ins>" + Html.text(one.restored()) + "</ins>";
    }
}
