package org.jingwei.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.VOID;
import org.jingwei.rdf.Iris;

/** The graphs of a store against the rows of its catalog. It reads every statement once. */
final class GraphCheck {
    /** Of each sort of finding; the number tells of the rest. */
    private static final int MOST = 10;
    private static final String RELOAD = "Load the page again, with --force, or restore a backup into a new directory.";

    private final Iris iris;
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, Long> stated = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long statements;
    private int articles;
    private int rows;

    /** Inside a read transaction. */
    GraphCheck(Iris iris, DatasetGraph now) {
        this.iris = iris;
        now.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(this::count);
        sort("has no row in the catalog", sizes.keySet().stream()
                .filter(graph -> !stated.containsKey(graph) && !Set.of(catalog(), iris.graph("identity").getURI(),
                        Quad.defaultGraphIRI.getURI()).contains(graph))
                .toList());
        sort("is in the catalog and not in the store", stated.keySet().stream()
                .filter(graph -> stated.get(graph) != 0 && !sizes.containsKey(graph)).toList());
        sort("has not as many statements as the catalog says", stated.keySet().stream()
                .filter(graph -> sizes.containsKey(graph) && !sizes.get(graph).equals(stated.get(graph))).toList());
        if (sizes.containsKey(Quad.defaultGraphIRI.getURI())) {
            findings.add(new Finding("tdb2", "the default graph holds "
                    + sizes.get(Quad.defaultGraphIRI.getURI()) + " statements, which no query sees",
                    "Another program wrote them. Restore a backup into a new directory, or remove them with Jena's "
                            + "tdb2.tdbupdate."));
        }
        ledger(new Ledger(iris), now);
    }

    private String catalog() {
        return iris.graph("catalog").getURI();
    }

    private void count(Quad quad) {
        statements++;
        String graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI.getURI() : quad.getGraph().toString();
        sizes.merge(graph, 1L, Long::sum);
        if (graph.equals(catalog()) && quad.getPredicate().equals(VOID.triples.asNode())
                && quad.getObject().isLiteral()) {
            state(quad.getSubject().toString(), quad.getObject().getLiteralLexicalForm());
        }
    }

    private void state(String graph, String number) {
        try {
            stated.put(graph, Long.valueOf(number));
        } catch (NumberFormatException e) {
            stated.put(graph, -1L); // none has so many: it is found to disagree
        }
    }

    /** An article comes from its page; what all articles refer to, and official statistics, come from elsewhere. */
    private String remedy(String graph) {
        return iris.articleKey(NodeFactory.createURI(graph)).isPresent()
                ? RELOAD
                : "Load any page or import the statistics again, or restore a backup into a new directory.";
    }

    private void sort(String what, List<String> graphs) {
        graphs.stream().limit(MOST).forEach(
                graph -> findings.add(new Finding("catalog", "<" + graph + "> " + what, remedy(graph))));
        if (graphs.size() > MOST) {
            findings.add(new Finding("catalog", (graphs.size() - MOST) + " more graphs: each " + what, RELOAD));
        }
    }

    private void ledger(Ledger ledger, DatasetGraph now) {
        var without = new ArrayList<String>();
        var gone = new ArrayList<String>();
        for (String key : ledger.keys(now)) {
            rows++;
            boolean isThere = sizes.containsKey(iris.facts(key).getURI());
            boolean isStored = ledger.row(now, key).filter(row -> row.state() == PageState.STORED).isPresent();
            articles += isStored ? 1 : 0;
            if (isStored && !stated.containsKey(iris.facts(key).getURI())) {
                without.add(iris.facts(key).getURI());
            } else if (!isStored && isThere) {
                gone.add(iris.facts(key).getURI());
            }
        }
        sort("is stored according to the catalog, which does not say how many statements", without);
        sort("is retracted or rejected according to the catalog, and in the store", gone);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long statements() {
        return statements;
    }

    int graphs() {
        return sizes.size();
    }

    int articles() {
        return articles;
    }

    int rows() {
        return rows;
    }
}
