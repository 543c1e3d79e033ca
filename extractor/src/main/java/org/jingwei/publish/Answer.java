package org.jingwei.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeUtils;

/** What a query found, whole and in memory: once there is an answer, nothing can go wrong half-way through it. */
public sealed interface Answer {

    /** Of SELECT. Rows in the order of the query. */
    record Table(List<Var> columns, List<Binding> rows) implements Answer {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** Of ASK. */
    record Truth(boolean holds) implements Answer {}

    /** Of CONSTRUCT and DESCRIBE: distinct, in a stable order. */
    record Statements(List<Triple> triples) implements Answer {
        public Statements {
            triples = List.copyOf(triples);
        }
    }

    /**
     * How much of an answer is taken into memory.
     *
     * @param rows       most rows or statements
     * @param characters most characters in all their values together
     */
    record Limits(long rows, long characters) {
        public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The answer is larger than the limits allow. It is refused, not cut: part of a list looks like the whole. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }

        TooLarge(Limits limits) {
            this("The answer has more than " + limits.rows() + " rows, or very long values (more than "
                    + limits.characters() + " characters together). Nothing was left out silently: ask for a part of it"
                    + " (ORDER BY with LIMIT and OFFSET), or aggregate, or export the graph.");
        }
    }

    /** Runs a prepared query to its end. */
    static Answer of(QueryExec execution, Query query, Limits limits) {
        if (query.isAskType()) {
            return new Truth(execution.ask());
        }
        var meter = new Meter(limits);
        if (query.isSelectType()) {
            var rows = new ArrayList<Binding>();
            var found = execution.select();
            found.forEachRemaining(row -> {
                meter.row();
                BindingBuilder values = Binding.builder(); // a row of TDB2 looks its values up each time it is asked
                row.forEach((variable, node) -> {
                    meter.value(node);
                    values.add(variable, node);
                });
                rows.add(values.build());
            });
            return new Table(found.getResultVars(), rows);
        }
        if (query.isConstructType() || query.isDescribeType()) {
            var graph = query.isConstructType() ? execution.construct() : execution.describe();
            var triples = new ArrayList<Triple>();
            graph.find().forEachRemaining(triple -> {
                meter.row();
                meter.value(triple.getSubject());
                meter.value(triple.getObject());
                triples.add(triple);
            });
            triples.sort(Exporter.TRIPLES);
            return new Statements(triples);
        }
        throw new IllegalArgumentException("not a SELECT, ASK, CONSTRUCT or DESCRIBE query");
    }

    /** Counts towards the limits. */
    final class Meter {
        private final Limits limits;
        private long rows;
        private long characters;

        private Meter(Limits limits) {
            this.limits = limits;
        }

        private void row() {
            if (++rows > limits.rows()) {
                throw new TooLarge(limits);
            }
        }

        private void value(Node node) {
            if (node.isTripleTerm()) {
                value(node.getTriple().getSubject());
                value(node.getTriple().getPredicate());
                value(node.getTriple().getObject());
                return;
            }
            String text = NodeUtils.stringLiteral(node);
            characters += text != null ? text.length() : node.isURI() ? node.getURI().length() : 0;
            if (characters > limits.characters()) {
                throw new TooLarge(limits);
            }
        }
    }
}
