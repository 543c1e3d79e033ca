package org.jingwei.store;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a store holds, as two numbers that do not depend on the order in which it is read: where they are the same in
 * two stores, so are the statements.
 *
 * @param statements how many there are
 * @param sum        of their hashes, as {@link StatementSum} writes it
 */
record Content(long statements, String sum) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) statements ([0-9a-f]{32})");

    /** Of all graphs of a dataset, inside a transaction. */
    static Content of(DatasetGraph dataset) {
        return of(dataset, quad -> {});
    }

    /** As the other, and gives each statement to {@code sink}, in the order of the store's own index. */
    static Content of(DatasetGraph dataset, Consumer<Quad> sink) {
        long statements = 0;
        var sum = new StatementSum();
        var quads = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            sum.plus(quad);
            sink.accept(quad);
            statements++;
        }
        return new Content(statements, sum.toString());
    }

    /** @throws IllegalArgumentException when it is not what {@link #toString} gives */
    static Content parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Content(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    @Override
    public String toString() {
        return statements + " statements " + sum;
    }
}
