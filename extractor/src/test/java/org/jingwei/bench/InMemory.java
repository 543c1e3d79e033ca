package org.jingwei.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.jingwei.publish.LibraryQuery;
import org.jingwei.store.KnowledgeStore;

/**
 * The statements of a store in memory, asked by ARQ alone: the yardstick beside which the store's times stand. The default
 * graph holds the union of the named graphs, as in the store.
 */
final class InMemory {
    /** After which a question is stopped. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DatasetGraph copy;

    private InMemory(DatasetGraph copy) {
        this.copy = copy;
    }

    /** Some two kilobytes of heap a statement. */
    static InMemory of(KnowledgeStore store) {
        DatasetGraph copy = DatasetGraphFactory.createTxnMem();
        copy.executeWrite(() -> store.read(dataset -> {
            dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                copy.add(quad);
                copy.add(new Quad(Quad.defaultGraphIRI, quad.asTriple()));
            });
            return null;
        }));
        return new InMemory(copy);
    }

    /** The values and defaults of a query's parameters, and English for the labels. */
    static Map<Var, Node> terms(LibraryQuery query, Map<String, String> values) {
        var terms = new LinkedHashMap<Var, Node>();
        query.parameters().forEach(parameter -> Optional.ofNullable(values.get(parameter.name()))
                .or(parameter::defaultValue)
                .ifPresent(value -> terms.put(Var.alloc(parameter.variable()), parameter.term(value))));
        terms.put(Var.alloc("_lang"), NodeFactory.createLiteralString("en"));
        return terms;
    }

    /**
     * Asks for everything and forgets it; says how many rows there were.
     *
     * @throws org.apache.jena.query.QueryCancelledException after {@link #PATIENCE}
     */
    long rows(Query query, Map<Var, Node> terms) {
        return copy.calculateRead(() -> {
            var builder = QueryExec.dataset(copy).query(query).timeout(PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            terms.forEach(builder::substitution);
            try (QueryExec execution = builder.build()) {
                long rows = 0;
                for (var found = execution.select(); found.hasNext(); found.next()) {
                    rows++;
                }
                return rows;
            }
        });
    }
}
