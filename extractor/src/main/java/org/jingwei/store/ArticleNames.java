package org.jingwei.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jingwei.rdf.Iris;

/** What people call an article, to its key. */
final class ArticleNames {
    private static final String SCHEMA = "https://schema.org/";
    /** The address of a page, and that of the original which it names. */
    private static final List<Node> ADDRESSES = List.of(NodeFactory.createURI(SCHEMA + "url"),
            NodeFactory.createURI(SCHEMA + "isBasedOn"));
    private static final Node IDENTIFIER = NodeFactory.createURI(SCHEMA + "identifier");

    private ArticleNames() {}

    /** Those of the articles that are meant, in order; see {@link KnowledgeStore#named}. */
    static SortedSet<String> keys(DatasetGraph now, Ledger ledger, Iris iris, String what) {
        if (what.matches("[0-9a-f]{16}")) {
            return new TreeSet<>(List.of(what));
        }
        if (what.matches("[0-9a-f]{64}")) {
            String key = what.substring(0, 16);
            boolean same = ledger.row(now, key).flatMap(LedgerRow::hash).equals(Optional.of(what));
            return new TreeSet<>(same ? List.of(key) : List.of());
        }
        Optional<String> own = iris.articleKey(NodeFactory.createURI(what));
        if (own.isPresent()) {
            return new TreeSet<>(List.of(own.get()));
        }
        SortedSet<String> keys = ledger.keysAt(now, what);
        Iris.web(what).ifPresent(page -> ADDRESSES.forEach(property -> add(now, iris, property, page, keys)));
        add(now, iris, IDENTIFIER, NodeFactory.createLiteralString(Acceptable.text(what)), keys);
        return keys;
    }

    private static void add(DatasetGraph now, Iris iris, Node property, Node value, SortedSet<String> keys) {
        now.find(Node.ANY, Node.ANY, property, value).forEachRemaining(quad -> {
            Node subject = quad.getSubject();
            iris.articleKey(subject).filter(key -> iris.article(key).equals(subject)).ifPresent(keys::add);
        });
    }
}
