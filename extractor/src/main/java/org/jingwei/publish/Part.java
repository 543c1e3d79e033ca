package org.jingwei.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The part of an article that belongs to some of its facts: statements about them, about what they name, and so on;
 * those about the article itself, but not about all that it mentions; and the evidence of each.
 *
 * @param facts    statements of the facts graph, in no order
 * @param evidence statements of the evidence graph, in no order
 */
record Part(List<Triple> facts, List<Triple> evidence) {
    private static final List<Triple> NOTHING = List.of();

    /** Nothing at all without facts. */
    static Part of(ArticleView view, Set<Node> wanted) {
        if (wanted.isEmpty()) {
            return new Part(NOTHING, NOTHING);
        }
        var about = new HashSet<>(wanted);
        List<Triple> facts = closure(view.facts(), about, view.article());
        facts.addAll(view.facts().find(view.article(), Node.ANY, Node.ANY).toList());
        about.add(view.article());
        List<Triple> evidence = closure(view.evidence(), new HashSet<>(about), view.article());
        evidence.addAll(view.evidence().find(view.article(), Node.ANY, Node.ANY).toList());
        return new Part(facts.stream().distinct().toList(), evidence.stream().distinct().toList());
    }

    /** {@code subjects} grows to all that is described. The article is not gone through: it mentions everything. */
    private static List<Triple> closure(Graph graph, Set<Node> subjects, Node article) {
        var triples = new ArrayList<Triple>();
        Deque<Node> open = new ArrayDeque<>(subjects);
        while (!open.isEmpty()) {
            Node subject = open.pop();
            if (subject.equals(article)) {
                continue;
            }
            graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                triples.add(triple);
                if (!triple.getObject().isLiteral() && subjects.add(triple.getObject())) {
                    open.push(triple.getObject());
                }
            });
        }
        return triples;
    }
}
