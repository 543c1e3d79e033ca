package org.jingwei.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    /**
     * Retracts the articles that {@code what} means, in one transaction; see {@link KnowledgeStore#named}.
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
            for (String key : ArticleNames.keys(now, ledger, store.iris(), what.strip())) {
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
}
