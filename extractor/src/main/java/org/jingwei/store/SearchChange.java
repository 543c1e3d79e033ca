package org.jingwei.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * What a batch means for those who search. It says where to look, not what is there: whoever follows it reads the store
 * behind the batch, so that following twice, or something that did not change, does no harm.
 *
 * @param names    given or taken away in some graph
 * @param articles keys of those whose sentences may be others
 * @param step     to add to the mark
 */
record SearchChange(Set<Triple> names, Set<String> articles, SearchMark step) {

    static SearchChange of(Delta delta, SearchSource source) {
        var names = new LinkedHashSet<Triple>();
        var articles = new TreeSet<String>();
        var step = new StatementSum();
        delta.gone().forEach(quad -> {
            if (look(quad, source, names, articles)) {
                step.minus(quad);
            }
        });
        delta.come().forEach(quad -> {
            if (look(quad, source, names, articles)) {
                step.plus(quad);
            }
        });
        return new SearchChange(names, articles, SearchMark.from(step));
    }

    private static boolean look(Quad quad, SearchSource source, Set<Triple> names,
            Set<String> articles) {
        boolean named = source.isName(quad);
        if (named) {
            names.add(quad.asTriple());
        }
        var article = source.article(quad);
        article.ifPresent(articles::add);
        return named || article.isPresent();
    }

    boolean isEmpty() {
        return names.isEmpty() && articles.isEmpty();
    }
}
