package org.jingwei.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;

/**
 * What it takes to turn an article in the store into another reading of it, and how many facts come and go. A fact is a
 * node that names the rule by which it was read; two are the same when all that is stated of them is. The numbers in
 * the names of nodes count the facts of an article, so that a new fact shifts them: they make no difference.
 *
 * @param delta of its two graphs
 */
record ArticleChange(Delta delta, int factsAdded, int factsRemoved) {

    static ArticleChange of(Iris iris, DatasetGraph now, ArticleGraph wanted) {
        List<Triple> facts = triples(now, iris.facts(wanted.key()));
        List<Triple> evidence = triples(now, iris.evidence(wanted.key()));
        var delta = new Delta();
        delta.turn(iris.facts(wanted.key()), quads(iris.facts(wanted.key()), facts), wanted.facts().find().toList());
        delta.turn(iris.evidence(wanted.key()), quads(iris.evidence(wanted.key()), evidence),
                wanted.evidence().find().toList());
        if (delta.isEmpty()) {
            return new ArticleChange(delta, 0, 0);
        }
        Node rule = iris.term("rule");
        if (facts.isEmpty() && evidence.isEmpty()) {
            return new ArticleChange(delta, (int) wanted.evidence().find(Node.ANY, rule, Node.ANY)
                    .mapWith(Triple::getSubject).toSet().stream()
                    .filter(fact -> wanted.facts().contains(fact, Node.ANY, Node.ANY)).count(), 0);
        }
        String local = iris.facts(wanted.key()).getURI() + "/";
        Map<String, Integer> come = new HashMap<>();
        facts(facts, evidence, rule, local).forEach(fact -> come.merge(fact, -1, Integer::sum));
        facts(wanted.facts().find().mapWith(Delta::asStored).toList(), wanted.evidence().find().toList(), rule, local)
                .forEach(fact -> come.merge(fact, 1, Integer::sum));
        return new ArticleChange(delta, come.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum(),
                come.values().stream().filter(n -> n < 0).mapToInt(n -> -n).sum());
    }

    private static List<Triple> triples(DatasetGraph now, Node graph) {
        return Iter.asStream(now.find(graph, Node.ANY, Node.ANY, Node.ANY)).map(Quad::asTriple).toList();
    }

    private static Iterator<Quad> quads(Node graph, List<Triple> triples) {
        return triples.stream().map(triple -> Quad.create(graph, triple)).iterator();
    }

    /** Each fact as what is stated of it. */
    private static Collection<String> facts(List<Triple> facts, List<Triple> evidence, Node rule, String local) {
        Map<Node, TreeSet<String>> stated = new HashMap<>();
        evidence.stream().filter(triple -> triple.getPredicate().equals(rule))
                .forEach(triple -> stated.put(triple.getSubject(), new TreeSet<>()));
        for (Triple triple : facts) {
            TreeSet<String> of = stated.get(triple.getSubject());
            if (of != null) {
                Node object = triple.getObject();
                of.add(triple.getPredicate() + " " + (object.isURI() && object.getURI().startsWith(local)
                        ? object.getURI().replaceFirst("\\d+$", "")
                        : object.toString()));
            }
        }
        var all = new ArrayList<String>();
        stated.values().stream().filter(of -> !of.isEmpty()).forEach(of -> all.add(String.join("\n", of)));
        return all;
    }
}
