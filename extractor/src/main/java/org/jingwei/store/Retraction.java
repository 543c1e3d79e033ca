package org.jingwei.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.rdf.Iris;

/**
 * Takes an article out of a store: its two graphs go, and its row says that it was retracted and why. Its page stays in
 * the archive. An {@link Intake} leaves the page out from then on.
 *
 * @param tombstone what is left
 * @param facts     how many facts were taken out
 * @param changed   whether it was not retracted before, for the same reason
 */
public record Retraction(Tombstone tombstone, int facts, boolean changed) {
    /** The address of a page, and that of the original which it names. */
    private static final List<Node> ADDRESSES = List.of(NodeFactory.createURI("https://schema.org/url"),
            NodeFactory.createURI("https://schema.org/isBasedOn"));

    /**
     * Retracts what {@code what} means, in one transaction: the key of an article, the SHA-256 of its page, its IRI or
     * one below it, or the place where pages were read or published, of which there may be several.
     *
     * @param reason in words, not blank
     * @return one for each article; empty when the store knows nothing of that name
     */
    public static List<Retraction> retract(KnowledgeStore store, String what, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a retraction needs a reason");
        }
        var ledger = new Ledger(store.iris());
        return store.batch((now, delta) -> {
            var done = new ArrayList<Retraction>();
            for (String key : keys(now, ledger, store.iris(), what.strip())) {
                ledger.row(now, key).ifPresent(row -> done.add(one(now, ledger, store.iris(), row, reason, delta)));
            }
            return List.copyOf(done);
        });
    }

    private static Retraction one(DatasetGraph now, Ledger ledger, Iris iris, LedgerRow row, String reason,
            Delta delta) {
        var change = ArticleChange.of(iris, now, new ArticleGraph(row.key(), iris, GraphFactory.createDefaultGraph(),
                GraphFactory.createDefaultGraph()));
        LedgerRow after = row.retracted(reason);
        Delta told = ledger.change(now, row.key(), ledger.row(after, Optional.empty()));
        delta.add(change.delta());
        delta.add(told);
        return new Retraction(new Tombstone(row.key(), row.hash(), row.location(), reason), change.factsRemoved(),
                !told.isEmpty());
    }

    private static SortedSet<String> keys(DatasetGraph now, Ledger ledger, Iris iris, String what) {
        String documents = iris.base() + "doc/";
        if (what.matches("[0-9a-f]{16}")) {
            return new TreeSet<>(List.of(what));
        }
        if (what.matches("[0-9a-f]{64}")) {
            String key = what.substring(0, 16);
            boolean same = ledger.row(now, key).flatMap(LedgerRow::hash).equals(Optional.of(what));
            return new TreeSet<>(same ? List.of(key) : List.of());
        }
        if (what.startsWith(documents) && what.substring(documents.length()).matches("[0-9a-f]{16}(/.*)?")) {
            return new TreeSet<>(List.of(what.substring(documents.length(), documents.length() + 16)));
        }
        SortedSet<String> keys = ledger.keysAt(now, what);
        Iris.web(what).ifPresent(page -> ADDRESSES.forEach(
                property -> now.find(Node.ANY, Node.ANY, property, page).forEachRemaining(quad -> {
                    String subject = quad.getSubject().toString();
                    if (subject.startsWith(documents) && subject.endsWith("/article")) {
                        keys.add(subject.substring(documents.length(), subject.length() - "/article".length()));
                    }
                })));
        return keys;
    }
}
