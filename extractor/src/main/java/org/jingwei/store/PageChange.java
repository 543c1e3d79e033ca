package org.jingwei.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Collections;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jingwei.rdf.ArticleGraph;
import org.jingwei.source.RawPage;

/**
 * What a page makes of a store: the same whether a transaction brings it in or a file for the bulk loader.
 *
 * @param delta what it takes
 * @param whole the graphs as they shall be, without statements where the page gives none
 * @param row   in the catalog as it shall be
 */
record PageChange(Taken taken, Delta delta, ArticleGraph whole, Set<Triple> row) {

    /**
     * A page that was read, with its article or with the reason why it gave none.
     *
     * @param archive where its bytes are
     */
    record Read(RawPage page, Optional<ArticleGraph> article, Optional<String> rejection, String archive) {}

    /** @param unretract whether a retraction is taken back */
    static PageChange of(Read read, DatasetGraph now, Ledger ledger, KnowledgeStore store, Edition edition,
            boolean unretract) {
        RawPage page = read.page;
        var nothing = new ArticleGraph(page.key(), store.iris(), GraphFactory.createDefaultGraph(),
                GraphFactory.createDefaultGraph());
        Optional<LedgerRow> before = ledger.row(now, page.key());
        if (before.isPresent() && before.get().state() == PageState.RETRACTED && !unretract) {
            return new PageChange(Taken.of(page, Taken.Fate.RETRACTED, before.get().reason()), new Delta(), nothing,
                    Set.of());
        }
        Optional<String> fault = read.article
                .flatMap(article -> Acceptable.fault(article.facts()).or(() -> Acceptable.fault(article.evidence())));
        Optional<ArticleGraph> article = read.article.filter(graph -> fault.isEmpty());
        Optional<String> rejection = read.rejection.or(() -> fault);
        Set<Triple> row = ledger.row(new LedgerRow(page.key(),
                article.isPresent() ? PageState.STORED : PageState.REJECTED, Optional.of(page.identity()),
                Optional.of(page.location()), Optional.of(edition), Optional.of(read.archive), rejection), article);
        ArticleGraph whole = article.orElse(nothing);
        var change = ArticleChange.of(store.iris(), now, whole);
        boolean was = before.isPresent() && before.get().state() == PageState.STORED;
        Taken.Fate fate = article.isPresent()
                ? was ? change.delta().isEmpty() ? Taken.Fate.UNCHANGED : Taken.Fate.REPLACED : Taken.Fate.ADDED
                : was ? Taken.Fate.TAKEN_OUT : Taken.Fate.REJECTED;
        var delta = new Delta();
        delta.add(change.delta());
        delta.add(ledger.change(now, page.key(), row));
        return new PageChange(new Taken(page.key(), page.identity(), page.location(), fate, fault,
                change.factsAdded(), change.factsRemoved()), delta, whole, row);
    }

    /** All that the store shall hold of the page. */
    Delta anew(Ledger ledger) {
        Iterator<Quad> none = Collections.emptyIterator();
        var all = new Delta();
        all.turn(whole.factsName(), none, whole.facts().find().toList());
        all.turn(whole.evidenceName(), none, whole.evidence().find().toList());
        all.turn(ledger.graph(), none, row);
        return all;
    }

    boolean isStored() {
        Node state = whole.iris().code("pageState", PageState.STORED.name());
        return row.stream().anyMatch(triple -> triple.getObject().equals(state));
    }
}
